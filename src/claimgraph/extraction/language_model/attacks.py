"""Which attack of a corpus an article tells of: by its day, and its place or target."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.known import Known
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Claim, Entity
from claimgraph.scoring.attacks import compared_as
from claimgraph.scoring.coded import spoken_of

# words that many targets have: by them alone no attack is another
COMMON_WORDS = """
area attack base bombing building bus car checkpoint city civilians convoy district
forces house market members officials people police post province security soldiers town
vehicle vehicles village
"""
COMMON = frozenset(COMMON_WORDS.split())
# letters of a word that says something
TELLING = 4


@dataclass(slots=True)
class KnownAttack:
    """What claims of a corpus say of one attack."""

    entity: Entity
    days: list[str] = field(default_factory=list[str])
    places: set[str] = field(default_factory=set[str])
    targets: set[str] = field(default_factory=set[str])


def known_attacks(known: Known, claims: Iterable[Claim]) -> list[KnownAttack]:
    """The attacks that claims of a corpus date, by what they say."""
    found: dict[str, KnownAttack] = {}
    days, places = compared_as("day"), compared_as("place")
    targets = spoken_of()["target"]
    for claim in claims:
        entity = known.entities.get(claim.subject)
        if entity is None or claim.relation not in {*days, *places, *targets}:
            continue
        if claim.polarity != "affirmed" or id_prefix(entity.id) != "attack":
            continue
        attack = found.setdefault(entity.id, KnownAttack(entity))
        if claim.value is not None and claim.value.on is not None:
            attack.days.append(claim.value.on)
        told = known.entities.get(claim.object or "")
        if told is not None and claim.relation in places:
            attack.places |= {fold(one) for one in told.names}
        if told is not None and claim.relation in targets:
            attack.targets |= telling_words(told.names)
    for attack in found.values():
        attack.targets |= telling_words(attack.entity.names)
    return [one for one in found.values() if one.days]


def telling_words(names: Iterable[str]) -> set[str]:
    """The words of names by which a target is told from others."""
    listed = {word for one in names for word in fold(one).split()}
    return {word for word in listed - COMMON if len(word) >= TELLING}


def attack_meant(
    attacks: Iterable[KnownAttack],
    day: str | None,
    place: str | None,
    target: str | None,
) -> Entity | None:
    """The one attack with a compatible day and the place or target; None if unsure.

    A place in common is enough only where both are dated to the day.
    """
    if day is None:
        return None
    words = telling_words([target or ""])
    where = fold(place or "")
    ranked: Mapping[str, tuple[int, Entity]] = {
        one.entity.id: (rank, one.entity)
        for one in attacks
        if (rank := likeness(one, day, where, words)) > 0
    }
    best = max((rank for rank, _ in ranked.values()), default=0)
    meant = [entity for rank, entity in ranked.values() if rank == best]
    return meant[0] if len(meant) == 1 else None


def likeness(one: KnownAttack, day: str, place: str, target: set[str]) -> int:
    """How much speaks for an attack: its very day, its target, its place; 0 nothing."""
    common = target & one.targets
    same_place = bool(place) and any(
        place == name or f" {name} " in f" {place} " for name in one.places
    )
    same_day = any(is_same_day(day, other) for other in one.days)
    near = same_day or any(overlap(day, other) for other in one.days)
    if not near or not (common or (same_place and same_day)):
        return 0
    return 1 + 4 * same_day + 2 * bool(common) + same_place


def is_same_day(one: str, other: str) -> bool:
    """Whether two dates are one and the same day."""
    first, second = days(one), days(other)
    return first == second and first is not None and first[0] == first[1]


def overlap(one: str, other: str) -> bool:
    """Whether two dates, none of them wider than a month, have a day in common."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return False
    narrow = all(start[:7] == end[:7] for start, end in (first, second))
    return narrow and first[0] <= second[1] and second[0] <= first[1]


def days(edtf: str) -> tuple[str, str] | None:
    """The first and the last day of a date; None where it is none, or open."""
    try:
        found = span(edtf)
    except ClaimgraphError:
        return None
    if found.earliest is None or found.latest is None:
        return None
    return found.earliest, found.latest
