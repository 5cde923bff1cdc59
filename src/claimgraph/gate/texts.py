"""Can every text be kept and written everywhere? Free words, whoever wrote them."""

from collections.abc import Iterator

from claimgraph.characters import is_storable, unfit_reason
from claimgraph.errors import Problem
from claimgraph.model import (
    Article,
    Entity,
    Judgement,
    Where,
    Work,
)

Texts = Iterator[tuple[str, str | None]]


def misfits(texts: Texts, where: Where) -> Iterator[Problem]:
    """A problem for each text that is there and empty, or holds what no text may."""
    for key, text in texts:
        if text is not None:
            yield from check_text(where, key, text)


def check_text(where: Where, key: str, text: str) -> list[Problem]:
    """A problem where a text is empty, or holds what no text may."""
    if is_fit(text):
        return []
    if not text:
        return [where.problem(key, "is empty: leave it out")]
    reason = unfit_reason(text)
    return [where.problem(key, reason)] if reason is not None else []


def is_fit(text: object) -> bool:
    """Whether something is a text with something in it, and all of that may be."""
    return isinstance(text, str) and bool(text) and is_storable(text)


def article_texts(article: Article) -> Texts:
    """The free texts of an article."""
    yield "corpus", article.corpus
    yield "title", article.title
    yield "published_why", article.published_why
    yield "language", article.language
    yield "url", article.url
    yield "note", article.note
    yield "text", article.text or None
    for index, zone in enumerate(article.zones):
        yield f"zones[{index}].from", zone.start_words or None
        yield f"zones[{index}].to", zone.end_words or None
    for index, retelling in enumerate(article.retells):
        yield f"retells[{index}].from", retelling.start_words or None
        yield f"retells[{index}].to", retelling.end_words or None
        work = retelling.work
        if isinstance(work, Work):
            yield f"retells[{index}].work", work.title
            yield f"retells[{index}].work.publisher", work.publisher


def entity_texts(entity: Entity) -> Texts:
    """The free texts of an entity."""
    yield "name", entity.name or None
    yield "description", entity.description
    yield "by", entity.by
    for alias in entity.aliases:
        yield "aliases", alias.name or None
    for scheme, number in entity.ids:
        yield "ids", f"{scheme}={number}"


def judgement_texts(judgement: Judgement) -> Texts:
    """The free texts of a judgement."""
    yield "left", judgement.left
    yield "right", judgement.right
    yield "who", judgement.who or None
    yield "why", judgement.why
