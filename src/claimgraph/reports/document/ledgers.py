"""The ledgers of all attacks and of all linked pairs, and which of them differ."""

from collections.abc import Iterable

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.ledger import Ledger, ledger
from claimgraph.analysis.pair_status import LINK
from claimgraph.model import Claim
from claimgraph.reports.document.about import claims_by
from claimgraph.reports.document.scope import Scope, accepted_claims

# statuses of attacks for which speakers name different doers, and of pairs
PARTED = ("disputed", "partly-shared")
BOTH_WAYS = ("affirmed-and-denied", "changed")
UNSETTLED = (*PARTED, *BOTH_WAYS)


def attack_ledgers(scope: Scope) -> list[Ledger]:
    """The ledger of every attack that accepted claims claim or attribute."""
    about = claims_by(
        (one for one in scope.claims if one.relation in (CLAIMED, ATTRIBUTED)),
        lambda claim: scope.context.canonical(claim.subject),
    )
    return [
        ledger(claims, scope.context, one)
        for one, claims in about.items()
        if accepted_claims(claims)
    ]


def differing_pairs(scope: Scope) -> list[Ledger]:
    """The ledger of every pair of which a link is affirmed and denied."""
    context = scope.context
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in scope.claims:
        if claim.relation == LINK and claim.object is not None:
            left, right = sorted(map(context.canonical, (claim.subject, claim.object)))
            if left != right:
                found.setdefault((left, right), []).append(claim)
    every = (ledger(found[pair], context, pair) for pair in sorted(found))
    return [one for one in every if one.status in BOTH_WAYS]


def differing_attacks(found: Iterable[Ledger]) -> list[Ledger]:
    """The ledgers of attacks for which speakers name different doers, by status."""
    kept = [one for one in found if one.status in PARTED]
    return sorted(kept, key=lambda one: (PARTED.index(one.status), one.target))


def rows_of(found: Iterable[Ledger], scope: Scope) -> tuple[str, ...]:
    """The claims in ledgers."""
    return scope.in_time({row.claim for one in found for row in one.rows})
