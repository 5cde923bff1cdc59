"""Turtle: the same without the names of graphs; claims keep cg:article."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from claimgraph.exports import ExportOptions
from claimgraph.exports.loss import Loss
from claimgraph.exports.rdf_limits import readable_batches
from claimgraph.model import Batch
from claimgraph.rdf.writing.quads import quads
from claimgraph.rdf.writing.streams import write_quads

FORMAT = "turtle"
SUFFIX = ".ttl"
FILES: tuple[str, ...] = ()
# no edges: without a graph of its own an edge would read as a finding
OPTIONS = ("base", "no_text")
NOTES = (
    "The graph of each article is gone: dropping one takes a query by cg:article.",
)


def losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Nothing: all of a claim is carried."""
    return {}


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """Article after article, then entities and judgements; nothing is kept."""
    write_quads(
        quads(readable_batches(batches), options.base), target, "turtle", options.base
    )
