"""N-Quads: a quad a line, for machines, and for tools that compare lines."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from claimgraph.exports import ExportOptions, Why
from claimgraph.model import Batch
from claimgraph.rdf.writing.quads import quads
from claimgraph.rdf.writing.streams import write_lines

FORMAT = "n-quads"
SUFFIX = ".nq"
FILES: tuple[str, ...] = ()
OPTIONS = ("base", "no_text", "with_edges")
NOTES: tuple[str, ...] = ()


def why(options: ExportOptions) -> Mapping[str, Why]:
    """Nothing: all of a claim is carried."""
    return {}


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """The same quads as in TriG, in the same order."""
    write_lines(quads(batches, options.base, options.with_edges), target)
