"""One picture of a whole graph, equal for equal graphs on every engine."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from claimgraph.api.verifying import verify
from claimgraph.cypher import COUNTED
from claimgraph.store.base import Row, Store
from claimgraph.store.schema import held_counts, kept_counts

NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS row"
EDGES = (
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, "
    "properties(r) AS row"
)
LEFT_OUT = ("loaded", "revision", *COUNTED)
Frozen = tuple[object, ...]


@dataclass(frozen=True)
class Snapshot:
    """Nodes and edges with how often each is there, `loaded` left out.

    So is `revision`, which says how often a server's graph was changed, and what loads
    counted, which `miscounts` holds to what is there.
    """

    nodes: Counter[Frozen]
    edges: Counter[Frozen]

    def unlike(self, other: "Snapshot") -> list[str]:
        """What only one of the two holds, for the message of a failing test."""
        return [
            f"{sign} {item}"
            for mine, theirs in ((self.nodes, other.nodes), (self.edges, other.edges))
            for sign, found in (("-", theirs - mine), ("+", mine - theirs))
            for item in sorted(map(str, found.elements()))
        ]


def snapshot(store: Store) -> Snapshot:
    """The whole graph of a store."""
    nodes: Counter[Frozen] = Counter()
    edges: Counter[Frozen] = Counter()
    for row in store.read(NODES):
        labels = sorted(cast("list[str]", row["labels"]))
        nodes[(*labels, frozen(row["row"]))] += 1
    for row in store.read(EDGES):
        ends = (row["type"], row["source"], row["target"])
        edges[(*ends, frozen(row["row"]))] += 1
    return Snapshot(nodes, edges)


def frozen(value: object) -> object:
    """A property or a map of them as a value that can be counted."""
    if isinstance(value, dict):
        row = cast("Row", value)
        return tuple(
            (key, frozen(row[key])) for key in sorted(row) if key not in LEFT_OUT
        )
    if isinstance(value, list):
        return tuple(map(frozen, cast("Iterable[object]", value)))
    return value


def loaded_times(store: Store) -> dict[str, str]:
    """When each claim was loaded, by its id."""
    rows = store.read("MATCH (c:Claim) RETURN c.id AS id, toString(c.loaded) AS loaded")
    return {cast("str", row["id"]): cast("str", row["loaded"]) for row in rows}


def assert_equal(store: Store, other: Snapshot) -> None:
    """The test fails, and says where, unless the graph is as the other one.

    A verification finds nothing either.
    """
    difference = snapshot(store).unlike(other)
    assert not difference, "\n".join(difference)
    found = verify(store).differences
    assert not found, "\n".join(found)


def miscounts(store: Store) -> list[str]:
    """What loads counted, where it is not what is there."""
    kept, held = kept_counts(store), held_counts(store)
    return [] if kept == held else [f"counts: {kept} kept, {held} there"]
