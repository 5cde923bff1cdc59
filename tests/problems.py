"""What the gate says of batches, in a form that tests can read."""

from collections.abc import Iterable

from claimgraph.gate import check
from claimgraph.model import Batch
from claimgraph.schema import load_schema


def problem_lines(batches: Iterable[Batch], file: str) -> list[str]:
    """All problems of a file, as `line: key: reason`."""
    found = [one for batch in batches for one in check(batch, load_schema())]
    assert {one.file for one in found} <= {file}
    return [f"{one.line}: {one.key}: {one.reason}" for one in found]
