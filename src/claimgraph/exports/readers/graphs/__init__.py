"""Claims of a written graph, put together from its nodes and edges."""

from collections.abc import Iterator

from claimgraph.errors import ExportError
from claimgraph.exports.loss.features import Finding, carried
from claimgraph.exports.readers.flat import Flat, around, hop_features, own_features

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
        self.linked: set[str] = set()

    def add_claim(self, row: Flat, source: object, target: object) -> None:
        """A claim node with its properties, and the entities at its two ends."""
        own = str(row["id"])
        self.claims[own] = row
        if target is not None and source != target:
            self.linked.add(own)

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
        self.claims, self.hops, self.edges, self.linked = {}, {}, {}, set()

    def agrees(self, own: str, row: Flat) -> bool:
        """Whether a claim with two ends has its edge, and that says what it says."""
        if own not in self.edges or own not in self.linked:
            return own not in self.edges and own not in self.linked
        kind, edge = self.edges[own]
        polarity = str(row.get("polarity"))
        wanted = row.get("relation") if polarity == "affirmed" else polarity.upper()
        return kind == wanted and all(row.get(key) == edge.get(key) for key in TWICE)


def number(hop: Flat) -> int:
    """Which hop it is, counted from 1."""
    held = hop.get("hop")
    return held if isinstance(held, int) else 0
