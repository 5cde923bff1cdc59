"""The graph according to one speaker, and the graph without that speaker."""

from collections.abc import Iterable, Sequence
from typing import Literal

from claimgraph.analysis.context import Context
from claimgraph.errors import QueryError
from claimgraph.model import Claim

Role = Literal["origin", "relay", "publisher", "any"]
ROLES = ("origin", "relay", "publisher", "any")


def according_to(
    claims: Iterable[Claim],
    x: str,
    role: Role,
    context: Context,
    with_members: bool = False,
) -> tuple[Claim, ...]:
    """The claims in whose chain X speaks in that role, sorted by id.

    The publisher is hop 1, the origin the last hop, a relay any hop between; in the
    article's own voice the publisher is the origin too. `with_members` adds the
    speakers who are said to belong to X when speaking, or to be held by X. It is a
    view: what others say of the same is not in it. QueryError for what is no role.
    """
    if role not in ROLES:
        known = ", ".join(ROLES)
        raise QueryError(f"{role} is no role (there are: {known})", key="role")
    return parted_claims(claims, x, role, context, with_members)[0]


def without(
    claims: Iterable[Claim], x: str, context: Context, with_members: bool = False
) -> tuple[Claim, ...]:
    """The claims in whose chain X stands nowhere, sorted by id: all but the view."""
    return parted_claims(claims, x, "any", context, with_members)[1]


def parted_claims(
    claims: Iterable[Claim], x: str, role: Role, context: Context, with_members: bool
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims in which X speaks in a role, and all others, sorted by id."""
    whole = context.canonical(x)
    inside: list[Claim] = []
    outside: list[Claim] = []
    for claim in sorted(claims, key=lambda one: one.id):
        spoken = speaks(claim, whole, role, context, with_members)
        (inside if spoken else outside).append(claim)
    return tuple(inside), tuple(outside)


def speaks(
    claim: Claim, x: str, role: Role, context: Context, with_members: bool
) -> bool:
    """Whether X, or one of its own, speaks in a role."""
    holders = in_role(context.holders(claim), role)
    if x in holders:
        return True
    return with_members and any(
        bond.right == x
        for holder in holders
        for bond in (
            *context.bodies(holder, claim.said),
            *context.custodians(holder),
        )
    )


def in_role(holders: Sequence[str], role: Role) -> Sequence[str]:
    """Those of the hops that have a role."""
    match role:
        case "publisher":
            return holders[:1]
        case "origin":
            return holders[-1:]
        case "relay":
            return holders[1:-1]
        case "any":
            return holders
