"""Whether a verb goes on with a deed that was told of already."""

from collections.abc import Sequence

from claimgraph.extraction.words.inflection import verb_forms
from claimgraph.extraction.words.word_lists import words

BEEN = frozenset(("was", "were", "been"))
THEY = frozenset(("they", "he", "she"))
SAME = frozenset(("the", "these", "those", "their", "his", "her", "its"))
THEM = frozenset(("him", "her", "them"))
# before "not", where what nobody did is what somebody is said to have done
DID = frozenset(("did", "had", "has", "have", "was", "were"))
DID_NOT = frozenset(f"{one}n't" for one in DID)
DENYING = frozenset(
    form
    for one in ("deny", "reject", "dispute", "dismiss")
    for form in verb_forms(one).every
)
# after which another clause begins
SAYING = words("attacks", "stops") & {
    "said",
    "says",
    "while",
    "after",
    "before",
    "when",
}
FAR = 3
# those who did what is told of, and what may stand between them and a verb
DOERS, THESE = words("attacks", "doers"), frozenset(("the", "these", "those"))
BETWEEN = frozenset(("had", "then", "first", "who", "all", "even", "later"))
BEFORE_THEN = frozenset(("previously", "recently", "formerly"))


def is_denied(before: Sequence[str]) -> bool:
    """Whether words before a verb tell that somebody has not done it."""
    if before[-1:] == ["not"]:
        return before[-2:-1] != [] and before[-2] in DID
    return before[-1:] != [] and before[-1] in DID_NOT


def is_of_known(before: Sequence[str]) -> bool:
    """Whether a verb tells of a deed that words before it mean: one that is denied, or
    was done to somebody told of before: "they were attacked", "the convoy was hit".
    """
    if is_denied(before) or not DENYING.isdisjoint(before):
        return True
    if before[-1:] != [] and before[-1] in SAME:
        # "the kidnapped girls"
        return True
    passive = before[-1:] != [] and before[-1] in BEEN
    return passive and not (THEY | SAME).isdisjoint(before[-FAR:])


def is_by_known(before: Sequence[str]) -> bool:
    """Whether a verb tells what those did who were told of: "they burned", "the
    attackers then shot".
    """
    who = list(before)
    while who and (who[-1] in BETWEEN or who[-1].endswith("ly")):
        if who.pop() in BEFORE_THEN:
            return False
    if who[-1:] == []:
        return False
    the = len(who) > 1 and who[-2] in THESE
    return who[-1] in THEY or (the and who[-1] in DOERS)


def is_onto_known(after: Sequence[str]) -> bool:
    """Whether a deed is done to those told of before: "kidnapped the girls"."""
    return after[:1] != [] and after[0] in SAME | THEM
