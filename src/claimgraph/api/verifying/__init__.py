"""Whether a graph holds what was loaded into it, all of it and unchanged."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from claimgraph import library
from claimgraph.api.verifying import edges, nodes
from claimgraph.api.verifying.claims import claim_differences
from claimgraph.api.verifying.content import Content
from claimgraph.api.verifying.differences import Difference, going_on, some_lines
from claimgraph.errors import ClaimgraphError, number_of
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from claimgraph.store.schema import held_counts, kept_counts


@dataclass(frozen=True, slots=True)
class GraphCheck:
    """What is missing or changed in a graph, in words; nothing where all is whole."""

    differences: tuple[str, ...]


def verify(store: Store) -> GraphCheck:
    """Counts, the questions of health, and all that can be read, in this order."""
    found = [
        *count_differences(store),
        *health_differences(store),
        *some_lines(content_differences(store)),
    ]
    return GraphCheck(tuple(found))


def count_differences(store: Store) -> Iterator[str]:
    """Kinds of which the graph has more or fewer than loads wrote into it."""
    try:
        kept, there = kept_counts(store), held_counts(store)
    except ClaimgraphError as error:
        yield f"cannot be counted: {error}"
        return
    for name, number in kept.items():
        if there[name] != number:
            yield f"{there[name]} {name} are there, {number} were written"


def health_differences(store: Store) -> Iterator[str]:
    """What the questions of health find that no load makes."""
    for question in library.health_questions():
        if not question.defect:
            continue
        try:
            rows = library.answer(store, question, {})
        except ClaimgraphError as error:
            yield f"{question.name} cannot be asked: {error}"
            continue
        if rows:
            number = number_of(len(rows), "row")
            yield f"`claimgraph ask {question.name}` has {number}: {question.question}"


def content_differences(store: Store) -> Iterator[Difference]:
    """Nodes and edges that are not what digests, ids and other nodes ask for."""
    content = Content(store, load_schema())
    yield from nodes.node_differences(content)
    yield from nodes.text_differences(content)
    yield from claim_differences(content)
    yield from nodes.need_differences(content)
    yield from going_on("all nodes", partial(nodes.count_differences, content))
    yield from edges.edge_differences(content)
