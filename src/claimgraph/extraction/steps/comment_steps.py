"""Steps to those who do not answer a charge, or cannot say whether it is so."""

from claimgraph.extraction.trees.clauses import objects
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.lexicon import Entry

CHARGES, ASKING = cues("silence", "charges"), cues("silence", "asking")
MATTERS = cues("silence", "matters")
# the verb that tells by itself that nothing is said of a charge
COMMENT = "comment"
# how a noun tells of what it is a claim, or a report
TELLING_MORE = ("acl", "relcl", "ccomp")
OWN = cues("telling", "owned")


def no_answer(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The verb by which somebody says nothing of a charge, and not of other things.

    Who does not respond to an attack is not asked about it.
    """
    about = [
        one
        for one in tree.behind(i, *entry.preps)
        if not (tree[one].pos == "PROPN" and tree[one].text.endswith("day"))
    ]
    asked = CHARGES | ASKING
    if tree[i].lemma != COMMENT:
        return [i] if any(tree[one].lemma in asked for one in about) else []
    told = asked | MATTERS
    return [i] if all(tree[one].lemma in told for one in about) else []


def answerer(tree: Tree, i: int, entry: Entry) -> list[int]:
    """From whom there is none of what a noun says: no comment from A."""
    none = any(tree[one].text.lower() == "no" for one in tree.children(i, "det"))
    if not none:
        return []
    return tree.behind(i, *entry.preps) or tree.behind(tree[i].head, *entry.preps)


def bare(tree: Tree, i: int, entry: Entry) -> list[int]:
    """A noun of which it is not told what it is about: A's denials."""
    told = tree.behind(i, "of", "that", "to")
    return [] if told or tree.children(i, *TELLING_MORE) else [i]


def no_proof(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The claim, or the video, of which it cannot be said whether it is true."""
    return [
        one
        for one in objects(tree, i)
        if tree[one].lemma in entry.nouns
        if not tree.children(one, *TELLING_MORE)
        if all(is_of_it(tree, of, entry) for of in tree.behind(one, "of", "about"))
    ]


def is_of_it(tree: Tree, i: int, entry: Entry) -> bool:
    """Whether words behind "of" only tell that it is a claim: of responsibility."""
    return tree[i].lemma in OWN or tree[i].lemma in entry.nouns
