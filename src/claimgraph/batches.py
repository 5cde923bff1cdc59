"""How large a batch may be, and a batch with no more than its claims need."""

from collections.abc import Mapping, Sequence

from claimgraph.entity_closure import needed_entities
from claimgraph.errors import Problem
from claimgraph.model import Article, Batch, Claim, Entity, Judgement

# claims of a batch, at most
BATCH = 1000


def make_batch(
    article: Article,
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    *,
    first: bool,
    last: bool,
    judgements: Sequence[Judgement] | None = None,
    problems: Sequence[Problem] = (),
) -> Batch:
    """A batch with those of the source's entities that it needs."""
    return Batch(
        article=article,
        entities=needed_entities(article, claims, entities, judgements or ()),
        claims=tuple(claims),
        judgements=None if judgements is None else tuple(judgements),
        first=first,
        last=last,
        problems=tuple(problems),
        known=entities.keys(),
    )
