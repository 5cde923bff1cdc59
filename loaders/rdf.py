"""RDF in the vocabulary of claimgraph: TriG, N-Quads, Turtle, N-Triples, JSON-LD."""

from collections.abc import Iterator
from pathlib import Path

from claimgraph.model import Batch
from claimgraph.rdf.reading import FORMS, read_rdf

ENDINGS = tuple(FORMS)


def read(path: Path) -> Iterator[Batch]:
    """The articles and claims of a file, whoever wrote it; its ending says what it is.

    The base of its IRIs is that of its first article.
    """
    return read_rdf(path)
