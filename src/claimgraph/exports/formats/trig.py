"""TriG: one named graph for each article; the main form of RDF."""

from claimgraph.exports.rdf_files import rdf_format
from claimgraph.rdf.writing.streams import write_trig

FORMAT = rdf_format("trig", ".trig", write_trig)
