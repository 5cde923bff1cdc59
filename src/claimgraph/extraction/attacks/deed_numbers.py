"""How many acts the noun of a deed tells of."""

import re
from collections.abc import Sequence

from claimgraph.extraction.attacks.deed_days import YEAR
from claimgraph.extraction.attacks.told_again import number_of
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.words.deed_lists import (
    BETWEEN_SIDES,
    COUNTS,
    FEW,
    LASTING,
    NUMBERS,
)
from claimgraph.extraction.words.word_lists import words

# so many strikes from the air are no parts of one, nor is what was done since a day
SERIES, SINCE_WITHIN = 3, 10
BY_STATES = words("attackers", "by_states")
OFTEN = words("attacks", "frequent")
BEING = frozenset(("was", "is", "became", "marks", "marked"))
HUNDREDS, MANY_WITHIN = frozenset(("hundreds", "thousands", "000")), 6
ORDINALS = frozenset(("second", "third"))
MOST = frozenset(("most", "worst"))
# before the noun for what is the same as another act
ONE_OF = re.compile(r"\b(?:one of|among) $", re.IGNORECASE)


def is_what_it_was(passage: SpokenSentence, at: int, before: Sequence[str]) -> bool:
    """Whether an attack is counted among others: "it was the second attack"."""
    first = at - len(before)
    verb = passage.tokens[first - 1].bare if first > 0 else ""
    return verb in BEING and before[-1:] == ["the"] and not ORDINALS.isdisjoint(before)


def is_of_hundreds(passage: SpokenSentence, at: int) -> bool:
    """Whether a plural is of more than die in one attack: "the deaths of hundreds"."""
    after = [one.bare for one in passage.tokens[at + 1 : at + MANY_WITHIN]]
    many = not HUNDREDS.isdisjoint(after) or any(number_of(one) > 999 for one in after)
    return passage.tokens[at].bare.endswith("s") and after[:1] == ["of"] and many


def is_several(passage: SpokenSentence, at: int, before: Sequence[str]) -> bool:
    """Whether a noun is of more acts than the parts of one: of two blasts it is not."""
    low = passage.tokens[at].bare
    plural = low.endswith("s") and not is_one_of(passage, at, before)
    first = at - len(before)
    lead = [one.bare for one in passage.tokens[max(first - 2, 0) : first]]
    if low in BETWEEN_SIDES and OFTEN.isdisjoint((*before, *lead)):
        # those of one day
        return False
    if plural and any(number_of(one) >= SERIES for one in before):
        after = {one.bare for one in passage.tokens[at : at + SINCE_WITHIN]}
        if low in BY_STATES or "since" in after:
            return True
    numbers = [one for one in before if one.isdecimal() and not YEAR.fullmatch(one)]
    counts = [*numbers, *(one for one in before if one in NUMBERS)]
    many = any(int(one[:9]) > FEW for one in numbers)
    return (plural or low in LASTING) and (many or not counts)


def count_in(before: Sequence[str]) -> int:
    """How many attacks the words before a noun count: two of "both", of "the two"."""
    return next((COUNTS[one] for one in before if one in COUNTS), 0)


def is_worst(before: Sequence[str]) -> bool:
    """Whether words before a noun put it above all others of the kind."""
    return any(one in MOST or one.endswith("est") for one in before)


def is_worst_in(passage: SpokenSentence, at: int, before: Sequence[str]) -> bool:
    """Whether a noun tells of the worst of a year: "its deadliest attack in 2015"; not
    "it was the deadliest attack in 2015".
    """
    first = at - len(before)
    verb = passage.tokens[first - 1].bare if first > 0 else ""
    after = [one.bare for one in passage.tokens[at + 1 : at + 3]]
    year = after[:1] == ["in"] and YEAR.fullmatch(after[-1]) is not None
    return year and is_worst(before) and verb not in BEING


def is_one_of(passage: SpokenSentence, at: int, before: Sequence[str]) -> bool:
    """Whether a plural tells of what a single act was: "one of the worst attacks"."""
    first = passage.tokens[at - len(before)].start
    told = ONE_OF.search(passage.text, passage.span.start, first)
    return told is not None and is_worst(before)
