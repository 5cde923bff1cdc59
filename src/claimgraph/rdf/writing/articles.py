"""An article with its zones and retellings as quads."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from claimgraph.graph import work_id
from claimgraph.model import Article, Work
from claimgraph.rdf.properties import Table, property_tables
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import (
    CG,
    DCTERMS,
    SCHEMA,
    TYPE,
    Literal,
    Pair,
    Quad,
    flag,
    integer,
    language_tag,
    language_text,
    property_pairs,
)


def article_quads(
    article: Article, names: Names, known: Collection[str]
) -> Iterator[Quad]:
    """The article, its zones, what it retells and the works outside, in its graph.

    `known` are the ids of entities: whoever else published a work is a text.
    """
    iri, tables = names.article(article.id), property_tables()
    for verb, term in article_pairs(article, names, tables.article):
        yield iri, verb, term, iri
    for index, zone in enumerate(article.zones, 1):
        own = f"{iri}/zone/{index}"
        yield iri, f"{CG}zone", own, iri
        yield own, TYPE, f"{CG}Zone", iri
        yield own, f"{CG}index", integer(index), iri
        for verb, term in property_pairs(zone, tables.zone, names):
            yield own, verb, term, iri
    works: dict[str, Work] = {}
    for index, item in enumerate(article.retells, 1):
        own, work = f"{iri}/retelling/{index}", work_id(item.work)
        yield iri, f"{CG}retells", names.article(work), iri
        yield iri, f"{CG}retelling", own, iri
        yield own, TYPE, f"{CG}Retelling", iri
        yield own, f"{CG}index", integer(index), iri
        yield own, f"{CG}work", names.article(work), iri
        for verb, term in property_pairs(item, tables.retelling, names):
            yield own, verb, term, iri
        if isinstance(item.work, Work):
            works[work] = item.work
    for work, outside in works.items():
        own = names.article(work)
        for verb, term in outside_pairs(outside, names, tables.work, known):
            yield own, verb, term, iri


def article_pairs(article: Article, names: Names, table: Table) -> Iterator[Pair]:
    """What is said of the article itself."""
    yield TYPE, f"{CG}Article"
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
    yield TYPE, f"{CG}Article"
    yield f"{DCTERMS}title", Literal(work.title)
    yield f"{CG}outside", flag(True)
    if work.publisher is not None and work.publisher not in known:
        yield f"{CG}publisherName", Literal(work.publisher)
        work = replace(work, publisher=None)
    yield from property_pairs(work, table, names)
