"""Who stands between the others, and how much of it rests on contested claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimgraph.analysis.communities import Communities, communities
from claimgraph.analysis.context import Context
from claimgraph.analysis.edges import Edge, Widening, edges, widened_claims, widening
from claimgraph.analysis.network import VIEWS, View, ends_of, graph_of, seen_in
from claimgraph.model import Claim

if TYPE_CHECKING:
    from networkx import Graph

Measure = Literal["betweenness", "degree", "weighted-degree"]
MEASURES: tuple[Measure, ...] = ("betweenness", "degree", "weighted-degree")
Measured = tuple[Sequence[Mapping[str, float]], int, Communities]
SEED = 20210826
# All shortest ways of a network of 1,000 entities take some seconds; above, those from
# so many entities, chosen with the fixed seed, stand for all (Brandes and Pich 2007,
# "Centrality estimation in large networks").
EXACT = 1_000
PIVOTS = 100
# "Changes rank by more than 3" (analysis.md, section 2).
MARKED = 3
# Sums of the same numbers in another order differ in the last digits.
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one entity in one view; equal values share the best rank."""

    measure: Measure
    view: View
    value: float
    rank: int


@dataclass(frozen=True, slots=True)
class RankChange:
    """How a rank differs from that with all strong claims; more is further down."""

    measure: Measure
    view: View
    change: int


@dataclass(frozen=True, slots=True)
class Broker:
    """An entity of the network with its figures in each view.

    `marks` are the measures whose rank changes by more than 3 without contested
    edges; `claims` are those of all its edges.
    """

    entity: str
    figures: tuple[Figure, ...]
    changes: tuple[RankChange, ...]
    marks: tuple[Measure, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The edges of a view, with the communities that two methods see in it."""

    view: View
    edges: tuple[Edge, ...]
    lines: int
    communities: Communities


@dataclass(frozen=True, slots=True)
class Brokers:
    """The network in three views, its entities by their betweenness, highest first.

    `pivots` is the number of entities from which ways were counted, None for all.
    `widening` is None where parts are nodes of their own.
    """

    rows: tuple[Broker, ...]
    views: tuple[NetworkView, ...]
    pivots: int | None
    widening: Widening | None


def brokers(
    claims: Iterable[Claim],
    context: Context,
    widen: bool = False,
    relations: Collection[str] | None = None,
) -> Brokers:
    """Betweenness, degree and weighted degree of each entity, three times.

    All strong claims; without contested edges; only edges of two or more independent
    origins. Every view has the entities of the first, so that ranks compare. Weighted
    degree adds up the weights of an entity's lines, betweenness follows distances of
    1 / weight (Brandes 2001). `widen` makes one node of parts and their wholes.
    """
    listed = list(claims)
    how = widening(listed, context) if widen else None
    found = edges(
        widened_claims(listed, context, how) if how else listed, context, relations
    )
    entities = ends_of(found)
    pivots = PIVOTS if len(entities) > EXACT else None
    views: list[NetworkView] = []
    figures: dict[View, dict[str, list[Figure]]] = {}
    # Where nobody denies an edge two views are one, and are measured once.
    met: dict[tuple[Edge, ...], Measured] = {}
    for view in VIEWS:
        kept = seen_in(view, found)
        if kept not in met:
            met[kept] = network_measures(graph_of(kept, nodes=entities), pivots)
        values, lines, parts = met[kept]
        figures[view] = figures_of(view, values)
        views.append(NetworkView(view, kept, lines, parts))
    ids: dict[str, set[str]] = {entity: set() for entity in entities}
    for edge in found:
        for end in edge.ends:
            ids[end].update(edge.claims)
    rows = [broker(entity, figures, ids[entity]) for entity in entities]
    rows.sort(key=lambda row: (row.figures[0].rank, row.figures[2].rank, row.entity))
    return Brokers(tuple(rows), tuple(views), pivots, how)


def broker(
    entity: str,
    figures: Mapping[View, Mapping[str, list[Figure]]],
    claims: Iterable[str],
) -> Broker:
    """The row of one entity."""
    mine = {view: figures[view][entity] for view in VIEWS}
    changes = tuple(
        RankChange(one.measure, view, one.rank - first.rank)
        for view in VIEWS[1:]
        for first, one in zip(mine["all"], mine[view], strict=True)
    )
    return Broker(
        entity=entity,
        figures=tuple(figure for view in VIEWS for figure in mine[view]),
        changes=changes,
        marks=tuple(
            one.measure
            for one in changes
            if one.view == "uncontested" and abs(one.change) > MARKED
        ),
        claims=tuple(sorted(claims)),
    )


def network_measures(graph: Graph[str], pivots: int | None) -> Measured:
    """The values of each measure in the order of MEASURES, the lines, the parts."""
    values = (
        betweenness(graph, pivots),
        {entity: float(degree) for entity, degree in graph.degree()},
        {entity: float(sum_) for entity, sum_ in graph.degree(weight="weight")},
    )
    return values, graph.number_of_edges(), communities(graph, SEED)


def figures_of(
    view: View, values: Sequence[Mapping[str, float]]
) -> dict[str, list[Figure]]:
    """The figures of every entity in one view, in the order of MEASURES."""
    found: dict[str, list[Figure]] = {entity: [] for entity in values[0]}
    for measure, held in zip(MEASURES, values, strict=True):
        ranks = ranks_of(held)
        for entity, value in held.items():
            found[entity].append(Figure(measure, view, value, ranks[entity]))
    return found


def betweenness(graph: Graph[str], pivots: int | None) -> dict[str, float]:
    """The share of shortest ways between others that pass each entity, 0 to 1."""
    import networkx as nx

    # The stubs leave the type of `seed` open.
    found = nx.betweenness_centrality(  # pyright: ignore[reportUnknownMemberType]
        graph, k=pivots, weight="distance", normalized=True, seed=SEED
    )
    return {entity: round(value, DIGITS) for entity, value in found.items()}


def ranks_of(values: Mapping[str, float]) -> dict[str, int]:
    """1 for the highest; equal values share a rank, and those after them skip.

    >>> ranks_of({"a": 2.0, "b": 5.0, "c": 2.0, "d": 0.0})
    {'b': 1, 'a': 2, 'c': 2, 'd': 4}
    """
    ranks: dict[str, int] = {}
    last: tuple[float, int] | None = None
    ordered = sorted(values, key=lambda one: (-values[one], one))
    for place, entity in enumerate(ordered, 1):
        if last is None or values[entity] != last[0]:
            last = values[entity], place
        ranks[entity] = last[1]
    return ranks
