"""What a file of RDF says of each claim, through the reader that imports it."""

from collections.abc import Iterator
from pathlib import Path

from claimgraph.exports.loss.features import Finding, carried, features_of
from claimgraph.model import Batch, Claim, Judgement
from claimgraph.rdf.reading import read_rdf


def findings_in(target: Path, suffix: str) -> Iterator[Finding]:
    """Each claim with all its features; all that RDF has is in a place of its own."""
    for batch in read_rdf(target, suffix):
        unnamed = {one.id for one in batch.entities if one.unnamed}
        judged = judged_ends(batch)
        for claim in batch.claims:
            features = features_of(claim, batch.article, unnamed)
            ids = sorted({one for end in ends(claim) for one in judged.get(end, ())})
            found = carried(**features, judgements=ids or None)
            found |= carried(parallel_claims=claim.id)
            yield Finding(claim.id, found)


def judged_ends(batch: Batch) -> dict[str, set[str]]:
    """The judgements on each entity."""
    found: dict[str, set[str]] = {}
    judgements: tuple[Judgement, ...] = batch.judgements or ()
    for one in judgements:
        for end in (one.left, one.right):
            found.setdefault(end, set()).add(one.id)
    return found


def ends(claim: Claim) -> set[str]:
    """All entities that a claim names."""
    named = {claim.subject, claim.object, *(hop.holder for hop in claim.chain)}
    return {one for one in named if one is not None}
