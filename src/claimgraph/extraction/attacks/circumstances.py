"""When, where and whom an attack hit, by the words of its sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimgraph.dates import MONTHS
from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.deed_days import Days
from claimgraph.extraction.attacks.deed_doers import Actors, DeedDoers
from claimgraph.extraction.attacks.deed_links import (
    is_in_known,
    is_in_many,
    is_of_other_time,
    is_when,
)
from claimgraph.extraction.attacks.deed_places import Places
from claimgraph.extraction.attacks.targets import (
    WEAK,
    Aims,
    Point,
    most_telling,
)
from claimgraph.extraction.attacks.told_again import Hurt, hurt_in_all
from claimgraph.extraction.dates.dates import DateMention
from claimgraph.extraction.dates.stamps import stamp_of, with_unknown_days
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.text.sentences import after_dateline
from claimgraph.model import Entity

LOOK_BACK = 60
# in which more is done than one act
PERIOD = re.compile(
    rf"""\b(?:(?:over|during|throughout)\ (?:the\ )?(?:(?:past|last|previous|recent)\ )?
    |in\ (?:the\ )?(?:past|last|recent)\ )
    (?:(?:\w+\ )?(?:years|months|decades|weeks|days))\b
    |\bfrom\ (?:{"|".join(MONTHS)})\ to\ (?:{"|".join(MONTHS)})\b""",
    re.IGNORECASE | re.VERBOSE,
)
# whom a passive tells to have been hit since a day: "have been killed since May"
HAVE_BEEN = re.compile(r"\b(?:have|has) been $")
SINCE = re.compile(
    r"\b[Ss]ince\b|\bso far this\b|\b\d+,\d{3}\b|\b(?:[Hh]undreds|[Tt]housands) of\b"
)
# "the deadliest in the past ten years" is one of them
MOST = re.compile(r"\b(?:first|second|third|latest|worst|most|\w{3,}est)\b")
# between two verbs of one act
PAIRED = re.compile(r",? (?:and|then|or)(?: then| later| [a-z]+ly)? ")
MOST_PAIRED = 3
# between a noun and what it did
TOLD_BY = re.compile(r"(?: of [a-z]+)?,? (?:that|which)(?: [a-z]+ly| has| have)? ")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a sentence tells of one attack: its day (EDTF), its place, what was hit.

    `stamp` is the weekday, or the day of a month, by which it is told of.
    `apart` is an attack that is of another time than the one before it in the sentence,
    `when` tells how those were hit that the one before tells of.
    `targets` are words that stand for things, or ids of those who were hit; `target`
    is what the text calls it. `points` are those of them that a few words tell, `calls`
    the names before its noun: the Arena bombing, the Tarim attacks. `long` tells of a
    period, `hurt` of those hit so often that only more words tell them from others.
    """

    day: str | None = None
    place: Entity | None = None
    targets: frozenset[str] = frozenset()
    target: str | None = None
    points: tuple[Point, ...] = ()
    calls: frozenset[str] = frozenset()
    stamp: str | None = None
    doers: DeedDoers = field(default_factory=DeedDoers)
    long: bool = False
    apart: bool = False
    hurt: Hurt = field(default_factory=Hurt)
    when: bool = False

    @property
    def strong(self) -> frozenset[str]:
        """Targets that tell one attack from another."""
        return self.targets - WEAK


class DeedSentence:
    """One sentence with what was found in it."""

    def __init__(
        self,
        passage: SpokenSentence,
        deeds: Sequence[Deed],
        mentions: Sequence[Mention],
        dates: Sequence[DateMention],
    ) -> None:
        self.passage, self.deeds = passage, deeds
        self.days = Days(passage, deeds, with_unknown_days(passage, dates))
        self.text = passage.text
        told = after_dateline(self.text, passage.span).start
        self.mentions = [one for one in mentions if one.span.start >= told]
        self.aims = Aims(passage, self.mentions)
        self.actors = Actors(passage, self.mentions)
        self.places = Places(passage, self.mentions)

    def of(self, at: int) -> Circumstances:
        """The circumstances of one of its deeds."""
        deed, apart = self.deeds[at], self.is_apart(at)
        first = self.deeds[at - 1].span.end if at else self.passage.span.start
        last = self.passage.span.end
        stop = self.text.find(";", deed.span.end, last)
        last = stop if stop >= 0 else last
        on = at + 1
        while on < min(len(self.deeds), at + MOST_PAIRED) and self.pairs(on):
            on += 1
        own = min(last, self.deeds[at + 1].begins) if at + 1 < len(self.deeds) else last
        last = min(last, self.deeds[on].begins) if on < len(self.deeds) else last
        aims, hurt = dict[str, str](), Hurt()
        for each in self.deeds[at:on]:
            hit, known = self.aims.of(each, first, max(last, each.span.end))
            aims, hurt = aims | hit, hurt_in_all(hurt, known)
        since = deed.begins if apart else first
        day, place = self.days.of(deed, since, last), self.places.of(deed, since, last)
        if apart and day is not None and day.span.end <= since:
            day = None
        where = place.of_type(("place",)) if place is not None else None
        points = self.points(deed, day, place, own)
        return Circumstances(
            (day.day or None) if day is not None else None,
            where,
            frozenset(aims),
            most_telling(aims),
            tuple(points),
            frozenset(self.names_of(deed)),
            stamp_of(self.text, day) if day is not None else None,
            self.actors.of(deed),
            self.is_long(deed, first, last),
            apart,
            hurt,
            at > 0 and is_when(self.text, self.deeds[at - 1], deed),
        )

    def points(
        self, deed: Deed, day: DateMention | None, place: Mention | None, last: int
    ) -> list[Point]:
        """What a few words up to a place tell of a deed."""
        points = list(self.aims.points(deed, last))
        if day is not None and day.day and day.span.start < last:
            points.append(Point("day", day.day, day.span))
        where = place.of_type(("place",)) if place is not None else None
        if place is None or where is None or place.span.start >= last:
            return points
        if self.places.is_whole(place):
            points.append(Point("place", where.id, place.span))
        return points

    def is_of_next(self, at: int, told: Circumstances) -> bool:
        """Whether a verb tells whom the attack hit that the next noun means."""
        if at + 1 == len(self.deeds):
            return False
        one, other = self.deeds[at : at + 2]
        if is_in_many(self.text, one, other):
            return True
        named = any(each.startswith("person/") for each in told.strong)
        return named and told.day is None and is_in_known(self.text, one, other)

    def is_apart(self, at: int) -> bool:
        """Whether a deed is of another time than the one before it."""
        if at == 0:
            return False
        one, other = self.deeds[at - 1 : at + 1]
        return is_of_other_time(self.text, self.passage.span.start, one, other)

    def is_long(self, deed: Deed, first: int, last: int) -> bool:
        """Whether a verb tells of what was done in a period: over the three years."""
        start = max(deed.begins - LOOK_BACK, self.passage.span.start)
        if not deed.noun and HAVE_BEEN.search(self.text, start, deed.begins):
            return SINCE.search(self.text, self.passage.span.start, last) is not None
        found = PERIOD.search(self.text, first, last)
        if found is None or deed.noun:
            return False
        start = max(first, found.start() - LOOK_BACK)
        return MOST.search(self.text, start, found.start()) is None

    def pairs(self, at: int) -> bool:
        """Whether a verb goes on with the deed before it: shot and killed, attacks that
        killed.
        """
        one, other = self.deeds[at - 1], self.deeds[at]
        gap = self.text[one.span.end : other.begins]
        doing = self.text[other.span.start : other.span.end].endswith("ing")
        if one.noun and doing and gap == " ":
            # "attacks targeting a school"
            return not other.noun
        pattern = TOLD_BY if one.noun else PAIRED
        return not other.noun and pattern.fullmatch(gap) is not None

    def names_of(self, deed: Deed) -> Iterator[str]:
        """The names before a noun that tell which attack it is, and not whose."""
        for token in self.passage.tokens:
            inside = deed.begins <= token.start < deed.span.start
            if not (inside and token.is_capital and token.text in deed.called.split()):
                continue
            if not self.aims.is_somebodys(token.start):
                yield token.bare
