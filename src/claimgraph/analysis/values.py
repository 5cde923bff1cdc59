"""What a claim gives for an attribute, and whether two such values can both hold."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from claimgraph.analysis.context import Context
from claimgraph.analysis.corroboration import effective_origin
from claimgraph.dates import may_overlap, span
from claimgraph.model import Claim
from claimgraph.schema.types import Compared
from claimgraph.value_words import given_words

NUMBERS: tuple[Compared, ...] = ("sum", "count")
EVERYBODY = "people"
# Words for who is counted that mean the same. Those of the first row name everybody
# without narrowing; a word that narrows (civilians, women) is never an alias of one
# that does not, and none here joins two nations, sides or ages.
ALIASES = {
    **dict.fromkeys(
        (
            *("person", "persons", "human beings", "lives", "victims", "casualties"),
            *("dead", "deaths", "fatalities", "people dead", "people killed", "killed"),
            *("wounded", "injured", "injuries", "people wounded", "people injured"),
        ),
        EVERYBODY,
    ),
    **dict.fromkeys(
        (
            *("us soldiers", "us service members", "us servicemen", "american troops"),
            *("u.s. troops", "u.s. soldiers", "u.s. service members"),
            *("american soldiers", "american service members"),
        ),
        "us troops",
    ),
    **dict.fromkeys(("britons", "british citizens"), "british nationals"),
    **dict.fromkeys(("taliban", "taliban fighters"), "taliban members"),
    **dict.fromkeys(("militants", "combatants"), "fighters"),
}
# The schema says of both that the person heads the whole body.
ROLES = {None: "leader", "chief": "leader"}
# "About 60" tells no bounds. A tenth either way is what rounding to one or two digits
# hides; anything wider would let "about 60" fit with nearly everything.
ABOUT = 0.1

Outcome = Literal["equal", "fits", "unclear", "apart"]
Times = Literal["same", "apart", "unknown"]


@dataclass(frozen=True, slots=True)
class GivenValue:
    """One value of an attribute, with all claims that give it.

    Numbers are inclusive, None is open; `on_from` and `on_to` are ISO days. `counted`
    is false where U1 absorbs all of its claims. `if_all` is set on the sum of a
    source's classes: the range if these are all its people; `min` then holds if not.
    """

    claims: tuple[str, ...]
    origins: tuple[str, ...]
    min: int | None
    max: int | None
    on_from: str | None
    on_to: str | None
    place: str | None
    words: str
    valid: str | None
    person: str | None = None
    approximate: bool = False
    counted: bool = True
    if_all: tuple[int, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """What two values have to be compared by: as what, and their subject."""

    compared: Compared
    of_attack: bool
    of_series: bool

    @property
    def is_number(self) -> bool:
        """Whether the values are ranges of numbers."""
        return self.compared in NUMBERS


def class_of(claim: Claim, compared: Compared | None) -> str | None:
    """Who is counted, or the role of a leader, in the one word for it.

    >>> " ".join("US  service Members".casefold().split()) in ALIASES
    True
    """
    if compared == "leader":
        role = ROLES.get(claim.role, claim.role) or "leader"
        return f"former {role}" if claim.former else role
    if compared not in NUMBERS or claim.value is None:
        return None
    said = " ".join((claim.value.of or EVERYBODY).casefold().split())
    return ALIASES.get(said, said)


def value_of(claims: Iterable[Claim], context: Context, counted: bool) -> GivenValue:
    """The value that these claims give alike."""
    listed = sorted(claims, key=lambda claim: claim.id)
    first = listed[0]
    value, compared = first.value, context.compared(first.relation)
    days = span(value.on) if value is not None and value.on is not None else None
    target = None if first.object is None else context.canonical(first.object)
    return GivenValue(
        claims=tuple(claim.id for claim in listed),
        origins=tuple(sorted({effective_origin(one, context) for one in listed})),
        min=value.min if value else None,
        max=value.max if value else None,
        on_from=days.earliest if days else None,
        on_to=days.latest if days else None,
        place=target if compared == "place" else None,
        words=words_of(first, context),
        valid=first.valid,
        person=target if compared == "leader" else None,
        approximate=bool(days and days.approximate) or bool(value and value.about),
        counted=counted,
    )


def sameness(claim: Claim, context: Context) -> tuple[object, ...]:
    """Equal for claims that give the same value for the same time."""
    value = claim.value
    target = None if claim.object is None else context.canonical(claim.object)
    return target, value and replace(value, of=None), claim.valid


def words_of(claim: Claim, context: Context) -> str:
    """A value in words: `at least 25`, `about 60`, `2021-08-26`, a name."""
    if claim.object is not None:
        return context.name(context.canonical(claim.object))
    value = claim.value and replace(claim.value, of=None)
    return given_words(replace(claim, value=value)) or ""


def compare(
    left: GivenValue, right: GivenValue, scale: Scale, context: Context
) -> Outcome:
    """Whether two values are equal, can both hold, cannot, or nobody can tell."""
    times = times_of(left, right, scale)
    outcome = compare_alone(left, right, scale, context)
    if times == "apart":
        return "fits"
    if times == "unknown" and outcome == "apart":
        return "unclear"
    return outcome


def compare_alone(
    left: GivenValue, right: GivenValue, scale: Scale, context: Context
) -> Outcome:
    """The same as if both were said of one time."""
    if scale.compared == "leader":
        return "equal" if left.person == right.person else "apart"
    if scale.compared == "place":
        outcome = compare_places(left.place or "", right.place or "", context)
    elif scale.compared == "day":
        outcome = compare_days(left, right)
    elif scale.compared == "word":
        # one attack can be done by several methods
        outcome = "equal" if left.words == right.words else "unclear"
    else:
        return compare_numbers(left, right)
    # A series happens at many places and on many days, and is done in many ways.
    return "fits" if scale.of_series and outcome in ("apart", "unclear") else outcome


def compare_numbers(left: GivenValue, right: GivenValue) -> Outcome:
    """Ranges that overlap can both hold; a sum of classes has two readings."""
    if numbers(left) == numbers(right) and not (left.if_all or right.if_all):
        return "equal"
    fitting = [
        low <= most and least <= high
        for low, high in readings(left)
        for least, most in readings(right)
    ]
    if all(fitting):
        return "fits"
    return "unclear" if any(fitting) else "apart"


def numbers(value: GivenValue) -> tuple[int | None, int | None, bool]:
    """A range as it was given."""
    return value.min, value.max, value.approximate


def readings(value: GivenValue) -> list[tuple[float, float]]:
    """The bounds of a range, one pair for each way to read it."""
    ranges = [(value.min, value.max)] + ([value.if_all] if value.if_all else [])
    found: list[tuple[float, float]] = []
    for least, most in ranges:
        low: float = 0 if least is None else least
        high: float = math.inf if most is None else most
        if value.approximate:
            low, high = low * (1 - ABOUT), high * (1 + ABOUT)
        found.append((low, high))
    return found


def compare_days(left: GivenValue, right: GivenValue) -> Outcome:
    """Days that may be one can both hold; `~` says that the day is not sure."""
    ends = [(one.on_from, one.on_to, one.approximate) for one in (left, right)]
    if ends[0] == ends[1]:
        return "equal"
    before = left.on_to and right.on_from and left.on_to < right.on_from
    after = right.on_to and left.on_from and right.on_to < left.on_from
    if not before and not after:
        return "fits"
    return "unclear" if left.approximate or right.approximate else "apart"


def compare_places(left: str, right: str, context: Context) -> Outcome:
    """A place fits with those that it lies in; of a place that nobody laid, who knows.

    Two places are apart where their way up meets, or leads to two countries.
    """
    if left == right:
        return "equal"
    up, other = places_around(left, context), places_around(right, context)
    if left in other or right in up:
        return "fits"
    if set(up) & set(other):
        return "apart"
    tops = [context.entities.get(way[-1]) for way in (up, other)]
    known = all(top is not None and top.kind == "country" for top in tops)
    return "apart" if known else "unclear"


def places_around(place: str, context: Context) -> list[str]:
    """A place and those that it lies in, from the inside out; circles end."""
    way = [place]
    while (entity := context.entities.get(way[-1])) is not None and entity.within:
        above = context.canonical(entity.within)
        if above in way:
            break
        way.append(above)
    return way


def times_of(left: GivenValue, right: GivenValue, scale: Scale) -> Times:
    """Whether two values are meant for one time; of an attack or a death, always."""
    if scale.of_attack or scale.compared == "day":
        return "same"
    if left.valid is None or right.valid is None:
        return "unknown"
    one, other = span(left.valid), span(right.valid)
    # what adds up over a period can be compared for equal periods only
    if scale.compared == "sum":
        equal = (one.earliest, one.latest) == (other.earliest, other.latest)
        return "same" if equal else "apart"
    if not may_overlap(left.valid, right.valid):
        return "apart"
    sure, also_sure = sure_days(left.valid), sure_days(right.valid)
    if sure and also_sure and sure[0] <= also_sure[1] and also_sure[0] <= sure[1]:
        return "same"
    return "unknown"


def sure_days(edtf: str) -> tuple[str, str] | None:
    """The first and last day on which something that is said so held without doubt.

    A day is one; of an interval its closed ends and what is between; of a month, a
    year or a set nobody knows which day is meant.
    """
    days = span(edtf)
    if days.approximate or edtf.startswith("["):
        return None
    first, slash, last = edtf.partition("/")
    if not slash:
        first = last = edtf
    starts = None if first in ("", "..") else span(first)
    stops = None if last in ("", "..") else span(last)
    start, stop = starts and starts.latest, stops and stops.earliest
    if starts and start and not stop and starts.earliest == start:
        stop = start
    if stops and stop and not start and stops.latest == stop:
        start = stop
    return (start, stop) if start and stop and start <= stop else None
