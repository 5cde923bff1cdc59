"""Can every text be kept and written everywhere? Free words, whoever wrote them."""

import re
from collections.abc import Iterator

from claimgraph.errors import Problem
from claimgraph.model import (
    Article,
    Batch,
    Cell,
    Claim,
    Entity,
    Judgement,
    Where,
    Work,
    XPath,
)

# half a character cannot be encoded; a NUL ends a text early, and is in no XML
UNFIT = re.compile("[\0\ud800-\udfff]")
Texts = Iterator[tuple[str, str | None]]


def check_texts(batch: Batch) -> list[Problem]:
    """Problems of all free texts of a batch, those of judgements left out."""
    article = batch.article
    problems = list(misfits(article_texts(article), article.where, article.id))
    for entity in batch.entities:
        problems += misfits(entity_texts(entity), entity.where, entity.id)
    for claim in batch.claims:
        problems += misfits(claim_texts(claim), claim.where, claim.article)
    return problems


def misfits(texts: Texts, where: Where | None, name: str) -> Iterator[Problem]:
    """A problem for each text that is there and empty, or holds what no text may."""
    place = where or Where(name)
    for key, text in texts:
        if text is None:
            continue
        if not text:
            yield place.problem(key, "is empty: leave it out")
        elif found := UNFIT.search(text):
            what = "a NUL" if found[0] == "\0" else "half a character"
            yield place.problem(key, f"holds {what} at {found.start()}: take it out")


def claim_texts(claim: Claim) -> Texts:
    """The free texts of a claim; whether a quote or cue is empty is another rule."""
    yield "quote", claim.quote or None
    yield "valid_words", claim.valid_words
    yield "by", claim.by
    yield "note", claim.note
    if claim.value is not None:
        yield "value.of", claim.value.of or None
    if claim.reply is not None:
        yield "replies_to.claim", claim.reply.claim
    match claim.selector:
        case Cell(_, column):
            yield "column", column or None
        case XPath(xpath):
            yield "xpath", xpath or None
        case _:
            pass
    for index, hop in enumerate(claim.chain):
        yield f"chain[{index - 1}].cue" if index else "chain", hop.cue or None


def article_texts(article: Article) -> Texts:
    """The free texts of an article."""
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
        title = work.title if isinstance(work, Work) else work
        yield f"retells[{index}].work", title


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
