"""Whether passages may tell of one attack, by day, place and what was hit."""

from claimgraph.dates import may_overlap
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.targets import PEOPLE
from claimgraph.extraction.attacks.told_again import hurt_in_all
from claimgraph.extraction.dates.stamps import is_day, length
from claimgraph.model import Entity


def is_many(told: Circumstances) -> bool:
    """Whether what is hit is told of in the plural, as things of a kind."""
    return (told.target or "").endswith("s")


def united_circumstances(one: Circumstances, other: Circumstances) -> Circumstances:
    """All that is told by two passages of one attack: the more exact day and place."""
    days = [day for day in (one.day, other.day) if day is not None]
    places = [place for place in (one.place, other.place) if place is not None]
    near = [place for place in places if place.kind != "country"]
    return Circumstances(
        min(days, key=length, default=None),
        next(iter(near or places), None),
        one.targets | other.targets,
        one.target if one.strong or not other.strong else other.target,
        calls=one.calls | other.calls,
        stamp=one.stamp or other.stamp,
        doers=one.doers.with_more(other.doers),
        hurt=hurt_in_all(one.hurt, other.hurt),
    )


def agree(one: Circumstances, other: Circumstances) -> bool:
    """Whether two passages may be of one attack, and name no two targets."""
    return compatible(one, other) and not are_apart(one.strong, other.strong)


def are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two passages name different targets: two men, or two buildings.

    A lawmaker may be the man who is named in the next sentence.
    """
    if not (some and others):
        return False
    known, met = who_are_named(some), who_are_named(others)
    if known and met:
        return known.isdisjoint(met)
    if some & others:
        return False
    return not ((known and others <= PEOPLE) or (met and some <= PEOPLE))


def who_are_named(targets: frozenset[str]) -> frozenset[str]:
    """Those of some targets who are people with a name."""
    return frozenset(one for one in targets if one.startswith("person/"))


def compatible(one: Circumstances, other: Circumstances) -> bool:
    """Whether day, place and doers of two passages may be of one attack."""
    if one.doers.are_others(other.doers):
        return False
    if one.day and other.day and not may_overlap(one.day, other.day):
        return False
    if tell_two_days(one.stamp, other.stamp):
        return False
    return may_be_one(one.place, other.place)


def tell_two_days(one: str | None, other: str | None) -> bool:
    """Whether two stamps tell two days; of a Friday and a 3rd of May nobody knows.

    >>> tell_two_days("fri", "mon"), tell_two_days("fri", "05-03")
    (True, False)
    """
    if one is None or other is None or one == other:
        return False
    return one[0].isdigit() == other[0].isdigit()


def same_day(one: Circumstances, other: Circumstances) -> bool:
    """Whether two passages tell the same day, by its date or by its weekday."""
    sure = [one.day and is_day(one.day), other.day and is_day(other.day)]
    if any(sure):
        return one.day == other.day
    return one.stamp is not None and one.stamp == other.stamp


def may_be_one(one: Entity | None, other: Entity | None) -> bool:
    """Whether two places may be of one attack: the same, or one around the other."""
    if one is None or other is None or one.id == other.id:
        return True
    if "country" in (one.kind, other.kind):
        inner, outer = (other, one) if one.kind == "country" else (one, other)
        # where a place lies that is in no list, nobody knows
        return not inner.around or outer.id in inner.around
    return one.id in other.around or other.id in one.around
