"""RDF -> batches: the claims of a file in our vocabulary, whoever wrote it."""

from claimgraph.rdf.reading.files import FORMS, read_rdf

__all__ = ["FORMS", "read_rdf"]
