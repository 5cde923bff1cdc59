"""Which entities an article and its claims need, and those that a reader makes."""

from collections.abc import Iterable, Mapping

from claimgraph.flat import entity_ids
from claimgraph.made_names import HIDDEN_SPEAKER, publisher_name
from claimgraph.model import (
    UNNAMED_PUBLISHER,
    Article,
    Claim,
    Entity,
    Judgement,
    Work,
)

UNSPECIFIED = "unspecified"


def unspecified_id(stem: str) -> str:
    """The id of the speaker whom an article hides."""
    return f"person/{UNSPECIFIED}-{stem}"


def needed_entities(
    article: Article,
    claims: Iterable[Claim],
    known: Mapping[str, Entity],
    judgements: Iterable[Judgement] = (),
) -> tuple[Entity, ...]:
    """The entities behind ends, holders, publisher, author and the places around.

    Both ends of each judgement that is given are needed too. The hidden speaker and
    the unknown publisher of the article are made here. Ids that are not known are
    left out: the gate names them.
    """
    wanted = set(bylines(article))
    wanted.update(end for one in judgements for end in (one.left, one.right))
    wanted |= entity_ids(*claims)
    made: dict[str, Entity] = {}
    if not wanted <= known.keys():
        made = {entity.id: entity for entity in made_entities(article)}
    found: dict[str, Entity] = {}
    queue = sorted(wanted)
    while queue:
        entity = known.get(queue[-1]) or made.get(queue[-1])
        queue.pop()
        if entity is None or entity.id in found:
            continue
        found[entity.id] = entity
        queue += entity.around
    return tuple(found[key] for key in sorted(found))


def bylines(article: Article) -> list[str]:
    """Who publishes and writes the article, and who published what it retells."""
    works = [item.work for item in article.retells if isinstance(item.work, Work)]
    named = [article.speaker, article.author, *(work.publisher for work in works)]
    return [holder for holder in named if holder is not None]


def made_entities(article: Article) -> tuple[Entity, Entity]:
    """The speaker whom the article hides, and the publisher that it does not name."""
    return (
        Entity(id=unspecified_id(article.id), name=HIDDEN_SPEAKER, unnamed=True),
        Entity(
            id=f"{UNNAMED_PUBLISHER}{article.id}",
            name=publisher_name(article.title),
            kind="outlet",
            unnamed=True,
        ),
    )
