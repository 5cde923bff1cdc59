"""What a file of RDF says of each claim, term by term: nothing missing is made up."""

from collections.abc import Iterator
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports.verify import Finding, carried_features
from claimgraph.exports.verify.shared.flat import Surroundings
from claimgraph.exports.verify.shared.rdf_rows import (
    claim_row,
    disagreeing_features,
    hop_row,
    judgement_row,
)
from claimgraph.rdf.reading.files import ARTICLE, FORMS, filled_index
from claimgraph.rdf.reading.nodes import RdfSource


def findings_in(target: Path, suffix: str, base: str) -> Iterator[Finding]:
    """Each claim; all that RDF has is in a place of its own."""
    with filled_index(target, FORMS[suffix], ExportError) as index:
        yield from source_findings(RdfSource(str(target), index, base))


def source_findings(source: RdfSource) -> Iterator[Finding]:
    """The claims of each article; ExportError for what cannot be one."""
    around = Surroundings()
    nodes = map(source.node, source.instances("Unnamed"))
    around.unnamed = {node.id_of(node.iri, "") for node in nodes}
    around.add_judgements(
        map(judgement_row, map(source.node, source.instances("Judgement")))
    )
    for iri in source.instances("Article"):
        article = source.node(iri)
        stem = article.id_of(iri, "", "article/")
        digest = article.maybe("cg:sha256")
        around.digests = {} if digest is None else {stem: digest}
        for claim in source.index.subjects(ARTICLE, iri):
            node = source.node(claim)
            hop_nodes = node.parts("cg:hop")
            row = claim_row(node) | {"article": stem}
            features = around.features(row, list(map(hop_row, hop_nodes)))
            features |= dict.fromkeys(disagreeing_features(node, hop_nodes))
            yield Finding(str(row["id"]), carried_features(features))
            for problem in source.take_problems():
                raise ExportError(str(problem))
