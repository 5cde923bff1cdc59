"""One article through a producer: in this process, or in one that helps."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from claimgraph.api.articles import publisher_id
from claimgraph.api.extracting.sources import RawFile, page_of, problem_of
from claimgraph.corpus.new_articles import digest_of
from claimgraph.entity_closure import needed_entities
from claimgraph.errors import ClaimgraphError, Problem
from claimgraph.extraction.known import Known, known_in
from claimgraph.extraction.producers import Producer
from claimgraph.extraction.proposals import Proposals
from claimgraph.extraction.text.language import ENGLISH, is_in_english
from claimgraph.gate import check
from claimgraph.model import Article, Batch, Entity
from claimgraph.pages import ArticlePage
from claimgraph.schema import load_schema

T = TypeVar("T")
MakeProducer = Callable[[], Producer]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article with what is proposed for it, or what is wrong with it."""

    article: Article | None
    proposals: Proposals | None
    entities: tuple[Entity, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """Proposes claims for articles of a corpus, whose entities are `known`.

    An article comes with the ids of those that only it brought.
    """

    make: MakeProducer
    known: Known

    def __call__(self, task: tuple[Article, frozenset[str]]) -> Outcome:
        """The article with its proposals, or what is wrong with it."""
        article, own = task
        known = self.known.without(own, article.id) if own else self.known
        return read_by(article, self.make, known)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Makes an article of a file or a page, and proposes claims for it.

    Known are the entities that ship with claimgraph, on every machine.
    """

    make: MakeProducer
    corpus: str

    def __call__(self, part: RawFile | ArticlePage) -> Outcome:
        """The article with its proposals, or what is wrong with it."""
        file = part.file if isinstance(part, RawFile) else part.url or part.name
        known = shipped_names()
        try:
            page = page_of(part) if isinstance(part, RawFile) else part
        except ClaimgraphError as error:
            return Outcome(None, None, problem=problem_of(error, file))
        article, publisher = article_of_page(page, self.corpus, known)
        found = read_by(article, self.make, known)
        if found.proposals is None:
            return found
        return with_entities(found.proposals, publisher, known, file)


def read_by(article: Article, make: MakeProducer, known: Known) -> Outcome:
    """An article with what a producer proposes; where that fails, why."""
    producer = producer_of(make)
    try:
        return Outcome(article, producer.propose(article, known))
    except ClaimgraphError as error:
        return Outcome(article, None, problem=problem_of(error, article.id))
    except Exception as error:
        # one article must not end a run over thousands
        reason = (
            f"cannot be read by {producer.name} ({type(error).__name__}: {error}): a "
            "fault of claimgraph, please report it"
        )
        problem = Problem(article.id, None, "", reason)
        return Outcome(article, None, problem=problem)


def told_of_language(article: Article, make: MakeProducer, again: str) -> str:
    """What a person has to hear of an article that its producer cannot read; nothing
    of others. `again` names what to read once more.
    """
    if not producer_of(make).reads_english_only or is_in_english(article):
        return ""
    named = f" ({article.language})" if article.language not in (None, ENGLISH) else ""
    return (
        f"{article.id}: the text does not look English{named}, and rules read English "
        "alone: hardly anything is found in it; a language model may read it: "
        f"`claimgraph extract {again} --model NAME`"
    )


def with_entities(
    proposals: Proposals, publisher: Entity | None, known: Known, file: str
) -> Outcome:
    """Proposals with all the entities that they need; a problem where the gate says so.

    The header, which no gate has seen, may be what is wrong.
    """
    article = proposals.article
    at_hand = dict(known.entities)
    at_hand |= {one.id: one for one in proposals.entities}
    if publisher is not None:
        at_hand[publisher.id] = publisher
    entities = needed_entities(article, proposals.claims, at_hand)
    batch = Batch(article=article, entities=entities, claims=proposals.claims)
    for problem in check(batch, load_schema()):
        told = Problem(file, None, problem.key, problem.reason)
        return Outcome(article, None, problem=told)
    return Outcome(article, proposals, entities)


def article_of_page(
    page: ArticlePage, corpus: str, known: Known
) -> tuple[Article, Entity | None]:
    """The article of a page, and the entry of its publisher where nobody has one."""
    named = page.publisher
    publisher = known.named(named.words, ("org",)) if named else None
    new: Entity | None = None
    if named is not None and publisher is None:
        own_id = publisher_id(named.words, known.entities)
        new = publisher_entity(own_id, named.words)
        publisher = new
    published = page.published
    article = Article(
        id=page.name,
        corpus=corpus,
        title=page.title.words,
        publisher=publisher.id if publisher else None,
        published=published.words if published else None,
        published_why=published.evidence if published else None,
        language=page.language,
        url=page.url,
        sha256=digest_of(page.text.encode()),
        source_sha256=None if page.raw is None else digest_of(page.raw),
        zones=page.zones,
        text=page.text,
    )
    return article, new


def publisher_entity(own_id: str, name: str) -> Entity:
    """The entry of a publisher whom a page names."""
    return Entity(id=own_id, name=name, kind="outlet", by="page")


@cache
def producer_of(make: MakeProducer) -> Producer:
    """The producer that is made so, once in each process."""
    return make()


@cache
def shipped_names() -> Known:
    """Whom claimgraph knows by itself, read once in each process."""
    return known_in(None)
