"""Where an attack was, by the words of its sentence."""

import re
from collections.abc import Sequence

from claimgraph.dates import MONTHS, WEEKDAYS
from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.targets import AT, is_building
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.model import Entity, TextSpan

PART = re.compile(r"\b(?:north|south|east|west)\w*,? $")
PLACE_WORD = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|through|on|of|into|to)"
    r"(?: [\w',-]+){0,4}? $",
    re.IGNORECASE,
)
# a day that stands before a place, and is none
DATED = re.compile(rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))}|\d+),? (?:and )?$")
# between a country and what lies in it
WITHIN = re.compile(r"(?:'s?)?,? (?:(?:in|at|near|around|on) )?(?:[\w-]+ ){0,4}")
# between a verb and the place that it is done to
OBJECT = re.compile(r" (?:(?:up|over) )?(?:the (?:[\w-]+ ){0,3}of )?")
FROM = re.compile(
    r"\b(?:[Ff]rom|[Bb]ased in|native of|(?:north|south|east|west)[\w-]* of)(?: the)? $"
)
# before a place where somebody only speaks of it
SPOKEN_AT = re.compile(
    r"\b(?:(?:told|to|addressing) (?:[\w']+ ){0,2}?"
    r"(?:reporters|journalists|newsmen|press|media)|told [A-Z]\w+(?: [A-Z]\w+)?"
    r"|[Ss]peaking|spoke|speech|statement|interview|conference|briefing)\b"
    r"(?: [\w',]+){0,4}? (?:in|at|near|from) (?:the )?"
    r"(?:(?:\w+ )?(?:capital|city|town) of )?$"
)
BEFORE_NOUN = re.compile(r"(?:'s)?(?:[ -][\w-]+){0,4}[ -]$")
LOOK_BACK = 60


class Places:
    """The places of one sentence in which something is told to have happened."""

    def __init__(self, passage: SpokenSentence, mentions: Sequence[Mention]) -> None:
        self.passage, self.text, self.mentions = passage, passage.text, mentions

    def of(self, deed: Deed, first: int, last: int) -> Mention | None:
        """The place after a deed, before its noun, or else in the sentence."""
        places = [
            (one, place)
            for one in self.mentions
            if (place := one.of_type(("place",))) is not None
            if not is_building(place)
            if not deed.definite or is_beside(self.passage, one.span, deed)
        ]
        after = [
            (one, place)
            for one, place in places
            if deed.span.end <= one.span.start < last
            if self.is_where(one) or self.is_what(one, deed)
        ]
        inside = [
            (one, place)
            for one, place in places
            if deed.noun and place.kind != "country"
            if leads(self.text, one.span.end, deed)
        ]
        elsewhere = [
            (one, place)
            for one, place in places
            if first <= one.span.start < last and self.is_where(one)
        ]
        for found in (after, inside, elsewhere):
            if found:
                return self.most_exact(found)
        return None

    def most_exact(self, found: Sequence[tuple[Mention, Entity]]) -> Mention:
        """The first of some places, or one that is told to lie in it."""
        first, *more = found
        if first[1].kind != "country":
            return first[0]
        inner = (
            one
            for one, place in more
            if place.kind != "country"
            and WITHIN.fullmatch(self.text, first[0].span.end, one.span.start)
        )
        return next(inner, first[0])

    def is_whole(self, one: Mention) -> bool:
        """Whether all of a place is meant, and no part: northern Tarim."""
        return PART.search(self.text, self.passage.span.start, one.span.start) is None

    def is_what(self, one: Mention, deed: Deed) -> bool:
        """Whether a place is what somebody attacked: "shelled the town of Tarim"."""
        gap = OBJECT.fullmatch(self.text, deed.span.end, one.span.start)
        return not deed.noun and gap is not None

    def is_where(self, one: Mention) -> bool:
        """Whether a place is one where something is, not whence."""
        start = max(self.passage.span.start, one.span.start - LOOK_BACK)
        before = self.text[start : one.span.start]
        if FROM.search(before) or SPOKEN_AT.search(before):
            return False
        if DATED.search(before):
            # "in June, Tarim sent troops"
            return False
        return PLACE_WORD.search(before) is not None or before.endswith((", ", "("))


def is_beside(passage: SpokenSentence, span: TextSpan, deed: Deed) -> bool:
    """Whether a day or a place stands right beside the noun of a deed.

    Of an attack that is known already the rest of a sentence tells nothing.
    """
    if span.end <= deed.span.start:
        return leads(passage.text, span.end, deed) or span.start == passage.span.start
    return AT.fullmatch(passage.text, deed.span.end, span.start) is not None


def leads(text: str, end: int, deed: Deed) -> bool:
    """Whether what ends at a place stands in the phrase before a noun."""
    gap = deed.span.start - end
    return 0 < gap < LOOK_BACK and (
        BEFORE_NOUN.fullmatch(text, end, deed.span.start) is not None
    )
