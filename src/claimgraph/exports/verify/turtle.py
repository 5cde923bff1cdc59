"""What stands in a file of Turtle."""

from collections.abc import Iterator
from pathlib import Path

from claimgraph.exports.verify import Finding
from claimgraph.exports.verify.shared.rdf import findings_in


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each claim; `base` is what the IRIs of data begin with."""
    return findings_in(target, ".ttl", base)
