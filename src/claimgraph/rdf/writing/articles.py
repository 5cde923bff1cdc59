"""An article with its zones and retellings as quads."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from claimgraph.graph import work_id
from claimgraph.model import Article, Work
from claimgraph.rdf.properties import Table, property_tables
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import (
    CG,
    DCTERMS,
    SCHEMA,
    Literal,
    Pair,
    Quad,
    flag,
    language_tag,
    language_text,
    part_quads,
    property_pairs,
)


def article_quads(
    article: Article, names: Names, known: Collection[str]
) -> Iterator[Quad]:
    """The article, its zones, what it retells and the works outside, in its graph.

    `known` are the ids of entities: whoever else published a work is a text.
    """
    iri, tables = names.article(article.id), property_tables()
    pairs = article_pairs(article, names, tables.article)
    yield from part_quads(iri, "Article", pairs, iri)
    for index, zone in enumerate(article.zones, 1):
        own = f"{iri}/zone/{index}"
        yield iri, f"{CG}zone", own, iri
        pairs = property_pairs(zone, tables.zone, names)
        yield from part_quads(own, "Zone", pairs, iri, index)
    works: dict[str, Work] = {}
    for index, item in enumerate(article.retells, 1):
        own, work = f"{iri}/retelling/{index}", names.article(work_id(item.work))
        yield iri, f"{CG}retells", work, iri
        yield iri, f"{CG}retelling", own, iri
        pairs = property_pairs(item, tables.retelling, names)
        told = chain([(f"{CG}work", work)], pairs)
        yield from part_quads(own, "Retelling", told, iri, index)
        if isinstance(item.work, Work):
            works[work] = item.work
    for own, outside in works.items():
        pairs = outside_pairs(outside, names, tables.work, known)
        yield from part_quads(own, "Article", pairs, iri)


def article_pairs(article: Article, names: Names, table: Table) -> Iterator[Pair]:
    """What is said of the article itself."""
    language = language_tag(article.language)
    yield f"{DCTERMS}title", language_text(article.title, language)
    if article.language is not None:
        yield f"{DCTERMS}language", Literal(article.language)
    if article.url is not None:
        yield f"{SCHEMA}url", Literal(article.url)
    yield from property_pairs(article, table, names)


def outside_pairs(
    work: Work, names: Names, table: Table, known: Collection[str]
) -> Iterator[Pair]:
    """A work outside the corpus: known by its title alone."""
    yield f"{DCTERMS}title", Literal(work.title)
    yield f"{CG}outside", flag(True)
    if work.publisher is not None and work.publisher not in known:
        yield f"{CG}publisherName", Literal(work.publisher)
        work = replace(work, publisher=None)
    yield from property_pairs(work, table, names)
