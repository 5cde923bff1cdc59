"""Quads into rdflib."""

from collections.abc import Iterable
from functools import lru_cache

from rdflib import Dataset, URIRef
from rdflib import Literal as Value

from claimgraph.rdf.writing.terms import DECLARED, Literal, Quad, Term


def rdflib_dataset(quads: Iterable[Quad]) -> Dataset:
    """A dataset of the quads, its prefixes bound."""
    found = Dataset()
    for prefix, iri in DECLARED.items():
        found.bind(prefix, iri)
    for subject, verb, term, name in quads:
        graph = found.graph(uri_ref(name))
        graph.add((uri_ref(subject), uri_ref(verb), value(term)))
    return found


@lru_cache(100_000)
def uri_ref(iri: str) -> URIRef:
    """An IRI of rdflib's."""
    return URIRef(iri)


def value(term: Term) -> URIRef | Value:
    """A term of rdflib's, the literal as it is written."""
    if not isinstance(term, Literal):
        return uri_ref(term)
    if term.datatype:
        return Value(term.text, datatype=uri_ref(term.datatype), normalize=False)
    return Value(term.text, lang=term.language or None)
