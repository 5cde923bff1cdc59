"""Whether a verb tells of more than one act."""

from collections.abc import Sequence

from claimgraph.extraction.attacks.targets import PEOPLE, TARGETS, WEAK
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.words.deed_lists import (
    FEW,
    GROUND,
    NUMBERS,
    SWEEPING,
    WIDE,
)

# ground that is taken stands within so many words
GROUND_WITHIN = 6
OTHER = frozenset(("other", "various", "numerous"))
WE = frozenset(("we", "i", "our"))


def is_often(low: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb tells of what goes on, or was done again and again: has bombed."""
    if "never" in before[-3:] or "thousands" in after[:3]:
        # "we have never killed judges", "killed thousands of people"
        return True
    if after[:1] != [] and after[0] in OTHER and is_many_things(after[1:2]):
        # "charged with raiding other prisons"
        return True
    near = [one for one in before if not one.endswith("ly") and one != "also"]
    if not WE.isdisjoint(near) or is_of_few(after):
        # who says so of himself may speak of what he just did
        return False
    if low.endswith("ing"):
        return near[-1:] in (["is"], ["are"]) or near[-2:-1] in (["has"], ["have"])
    return near[-1:] in (["has"], ["have"])


def is_of_few(after: Sequence[str]) -> bool:
    """Whether it is told of one, or of a few, to whom it was done: "have shot dead
    three men".
    """
    first = next((one for one in after if one not in ("dead", "down", "up")), "")
    return first in ("a", "an") or first in NUMBERS or is_small(first)


def is_many_things(words: Sequence[str]) -> bool:
    """Whether a word is one for many things that one act seldom hits: prisons."""
    strong = (TARGETS.get(one) for one in words if one.endswith("s"))
    return any(one not in (None, *WEAK, *PEOPLE) for one in strong)


def is_small(word: str) -> bool:
    """Whether a word is a number of a few."""
    return word.isdecimal() and int(word[:9]) <= FEW


def is_wide(passage: SpokenSentence, at: int) -> bool:
    """Whether a verb tells of ground that no one act takes: "seized large parts of"."""
    tokens, low = passage.tokens, passage.tokens[at].bare
    after = [one.bare for one in tokens[at + 1 : at + 1 + GROUND_WITHIN]]
    if low not in GROUND:
        return False
    if after[:1] == ["by"]:
        # "the areas seized by the rebels"
        after = [one.bare for one in tokens[max(at - GROUND_WITHIN, 0) : at]]
    return not WIDE.isdisjoint(after) or low in SWEEPING
