"""Who is named as the source of what is said: according to A, citing B."""

from collections.abc import Iterator

from claimgraph.extraction.speech.media import medium_at
from claimgraph.extraction.speech.voice import Voice
from claimgraph.extraction.trees.clauses import QUOTING, objects
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.model import TextSpan

# after which stands what is said: spoke of, blamed for
ABOUT = ("of", "about", "for", "on", "as", "to", "over")
CHARGES = cues("silence", "charges")


def is_about(tree: Tree, prep: int) -> bool:
    """Whether words behind a verb of saying are what is said.

    "It is a lie, A said of the charge": the charge is not what A says.
    """
    charged = tree[prep].lemma in ("of", "about") and any(
        tree[one].lemma in CHARGES for one in tree.children(prep, "pobj")
    )
    return tree[prep].lemma in ABOUT and not charged


def sources_at(tree: Tree, i: int) -> Iterator[Voice]:
    """Who is named "according to" whom at a word."""
    for kid in tree.children(i, "prep", "advmod", "pcomp", "dep", "advcl"):
        word = tree[kid]
        if word.lemma in ("accord", "according") or word.text.lower() == "according":
            for to in tree.children(kid, "prep"):
                yield from source(tree, kid, tree.children(to, "pobj"))
        elif word.lemma == "as":
            for per in tree.children(kid, "prep"):
                if tree[per].lemma == "per":
                    yield from source(tree, per, tree.children(per, "pobj"))
        elif word.lemma == "per":
            yield from source(tree, kid, tree.children(kid, "pobj"))
        elif word.lemma in ("cite", "quote") and word.tag == "VBG":
            yield from source(tree, kid, tree.children(kid, "dobj"))


def quoted_at(tree: Tree, verb: int, below: int) -> Iterator[Voice]:
    """Who is quoted by somebody, after what he says: ", A quoted B as saying"."""
    if tree[verb].lemma not in QUOTING:
        return
    for prep in tree.children(verb, "prep"):
        said = tree.children(prep, "pcomp") if tree[prep].lemma == "as" else []
        who = objects(tree, verb)
        if prep != below and said and who:
            first = min(tree.phrase(who[0])[0], verb)
            yield Voice(tuple(who), TextSpan(tree[first].start, tree[said[0]].end))


def source(tree: Tree, start: int, who: list[int]) -> Iterator[Voice]:
    """The speaker after "according to"."""
    if who:
        _, last = tree.phrase(who[0])
        before = start - 1
        if before >= 0 and tree[start].lemma == "per" and tree[before].lemma == "as":
            start = before
        cue = TextSpan(tree[start].start, tree[max(last, start)].end)
        yield Voice((who[0],), cue, medium=medium_at(tree, who))
