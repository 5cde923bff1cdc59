"""Who does it in a passive, however far behind the verb he is told."""

from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.telling import WRITINGS


def agents(tree: Tree, verb: int) -> list[int]:
    """Who does it in a passive: what stands after "by"."""
    active = [i for i in tree.children(verb, "xcomp") if not tree.is_passive(i)]
    for one in (verb, *active):
        for by in tree.children(one, "agent", "prep"):
            if tree[by].lemma == "by":
                found = tree.children(by, "pobj") or told_to_be(tree, by)
                if found:
                    return found
                # "claimed by or blamed on them"
                for other in (by, *tree.children(verb, "conj")):
                    for on in tree.children(other, "conj", "prep"):
                        if tree[on].pos == "ADP" and tree.children(on, "pobj"):
                            return tree.children(on, "pobj")
    # "was claimed in a statement by them"
    for prep in tree.children(verb, "prep"):
        for text in tree.children(prep, "pobj"):
            if tree[text].lemma in WRITINGS:
                return authors_by(tree, text)
    # "was planned and carried out by them"
    for other in tree.children(verb, "conj"):
        if tree[other].tag == "VBN" and tree.is_passive(other):
            return agents(tree, other)
    return []


def told_to_be(tree: Tree, prep: int) -> list[int]:
    """What somebody says that others are: "by what they said were A"."""
    return [
        told
        for verb in tree.children(prep, "pcomp")
        for clause in tree.children(verb, "ccomp")
        for told in tree.children(clause, "attr")
    ]


def authors_by(tree: Tree, text: int) -> list[int]:
    """Whose a text is by a "by" or a "from" behind it."""
    return tree.behind(text, "by", "from")
