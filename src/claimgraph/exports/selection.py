"""Which claims leave, in which order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimgraph.entity_closure import needed_entities
from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions
from claimgraph.model import Batch, Claim, TextSpan

NOWHERE = 2**63


def selected_batches(
    batches: Iterable[Batch], options: ExportOptions
) -> Iterator[Batch]:
    """The batches without the claims and texts that are to stay, sorted in themselves.

    ExportError where articles do not come in the order of their ids: writers stream,
    so nobody could sort them later.
    """
    reviews = ("accepted",) if options.accepted_only else ("accepted", "proposed")
    last = ""
    for batch in batches:
        article = batch.article
        if article.id < last:
            raise ExportError(f"{article.id} comes after {last}: sort the articles")
        last = article.id
        claims = [claim for claim in batch.claims if claim.review in reviews]
        known = {entity.id: entity for entity in batch.entities}
        kept = needed_entities(article, claims, known, batch.judgements or ())
        yield replace(
            batch,
            article=replace(article, text=None) if options.no_text else article,
            claims=tuple(sorted(claims, key=place)),
            entities=kept,
        )


def place(claim: Claim) -> tuple[int, str]:
    """Sorts the claims of an article as the graph gives them: by place, then by id."""
    at = claim.selector.start if isinstance(claim.selector, TextSpan) else NOWHERE
    return at, claim.id
