"""What an analysis works on: claims with the articles and entities around them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.model import (
    Article,
    Batch,
    Claim,
    Entity,
    Judgement,
    Modality,
    Polarity,
    Review,
)


@dataclass(frozen=True, slots=True)
class ClaimHead:
    """What filters and the digest of a corpus need of a claim."""

    id: str
    digest: str
    review: str
    modality: str
    valid: str | None
    said: str | None
    loaded: str | None
    by_hand: bool = True


@dataclass(frozen=True, slots=True)
class ClaimTie:
    """What a claim of membership, custody, part, help or rivalry says of the tie."""

    id: str
    relation: str
    subject: str
    object: str
    polarity: Polarity
    modality: Modality
    review: Review
    former: bool
    valid: str | None


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """Claims sorted by id; articles and entities by id; judgements sorted by id.

    Where only some claims of a graph are in `claims`, `heads` are those of all, sorted
    by id, and `ties` all ties that its claims make or deny.
    """

    claims: tuple[Claim, ...]
    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    judgements: tuple[Judgement, ...]
    heads: tuple[ClaimHead, ...] = ()
    ties: tuple[ClaimTie, ...] = ()

    @property
    def every(self) -> Sequence[Claim | ClaimHead]:
        """All claims of the graph, sorted by id; heads, where not all are read."""
        return self.heads or self.claims

    @property
    def machine_read(self) -> bool:
        """Whether a machine found any claim of the graph, or one is only proposed.

        Then nobody knows what the articles say beyond the claims.
        """
        return any(one.review == "proposed" or not one.by_hand for one in self.every)


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
