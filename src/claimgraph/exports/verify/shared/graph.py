"""Claims of a written graph, put together from its nodes and edges."""

from collections.abc import Iterator

from claimgraph.errors import ExportError
from claimgraph.exports.features import Finding, carried
from claimgraph.exports.verify.shared.flat import (
    Flat,
    around,
    hop_features,
    own_features,
)

# what a claim must say twice: in its node, and on its edge
TWICE = (
    *("article", "relation", "polarity", "reason", "modality", "kind", "role"),
    *("former", "quote", "start", "end", "row", "column", "xpath", "subject_id"),
    *("object_id", "said", "valid", "valid_words", "by", "review", "confidence"),
    *("grade", "note", "loaded"),
)


class Seen:
    """What was met of a graph so far."""

    def __init__(self, judged: dict[str, set[str]]) -> None:
        self.judged = judged
        self.unnamed: set[str] = set()
        self.digests: dict[str, str] = {}
        self.claims: dict[str, Flat] = {}
        self.hops: dict[str, list[Flat]] = {}
        self.edges: dict[str, tuple[str, Flat]] = {}
        self.ends: dict[str, dict[str, str]] = {}

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
            hops = sorted(self.hops.get(own, ()), key=number)
            if [number(hop) for hop in hops] != [*range(1, len(hops) + 1)]:
                raise ExportError(f"the hops of claim {own} are not 1 to {len(hops)}")
            features = own_features(row) | hop_features(row, hops)
            features |= around(row, hops, self.digests, self.unnamed, self.judged)
            if not self.agrees(own, row):
                features["polarity"] = features["parallel_claims"] = None
            yield Finding(own, carried(**features))
        self.claims, self.hops, self.edges, self.ends = {}, {}, {}, {}

    def agrees(self, own: str, row: Flat) -> bool:
        """Whether a claim with two ends has its edge, and that says what it says."""
        ends = self.ends.get(own, {})
        wants = "OBJECT" in ends and ends["OBJECT"] != ends.get("SUBJECT")
        if own not in self.edges or not wants:
            return own not in self.edges and not wants
        kind, edge = self.edges[own]
        polarity = str(row.get("polarity"))
        wanted = row.get("relation") if polarity == "affirmed" else polarity.upper()
        return kind == wanted and all(row.get(key) == edge.get(key) for key in TWICE)


def number(hop: Flat) -> int:
    """Which hop it is, counted from 1."""
    held = hop.get("hop")
    return held if isinstance(held, int) else 0
