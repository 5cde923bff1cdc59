"""In what something is said: in a statement, at a press conference, on a website."""

from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.telling import MEDIA
from claimgraph.model import Medium


def medium_of(tree: Tree, verb: int, who: list[int]) -> Medium | None:
    """In what it is said: in a statement, at a press conference."""
    if tree[verb].lemma == "confess":
        return "confession"
    if tree[verb].lemma == "tweet":
        return "social-media"
    for prep in tree.children(verb, "prep"):
        if tree[prep].lemma in ("in", "on", "at", "during", "via", "through", "by"):
            found = medium_at(tree, tree.children(prep, "pobj"))
            if found:
                return found
    return medium_at(tree, who)


def medium_at(tree: Tree, nouns: list[int]) -> Medium | None:
    """The medium that a noun is."""
    for one in nouns:
        found = MEDIA.get(tree[one].lemma)
        if found:
            return found
    return None
