"""Quads as plain tuples, whichever library has read them."""

import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
from rdflib import Dataset, Graph, URIRef
from rdflib.term import Literal as RdflibLiteral
from rdflib.term import Node

from claimgraph.rdf.writing.terms import XSD, Literal, Quad, Term

OX_FORMS = {
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
RDFLIB_FORMS = {
    ".trig": "trig",
    ".nq": "nquads",
    ".ttl": "turtle",
    ".jsonld": "json-ld",
}


def by_pyoxigraph(path: Path) -> set[Quad]:
    """What pyoxigraph reads in a file; the graph is empty where none is named."""
    found = pyoxigraph.parse(path=path, format=OX_FORMS[path.suffix])
    return {of_pyoxigraph(quad) for quad in found}


def of_pyoxigraph(quad: pyoxigraph.Quad) -> Quad:
    """A quad of pyoxigraph's."""
    subject, verb, graph = quad.subject, quad.predicate, quad.graph_name
    assert isinstance(subject, pyoxigraph.NamedNode), "blank nodes are not for us"
    name = graph.value if isinstance(graph, pyoxigraph.NamedNode) else ""
    return subject.value, verb.value, ox_term(quad.object), name


def ox_term(
    term: pyoxigraph.NamedNode
    | pyoxigraph.BlankNode
    | pyoxigraph.Literal
    | pyoxigraph.Triple,
) -> Term:
    """A term of pyoxigraph's."""
    if isinstance(term, pyoxigraph.Literal):
        kind = "" if term.language else term.datatype.value
        kind = "" if kind == f"{XSD}string" else kind
        return Literal(term.value, kind, term.language or "")
    assert isinstance(term, pyoxigraph.NamedNode), "blank nodes are not for us"
    return term.value


def by_rdflib(path: Path) -> set[Quad]:
    """What rdflib reads in a file."""
    return set(of_rdflib(parsed(path)))


def parsed(path: Path) -> Dataset:
    """The file as an rdflib Dataset."""
    found = Dataset()
    with own_warnings_of_rdflib():
        found.parse(path, format=RDFLIB_FORMS[path.suffix])
    return found


@contextmanager
def own_warnings_of_rdflib() -> Generator[None]:
    """Passes over what rdflib 7.6 deprecates and uses itself, to read and to write."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "", DeprecationWarning, r"rdflib\.")
        yield


def of_rdflib(dataset: Dataset) -> Iterator[Quad]:
    """The quads of a dataset."""
    for graph in dataset.graphs():
        name = str(graph.identifier)
        name = "" if name == "urn:x-rdflib:default" else name
        yield from ((*triple, name) for triple in triples_of(graph))


def triples_of(graph: Graph) -> Iterator[tuple[str, str, Term]]:
    """The triples of one graph."""
    for subject, verb, term in graph:
        assert isinstance(subject, URIRef), "blank nodes are not for us"
        yield str(subject), str(verb), rdflib_term(term)


def rdflib_term(term: Node) -> Term:
    """A term of rdflib's."""
    if isinstance(term, RdflibLiteral):
        kind = "" if term.datatype is None or term.language else str(term.datatype)
        kind = "" if kind == f"{XSD}string" else kind
        return Literal(str(term), kind, term.language or "")
    assert isinstance(term, URIRef), "blank nodes are not for us"
    return str(term)
