"""The claims in the graph, as claims again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from claimgraph import flat
from claimgraph.batches import BATCH
from claimgraph.cypher import lookups
from claimgraph.definitions.blocks import definitions_from
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

Held = TypeVar("Held")
# more letters than these are read with one article alone
LETTERS = 10_000_000
# so many articles are asked for their claims at once
ARTICLES = 100


@dataclass(frozen=True, slots=True)
class Page:
    """An article with as many of its claims, by id, as fit into a batch."""

    article: Article
    claims: Sequence[str]
    letters: int
    first: bool
    last: bool


def read(store: Store) -> Iterator[Batch]:
    """Every article of the graph with its claims, at most 1,000 in a batch.

    The claims are equal to those that were loaded, field by field; offsets stand for
    `nth`, and the whole chain for the inner one. StoreError where an article or a claim
    is taken out meanwhile.
    """
    judgements = read_judgements(store)
    known: dict[str, Entity] = {}
    texts: dict[str, str | None] = {}
    for pages in fitting(article_pages(store)):
        stems = {page.article.id for page in pages}
        texts = {stem: text for stem, text in texts.items() if stem in stems}
        texts |= read_texts(store, sorted(stems - texts.keys()))
        ids = [one for page in pages for one in page.claims]
        claims = {claim.id: claim for claim in read_claims(store, ids)}
        batches = [
            Batch(
                article=replace(page.article, text=still_there(texts, page.article.id)),
                entities=(),
                claims=tuple(still_there(claims, one) for one in page.claims),
                judgements=judgements.get(page.article.corpus, ()),
                first=page.first,
                last=page.last,
            )
            for page in pages
        ]
        needed = set[str]().union(*map(named_entities, batches))
        known |= read_entities(store, needed - known.keys())
        yield from (replace(one, entities=entities_for(one, known)) for one in batches)


def still_there(found: Mapping[str, Held], one: str) -> Held:
    """What was read of an id; StoreError where the graph has it no more."""
    if one not in found:
        reason = (
            "was taken out of the graph meanwhile, or is not whole in it: run the same "
            "command again, then `claimgraph status --verify`"
        )
        raise StoreError(reason, key=one)
    return found[one]


def fitting(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """The pages in lists that are read at once, none of more than 1,000 claims."""
    some: list[Page] = []
    for page in pages:
        both = [*some, page]
        claims = sum(len(one.claims) for one in both)
        if some and (claims > BATCH or sum(one.letters for one in both) > LETTERS):
            yield some
            both = [page]
        some = both
    if some:
        yield some


def article_pages(store: Store) -> Iterator[Page]:
    """All articles, without their texts, and their claims by place."""
    listed = read_articles(store)
    for start in range(0, len(listed), ARTICLES):
        some = listed[start : start + ARTICLES]
        ids: dict[str, list[str]] = {article.id: [] for article, _ in some}
        for row in store.read(lookups.CLAIM_IDS, {"ids": list(ids)}):
            ids[text_at(row, "article")].append(text_at(row, "id"))
        for article, letters in some:
            own = ids[article.id]
            starts = range(0, len(own) or 1, BATCH)
            for at in starts:
                page, last = own[at : at + BATCH], at == starts[-1]
                yield Page(article, page, letters, at == 0, last)


def read_articles(store: Store) -> list[tuple[Article, int]]:
    """The articles by id, without their texts, and how many letters these have."""
    works = works_by_id(store.read(lookups.STORED_WORKS))
    found = [
        (article_from(map_at(row, "row"), works), number_at(row, "letters"))
        for row in store.read(lookups.ARTICLE_HEADS)
    ]
    return sorted(found, key=lambda pair: pair[0].id)


def read_article(store: Store, one: str) -> Article:
    """The article of that id, with its text; StoreError where there is none."""
    found = store.read(lookups.STORED_ARTICLE, {"id": one})
    rows = (map_at(item, "row") for item in found)
    row = still_there({text_at(row, "id"): row for row in rows}, one)
    works = {"ids": texts_at(row, "retells_works")}
    return article_from(row, works_by_id(store.read(lookups.WORKS, works)))


def works_by_id(rows: Iterable[Row]) -> dict[str, Work]:
    """Works outside the corpora that articles retell, by the ids of their nodes."""
    return {
        text_at(item, "id"): Work(
            text_at(item, "title"),
            maybe_text(item, "publisher"),
            maybe_text(item, "published"),
        )
        for item in rows
    }


def read_texts(store: Store, articles: Sequence[str]) -> dict[str, str | None]:
    """The texts of articles, by id."""
    rows = store.read(lookups.TEXTS, {"ids": list(articles)})
    return {text_at(row, "id"): maybe_text(row, "text") for row in rows}


def read_judgements(store: Store) -> dict[str, tuple[Judgement, ...]]:
    """The judgements that each corpus makes, sorted by id."""
    found: dict[str, list[Judgement]] = {}
    for row in store.read(lookups.JUDGEMENTS):
        for corpus in texts_at(row, "corpora"):
            found.setdefault(corpus, []).append(judgement_from(row))
    return {corpus: tuple(some) for corpus, some in found.items()}


def read_claims(store: Store, ids: Sequence[str]) -> Iterator[Claim]:
    """The claims of those ids, in their order, with `loaded`.

    Those that the graph lacks, or holds without any speaker, are passed over.
    """
    for start in range(0, len(ids), BATCH):
        page = list(ids[start : start + BATCH])
        rows = store.read(lookups.STORED_CLAIMS, {"ids": page})
        found = {claim.id: claim for claim in map(claim_from, rows) if claim.chain}
        yield from (found[one] for one in page if one in found)


def read_entities(store: Store, ids: Iterable[str]) -> dict[str, Entity]:
    """The entities of those ids that the graph holds, with the places around places."""
    known: dict[str, Entity] = {}
    queue = set(ids)
    while queue:
        rows = store.read(lookups.ENTITIES, {"ids": sorted(queue)})
        found = [entity_from(map_at(row, "row")) for row in rows]
        known |= {entity.id: entity for entity in found}
        queue = {place for one in found for place in one.around} - known.keys()
    return known


def named_entities(batch: Batch) -> set[str]:
    """The entities that article, claims and judgements of a batch name."""
    found = flat.entity_ids(*batch.claims).union(bylines(batch.article))
    return found.union(
        one for item in batch.judgements or () for one in (item.left, item.right)
    )


def entities_for(batch: Batch, known: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """The entities that a batch needs, with the places around its places."""
    judgements = batch.judgements or ()
    return needed_entities(batch.article, batch.claims, known, judgements)


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
        rows = sorted(maps_at(row, "hops"), key=lambda hop: number_at(hop, "hop"))
        hops = tuple(map(flat.hop_from, rows))
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
        definitions=definitions_from(texts_at(row, "definitions")),
    )


def article_from(row: Row, works: Mapping[str, Work]) -> Article:
    """An article from its node and the works that it may retell."""
    retells = columns(row, "retells_works", "retells_froms", "retells_tos")
    zones = columns(row, "zone_kinds", "zone_froms", "zone_tos")
    return Article(
        id=text_at(row, "id"),
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
