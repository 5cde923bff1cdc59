"""Which attacks of two codings are one: by day, target and place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimgraph.dates import MONTHS, Days, days_meet, span
from claimgraph.errors import ClaimgraphError
from claimgraph.folding import fold
from claimgraph.model import Claim
from claimgraph.schema import load_schema
from claimgraph.scoring.coded import CodedArticle, spoken_of
from claimgraph.scoring.entities import EMPTY, ids_of, type_of

ATTACK = "attack"
SERIES = "series"
DATED_ID = re.compile(r"attack/(\d{4}(?:-(?:0[1-9]|1[0-2]))?(?:-\d\d)?)(?:-|$)")
# places that are no targets: a word of theirs tells only where it was
AREAS = frozenset({"country", "province", "city", "district", "region", "village"})
# what attacks are called, whatever was hit
CALLED = frozenset(
    {
        *("attack", "attacker", "assault", "bombing", "bomb", "bomber", "blast"),
        *("explosion", "killing", "murder", "massacre", "shooting", "raid", "strike"),
        *("ambush", "siege", "rocket", "missile", "kidnapping", "abduction", "arson"),
        *("suicide", "series", "twin", "undated", "claimed", "against", "near", "was"),
        *(*map(str.lower, MONTHS), "that", "which", "with"),
        *("his", "her", "its", "their", "were", "is", "are", "who", "several", "two"),
        *("three", "day", "night", "morning", "week", "month", "year", "after", "into"),
        *("joint", "jointly", "cell", "member", "major", "recent", "other", "many"),
        *("told", "said", "accused", "blamed", "name", "another", "different", "act"),
        *("terror", "terrorist", "since", "before", "under", "more", "than", "spoke"),
        *("various", "further", "possible", "alleged", "planned", "or", "be", "this"),
    }
)


@dataclass(frozen=True, slots=True)
class AttackTraits:
    """What a coding tells of one attack, by which it is known again."""

    days: tuple[Days, ...]
    words: frozenset[str]
    areas: frozenset[str]
    places: frozenset[str]
    place_kinds: frozenset[str | None]
    series: bool | None


def traits(coded: CodedArticle, attack: str) -> AttackTraits:
    """What a coding tells of an attack: its own article first, else all of it."""
    entity, claims = coded.entity(attack), affirmed_of(coded, attack)
    place = compared_as("place")
    days = days_of(coded, attack) or days_of_id(attack)
    aims = [one for one in claims if one.relation in spoken_of()["target"]]
    called = [entity.name, *(each.name for each in entity.aliases)]
    called.append(attack.partition("/")[2])
    hit = {claim.object for claim in aims}
    called += [name for one in hit if one for name in coded.entity(one).names]
    doers = [one for one in ids_of(coded) if type_of(one) == "group" and one not in hit]
    lying = {one.object for one in claims if one.relation in place and one.object}
    around = {each for one in lying for each in coded.entity(one).around}
    return AttackTraits(
        days=tuple(days),
        words=told_words(called)
        - told_words(name for one in doers for name in names(coded, one)),
        areas=area_words(coded, lying | around),
        places=frozenset(fold(n) for one in lying | around for n in names(coded, one)),
        place_kinds=frozenset(coded.entity(one).kind for one in lying),
        series=None if entity.kind is None else entity.kind == SERIES,
    )


def affirmed_of(coded: CodedArticle, attack: str) -> list[Claim]:
    """What is affirmed of an attack anywhere in the coding."""
    told = coded.told.get(attack, ())
    return [one for one in told if one.polarity == "affirmed"]


def days_of(coded: CodedArticle, attack: str) -> list[Days]:
    """The days that are told of an attack: by its own article, else by any other."""
    claims, day = affirmed_of(coded, attack), compared_as("day")
    own = [one for one in claims if one.article == coded.article.id]
    return days_told(own, day) or days_told(claims, day)


def names(coded: CodedArticle, entity_id: str) -> list[str]:
    """The names of an entity."""
    return coded.entity(entity_id).names


def compared_as(what: str) -> frozenset[str]:
    """The relations whose values are put beside each other as days, or as places."""
    relations = load_schema().relations.values()
    return frozenset(one.name for one in relations if one.compared == what)


def days_told(claims: Iterable[Claim], relations: frozenset[str]) -> list[Days]:
    """The days that claims of these relations give."""
    dates = (
        one.value.on
        for one in claims
        if one.relation in relations and one.value is not None and one.value.on
    )
    return [(span(date).earliest, span(date).latest) for date in dates]


def days_of_id(attack: str) -> list[Days]:
    """The days that an id allows: attack/2020-03-25-…, attack/2020-03-…."""
    found = DATED_ID.match(attack)
    if found is None:
        return []
    try:
        days = span(found[1])
    except ClaimgraphError:
        return []
    return [(days.earliest, days.latest)]


def told_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that tell one attack from others, in the singular.

    >>> sorted(told_words(["attacks on two Temples in March 2020"]))
    ['temple']
    """
    words = {
        word.removesuffix("s") if len(word) > 3 else word
        for text in texts
        for word in fold(text.replace("-", " ")).split()
    }
    return frozenset(w for w in words - empty_words() if len(w) > 1 and not w.isdigit())


@cache
def empty_words() -> frozenset[str]:
    """The words that tell no attack from another, also in the singular."""
    return CALLED | EMPTY | {word.removesuffix("s") for word in CALLED}


def area_words(coded: CodedArticle, lying: Iterable[str]) -> frozenset[str]:
    """The words that tell only where something was."""
    areas = [
        each
        for each in coded.entities.values()
        if type_of(each.id) == "state" or each.kind in AREAS
    ]
    areas += [one for one in map(coded.entity, lying) if one.kind is None]
    return told_words(name for each in areas for name in each.names)


def is_day(days: Days) -> bool:
    """Whether a span is one day."""
    return days[0] is not None and days[0] == days[1]


def same_attack(one: AttackTraits, other: AttackTraits) -> bool:
    """Whether two codings tell of one attack.

    Their dates are compatible, and they share a word for the target, or the day and no
    place contradicts; where one tells of no target, they share a place, or both are
    series; or neither tells of a target or a place.
    """
    pairs = [(a, b) for a in one.days for b in other.days]
    same_day = any(a == b and is_day(a) for a, b in pairs)
    if not same_day and {one.series, other.series} == {True, False}:
        return False
    if pairs and not any(days_meet(a, b) for a, b in pairs):
        return False
    areas = one.areas | other.areas
    ours, theirs = one.words - areas, other.words - areas
    if ours & theirs:
        return True
    # a name tells of a place, too: the attacks in Veshti
    near = bool(one.places & other.places or one.words & other.words)
    conflict = bool(one.places and other.places) and not near
    conflict = conflict and bool(one.place_kinds & other.place_kinds)
    if same_day and not conflict:
        return True
    nothing_told = not (ours or theirs or one.places or other.places)
    both_series = one.series is True and other.series is True
    return nothing_told or ((near or both_series) and not (ours and theirs))


class AttackMatcher:
    """Which attacks of two codings of one article are one."""

    def __init__(self, gold: CodedArticle, other: CodedArticle) -> None:
        self.gold, self.other = gold, other
        self.known: dict[tuple[bool, str], AttackTraits] = {}

    def traits(self, attack: str, *, gold: bool) -> AttackTraits:
        """What one of the codings tells of an attack."""
        if (gold, attack) not in self.known:
            side = self.gold if gold else self.other
            self.known[gold, attack] = traits(side, attack)
        return self.known[gold, attack]

    def same(self, one: str, two: str) -> bool:
        """Whether an attack of the gold and one of the other coding are one."""
        one = self.gold.canonical.get(one, one)
        two = self.gold.canonical.get(two, two)
        if one == two:
            return True
        return same_attack(self.traits(one, gold=True), self.traits(two, gold=False))

    def same_day(self, one: str, two: str) -> bool | None:
        """Whether a date is told alike; None where the gold tells none."""
        told = days_of(self.gold, one)
        return bool(set(told) & set(days_of(self.other, two))) if told else None
