"""Who told whom, and did anyone on the way vouch for it?"""

import json

from claimgraph.analysis.context import Context
from claimgraph.model import Claim, Hop

# weakest first
ORDER = ("disputes", "doubts", "unverified", "reports", "asserts")


def chain_text(claim: Claim, context: Context) -> str:
    """The chain from the outside in, each hop with its stance, "unnamed" where so.

    Hops are joined by ` > `, hop 1 included. A name that holds > or " is put in
    quotation marks, so that no name can pretend to be two speakers.
    """
    return " > ".join(hop_text(hop, context) for hop in claim.chain)


def hop_text(hop: Hop, context: Context) -> str:
    """One speaker: name, stance, whether unnamed."""
    name = context.name(hop.holder)
    if ">" in name or '"' in name:
        name = json.dumps(name, ensure_ascii=False)
    unnamed = ", unnamed" if context.is_unnamed(hop.holder) else ""
    return f"{name} ({hop.stance}{unnamed})"


def depth(claim: Claim) -> int:
    """How many hops the chain has, hop 1 counted."""
    return len(claim.chain)


def weakest_hop(claim: Claim) -> Hop:
    """The hop with the weakest stance; ties go to the outermost."""
    return min(claim.chain, key=lambda hop: ORDER.index(hop.stance))
