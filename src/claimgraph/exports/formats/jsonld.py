"""JSON-LD with its context inline: readers need no network. Up to 20,000 claims."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports.rdf_files import rdf_format, readable_batches
from claimgraph.model import Batch
from claimgraph.rdf.writing.terms import Quad

# one JSON object has to be held whole, in rdflib and as a tree
MOST = 20_000


def write_tree(quads: Iterable[Quad], target: Path, _base: str) -> None:
    """One object, which needs no base."""
    # rdflib takes 0.2 s to come in
    from claimgraph.rdf.writing.linked import jsonld_tree

    text = json.dumps(jsonld_tree(quads), ensure_ascii=False, indent=1)
    target.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def counted_batches(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches; ExportError for more than 20,000 claims."""
    claims = 0
    for batch in readable_batches(batches):
        claims += len(batch.claims)
        if claims > MOST:
            reason = f"JSON-LD is for up to {MOST:,} claims: use trig or nquads"
            raise ExportError(reason)
        yield batch


FORMAT = rdf_format("json-ld-1.1", ".jsonld", write_tree, counted_batches)
