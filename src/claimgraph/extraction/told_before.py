"""Whom the grammar lets words mean that name nobody: he, it, the group."""

from claimgraph.extraction.clauses import subjects
from claimgraph.extraction.reading import Reading
from claimgraph.extraction.speakers import is_saying
from claimgraph.extraction.tree import SUBJECTS, Tree

# after which only a place or a time is told of somebody
PLACING = ("in", "at", "on", "since")


def is_told_of(tree: Tree, i: int) -> bool:
    """Whether a noun is told of by what follows, and so not known from before."""
    if tree[i].pos == "PRON":
        return False
    for kid in tree.children(i, "relcl", "acl", "prep", "appos"):
        first = tree.below(kid)[0]
        if tree[first].tag == "PRP":
            # "the group he led"
            continue
        beside = tree[kid].dep == "relcl" and tree[first - 1].text == ","
        if kid > i and not beside and tree[kid].lemma not in PLACING:
            return True
    return False


def is_fronted(tree: Tree, i: int, verb: int) -> bool:
    """Whether a pronoun stands in what opens a clause: "in its raid, A killed ten"."""
    return any(
        i in tree.below(prep) and prep < verb and tree[prep].dep == "prep"
        for prep in tree.children(verb, "prep")[:1]
    )


def clause_subject(tree: Tree, i: int) -> list[int]:
    """Who does what a pronoun suffers, and so is not meant by it."""
    if tree[i].dep not in ("dobj", "pobj", "dative"):
        return []
    for above in tree.climb(i):
        if tree[above].is_verb:
            return subjects(tree, above)
    return []


def speakers_after(reading: Reading, i: int) -> set[str]:
    """Those named after a word who say in the sentence what it stands in.

    "The group he led, Haddad said": he is not Haddad.
    """
    tree = reading.tree
    verbs = [word.i for word in tree.words if is_saying(tree, word.i)]
    return {
        reading.named[who].who
        for verb in verbs
        for who in tree.children(verb, *SUBJECTS)
        if who > i and who in reading.named
    }
