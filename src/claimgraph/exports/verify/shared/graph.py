"""Claims of a written graph, put together from its nodes and edges."""

from collections.abc import Iterator

from claimgraph.errors import ExportError
from claimgraph.exports.verify import Finding, carried_features
from claimgraph.exports.verify.shared.flat import Flat, Surroundings, hop_number
from claimgraph.schema import load_schema


class SeenGraph:
    """What was met of a graph so far."""

    def __init__(self) -> None:
        self.around = Surroundings()
        self.claims: dict[str, Flat] = {}
        self.hops: dict[str, list[Flat]] = {}
        self.edges: dict[str, tuple[str, Flat]] = {}
        self.ends: dict[str, dict[str, str]] = {}
        # what a claim must say twice: in its node, and on its edge
        self.twice = [field.name for field in load_schema().claim.node_and_edge]

    def add_claim(self, row: Flat) -> None:
        """A claim node with its properties."""
        self.claims[str(row["id"])] = row

    def add_end(self, kind: str, claim: str, entity: str) -> None:
        """An edge from a claim to its SUBJECT or OBJECT."""
        self.ends.setdefault(claim, {})[kind] = entity

    def add_hop(self, claim: str, row: Flat) -> None:
        """An edge from a claim to a speaker."""
        self.hops.setdefault(claim, []).append(row)

    def add_edge(self, kind: str, source: str, target: str, row: Flat) -> None:
        """The edge of a claim between its two ends."""
        if source == target:
            raise ExportError(f"claim {row['claim']} leads from {source} to itself")
        self.edges[str(row["claim"])] = kind, row

    def findings(self) -> Iterator[Finding]:
        """The claims that were met, which are then forgotten."""
        for own, row in self.claims.items():
            hops = sorted(self.hops.get(own, ()), key=hop_number)
            if [hop_number(hop) for hop in hops] != [*range(1, len(hops) + 1)]:
                raise ExportError(f"the hops of claim {own} are not 1 to {len(hops)}")
            features = self.around.features(row, hops)
            if not self.edge_agrees(own, row):
                features["polarity"] = features["parallel_claims"] = None
            yield Finding(own, carried_features(features))
        self.claims, self.hops, self.edges, self.ends = {}, {}, {}, {}

    def edge_agrees(self, own: str, row: Flat) -> bool:
        """Whether a claim with two ends has its edge, and that says what it says."""
        ends = self.ends.get(own, {})
        wants = "OBJECT" in ends and ends["OBJECT"] != ends.get("SUBJECT")
        if own not in self.edges or not wants:
            return own not in self.edges and not wants
        kind, edge = self.edges[own]
        polarity = str(row.get("polarity"))
        wanted = row.get("relation") if polarity == "affirmed" else polarity.upper()
        same = all(row.get(key) == edge.get(key) for key in self.twice)
        return kind == wanted and same
