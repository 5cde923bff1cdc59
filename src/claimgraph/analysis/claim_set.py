"""What an analysis works on: claims with the articles and entities around them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.model import Article, Batch, Claim, Entity, Judgement


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """Claims sorted by id; articles and entities by id; judgements sorted by id."""

    claims: tuple[Claim, ...]
    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    judgements: tuple[Judgement, ...]


def gather(batches: Iterable[Batch]) -> ClaimSet:
    """All that the batches hold, as one claim_set; their order does not matter."""
    claims: dict[str, Claim] = {}
    articles: dict[str, Article] = {}
    entities: dict[str, Entity] = {}
    judgements: dict[str, Judgement] = {}
    for batch in batches:
        articles[batch.article.id] = batch.article
        claims.update((claim.id, claim) for claim in batch.claims)
        entities.update((entity.id, entity) for entity in batch.entities)
        judgements.update((one.id, one) for one in batch.judgements or ())
    return ClaimSet(
        claims=tuple(claims[key] for key in sorted(claims)),
        articles={key: articles[key] for key in sorted(articles)},
        entities={key: entities[key] for key in sorted(entities)},
        judgements=tuple(judgements[key] for key in sorted(judgements)),
    )
