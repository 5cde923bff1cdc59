"""An article with its zones and retellings as quads."""

from collections.abc import Iterator

from claimgraph.graph import work_id
from claimgraph.model import Article, Work
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import (
    CG,
    DCTERMS,
    SCHEMA,
    TYPE,
    Literal,
    Pair,
    Quad,
    concept,
    dated,
    flag,
    pairs,
    spoken,
    tag,
    text,
    whole,
)


def article_quads(article: Article, names: Names) -> Iterator[Quad]:
    """The article, its zones, what it retells and the works outside, in its graph."""
    iri = names.article(article.id)
    for verb, term in article_pairs(article, iri, names):
        yield iri, verb, term, iri
    for index, zone in enumerate(article.zones, 1):
        own = f"{iri}/zone/{index}"
        yield iri, f"{CG}zone", own, iri
        yield own, TYPE, f"{CG}Zone", iri
        for verb, term in pairs(
            index=whole(index),
            kind=concept(zone.kind),
            from_=text(zone.start_words),
            to=text(zone.end_words),
        ):
            yield own, verb, term, iri
    works: dict[str, Work] = {}
    for index, item in enumerate(article.retells, 1):
        own, work = f"{iri}/retelling/{index}", work_id(item.work)
        yield iri, f"{CG}retells", names.article(work), iri
        yield iri, f"{CG}retelling", own, iri
        yield own, TYPE, f"{CG}Retelling", iri
        for verb, term in pairs(
            index=whole(index),
            work=names.article(work),
            from_=text(item.start_words),
            to=text(item.end_words),
        ):
            yield own, verb, term, iri
        if isinstance(item.work, Work):
            works[work] = item.work
    for work, outside in works.items():
        yield from outside_quads(work, outside, names, iri)


def article_pairs(article: Article, iri: str, names: Names) -> Iterator[Pair]:
    """What is said of the article itself."""
    yield TYPE, f"{CG}Article"
    yield f"{DCTERMS}title", spoken(article.title, tag(article.language))
    if article.language is not None:
        yield f"{DCTERMS}language", Literal(article.language)
    if article.url is not None:
        yield f"{SCHEMA}url", Literal(article.url)
    unchecked = Literal("false", "http://www.w3.org/2001/XMLSchema#boolean")
    yield from pairs(
        corpus=text(article.corpus),
        kind=concept(article.kind),
        publishedBy=names.entity(article.publisher) if article.publisher else None,
        writtenBy=names.entity(article.author) if article.author else None,
        publishedWhy=text(article.published_why),
        sha256=text(article.sha256),
        sourceSha256=text(article.source_sha256),
        marking=text(article.marking),
        note=text(article.note),
        quoteChecked=None if article.quote_checked else unchecked,
        rejected=whole(article.rejected) if article.rejected else None,
        text=text(article.text),
    )
    yield from dated("published", article.published)


def outside_quads(one: str, work: Work, names: Names, graph: str) -> Iterator[Quad]:
    """A work outside the corpus: known by its title alone."""
    iri = names.article(one)
    yield iri, TYPE, f"{CG}Article", graph
    yield iri, f"{DCTERMS}title", Literal(work.title), graph
    for verb, term in pairs(
        outside=flag(True),
        publishedBy=names.entity(work.publisher) if work.publisher else None,
    ):
        yield iri, verb, term, graph
    for verb, term in dated("published", work.published):
        yield iri, verb, term, graph
