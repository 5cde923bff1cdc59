"""How does an alleged link of two stand?"""

from collections.abc import Iterable

from claimgraph.analysis.bonds import any_may_overlap
from claimgraph.analysis.strength import DECIDING, decides
from claimgraph.model import Claim

LINK = "ALLEGED_LINK"
RULES = {
    "affirmed": f"{DECIDING}, a link is affirmed, and not denied",
    "denied": f"{DECIDING}, a link is denied, and not affirmed",
    "affirmed-and-denied": f"{DECIDING}, a link is affirmed and denied for times "
    "that may overlap",
    "changed": f"{DECIDING}, a link is affirmed and denied for times that never "
    "overlap",
    "withheld-only": "a link is withheld, and no accepted strong claim affirms or "
    "denies it",
    "none": "no accepted strong claim affirms or denies a link, and none withholds it",
}


def pair_status(claims: Iterable[Claim]) -> str:
    """From the accepted ALLEGED_LINK claims of a pair alone, as far as they decide."""
    links = [claim for claim in claims if claim.relation == LINK]
    affirmed = {one.valid for one in links if speaks(one, "affirmed")}
    denied = {one.valid for one in links if speaks(one, "denied")}
    if affirmed and denied:
        overlapping = any_may_overlap(affirmed, denied)
        return "affirmed-and-denied" if overlapping else "changed"
    if affirmed or denied:
        return "affirmed" if affirmed else "denied"
    withheld = (
        one.polarity == "withheld" and one.review == "accepted" for one in links
    )
    return "withheld-only" if any(withheld) else "none"


def speaks(claim: Claim, polarity: str) -> bool:
    """Whether a claim decides with that polarity."""
    return claim.polarity == polarity and decides(claim)
