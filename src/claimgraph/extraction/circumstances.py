"""When, where and whom an attack hit, by the words of its sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimgraph.extraction.dates import DateMention
from claimgraph.extraction.deeds import Deed
from claimgraph.extraction.mention import Mention, SpokenSentence
from claimgraph.extraction.sentences import after_dateline
from claimgraph.extraction.word_lists import tables, words
from claimgraph.model import Entity, TextSpan

TARGETS: dict[str, str] = {
    word: line.split()[0]
    for line in tables()["targets"]["same"]
    for word in line.split()
}
WEAK = words("targets", "weak")
BUILDINGS = (
    words("places", "heads") - words("places", "kinds") - words("places", "wide")
)
# a day of saying, not of doing
SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|warned|stated|added|tweeted|posted"
    r"|confirmed|statement|interview|conference|responsibility|arrested|arrest|detained"
    r"|denied|condemned|vowed|blamed|accused|message|claimed|appeared|published"
    r"|released|sentenced|updated)(?: [\w']+){0,4}?,? (?:on |late |early )?$"
)
SAID = re.compile(r"\)?,? (?:said|told|announced|reported|warned|stated|vowed|urged)\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PLACE_WORD = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|on|of|into|to)(?: [\w',-]+){0,4}? $"
)
# between the noun of a deed that is known and what is told right beside it
AT = re.compile(
    r"(?!.*\b(?:and|but|who|which|that|when|was|were|is|are|has|had|said)\b)"
    r"[^,;:\"()]{0,60}"
)
# a paper with its day, in brackets
CITED = re.compile(r"\((?:[^()]*; )?(?:see )?[A-Z][\w .'-]*, $")
FROM = re.compile(r"\b(?:from|based in|capital of|native of)(?: the)? $")
BEFORE_NOUN = re.compile(r"(?:'s)?(?:[ -][\w-]+){0,4}[ -]$")
OF_PERSON = re.compile(r" (?:of|against|on)(?: [\w'-]+){0,6}? $")
# whoever is blamed was not hit: blamed the attack on somebody
BLAMED = re.compile(r"\b(?:blam|pinn|pin)\w*(?: \w+)? ?$")
# between a deed and who was hit
NOUN_HITS = re.compile(r" (?:on|against|targeting)(?: [\w'-]+){0,3}? ")
VERB_HITS = re.compile(r"(?: (?:the|a|an|at|on))?(?: [\w'-]+)? ")
LOOK_BACK = 60
SOMEBODY = ("org", "group", "person", "state", "community")


@dataclass(frozen=True, slots=True)
class Point:
    """One circumstance with the words that tell it: a day, or the id of a place or of
    whoever was hit.
    """

    kind: Literal["day", "place", "hit"]
    what: str
    span: TextSpan


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a sentence tells of one attack: its day (EDTF), its place, what was hit.

    `targets` are words that stand for things, or ids of those who were hit; `target`
    is what the text calls it. `points` are those of them that a few words tell, `calls`
    the names before its noun: the Arena bombing, the Tarim attacks.
    """

    day: str | None = None
    place: Entity | None = None
    targets: frozenset[str] = frozenset()
    target: str | None = None
    points: tuple[Point, ...] = ()
    calls: frozenset[str] = frozenset()

    @property
    def strong(self) -> frozenset[str]:
        """Targets that tell one attack from another."""
        return self.targets - WEAK


def is_building(place: Entity) -> bool:
    """Whether a place is a thing that is hit rather than where: a palace."""
    return place.name.split()[-1].lower() in BUILDINGS


class DeedSentence:
    """One sentence with what was found in it."""

    def __init__(
        self,
        passage: SpokenSentence,
        deeds: Sequence[Deed],
        mentions: Sequence[Mention],
        dates: Sequence[DateMention],
    ) -> None:
        self.passage, self.deeds, self.dates = passage, deeds, dates
        self.text = passage.text
        told = after_dateline(self.text, passage.span).start
        self.mentions = [one for one in mentions if one.span.start >= told]

    def of(self, at: int) -> Circumstances:
        """The circumstances of one of its deeds."""
        deed = self.deeds[at]
        first = self.deeds[at - 1].span.end if at else self.passage.span.start
        last = self.passage.span.end
        stop = self.text.find(";", deed.span.end, last)
        last = stop if stop >= 0 else last
        if at + 1 < len(self.deeds):
            last = min(last, self.deeds[at + 1].begins)
        targets = self.targets(deed, first, max(last, deed.span.end))
        day, place = self.day(deed, first, last), self.place(deed, first, last)
        where = place.of_type(("place",)) if place is not None else None
        points = list(self.hits(deed, last))
        if day is not None:
            points.append(Point("day", day.day, day.span))
        if place is not None and where is not None:
            points.append(Point("place", where.id, place.span))
        return Circumstances(
            day.day if day is not None else None,
            where,
            frozenset(targets),
            next(iter(targets.values()), None),
            tuple(points),
            frozenset(self.names_of(deed)),
        )

    def names_of(self, deed: Deed) -> Iterator[str]:
        """The names before a noun that tell which attack it is, and not whose."""
        for token in self.passage.tokens:
            inside = deed.begins <= token.start < deed.span.start
            if not (inside and token.is_capital and token.text in deed.called.split()):
                continue
            if not self.is_somebodys(token.start):
                yield token.bare

    def hits(self, deed: Deed, last: int) -> Iterator[Point]:
        """Whoever, or whatever has a name, the words after a deed say was hit."""
        pattern = NOUN_HITS if deed.noun else VERB_HITS
        for one in self.mentions:
            if not deed.span.end <= one.span.start < last or one.prefix == "attack":
                continue
            if pattern.fullmatch(self.text, deed.span.end, one.span.start) is None:
                continue
            place = one.of_type(("place",))
            whole = one.prefix not in ("place", "state") and not one.entity.unnamed
            if whole or (place is not None and is_building(place)):
                yield Point("hit", one.entity.id, one.span)
                return

    def day(self, deed: Deed, first: int, last: int) -> DateMention | None:
        """The day that stands in the phrase of a noun, after it, or in the sentence."""
        year = (
            YEAR.search(self.text, deed.begins, deed.span.start) if deed.noun else None
        )
        told = [one for one in self.dates if not self.is_saying(one)]
        told = [one for one in told if not deed.definite or self.is_at(one.span, deed)]
        inside = (one for one in told if deed.noun and self.leads(one.span.end, deed))
        after = (one for one in told if deed.span.end <= one.span.start < last)
        told = [one for one in told if not self.is_of_other(one, deed)]
        before = (one for one in reversed(told) if first <= one.span.start)
        if len(self.deeds) > 1:
            # what stands before the first deed is told of all
            opening = self.deeds[0].span.start
            before = (
                one
                for one in told
                if one.span.start < opening or first <= one.span.start < deed.span.start
            )
        near = next(inside, None)
        if near is None and year is not None:
            return DateMention(TextSpan(*year.span()), year[0])
        return near or next(after, None) or next(before, None)

    def is_at(self, span: TextSpan, deed: Deed) -> bool:
        """Whether a day or a place stands right beside the noun of a deed.

        Of an attack that is known already the rest of a sentence tells nothing.
        """
        if span.end <= deed.span.start:
            return self.leads(span.end, deed) or span.start == self.passage.span.start
        return AT.fullmatch(self.text, deed.span.end, span.start) is not None

    def is_of_other(self, one: DateMention, deed: Deed) -> bool:
        """Whether a day stands in the phrase before another noun."""
        return any(
            other.noun and other is not deed and self.leads(one.span.end, other)
            for other in self.deeds
        )

    def leads(self, end: int, deed: Deed) -> bool:
        """Whether what ends at a place stands in the phrase before a noun."""
        gap = deed.span.start - end
        return 0 < gap < LOOK_BACK and (
            BEFORE_NOUN.fullmatch(self.text, end, deed.span.start) is not None
        )

    def is_saying(self, one: DateMention) -> bool:
        """Whether a day is that of somebody's words, or only before or after it all."""
        if one.sense in ("since", "until"):
            return True
        start = max(self.passage.span.start, one.span.start - LOOK_BACK)
        before = self.text[start : one.span.start]
        after = self.text[one.span.end : one.span.end + LOOK_BACK]
        if before.lower().endswith(("after ", "before ", "by ")):
            return True
        if CITED.search(before) and ")" in after:
            return True
        return SAYING.search(before) is not None or SAID.match(after) is not None

    def place(self, deed: Deed, first: int, last: int) -> Mention | None:
        """The place after a deed, before its noun, or else in the sentence."""
        places = [
            (one, place)
            for one in self.mentions
            if (place := one.of_type(("place",))) is not None
            if not is_building(place)
            if not deed.definite or self.is_at(one.span, deed)
        ]
        after = [
            (one, place)
            for one, place in places
            if deed.span.end <= one.span.start < last and self.is_where(one)
        ]
        inside = [pair for pair in places if self.leads(pair[0].span.end, deed)]
        elsewhere = [
            (one, place)
            for one, place in places
            if first <= one.span.start < last and self.is_where(one)
        ]
        for found in (after, inside, elsewhere):
            near = [pair for pair in found if pair[1].kind != "country"]
            if near or found:
                return (near or found)[0][0]
        return None

    def is_where(self, one: Mention) -> bool:
        """Whether a place is one where something is, not whence."""
        start = max(self.passage.span.start, one.span.start - LOOK_BACK)
        before = self.text[start : one.span.start]
        if FROM.search(before):
            return False
        return PLACE_WORD.search(before) is not None or before.endswith((", ", "("))

    def targets(self, deed: Deed, first: int, last: int) -> dict[str, str]:
        """What was hit, each with the words for it."""
        start = deed.begins
        if not deed.noun and self.is_passive(deed):
            start = first
        found = dict[str, str]()
        ended = -1
        for token in self.passage.tokens:
            named = not start <= token.start < last or self.is_somebodys(token.start)
            if named or token.bare not in TARGETS:
                continue
            behind = token.start >= deed.span.end
            if behind and not AT.fullmatch(self.text, deed.span.end, token.start):
                continue
            key = TARGETS[token.bare]
            if key in found and ended == token.start - 1:
                found[key] += f" {token.text}"
            ended = token.bare_end
            found.setdefault(key, self.text[token.start : ended])
        for one in self.mentions:
            if not deed.span.end <= one.span.start < last:
                continue
            place = one.of_type(("place",))
            if place is not None and is_building(place):
                found[place.id] = self.text[one.span.start : one.span.end]
            gap = self.text[deed.span.end : one.span.start]
            of = OF_PERSON.fullmatch(gap) and AT.fullmatch(gap)
            hit = of is not None or (not deed.noun and len(gap) < 3)
            blamed = BLAMED.search(self.text, deed.begins - LOOK_BACK, deed.begins)
            hit = hit and blamed is None
            if one.prefix == "person" and hit and not one.entity.unnamed:
                found[one.entity.id] = one.entity.name
        return found

    def is_somebodys(self, at: int) -> bool:
        """Whether a word is in the name or description of somebody who may speak."""
        return any(
            one.span.start <= at < one.span.end and one.prefix in SOMEBODY
            for one in self.mentions
        )

    def is_passive(self, deed: Deed) -> bool:
        """Whether a verb tells what was done to what stands before it."""
        before = self.text[max(deed.span.start - 12, 0) : deed.span.start]
        return before.endswith(("was ", "were ", "been ", "being ", "is ", "are "))
