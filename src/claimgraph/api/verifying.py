"""Whether a graph holds what was loaded into it, all of it and unchanged."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimgraph import library
from claimgraph.cypher import Row, lookups
from claimgraph.errors import ClaimgraphError, number_of
from claimgraph.flat import flat
from claimgraph.graph import date_names, days_of, edge_type
from claimgraph.ids import identified_claim, judgement_id
from claimgraph.model import Article, Claim
from claimgraph.readback import (
    Page,
    article_pages,
    read_claims,
    read_judgements,
    read_texts,
)
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema
from claimgraph.store.base import Store
from claimgraph.store.rows import map_at, text_at
from claimgraph.store.schema import held_counts, kept_counts


@dataclass(frozen=True, slots=True)
class GraphCheck:
    """What is missing or changed in a graph, in words; nothing where all is whole."""

    differences: tuple[str, ...]


def verify(store: Store) -> GraphCheck:
    """Counts, the questions of health, and every claim read back, in this order."""
    found = [
        *count_differences(store),
        *health_differences(store),
        *content_differences(store),
    ]
    return GraphCheck(tuple(found))


def count_differences(store: Store) -> Iterator[str]:
    """Kinds of which the graph has more or fewer than loads wrote into it."""
    try:
        kept, there = kept_counts(store), held_counts(store)
    except ClaimgraphError as error:
        yield f"cannot be counted: {error}"
        return
    for name, number in kept.items():
        if there[name] != number:
            yield f"{there[name]} {name} are there, {number} were written"


def health_differences(store: Store) -> Iterator[str]:
    """What the questions of health find that no load makes."""
    for question in library.health_questions():
        if not question.defect:
            continue
        try:
            rows = library.answer(store, question, {})
        except ClaimgraphError as error:
            yield f"{question.name} cannot be asked: {error}"
            continue
        if rows:
            number = number_of(len(rows), "row")
            yield f"`claimgraph ask {question.name}` has {number}: {question.question}"


def content_differences(store: Store) -> Iterator[str]:
    """Judgements, articles and claims that are not what their digests and ids say."""
    seen = 0
    try:
        yield from judgement_differences(store)
        for page in article_pages(store):
            if page.first:
                yield from text_differences(store, page.article)
            seen += len(page.claims)
            yield from claim_differences(store, page)
        there = held_counts(store)["claims"]
        if seen < there:
            yield f"{number_of(there - seen, 'claim')} without an article"
        if seen > there:
            yield f"{number_of(seen - there, 'claim')} in more than one article"
    except ClaimgraphError as error:
        yield f"cannot be read on: {error}"


def judgement_differences(store: Store) -> Iterator[str]:
    """Judgements whose ids do not follow from them."""
    found = {one for some in read_judgements(store).values() for one in some}
    for one in sorted(found, key=lambda held: held.id):
        if one.id != judgement_id(one.left, one.right, one.verdict, one.who, one.when):
            yield f"judgement {one.id}: it is not what its id says"


def text_differences(store: Store, article: Article) -> Iterator[str]:
    """An article whose text has another digest."""
    text = read_texts(store, [article.id]).get(article.id)
    if text is not None and hashlib.sha256(text.encode()).hexdigest() != article.sha256:
        yield f"article {article.id}: its text is not the one of its digest"


def claim_differences(store: Store, page: Page) -> Iterator[str]:
    """Claims of a page that cannot be put together again, or that have changed."""
    found = {claim.id: claim for claim in read_claims(store, page.claims)}
    for one in page.claims:
        if one not in found:
            yield f"claim {one} of {page.article.id}: it is not whole"
        elif is_changed(found[one], page.article):
            yield f"claim {one} of {page.article.id}: it is not what its digest says"
    for one in unlike_edges(store, found.values()):
        yield f"claim {one} of {page.article.id}: its edge says something else"


def unlike_edges(store: Store, claims: Iterable[Claim]) -> Iterator[str]:
    """The claims whose edge is there and does not carry what they say."""
    schema = load_schema()
    groups: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        groups.setdefault(edge_type(claim, schema), {})[claim.id] = claim
    for edge in schema.claim_edges:
        some = groups.get(edge, {})
        query = lookups.EDGES_OF_CLAIMS.format(edge=edge)
        for row in store.read(query, {"ids": [*some]}) if some else ():
            claim = some[text_at(row, "claim")]
            held, wanted = map_at(row, "row"), edge_values(claim, schema)
            if any(held.get(name) != value for name, value in wanted.items()):
                yield claim.id


def edge_values(claim: Claim, schema: Schema) -> Row:
    """What the edge of a claim says as its node does, with the days of its dates."""
    names = {field.name for field in schema.claim.edge} - {"loaded"}
    shared = {name: value for name, value in flat(claim).items() if name in names}
    return shared | days_of(shared, date_names(schema.claim.node_and_edge))


def is_changed(claim: Claim, article: Article) -> bool:
    """Whether id, digest, proposition or day of saying follow from other fields."""
    symmetric = load_schema().symmetric(claim.relation)
    again = identified_claim(claim, article.sha256, article.published, symmetric)
    return again != claim
