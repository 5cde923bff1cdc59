"""Claims as RDF: an rdflib dataset for small sets, streams for files, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimgraph.model import Batch

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["dataset"]


def dataset(batches: Iterable[Batch], base: str | None = None) -> Dataset:
    """The batches as an rdflib Dataset: one graph for each article, and two more.

    All of it is in memory: for a large graph write a file with `claimgraph export`.
    """
    # rdflib takes 0.2 s to come in
    from claimgraph.rdf.writing import BASE
    from claimgraph.rdf.writing.memory import rdflib_dataset
    from claimgraph.rdf.writing.quads import quads

    return rdflib_dataset(quads(batches, base or BASE))
