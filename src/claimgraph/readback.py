"""The claims in the graph, as claims again."""

from collections.abc import Iterator, Sequence

from claimgraph import flat
from claimgraph.cypher import lookups
from claimgraph.entity_closure import bylines, needed_entities
from claimgraph.errors import ClaimgraphError, StoreError
from claimgraph.model import (
    ARTICLE_KINDS,
    VERDICTS,
    ZONE_KINDS,
    Alias,
    Article,
    Batch,
    Claim,
    Entity,
    Judgement,
    Retelling,
    Work,
    Zone,
)
from claimgraph.store.base import Row, Store
from claimgraph.store.rows import (
    map_at,
    maps_at,
    maybe_float,
    maybe_text,
    number_at,
    text_at,
    texts_at,
    word_at,
)

PAGE = 1000


def read(store: Store) -> Iterator[Batch]:
    """Every article of the graph with its claims, at most 1,000 in a batch.

    The claims are equal to those that were loaded, field by field; offsets stand for
    `nth`, and the whole chain for the inner one.
    """
    for row in store.read(lookups.ARTICLES):
        yield from read_article(store, text_at(row, "id"))


def read_article(store: Store, stem: str) -> Iterator[Batch]:
    """One article in batches, the entities that it needs in each."""
    asked = {"id": stem}
    article = article_from(store.read(lookups.STORED_ARTICLE, asked)[0], stem, store)
    ids = [text_at(row, "id") for row in store.read(lookups.CLAIM_IDS, asked)]
    rows = store.read(lookups.JUDGEMENTS_OF_CORPUS, {"corpus": article.corpus})
    judgements = tuple(map(judgement_from, rows))
    starts = range(0, len(ids) or 1, PAGE)
    for start in starts:
        claims = tuple(read_claims(store, ids[start : start + PAGE]))
        yield Batch(
            article=article,
            entities=entities_for(store, article, claims, judgements),
            claims=claims,
            judgements=judgements,
            first=start == 0,
            last=start == starts[-1],
        )


def read_claims(store: Store, ids: Sequence[str]) -> Iterator[Claim]:
    """The claims of those ids, in their order, with `loaded`."""
    for start in range(0, len(ids), PAGE):
        page = list(ids[start : start + PAGE])
        rows = store.read(lookups.STORED_CLAIMS, {"ids": page})
        found = {claim.id: claim for claim in map(claim_from, rows)}
        yield from (found[one] for one in page if one in found)


def entities_for(
    store: Store,
    article: Article,
    claims: Sequence[Claim],
    judgements: Sequence[Judgement],
) -> tuple[Entity, ...]:
    """The entities that a batch needs, with the places around its places."""
    known: dict[str, Entity] = {}
    queue = set(bylines(article)).union(*map(flat.entity_ids, claims))
    queue |= {one for item in judgements for one in (item.left, item.right)}
    while queue:
        rows = store.read(lookups.ENTITIES, {"ids": sorted(queue)})
        found = [entity_from(map_at(row, "row")) for row in rows]
        known |= {entity.id: entity for entity in found}
        queue = {one.within for one in found if one.within} - known.keys()
    return needed_entities(article, claims, known, judgements)


def judgement_from(row: Row) -> Judgement:
    """A judgement from its row."""
    return Judgement(
        id=text_at(row, "id"),
        left=text_at(row, "left"),
        right=text_at(row, "right"),
        verdict=word_at(row, "verdict", VERDICTS),
        who=text_at(row, "who"),
        when=text_at(row, "when"),
        why=text_at(row, "why"),
    )


def claim_from(row: Row) -> Claim:
    """A claim from its node and its hops."""
    try:
        hops = tuple(map(flat.hop_from, maps_at(row, "hops")))
        return flat.claim_from(map_at(row, "claim"), hops)
    except ClaimgraphError as error:
        raise StoreError(error.message, key=error.key) from error


def entity_from(row: Row) -> Entity:
    """An entity from its node."""
    names = texts_at(row, "aliases")
    marks = texts_at(row, "alias_marks") or [""] * len(names)
    aliases = tuple(
        Alias(name, "exact" in mark, "ambiguous" in mark)
        for name, mark in zip(names, marks, strict=True)
    )
    outside = texts_at(row, "outside_ids")
    pairs = (item.partition("=") for item in outside)
    return Entity(
        id=text_at(row, "id"),
        name=text_at(row, "name"),
        aliases=aliases,
        kind=maybe_text(row, "kind"),
        description=maybe_text(row, "description"),
        ids=tuple((scheme, number) for scheme, _, number in pairs),
        unnamed=row.get("unnamed") is True,
        collective=row.get("collective") is True,
        by=maybe_text(row, "by"),
        within=maybe_text(row, "within"),
        lat=maybe_float(row, "lat"),
        lon=maybe_float(row, "lon"),
    )


def article_from(found: Row, stem: str, store: Store) -> Article:
    """An article from its node and the works that it retells."""
    row = map_at(found, "row")
    works = {
        text_at(item, "id"): Work(
            text_at(item, "title"),
            maybe_text(item, "publisher"),
            maybe_text(item, "published"),
        )
        for item in store.read(lookups.STORED_WORKS, {"id": stem})
    }
    retells = columns(row, "retells_works", "retells_froms", "retells_tos")
    zones = columns(row, "zone_kinds", "zone_froms", "zone_tos")
    return Article(
        id=stem,
        corpus=text_at(row, "corpus"),
        title=text_at(row, "title"),
        kind=word_at(row, "kind", ARTICLE_KINDS),
        sha256=text_at(row, "sha256"),
        publisher=maybe_text(row, "publisher_id"),
        author=maybe_text(row, "author_id"),
        zones=tuple(
            Zone(word_at({"zone": kind}, "zone", ZONE_KINDS), first, last or None)
            for kind, first, last in zones
        ),
        retells=tuple(
            Retelling(works.get(work, work), first or None, last or None)
            for work, first, last in retells
        ),
        quote_checked=row.get("quote_checked") is not False,
        rejected=number_at(row, "rejected"),
        published=maybe_text(row, "published"),
        published_why=maybe_text(row, "published_why"),
        language=maybe_text(row, "language"),
        url=maybe_text(row, "url"),
        source_sha256=maybe_text(row, "source_sha256"),
        marking=maybe_text(row, "marking"),
        note=maybe_text(row, "note"),
        text=maybe_text(row, "text"),
    )


def columns(row: Row, *keys: str) -> Iterator[tuple[str, ...]]:
    """Parallel lists of a node as tuples."""
    lists = (texts_at(row, key) for key in keys)
    return zip(*lists, strict=True)
