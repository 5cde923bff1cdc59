"""Where a speaker stands towards what is said, and who holds him."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.analysis.context import Bond, Context, Proposition, held
from claimgraph.analysis.corroboration import (
    Corroboration,
    OriginGroup,
    effective_origin,
)
from claimgraph.model import Claim

# Kinds of people and bodies that are a standing. Where several bodies of a speaker
# have one, the first of this list is his.
KINDS = (
    "security-service",
    "armed-force",
    "official",
    "international-body",
    "monitor",
    "outlet",
    "analyst",
)
# relations of which the object is he who acts: to speak of it is to speak of oneself
DEEDS = (
    "CLAIMED_BY",
    "ATTRIBUTED_TO",
    "DETAINED_BY",
    "KILLED_BY",
    "DESIGNATED_BY",
    "SUPPORTED_BY",
)
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the origin of a claim stands; no grade, no score.

    `value` is `detainee` (then `custodian` is who holds him), `self`, `party`,
    `unnamed-official`, a kind of source, or `unknown`. `side` is `adverse`, `allied`,
    `third` (claims point both ways) or `unknown`. `because` are the claims on which
    value and side rest, sorted.
    """

    claim: str
    value: str
    custodian: str | None
    side: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the first rule that fits gives: a value, and the ties that it rests on."""

    value: str
    bonds: tuple[Bond, ...] = ()
    custodian: str | None = None


def standing(claim: Claim, context: Context) -> Standing:
    """Where the effective origin of a claim stands towards its proposition."""
    origin = effective_origin(claim, context)
    proposition = context.proposition(claim)
    found = stand(origin, proposition, claim.said, context)
    side, bonds = side_of(origin, proposition, claim.said, context)
    because = {bond.claim for bond in (*found.bonds, *bonds)}
    return Standing(
        claim=claim.id,
        value=found.value,
        custodian=found.custodian,
        side=side,
        because=tuple(sorted(because)),
    )


def stand(
    origin: str, proposition: Proposition, day: str | None, context: Context
) -> Found:
    """The first rule that fits an origin on a day (analysis.md, U6)."""
    custody = context.custodians(origin)
    if custody:
        custodian = min(bond.right for bond in custody)
        bonds = tuple(bond for bond in custody if bond.right == custodian)
        return Found("detainee", bonds, custodian)
    bodies = context.bodies(origin, day)
    found = own_cause(origin, bodies, proposition, day, context)
    if found is not None:
        return found
    entity = context.entities.get(origin)
    kind = None if entity is None else entity.kind
    is_person = origin.startswith("person/")
    if is_person and kind == "official" and context.is_unnamed(origin):
        return Found("unnamed-official")
    if kind in KINDS:
        return Found(kind)
    return by_body(bodies, context)


def own_cause(
    origin: str,
    bodies: tuple[Bond, ...],
    proposition: Proposition,
    day: str | None,
    context: Context,
) -> Found | None:
    """`self` or `party`, where an origin speaks of itself or of what it belongs to."""
    circle = {origin, *(bond.right for bond in bodies)}
    ends = {proposition.subject, proposition.object or ""} & circle
    if ends:
        bonds = tuple(bond for bond in bodies if bond.right in ends)
        own = proposition.relation in DEEDS and proposition.object in ends
        return Found("self" if own else "party", bonds)
    parts = tuple(
        bond
        for end in (proposition.subject, proposition.object or "")
        for bond in held(context.parts, end, day)
        if bond.right in circle
    )
    if not parts:
        return None
    wholes = {bond.right for bond in parts}
    return Found("party", (*parts, *(one for one in bodies if one.right in wholes)))


def by_body(bodies: tuple[Bond, ...], context: Context) -> Found:
    """The kind of a body to which an origin belongs, else `unknown`."""
    kinds: dict[str, list[Bond]] = {}
    for bond in bodies:
        body = context.entities.get(bond.right)
        if body is not None and body.kind in KINDS:
            kinds.setdefault(body.kind, []).append(bond)
    for kind in KINDS:
        if kind in kinds:
            return Found(kind, tuple(kinds[kind]))
    return Found(UNKNOWN)


def side_of(
    origin: str, proposition: Proposition, day: str | None, context: Context
) -> tuple[str, tuple[Bond, ...]]:
    """The side of an origin towards the ends of a proposition, with its ties.

    Only what is claimed of rivalry and support between the two counts, or between
    the body of the origin and an end; nothing is concluded from anything else.
    """
    bodies = context.bodies(origin, day)
    circle = {origin, *(bond.right for bond in bodies)}
    ends = {proposition.subject, proposition.object or ""} - circle
    adverse = {
        bond
        for end in ends
        for bond in held(context.rivals, end, day)
        if bond.right in circle
    }
    allied = {
        bond
        for one, others in ((ends, circle), (circle, ends))
        for left in one
        for bond in held(context.supporters, left, day)
        if bond.right in others
    }
    if not adverse and not allied:
        return UNKNOWN, ()
    side = "third" if adverse and allied else "adverse" if adverse else "allied"
    tied = {one for bond in adverse | allied for one in (bond.left, bond.right)}
    through = {bond for bond in bodies if bond.right in tied}
    return side, tuple(adverse | allied | through)


def group_standing(
    group: OriginGroup, claims: Iterable[Claim], context: Context
) -> str:
    """The standing of a group of claims: that of its body or custodian.

    The body is the one that most of its origins are, belong to or are held by (a
    State unites nobody; of several the smallest id). Where there is none, or nothing
    is known of it, the smallest origin decides.
    """
    wanted = set(group.claims)
    found = {claim.id: claim for claim in claims if claim.id in wanted}
    return standing_of_claims(found, context)


def standing_of_claims(claims: Mapping[str, Claim], context: Context) -> str:
    """The standing of claims that are one group."""
    first: dict[str, Claim] = {}
    for one in sorted(claims):
        first.setdefault(effective_origin(claims[one], context), claims[one])
    if not first:
        return UNKNOWN
    around: dict[str, set[str]] = {}
    for claim in claims.values():
        origin = effective_origin(claim, context)
        for body in uniting(origin, claim.said, context):
            around.setdefault(body, set()).add(origin)
    smallest = first[min(first)]
    if around:
        body = min(around, key=lambda one: (-len(around[one]), one))
        proposition = context.proposition(smallest)
        found = stand(body, proposition, smallest.said, context)
        if found.value != UNKNOWN:
            return found.value
    return standing(smallest, context).value


def uniting(origin: str, day: str | None, context: Context) -> set[str]:
    """The bodies that could hold a group together through an origin."""
    bodies = {bond.right for bond in context.bodies(origin, day)}
    bodies = {body for body in bodies if not body.startswith("state/")}
    bodies |= {bond.right for bond in context.custodians(origin)}
    return bodies if origin.startswith("person/") else bodies | {origin}


def cross_standing(
    found: Corroboration, claims: Iterable[Claim], context: Context
) -> int:
    """How many different standings the groups have; `unknown` does not count."""
    group_of = {
        claim: number for number, one in enumerate(found.groups) for claim in one.claims
    }
    parts: dict[int, dict[str, Claim]] = {}
    for claim in claims:
        if claim.id in group_of:
            parts.setdefault(group_of[claim.id], {})[claim.id] = claim
    values = {standing_of_claims(part, context) for part in parts.values()}
    return len(values - {UNKNOWN})
