"""What a file of RDF says of each claim, term by term: nothing missing is made up."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports.features import Finding, carried
from claimgraph.exports.verify.shared.flat import (
    around,
    hop_features,
    judged_by,
    own_features,
)
from claimgraph.exports.verify.shared.rdf_rows import (
    claim_row,
    disagreements,
    hop_row,
    judgement_row,
    part,
    place_row,
)
from claimgraph.rdf.reading.files import ARTICLE, FORMS, fill
from claimgraph.rdf.reading.nodes import TYPE, Node, RdfSource
from claimgraph.rdf.reading.quad_index import QuadIndex


def findings_in(target: Path, suffix: str, base: str) -> Iterator[Finding]:
    """Each claim; all that RDF has is in a place of its own."""
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as room:
        index = QuadIndex(Path(room), (TYPE, ARTICLE))
        try:
            fill(index, target, FORMS[suffix])
            yield from Reading(RdfSource(str(target), index, base)).findings()
        finally:
            index.close()


class Reading:
    """What claims refer to, and then each claim."""

    def __init__(self, source: RdfSource) -> None:
        self.source = source
        nodes = map(source.node, source.instances("Unnamed"))
        self.unnamed = {node.id_of(node.iri, "") for node in nodes}
        judgements = map(source.node, source.instances("Judgement"))
        self.judged = judged_by(map(judgement_row, judgements))

    def findings(self) -> Iterator[Finding]:
        """The claims of each article; ExportError for what cannot be one."""
        for iri in self.source.instances("Article"):
            article = self.source.node(iri)
            stem = article.id_of(iri, "", "article/")
            digests = {stem: digest} if (digest := article.maybe("cg:sha256")) else {}
            for claim in self.source.index.subjects(ARTICLE, iri):
                yield self.finding(self.source.node(claim), stem, digests)
                for problem in self.source.take_problems():
                    raise ExportError(str(problem))

    def finding(self, node: Node, stem: str, digests: dict[str, str]) -> Finding:
        """One claim with what hangs on it."""
        about, value = part(node, "cg:proposition"), part(node, "cg:value")
        hop_nodes = node.parts("cg:hop")
        hops = [hop_row(hop) for hop in hop_nodes]
        row = {**claim_row(node, about, value), **place_row(node), "article": stem}
        features = own_features(row) | hop_features(row, hops)
        features |= around(row, hops, digests, self.unnamed, self.judged)
        features |= dict.fromkeys(disagreements(node, about, value, hop_nodes))
        return Finding(str(row["id"]), carried(**features))
