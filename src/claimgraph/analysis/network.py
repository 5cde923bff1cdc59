"""By which claims entities are connected, as a network of strong propositions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimgraph.analysis.context import Context
from claimgraph.analysis.edges import Edge, edges
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
