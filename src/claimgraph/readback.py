"""The claims in the graph, as claims again."""

from collections.abc import Iterator, Sequence
from typing import cast

from claimgraph.cypher import lookups
from claimgraph.entity_closure import needed_entities
from claimgraph.model import (
    Alias,
    Article,
    Batch,
    Cell,
    Claim,
    Entity,
    Hop,
    Judgement,
    Reply,
    Retelling,
    Selector,
    TextSpan,
    Value,
    Work,
    XPath,
    Zone,
)
from claimgraph.store.base import Row, Store

PAGE = 1000


def read(store: Store) -> Iterator[Batch]:
    """Every article of the graph with its claims, at most 1,000 in a batch.

    The claims are equal to those that were loaded, field by field; offsets stand for
    `nth`, and the whole chain for the inner one.
    """
    for row in store.read(lookups.ARTICLES):
        yield from read_article(store, cast("str", row["id"]))


def read_article(store: Store, stem: str) -> Iterator[Batch]:
    """One article in batches, the entities that it needs in each."""
    asked = {"id": stem}
    article = article_from(store.read(lookups.STORED_ARTICLE, asked)[0], stem, store)
    ids = [cast("str", row["id"]) for row in store.read(lookups.CLAIM_IDS, asked)]
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
    wanted = wanted_ids(article, claims)
    wanted |= {one for item in judgements for one in (item.left, item.right)}
    queue = wanted
    while queue:
        rows = store.read(lookups.ENTITIES, {"ids": sorted(queue)})
        found = [entity_from(cast("Row", row["row"])) for row in rows]
        known |= {entity.id: entity for entity in found}
        queue = {one.within for one in found if one.within} - known.keys()
    return needed_entities(article, claims, known, judgements)


def judgement_from(row: Row) -> Judgement:
    """A judgement from its row."""
    return Judgement(
        id=cast("str", row["id"]),
        left=cast("str", row["left"]),
        right=cast("str", row["right"]),
        verdict=cast("str", row["verdict"]),
        who=cast("str", row["who"]),
        when=cast("str", row["when"]),
        why=cast("str", row["why"]),
    )


def wanted_ids(article: Article, claims: Sequence[Claim]) -> set[str]:
    """The ids that an article and its claims name."""
    works = [item.work for item in article.retells]
    named = {article.speaker, article.publisher, article.author}
    named |= {work.publisher for work in works if isinstance(work, Work)}
    for claim in claims:
        named |= {claim.subject, claim.object, *(hop.holder for hop in claim.chain)}
    return {one for one in named if one is not None}


def claim_from(row: Row) -> Claim:
    """A claim from its node and its hops."""
    node = cast("Row", row["claim"])
    return Claim(
        article=cast("str", node["article"]),
        relation=cast("str", node["relation"]),
        subject=cast("str", node["subject_id"]),
        object=words(node, "object_id"),
        value=value_from(node),
        polarity=cast("str", node["polarity"]),
        modality=cast("str", node["modality"]),
        former=node.get("former") is True,
        chain=tuple(hop_from(hop) for hop in cast("Sequence[Row]", row["hops"])),
        quote=cast("str", node["quote"]),
        selector=selector_from(node),
        reply=reply_from(node),
        by=cast("str", node["by"]),
        review=cast("str", node["review"]),
        confidence=cast("float | None", node.get("confidence")),
        id=cast("str", node["id"]),
        digest=cast("str", node["digest"]),
        proposition=cast("str", node["proposition"]),
        reason=words(node, "reason"),
        kind=words(node, "kind"),
        role=words(node, "role"),
        valid=words(node, "valid"),
        valid_words=words(node, "valid_words"),
        grade=words(node, "grade"),
        note=words(node, "note"),
        label=words(node, "label"),
        said=words(node, "said"),
        loaded=words(node, "loaded"),
    )


def words(row: Row, key: str) -> str | None:
    """A text that may be absent."""
    return cast("str | None", row.get(key))


def value_from(node: Row) -> Value | None:
    """The value of a claim that counts or dates."""
    keys = ("value_min", "value_max", "value_of", "on")
    if all(node.get(key) is None for key in keys):
        return None
    return Value(
        min=cast("int | None", node.get("value_min")),
        max=cast("int | None", node.get("value_max")),
        of=words(node, "value_of"),
        about=node.get("value_about") is True,
        on=words(node, "on"),
    )


def selector_from(node: Row) -> Selector | None:
    """Where the quote stands."""
    if node.get("start") is not None:
        return TextSpan(cast("int", node["start"]), cast("int", node["end"]))
    if node.get("row") is not None:
        return Cell(cast("int", node["row"]), cast("str", node["column"]))
    if node.get("xpath") is not None:
        return XPath(cast("str", node["xpath"]))
    return None


def reply_from(node: Row) -> Reply | None:
    """The reply as written."""
    if node.get("reply_claim") is None:
        return None
    return Reply(cast("str", node["reply_claim"]), cast("str", node["reply_how"]))


def hop_from(row: Row) -> Hop:
    """A hop from its edge."""
    return Hop(
        holder=cast("str", row["holder_id"]),
        stance=cast("str", row["stance"]),
        cue=words(row, "cue"),
        cue_start=cast("int | None", row.get("cue_start")),
        cue_end=cast("int | None", row.get("cue_end")),
        implicit=row.get("implicit") is True,
        said=words(row, "said"),
        medium=words(row, "medium"),
    )


def entity_from(row: Row) -> Entity:
    """An entity from its node."""
    names = cast("Sequence[str]", row.get("aliases") or ())
    marks = cast("Sequence[str]", row.get("alias_marks") or [""] * len(names))
    aliases = tuple(
        Alias(name, "exact" in mark, "ambiguous" in mark)
        for name, mark in zip(names, marks, strict=True)
    )
    outside = cast("Sequence[str]", row.get("outside_ids") or ())
    pairs = (item.partition("=") for item in outside)
    return Entity(
        id=cast("str", row["id"]),
        name=cast("str", row["name"]),
        aliases=aliases,
        kind=words(row, "kind"),
        description=words(row, "description"),
        ids=tuple((scheme, number) for scheme, _, number in pairs),
        unnamed=row.get("unnamed") is True,
        collective=row.get("collective") is True,
        by=words(row, "by"),
        within=words(row, "within"),
        lat=cast("float | None", row.get("lat")),
        lon=cast("float | None", row.get("lon")),
    )


def article_from(found: Row, stem: str, store: Store) -> Article:
    """An article from its node and the works that it retells."""
    row = cast("Row", found["row"])
    works = {
        cast("str", item["id"]): Work(
            cast("str", item["title"]),
            cast("str | None", item["publisher"]),
            cast("str | None", item["published"]),
        )
        for item in store.read(lookups.STORED_WORKS, {"id": stem})
    }
    retells = columns(row, "retells_works", "retells_froms", "retells_tos")
    zones = columns(row, "zone_kinds", "zone_froms", "zone_tos")
    return Article(
        id=stem,
        corpus=cast("str", row["corpus"]),
        title=cast("str", row["title"]),
        kind=cast("str", row["kind"]),
        sha256=cast("str", row["sha256"]),
        publisher=words(row, "publisher_id"),
        author=words(row, "author_id"),
        zones=tuple(Zone(kind, first, last or None) for kind, first, last in zones),
        retells=tuple(
            Retelling(works.get(work, work), first or None, last or None)
            for work, first, last in retells
        ),
        quote_checked=row.get("quote_checked") is not False,
        rejected=cast("int", row.get("rejected") or 0),
        published=words(row, "published"),
        published_why=words(row, "published_why"),
        language=words(row, "language"),
        url=words(row, "url"),
        source_sha256=words(row, "source_sha256"),
        marking=words(row, "marking"),
        note=words(row, "note"),
        text=words(row, "text"),
    )


def columns(row: Row, *keys: str) -> Iterator[tuple[str, ...]]:
    """Parallel lists of a node as tuples."""
    lists = (cast("Sequence[str]", row.get(key) or ()) for key in keys)
    return zip(*lists, strict=True)
