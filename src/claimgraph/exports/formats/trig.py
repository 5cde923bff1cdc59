"""TriG: one named graph for each article; the main form of RDF."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from claimgraph.exports import ExportOptions
from claimgraph.exports.loss import Loss
from claimgraph.exports.rdf_limits import readable_batches
from claimgraph.model import Batch
from claimgraph.rdf.writing.quads import quads
from claimgraph.rdf.writing.streams import write_quads

FORMAT = "trig"
SUFFIX = ".trig"
FILES: tuple[str, ...] = ()
OPTIONS = ("base", "no_text", "with_edges")
NOTES: tuple[str, ...] = ()


def losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Nothing: all of a claim is carried."""
    return {}


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """Article after article, then entities and judgements; nothing is kept."""
    found = quads(readable_batches(batches), options.base, options.with_edges)
    write_quads(found, target, "trig", options.base)
