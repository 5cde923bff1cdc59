"""Whether passages may tell of one attack, by day, place and what was hit."""

from claimgraph.dates import may_overlap
from claimgraph.extraction.circumstances import Circumstances
from claimgraph.extraction.known_attacks import length
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
    )


def agree(one: Circumstances, other: Circumstances) -> bool:
    """Whether two passages may be of one attack, and name no two targets."""
    apart = one.strong and other.strong and not one.strong & other.strong
    return compatible(one, other) and not apart


def compatible(one: Circumstances, other: Circumstances) -> bool:
    """Whether day and place of two passages may be of one attack."""
    if one.day and other.day and not may_overlap(one.day, other.day):
        return False
    return may_be_one(one.place, other.place)


def may_be_one(one: Entity | None, other: Entity | None) -> bool:
    """Whether two places may be of one attack: the same, or one around the other."""
    if one is None or other is None or one.id == other.id:
        return True
    if "country" in (one.kind, other.kind):
        inner, outer = (other, one) if one.kind == "country" else (one, other)
        # where a place lies that is in no list, nobody knows
        return not inner.around or outer.id in inner.around
    return one.id in other.around or other.id in one.around
