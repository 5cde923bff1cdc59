"""By which claims entities are connected, as a network of strong propositions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal

from claimgraph.analysis.context import Context
from claimgraph.analysis.edges import Edge, edges, widened_claims, widening
from claimgraph.model import Claim

if TYPE_CHECKING:
    from networkx import Graph

View = Literal["all", "uncontested", "corroborated"]
VIEWS: tuple[View, ...] = ("all", "uncontested", "corroborated")
# "Only independent >= 2" (analysis.md, section 2).
CORROBORATED = 2


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """An entity that is connected to both of two, with the propositions of each side.

    What connects it to both is in the edges: relation, independent count, claims.
    """

    entity: str
    with_left: tuple[Edge, ...]
    with_right: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """A shortest way between two entities: each step with its edges.

    `independent` is the count of its weakest step, taking the best edge of each.
    """

    entities: tuple[str, ...]
    steps: tuple[tuple[Edge, ...], ...]
    independent: int


def entity_graph(
    claims: Iterable[Claim],
    context: Context,
    *,
    view: View = "all",
    widen: bool = False,
    relations: Collection[str] | None = None,
) -> Graph[str]:
    """The network of one view; `widen` makes one node of parts and their wholes.

    See `graph_of` for what its edges carry, and `widening` for what is folded.
    """
    listed = list(claims)
    if widen:
        listed = widened_claims(listed, context, widening(listed, context))
    found = edges(listed, context, relations)
    return graph_of(seen_in(view, found), nodes=ends_of(found))


def seen_in(view: View, found: Iterable[Edge]) -> tuple[Edge, ...]:
    """The edges of a view: all, those nobody strongly denies, those of two or more."""
    if view == "uncontested":
        return tuple(edge for edge in found if not edge.contested)
    if view == "corroborated":
        return tuple(edge for edge in found if edge.independent >= CORROBORATED)
    return tuple(found)


def ends_of(found: Iterable[Edge]) -> list[str]:
    """The entities of the edges, sorted."""
    return sorted({end for edge in found for end in edge.ends})


def graph_of(found: Iterable[Edge], nodes: Iterable[str] = ()) -> Graph[str]:
    """A graph without direction: one line between two entities, however many edges.

    A line carries `edges` (tuple of Edge), `weight` and `distance` (1 / weight). Its
    weight is the greatest independent count among its edges: the same speakers may
    stand behind several, so their sum would count them twice.
    """
    # networkx costs a quarter of a second, which most runs need not pay
    import networkx as nx

    lines: dict[tuple[str, str], list[Edge]] = {}
    for edge in found:
        lines.setdefault(edge.ends, []).append(edge)
    graph: Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({*nodes, *(end for ends in lines for end in ends)}))
    for (left, right), held in sorted(lines.items(), key=lambda line: line[0]):
        weight = max(edge.independent for edge in held)
        ordered = tuple(sorted(held, key=edge_order))
        graph.add_edge(left, right, edges=ordered, weight=weight, distance=1 / weight)
    return graph


def edge_order(edge: Edge) -> tuple[str, str, str]:
    """Edges are sorted by relation, then by their ends as they are said."""
    return edge.proposition.order


def shortest_chains(
    claims: Iterable[Claim],
    context: Context,
    a: str,
    b: str,
    *,
    relations: Collection[str] | None = None,
    limit: int = 20,
) -> tuple[Connection, ...]:
    """The ways of the fewest steps from one entity to another, at most `limit`.

    Of these the ones whose weakest step has more independent origins come first. None
    where they are not connected, or are one entity.
    """
    import networkx as nx

    found = edges(claims, context, relations)
    lines = lines_of(found)
    graph = graph_of(found)
    left, right = context.canonical(a), context.canonical(b)
    if left == right or left not in graph or right not in graph:
        return ()
    if not nx.has_path(graph, left, right):
        return ()
    ways = islice(nx.all_shortest_paths(graph, left, right), limit)
    listed = [connection(way, lines) for way in ways]
    return tuple(sorted(listed, key=lambda way: (-way.independent, way.entities)))


def connection(
    way: Sequence[str], lines: dict[frozenset[str], list[Edge]]
) -> Connection:
    """One way with the edges of its steps."""
    steps = tuple(
        tuple(sorted(lines[frozenset(step)], key=edge_order)) for step in pairwise(way)
    )
    weakest = min(max(edge.independent for edge in step) for step in steps)
    return Connection(tuple(way), steps, weakest)


def lines_of(found: Iterable[Edge]) -> dict[frozenset[str], list[Edge]]:
    """The edges by their two ends."""
    lines: dict[frozenset[str], list[Edge]] = {}
    for edge in found:
        lines.setdefault(frozenset(edge.ends), []).append(edge)
    return lines


def third_parties(
    claims: Iterable[Claim],
    context: Context,
    a: str,
    b: str,
    *,
    relations: Collection[str] | None = None,
) -> tuple[ThirdParty, ...]:
    """The entities with an edge to both, sorted; None of `relations`: any relation."""
    left, right = context.canonical(a), context.canonical(b)
    near = [
        claim
        for claim in claims
        if claim.object is not None
        and {left, right}
        & {context.canonical(claim.subject), context.canonical(claim.object)}
    ]
    sides: dict[str, dict[str, list[Edge]]] = {left: {}, right: {}}
    for edge in edges(near, context, relations):
        for one, other in (edge.ends, edge.ends[::-1]):
            if one in sides and other not in sides:
                sides[one].setdefault(other, []).append(edge)
    both = sorted(sides[left].keys() & sides[right].keys())
    return tuple(
        ThirdParty(
            entity=one,
            with_left=tuple(sorted(sides[left][one], key=edge_order)),
            with_right=tuple(sorted(sides[right][one], key=edge_order)),
        )
        for one in both
        if left != right
    )
