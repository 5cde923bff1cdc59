"""GraphML for yEd, Cytoscape, Gephi and igraph: a claim is an edge, or a node."""

from collections.abc import Iterable
from pathlib import Path

from networkx.readwrite.graphml import GraphMLWriter

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.drawing import DRAWN, colour_parts, drawing_losses
from claimgraph.exports.drawing.aggregate import painted_drawing
from claimgraph.model import Batch


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """The graph by networkx; the id of an edge is that of its claim."""
    graph = painted_drawing(batches, options.aggregate, paint)
    # not the writer that needs lxml: equal bytes on every machine
    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(graph)
    # by a label on the edge itself Gephi keeps parallel edges apart
    edges = zip(writer.xml.iter("edge"), graph.edges(data=True), strict=True)
    for element, (_, _, values) in edges:
        element.set("label", str(values["kind"]))
    with target.open("wb") as file:
        # The stubs leave the type of a stream open.
        writer.dump(file)  # pyright: ignore[reportUnknownMemberType]


def paint(values: dict[str, object]) -> None:
    """Gives an element the three numbers in which Gephi looks for a colour."""
    if (parts := colour_parts(values)) is not None:
        values |= zip("rgb", parts, strict=True)


FORMAT = Format("graphml", write, ".graphml", ("aggregate",), DRAWN, drawing_losses)
