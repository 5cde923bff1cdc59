"""Who told whom, and did anyone on the way vouch for it?"""

from claimgraph.analysis.context import Context
from claimgraph.model import Claim, Hop

# weakest first
ORDER = ("disputes", "doubts", "unverified", "reports", "asserts")


def chain_text(claim: Claim, context: Context) -> str:
    """The chain from the outside in, each hop with its stance, "unnamed" where so.

    Hops are joined by ` > `, hop 1 included.
    """
    return " > ".join(hop_text(hop, context) for hop in claim.chain)


def hop_text(hop: Hop, context: Context) -> str:
    """One speaker: name, whether unnamed, stance."""
    unnamed = ", unnamed" if context.is_unnamed(hop.holder) else ""
    return f"{context.name(hop.holder)} ({hop.stance}{unnamed})"


def depth(claim: Claim) -> int:
    """How many hops the chain has, hop 1 counted."""
    return len(claim.chain)


def weakest_hop(claim: Claim) -> Hop:
    """The hop with the weakest stance; ties go to the outermost."""
    return min(claim.chain, key=lambda hop: ORDER.index(hop.stance))
