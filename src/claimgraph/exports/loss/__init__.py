"""What could a format not carry? Counted by reading the written file back."""

from collections.abc import Iterable

from claimgraph.exports.loss.features import Finding
from claimgraph.exports.loss.ledger import Ledger, Totals
from claimgraph.model import Batch

__all__ = ["Finding", "Ledger", "Totals", "account"]


def account(batches: Iterable[Batch], findings: Iterable[Finding]) -> Totals:
    """What became of the claims of the batches, as far as a reader found them."""
    with Ledger() as ledger:
        for batch in batches:
            ledger.give(batch)
        for finding in findings:
            ledger.take(finding)
        return ledger.totals()
