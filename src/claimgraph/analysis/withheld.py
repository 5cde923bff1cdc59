"""Who pointedly did not say it?"""

from collections.abc import Iterable

from claimgraph.analysis.context import Context
from claimgraph.errors import QueryError
from claimgraph.model import REASONS, Claim


def withheld_claims(
    claims: Iterable[Claim],
    context: Context,
    target: str | None = None,
    reason: str | None = None,
) -> tuple[Claim, ...]:
    """The withheld claims, sorted by id: about one entity, or for one reason, or all.

    An entity is meant where it is the subject or the object, not where it speaks.
    They are never support, never a denial, never a missing value (analysis.md, U8).
    QueryError for what is no reason.
    """
    if reason not in (None, *REASONS):
        known = ", ".join(REASONS)
        raise QueryError(f"{reason} is no reason (there are: {known})", key="reason")
    wanted = None if target is None else context.canonical(target)
    found = (
        claim
        for claim in claims
        if claim.polarity == "withheld"
        and (reason is None or claim.reason == reason)
        and (wanted is None or wanted in ends(claim, context))
    )
    return tuple(sorted(found, key=lambda claim: claim.id))


def ends(claim: Claim, context: Context) -> set[str]:
    """The standing ids of subject and object."""
    named = (claim.subject, claim.object)
    return {context.canonical(one) for one in named if one is not None}
