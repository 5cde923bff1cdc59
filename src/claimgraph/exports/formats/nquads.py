"""N-Quads: a quad a line, for machines, and for tools that compare lines."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from claimgraph.exports import ExportOptions
from claimgraph.exports.loss import Loss
from claimgraph.exports.rdf_limits import readable_batches
from claimgraph.model import Batch
from claimgraph.rdf.writing.quads import quads
from claimgraph.rdf.writing.streams import write_lines

FORMAT = "n-quads"
SUFFIX = ".nq"
FILES: tuple[str, ...] = ()
OPTIONS = ("base", "no_text", "with_edges")
NOTES: tuple[str, ...] = ()


def losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Nothing: all of a claim is carried."""
    return {}


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """The same quads as in TriG, in the same order."""
    write_lines(
        quads(readable_batches(batches), options.base, options.with_edges), target
    )
