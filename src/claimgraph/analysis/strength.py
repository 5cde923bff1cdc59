"""Which claims are said strongly enough to decide how something stands."""

from claimgraph.analysis.claim_set import ClaimTie
from claimgraph.model import Claim

STRONG = ("stated", "alleged", "suspected")
DECIDING = "by accepted strong claims"


def decides(claim: Claim | ClaimTie) -> bool:
    """Whether a claim can decide a status: it is strong, and accepted."""
    return claim.modality in STRONG and claim.review == "accepted"
