"""N-Quads: a quad a line, for machines, and for tools that compare lines."""

from claimgraph.exports.rdf_files import rdf_format
from claimgraph.rdf.writing.streams import write_lines

FORMAT = rdf_format("n-quads", ".nq", write_lines)
