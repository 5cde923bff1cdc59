"""JSON-LD with its context inline: readers need no network. Up to 20,000 claims."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions
from claimgraph.exports.loss import Loss
from claimgraph.exports.rdf_limits import readable_batches
from claimgraph.model import Batch

FORMAT = "json-ld-1.1"
SUFFIX = ".jsonld"
FILES: tuple[str, ...] = ()
OPTIONS = ("base", "no_text", "with_edges")
NOTES: tuple[str, ...] = ()
# one JSON object has to be held whole, in rdflib and as a tree
MOST = 20_000


def losses(options: ExportOptions) -> Mapping[str, Loss]:
    """Nothing: all of a claim is carried."""
    return {}


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """One object; ExportError for more than 20,000 claims."""
    # rdflib takes 0.2 s to come in
    from claimgraph.rdf.writing.linked import jsonld_tree
    from claimgraph.rdf.writing.quads import quads

    held = counted_batches(readable_batches(batches))
    tree = jsonld_tree(quads(held, options.base, options.with_edges))
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    target.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def counted_batches(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches, as long as there are not too many claims."""
    claims = 0
    for batch in batches:
        claims += len(batch.claims)
        if claims > MOST:
            reason = f"JSON-LD is for up to {MOST:,} claims: use trig or nquads"
            raise ExportError(reason)
        yield batch
