"""The graph according to one speaker, and the graph without that speaker."""

from collections.abc import Iterable, Sequence
from typing import Literal

from claimgraph.analysis.context import Context
from claimgraph.model import Claim

Role = Literal["origin", "relay", "publisher", "any"]


def according_to(
    claims: Iterable[Claim],
    x: str,
    role: Role,
    context: Context,
    with_members: bool = False,
) -> tuple[Claim, ...]:
    """The claims in whose chain X speaks in that role, in their order.

    The publisher is hop 1, the origin the last hop, a relay any hop between; in the
    article's own voice the publisher is the origin too. `with_members` adds the
    speakers who belong to X when speaking, or whom X holds. It is a view: what
    others say of the same is not in it.
    """
    whole = context.standing(x)
    return tuple(
        claim for claim in claims if speaks(claim, whole, role, context, with_members)
    )


def without(
    claims: Iterable[Claim], x: str, context: Context, with_members: bool = False
) -> tuple[Claim, ...]:
    """The claims in whose chain X stands nowhere: the rest of the view `any`."""
    whole = context.standing(x)
    return tuple(
        claim
        for claim in claims
        if not speaks(claim, whole, "any", context, with_members)
    )


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
