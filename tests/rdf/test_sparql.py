"""The questions of docs/rdf.md give the rows of the same questions in Cypher."""

from io import BytesIO
from typing import cast

import pyoxigraph
import pytest
from rdflib import Graph
from rdflib.query import ResultRow

from claimgraph.exports import ExportOptions, find_format
from claimgraph.readback import read
from claimgraph.store.base import Store
from documented_sparql import Question, Rows, documented, library_rows, plain

QUESTIONS = documented()


@pytest.fixture(scope="session")
def seeds_turtle(
    seeds_folder: Store, tmp_path_factory: pytest.TempPathFactory
) -> bytes:
    """The seeds as the Turtle file that the page asks."""
    target = tmp_path_factory.mktemp("turtle") / "claims.ttl"
    find_format("turtle").write(read(seeds_folder), target, ExportOptions())
    return target.read_bytes()


@pytest.fixture(scope="session")
def oxigraph(seeds_turtle: bytes) -> pyoxigraph.Store:
    """The seeds in pyoxigraph."""
    found = pyoxigraph.Store()
    found.load(BytesIO(seeds_turtle), pyoxigraph.RdfFormat.TURTLE)
    return found


@pytest.fixture(scope="session")
def graph(seeds_turtle: bytes) -> Graph:
    """The seeds in rdflib."""
    return Graph().parse(data=seeds_turtle, format="turtle")


def by_pyoxigraph(
    question: Question, store: pyoxigraph.Store
) -> tuple[list[str], Rows]:
    """Columns and rows, sorted."""
    answer = store.query(question.sparql)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    rows: Rows = []
    for solution in answer:
        terms = [solution[name] for name in names]
        rows.append(tuple(plain(value_of(term)) for term in terms))
    return names, sorted(rows)


def value_of(term: object) -> str | None:
    """The text of a term of pyoxigraph's."""
    if term is None:
        return None
    assert isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal)
    return term.value


def by_rdflib(question: Question, graph: Graph) -> tuple[list[str], Rows]:
    """Columns and rows, sorted."""
    answer = graph.query(question.sparql)
    names = [str(variable) for variable in answer.vars or ()]
    rows: Rows = []
    for row in answer:
        assert isinstance(row, ResultRow)
        # a row has None for what is not bound, which its type does not say
        rows.append(tuple(map(plain, cast("tuple[object, ...]", tuple(row)))))
    return names, sorted(rows)


def test_there_are_ten() -> None:
    assert len({question.name for question in QUESTIONS}) == 10


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_pyoxigraph_answers_as_the_library(
    question: Question, oxigraph: pyoxigraph.Store, seeds_folder: Store
) -> None:
    names, rows = by_pyoxigraph(question, oxigraph)
    assert rows == library_rows(question, names, seeds_folder)
    assert rows


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_rdflib_answers_as_the_library(
    question: Question, graph: Graph, seeds_folder: Store
) -> None:
    names, rows = by_rdflib(question, graph)
    assert rows == library_rows(question, names, seeds_folder)
