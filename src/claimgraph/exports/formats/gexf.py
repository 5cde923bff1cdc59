"""GEXF for Gephi: like GraphML, with colours and a time line of what held when."""

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import ElementTree, indent

from networkx.readwrite.gexf import GEXFWriter

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.drawing import DRAWN, colour_parts, drawing_losses
from claimgraph.exports.drawing.aggregate import painted_drawing
from claimgraph.model import Batch

NOTES = (
    *DRAWN,
    "start and end of an edge are the days on which its claim held (`valid`); a claim "
    "without them is there at any time",
)


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """The graph by networkx, without the day of writing that it puts in."""
    graph = painted_drawing(batches, options.aggregate, paint)
    for _, _, values in graph.edges(data=True):
        for name, key in (("start", "valid_from"), ("end", "valid_to")):
            if key in values:
                values[name] = values[key]
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    # networkx has no word for it: by their kind Gephi keeps parallel edges apart
    edges = zip(writer.xml.iter("edge"), graph.edges(data=True), strict=True)
    for element, (_, _, values) in edges:
        element.set("kind", str(values["kind"]))
    meta = writer.xml.find("meta")
    if meta is not None:
        meta.attrib.pop("lastmodifieddate", None)
    indent(writer.xml)
    ElementTree(writer.xml).write(target, encoding="utf-8", xml_declaration=True)


def paint(values: dict[str, object]) -> None:
    """Gives an element the colour that its text attribute names, as Gephi reads it."""
    if (parts := colour_parts(values)) is not None:
        values["viz"] = {"color": dict(zip("rgb", parts, strict=True)) | {"a": 1.0}}


FORMAT = Format("gexf-1.2", write, ".gexf", ("aggregate",), NOTES, drawing_losses)
