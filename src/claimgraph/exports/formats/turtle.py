"""Turtle: the same without the names of graphs; claims keep cg:article."""

from claimgraph.exports.rdf_files import rdf_format
from claimgraph.rdf.writing.streams import write_turtle

FORMAT = rdf_format(
    "turtle",
    ".ttl",
    write_turtle,
    # no edges: without a graph of its own an edge would read as a finding
    options=("base", "no_text"),
    notes=(
        "The graph of each article is gone: dropping one takes a query by cg:article.",
    ),
)
