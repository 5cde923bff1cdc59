"""Which entities of a network hang together, seen by two methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import Graph

# The check takes minutes above; Louvain does not.
MOST_CHECKED = 5_000
Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Communities:
    """The parts of a network by Louvain, and by greedy modularity as a check.

    Parts are sorted, the largest first; entities without a line are in none.
    Modularity is 0 for parts as good as chance. `alike` is the share of pairs that
    both methods put together or both keep apart (Rand 1971), None below two entities.
    A network of more than `MOST_CHECKED` lines is not checked: then `greedy` is empty.
    """

    louvain: Parts
    louvain_modularity: float | None
    greedy: Parts
    greedy_modularity: float | None
    alike: float | None


def communities(graph: Graph[str], seed: int) -> Communities:
    """The communities of a graph by weight; equal graphs and seeds give equal parts.

    Louvain: Blondel et al. 2008; greedy modularity: Clauset, Newman and Moore 2004.
    """
    from networkx import community

    names = sorted(entity for entity, degree in graph.degree() if degree)
    if not names:
        return Communities((), None, (), None, None)
    lines = numbered_graph(graph, names)
    # The stubs leave the type of `seed` open.
    louvain = community.louvain_communities(  # pyright: ignore[reportUnknownMemberType]
        lines, weight="weight", seed=seed
    )
    greedy = (
        community.greedy_modularity_communities(lines, weight="weight")
        if lines.number_of_edges() <= MOST_CHECKED
        else []
    )
    found = [[set(part) for part in those] for those in (louvain, greedy)]
    parts = [named_parts(those, names) for those in found]
    modularities = [
        round(community.modularity(lines, those, weight="weight"), 4) if those else None
        for those in found
    ]
    return Communities(
        louvain=parts[0],
        louvain_modularity=modularities[0],
        greedy=parts[1],
        greedy_modularity=modularities[1],
        alike=alike(parts[0], parts[1]) if greedy else None,
    )


def numbered_graph(graph: Graph[str], names: Sequence[str]) -> Graph[int]:
    """The lines of a graph with their weights, its entities as numbers.

    The methods go through sets of nodes; those of numbers have the same order in
    every run.
    """
    import networkx as nx

    numbers = {name: number for number, name in enumerate(names)}
    lines: Graph[int] = nx.Graph()
    lines.add_nodes_from(range(len(names)))
    lines.add_weighted_edges_from(
        sorted(
            (
                min(numbers[one], numbers[other]),
                max(numbers[one], numbers[other]),
                held["weight"],
            )
            for one, other, held in graph.edges(data=True)
        )
    )
    return lines


def named_parts(found: Iterable[Iterable[int]], names: Sequence[str]) -> Parts:
    """The parts by name, the largest first."""
    parts = [tuple(sorted(names[number] for number in part)) for part in found]
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


def alike(one: Parts, other: Parts) -> float | None:
    """The share of pairs that two divisions treat alike.

    >>> alike((("a", "b"), ("c",)), (("a", "b", "c"),))
    0.3333
    """
    where = {name: number for number, part in enumerate(other) for name in part}
    both = Counter(
        (number, where[name]) for number, part in enumerate(one) for name in part
    )
    size = len(where)
    if size < 2:
        return None
    together = sum(map(pairs, both.values()))
    apart = pairs(size) - sum(pairs(len(part)) for part in (*one, *other)) + together
    return round((together + apart) / pairs(size), 4)


def pairs(size: int) -> int:
    """How many pairs there are among so many."""
    return size * (size - 1) // 2
