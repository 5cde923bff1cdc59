"""What does an origin do by a claim on who did it, or on two that have to do?"""

from collections.abc import Iterable

from claimgraph.analysis.context import Context
from claimgraph.model import Claim

CLAIMED, ATTRIBUTED = "CLAIMED_BY", "ATTRIBUTED_TO"


def act(claim: Claim, context: Context) -> str:
    """What the origin does by a claim (the table of analysis.md, U3)."""
    if claim.polarity == "withheld":
        return claim.reason or "withheld"
    affirmed = claim.polarity == "affirmed"
    if claim.relation not in (CLAIMED, ATTRIBUTED):
        return "asserts-relation" if affirmed else "denies-relation"
    origin = context.origin(claim)
    culprit = None if claim.object is None else context.canonical(claim.object)
    if affirmed:
        own = claim.relation == CLAIMED or origin == culprit
        return "claims-own" if own else "attributes"
    bodies = {bond.right for bond in context.bodies(origin, claim.said)}
    return "denies-own" if culprit in {origin, *bodies} else "clears"


def names(claim: Claim) -> tuple[str, ...]:
    """What a reply can call a claim: its id, or its label with the article's id.

    A bare label means one in the article of the reply.
    """
    if claim.label is None:
        return (claim.id,)
    return claim.id, f"{claim.article}#{claim.label}"


def takes_back(claim: Claim) -> bool:
    """Whether a claim retracts another one; what is withheld takes nothing back."""
    answers = claim.reply is not None and claim.reply.how == "retracts"
    return answers and claim.polarity != "withheld"


def taken_back(claims: Iterable[Claim], context: Context) -> set[tuple[str, str]]:
    """What each origin takes back: the name of a claim and the origin."""
    return {
        (name, context.origin(claim))
        for claim in claims
        if claim.reply is not None and takes_back(claim)
        for name in (claim.reply.claim, f"{claim.article}#{claim.reply.claim}")
    }
