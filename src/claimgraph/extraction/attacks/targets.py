"""Whom or what an attack hit, by the words of its sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.told_again import Hurt, dead_of, hurt_in_all, hurt_of
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.words.word_lists import tables, words
from claimgraph.model import Entity, TextSpan

TARGETS: dict[str, str] = {
    word: line.split()[0]
    for line in tables()["targets"]["same"]
    for word in line.split()
}
WEAK, PEOPLE = words("targets", "weak"), words("targets", "people")
BUILDINGS = (
    words("places", "heads") - words("places", "kinds") - words("places", "wide")
)
# whoever belongs to a building is not it
STAFF = words("targets", "staff")
# what may be hit, behind a word that tells more of it
THINGS = BUILDINGS | TARGETS.keys() - PEOPLE
SOMEBODY = ("org", "group", "person", "state", "community")
# between the noun of a deed that is known and what is told right beside it
AT = re.compile(
    r"(?!.*\b(?:and|but|who|which|that|when|was|were|is|are|has|had|said"
    r"|known|home|told|calls?|statements?|interviews?|messages?|e-?mails?|letters?"
    r"|videos?|websites?|conferences?|posts?|tweets?)\b)[^,;:\"()]{0,60}"
)
# what is done with those who were hit, or by those who speak of it, elsewhere
MOVED = re.compile(
    r"\b(?:rush|evacuat|admit|transfer|treat|deposit|hospitali|recover|recuperat|died\b"
    r"|speak|spoke|spoken|visit|pray|told\b|arriv|flew\b|flown\b|fled\b|moved\b"
    r"|carried to|return|taken\b|t(?:oo|a)k(?:ing)? (?!place|control)|brought\b|convey)"
)
TOWARDS = re.compile(r"\b(?:to|into)\b")
# between a deed and who was hit
NOUN_HITS = re.compile(r" (?:on|against|targeting)(?: [\w'-]+){0,3}? ")
VERB_HITS = re.compile(r"(?: (?:the|a|an|at|on))?(?: [\w'-]+)? ")
OF_PERSON = re.compile(r" (?:of|against|on)(?: [\w'-]+){0,6}? $")
# between a verb and a person: what he was
AS_PERSON = re.compile(
    r"(?: (?!(?:of|by|in|for|with|at|near|from|to|on|up|off|down|into)\b)[\w'-]+){0,4} "
)
# between a person and the verb that tells what was done to him
WAS = re.compile(
    r"(?:,? and (?:[\w'-]+ ){1,5}|, (?:an?|the|his|her|its) (?:[\w'.-]+,? ){0,9}?"
    r"|, \d\d, | \([^()]*\) |,? )"
    r"(?:who )?(?:has |have |had )?(?:was|were|is|been|being)"
    r" (?:[a-z]+ly |also |later |then |himself )?"
)
# his killing
OWN_DEATH = ("assassination", "kidnapping")
# whoever is blamed was not hit: blamed the attack on somebody
BLAMED = re.compile(r"\b(?:blam|pinn|pin)\w*(?: \w+)? ?$")
# where the clause of a verb begins
CLAUSE = re.compile(
    r"[;:,\"(]|\b(?:that|when|after|before|while|because|since|said|says|told|where)\b"
)
LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Point:
    """One circumstance with the words that tell it: a day, or the id of a place or of
    whoever was hit.
    """

    kind: Literal["day", "place", "hit"]
    what: str
    span: TextSpan


def is_building(place: Entity) -> bool:
    """Whether a place is a thing that is hit rather than where: a palace."""
    return place.name.split()[-1].lower() in BUILDINGS


def most_telling(aims: Mapping[str, str]) -> str | None:
    """The words for what tells an attack from others, or else for anything it hit."""
    strong = (said for key, said in aims.items() if key not in WEAK)
    return next(strong, next(iter(aims.values()), None))


def is_between(words: TextSpan, one: TextSpan, other: TextSpan) -> bool:
    """Whether words stand between two others."""
    first, last = sorted((one, other), key=lambda each: each.start)
    return first.end <= words.start and words.end <= last.start


class Aims:
    """What the attacks of one sentence hit."""

    def __init__(self, passage: SpokenSentence, mentions: Sequence[Mention]) -> None:
        self.passage, self.text, self.mentions = passage, passage.text, mentions

    def of(self, deed: Deed, first: int, last: int) -> tuple[dict[str, str], Hurt]:
        """What a deed hit, each with the words for it, and what ties these to others;
        who has a name comes first.
        """
        victims = [
            one
            for one in self.mentions
            if one.prefix == "person" and not one.entity.unnamed
            if self.is_victim(one, deed, first, last)
        ]
        found = {one.entity.id: one.entity.name for one in victims}
        for one in self.mentions:
            place = one.of_type(("place",))
            after = deed.span.end <= one.span.start < last
            after = after and not self.is_elsewhere(deed, one.span.start)
            if after and place is not None and is_building(place):
                found[place.id] = self.text[one.span.start : one.span.end]
        kills = self.text.startswith(("kill", "death"), deed.span.start)
        hurt = dead_of(self.text, deed.span.start, deed.span.end) if kills else Hurt()
        for key, said in self.things(deed, first, last):
            if key in WEAK:
                hurt = hurt_in_all(hurt, hurt_of(self.text, key, said.start))
            # what stands between only tells who somebody was
            if not any(is_between(said, one.span, deed.span) for one in victims):
                found.setdefault(key, self.text[said.start : said.end])
        return found, hurt

    def is_victim(self, one: Mention, deed: Deed, first: int, last: int) -> bool:
        """Whether somebody is who a deed was done to."""
        text = self.text
        if deed.span.end <= one.span.start < last:
            gap = text[deed.span.end : one.span.start]
            of = OF_PERSON.fullmatch(gap) and AT.fullmatch(gap)
            done = not deed.noun and AS_PERSON.fullmatch(gap) and AT.fullmatch(gap)
            blamed = BLAMED.search(text, deed.begins - LOOK_BACK, deed.begins)
            return bool(of or done) and blamed is None
        if not first <= one.span.start < deed.span.start:
            return False
        if not deed.noun:
            return WAS.fullmatch(text, one.span.end, deed.span.start) is not None
        own = deed.kind in OWN_DEATH or deed.word == "killing"
        return own and text[one.span.end : deed.span.start] in (" ", "'s ", "' ")

    def things(
        self, deed: Deed, first: int, last: int
    ) -> Iterator[tuple[str, TextSpan]]:
        """The words for things that a deed hit, each with its key."""
        start = deed.begins
        if not deed.noun and self.is_passive(deed):
            start = self.clause(first, deed)
        key, begun, ended = "", -1, -1
        hit = self.hit_by_name(deed, last)
        for token, after in zip_longest(self.passage.tokens, self.passage.tokens[1:]):
            inside = start <= token.start < last
            if not inside or token.bare not in TARGETS:
                continue
            if after is not None and after.bare in STAFF:
                # "a parliament member" is no parliament
                continue
            behind = token.start >= deed.span.end
            named = hit is not None and hit.span.start <= token.start < hit.span.end
            if not named and self.is_somebodys(token.start, unnamed=not behind):
                continue
            if behind and not AT.fullmatch(self.text, deed.span.end, token.start):
                continue
            if behind and self.is_elsewhere(deed, token.start):
                continue
            if key and (TARGETS[token.bare] != key or ended != token.start - 1):
                yield key, self.whole_name(begun, ended, hit)
                key = ""
            begun = begun if key else token.start
            key, ended = TARGETS[token.bare], token.bare_end
        if key:
            yield key, self.whole_name(begun, ended, hit)

    def is_elsewhere(self, deed: Deed, at: int) -> bool:
        """Whether a building is where the victims of a deed were taken, or where
        somebody speaks of it.
        """
        text, end = self.text, deed.span.end
        if MOVED.search(text, end, at):
            return True
        start = max(deed.begins - LOOK_BACK, self.passage.span.start)
        moved = MOVED.search(text, start, deed.begins) is not None
        return moved and TOWARDS.search(text, end, at) is not None

    def points(self, deed: Deed, last: int) -> Iterator[Point]:
        """Whoever, or whatever has a name, the words after a deed say was hit."""
        one = self.hit_by_name(deed, last)
        if one is not None:
            yield Point("hit", one.entity.id, one.span)

    def hit_by_name(self, deed: Deed, last: int) -> Mention | None:
        """The first with a name behind a deed that was done to it."""
        pattern = NOUN_HITS if deed.noun else VERB_HITS
        for one in self.mentions:
            if not deed.span.end <= one.span.start < last or one.prefix == "attack":
                continue
            if pattern.fullmatch(self.text, deed.span.end, one.span.start) is None:
                continue
            place = one.of_type(("place",))
            whole = one.prefix not in ("place", "state") and not one.entity.unnamed
            if whole or (place is not None and is_building(place)):
                return one
        return None

    def whole_name(self, begun: int, ended: int, hit: Mention | None) -> TextSpan:
        """The words for a thing with the one that they tell more of: bus station."""
        if hit is not None and hit.span.start <= begun < hit.span.end:
            return hit.span
        after = next((one for one in self.passage.tokens if one.start > ended), None)
        near = after is not None and self.text[ended : after.start] == " "
        if after is not None and near and after.bare in THINGS:
            ended = after.bare_end
        return TextSpan(begun, ended)

    def is_somebodys(self, at: int, *, unnamed: bool = True) -> bool:
        """Whether a word is in the name or description of somebody who may speak."""
        return any(
            one.span.start <= at < one.span.end
            and one.prefix in SOMEBODY
            and (unnamed or not one.entity.unnamed)
            for one in self.mentions
        )

    def is_passive(self, deed: Deed) -> bool:
        """Whether a verb tells what was done to what stands before it."""
        before = self.text[max(deed.span.start - 12, 0) : deed.span.start]
        return before.endswith(("was ", "were ", "been ", "being ", "is ", "are "))

    def clause(self, first: int, deed: Deed) -> int:
        """Where the clause of a verb begins."""
        before = CLAUSE.finditer(self.text, first, deed.span.start)
        return max((one.end() for one in before), default=first)
