"""Which figures, dates, places and leaders differ, and whether all can hold."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import corroboration
from claimgraph.analysis.fragility import is_support
from claimgraph.analysis.totals import joint_tolls, sums_of_classes
from claimgraph.analysis.values import (
    EVERYBODY,
    GivenValue,
    Scale,
    class_of,
    sameness,
    value_of,
)
from claimgraph.analysis.verdicts import Comparison, one_a_value
from claimgraph.model import Claim
from claimgraph.schema.types import Compared

# in this order people ask: when, where, how, how many it hit, who leads, how strong
ORDER: tuple[Compared, ...] = ("day", "place", "word", "sum", "leader", "count")
# how it is compared, the relation, and who is counted or the role: "" for neither
Attribute = tuple[Compared, str, str]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What is given for one attribute of a subject, and how it goes together.

    `of` is who is counted or the role of a leader, in one word for all that mean the
    same; None for dates and places. `verdict` is single, agree, compatible, conflict
    or undecided, `why` says so in words; `independent` counts origins as U1 does.
    """

    attribute: str
    of: str | None
    values: tuple[GivenValue, ...]
    verdict: str
    why: str
    independent: int = 0


def discrepancies(
    claims: Iterable[Claim], context: Context, subject: str
) -> tuple[Discrepancy, ...]:
    """A row for each attribute of an attack, a group or a place, and each class.

    Support only: denied, withheld and hypothetical claims give no value. Values of
    dependent origins count once; a class is compared with the same class, and with a
    total as far as a source's classes add up to one. The dead and the wounded of a
    source are one value of casualties, where it gives no such figure itself.
    """
    standing = context.canonical(subject)
    rows: dict[Attribute, list[Claim]] = {}
    for claim in claims:
        compared = context.compared(claim.relation)
        if compared is None or not is_support(claim):
            continue
        if context.canonical(claim.subject) == standing:
            key = compared, claim.relation, class_of(claim, compared) or ""
            rows.setdefault(key, []).append(claim)
    return tuple(
        discrepancy(one, rows, context) for one in sorted(rows, key=reading_order)
    )


def reading_order(one: Attribute) -> tuple[int, str, bool, str]:
    """Attributes as people ask for them; everybody before a class."""
    compared, relation, of = one
    return ORDER.index(compared), relation, of != EVERYBODY, of


def discrepancy(
    one: Attribute,
    rows: Mapping[Attribute, Sequence[Claim]],
    context: Context,
) -> Discrepancy:
    """One row, with the sums of a source's classes where it is a total."""
    compared, relation, of = one
    listed = rows[one]
    subject = context.canonical(listed[0].subject)
    entity = context.entities.get(subject)
    scale = Scale(
        compared=compared,
        of_attack=subject.startswith("attack/"),
        of_series=entity is not None and entity.kind == "series",
    )
    counted_in = (relation, *context.schema.relations[relation].total_of)
    is_total = compared == "sum" and of == EVERYBODY
    spoken = [
        claim
        for key, those in rows.items()
        if key == one or (key[1] in counted_in and (is_total or key[2] == of))
        for claim in those
    ]
    direct = {claim.id for claim in listed}
    units: dict[str, list[GivenValue]] = {}
    for key, those in by_group(spoken, context).items():
        units[key] = values_of(those, direct, bool(key), context)
        if compared == "sum" and key and not units[key]:
            units[key] = derived_sums(those, counted_in, of, context)
    counted = {key: values for key, values in units.items() if key and values}
    found = Comparison(scale, context, counted)
    return Discrepancy(
        attribute=relation,
        of=of or None,
        values=one_a_value(value for those in units.values() for value in those),
        verdict=found.verdict,
        why=found.why,
        independent=len(counted),
    )


def derived_sums(
    claims: Sequence[Claim], counted_in: Sequence[str], of: str, context: Context
) -> list[GivenValue]:
    """What the claims of a group of origins come to that gives no such value itself.

    A total is a sum of classes, and one of several relations the sum of all of them.
    """
    relation, *parts = counted_in
    own = [claim for claim in claims if claim.relation == relation]
    if own or not parts:
        return sums_of_classes(own, context) if of == EVERYBODY else []
    tolls: list[list[GivenValue]] = []
    for part in parts:
        those = [claim for claim in claims if claim.relation == part]
        direct = {one.id for one in those if class_of(one, "sum") == of}
        values = values_of(those, direct, True, context)
        tolls.append(values or derived_sums(those, (part,), of, context))
    return joint_tolls(tolls, parts, context)


def by_group(claims: Sequence[Claim], context: Context) -> dict[str, list[Claim]]:
    """The claims by the key of their group of origins; "": absorbed, not counted.

    U1 groups what supports one proposition. Claims that give different values of one
    attribute are several, so for this question they are made one.
    """
    first = min(claims, key=lambda claim: claim.id)
    asked = Proposition(first.relation, context.canonical(first.subject), "asked")
    alike = [as_asked(claim, asked) for claim in claims]
    found = corroboration(alike, context, asked)
    groups = {one: group.key for group in found.groups for one in group.claims}
    listed: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        listed.setdefault(groups.get(claim.id, ""), []).append(claim)
    return dict(sorted(listed.items()))


def as_asked(claim: Claim, asked: Proposition) -> Claim:
    """The claim as if it supported that proposition; its id stays."""
    return replace(
        claim,
        relation=asked.relation,
        subject=asked.subject,
        object=asked.object,
        value=None,
        modality="stated",
    )


def values_of(
    claims: Iterable[Claim], direct: Collection[str], counted: bool, context: Context
) -> list[GivenValue]:
    """The different values of a row among the claims of one group of origins."""
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.id in direct:
            alike.setdefault(sameness(claim, context), []).append(claim)
    return [value_of(those, context, counted) for those in alike.values()]
