"""GraphML for yEd, Cytoscape, Gephi and igraph: a claim is an edge, or a node."""

from collections.abc import Iterable
from pathlib import Path

import networkx as nx

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.drawing import DRAWN, drawing, drawing_losses
from claimgraph.exports.drawing.aggregate import aggregate_drawing
from claimgraph.model import Batch


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """The graph by networkx; the id of an edge is that of its claim."""
    graph = aggregate_drawing(batches) if options.aggregate else drawing(batches)
    # not the writer that needs lxml: equal bytes on every machine
    nx.write_graphml_xml(graph, target, prettyprint=True, named_key_ids=False)


FORMAT = Format("graphml", write, ".graphml", ("aggregate",), DRAWN, drawing_losses)
