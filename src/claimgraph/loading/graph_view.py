"""What the graph holds already: the only part of a load that reads the store."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.cypher import MARK, lookups
from claimgraph.definitions import (
    brought_definitions,
    contradiction_in,
    merged_definitions,
    united_entity,
)
from claimgraph.definitions.blocks import definition_text, definitions_from
from claimgraph.errors import CorpusError
from claimgraph.graph import Row, edge_name, entity_row, work_id
from claimgraph.identity import Identity, resolve
from claimgraph.model import Article, Claim, Definition, Entity, Judgement
from claimgraph.readback import judgement_from, read_claims
from claimgraph.store.base import UNHURRIED, Store
from claimgraph.store.rows import map_at, texts_at


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """What the graph says of a claim that it holds."""

    digest: str
    edge: str
    loaded: str
    article: str
    headline: bool


@dataclass(frozen=True, slots=True)
class KnownJudgement:
    """A judgement of the graph, with the corpora that make it."""

    judgement: Judgement
    corpora: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """What batches have changed, as far as the next one must know.

    There are no `articles` where a batch went on with the article of the one before.
    """

    articles: Sequence[Article]
    article_is_new: bool
    kept: Mapping[str, str]
    entities: Mapping[str, Row]
    gone: Iterable[str]
    judgements: Mapping[str, KnownJudgement]
    handed_in: Sequence[Judgement] | None
    replies: bool


@dataclass(frozen=True, slots=True)
class Made:
    """An entity of a source, what the graph had of it, and what both come to."""

    entity: Entity
    corpus: str
    known: tuple[str, ...]
    united: Entity
    row: Row

    def answers(self, entity: Entity, corpus: str, known: tuple[str, ...]) -> bool:
        """Whether it was made of just these, or these are what came of it."""
        same = self.entity is entity and self.corpus == corpus
        return same and (known == self.known or [*known] == self.row["definitions"])


class GraphView:
    """The graph as it is before the next batch, through the eyes of one writer.

    A plan reads it and leaves it as it is; `note` alone moves it on, once the changes
    are written. Entities and digests are asked for once, as long as no other writer
    gives the graph another revision: then `look` forgets what it knew.
    """

    def __init__(self, store: Store, started: str) -> None:
        self.store, self.started = store, started
        self.made: dict[str, Made] = {}
        self.article: str | None = None
        self.article_is_new = self.in_doubt = False
        self.kept: dict[str, str] = {}
        self.handed_in: Sequence[Judgement] | None = None
        self.revision: int | None = None

    def look(self, revision: int) -> None:
        """Looks at the graph anew, unless it has the revision that is known."""
        if revision == self.revision:
            return
        self.in_doubt, self.article_is_new = self.article is not None, False
        self.entities: dict[str, Row] = {}
        self.judgements = self.read_judgements()
        self.articles: set[str] = set()
        # All of these may say more than the graph holds: they save look-ups.
        self.digests, self.retold = self.read_digests()
        self.has_entities = bool(self.read(lookups.ANY_ENTITY))
        self.has_replies = bool(self.read(lookups.ANY_CLAIM))
        self.revision = revision

    def read(
        self, query: str, parameters: Mapping[str, object] | None = None
    ) -> list[Row]:
        """The rows of a look-up, which may take its time as the writes do."""
        return self.store.read(query, parameters, UNHURRIED)

    @property
    def identity(self) -> Identity:
        """Which id stands for which in the graph as it is."""
        joined = self.resolved(self.judgements).standings.keys()
        listed = [held.judgement for held in self.judgements.values()]
        return resolve(listed, self.present(joined))[0]

    def resolved(self, judgements: Mapping[str, KnownJudgement]) -> Identity:
        """The classes of the judgements, whichever of their ids the graph holds."""
        return resolve(held.judgement for held in judgements.values())[0]

    def present(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that the graph holds."""
        return set(self.entity_rows(sorted(ids)))

    def note(self, noted: Noted) -> None:
        """Takes over what batches have changed."""
        self.in_doubt = False
        self.entities.update(noted.entities)
        for one in noted.gone:
            self.entities.pop(one, None)
        self.judgements = dict(noted.judgements)
        self.has_replies = self.has_replies or noted.replies
        if noted.articles:
            last = noted.articles[-1]
            self.article, self.article_is_new = last.id, noted.article_is_new
            self.kept, self.handed_in = {}, noted.handed_in
        for article in noted.articles:
            self.articles.add(article.id)
            self.digests.add(article.sha256)
            self.retold.update(work_id(item.work) for item in article.retells)
        self.kept.update(noted.kept)

    def read_judgements(self) -> dict[str, KnownJudgement]:
        """The judgements of the graph by id."""
        return {
            text(row["id"]): KnownJudgement(
                judgement_from(row), tuple(texts_at(row, "corpora"))
            )
            for row in self.read(lookups.JUDGEMENTS)
        }

    def read_digests(self) -> tuple[set[str], set[str]]:
        """The digests of all articles, and the works that any of them retells."""
        digests, retold = set[str](), set[str]()
        for row in self.read(lookups.DIGESTS):
            self.articles.add(text(row["id"]))
            if row["sha256"] is not None:
                digests.add(text(row["sha256"]))
            retold.update(texts_at(row, "works"))
        return digests, retold

    def claims(self, ids: Sequence[str]) -> dict[str, KnownClaim]:
        """Those of the ids that the graph holds."""
        return claims_by_id(self.read(lookups.KNOWN_CLAIMS, {"ids": list(ids)}))

    def claims_of(self, article: str) -> dict[str, KnownClaim]:
        """All claims of an article; only edges are asked for."""
        return claims_by_id(self.read(lookups.CLAIMS_OF_ARTICLE, {"id": article}))

    def stored_claims(self, ids: Sequence[str]) -> list[Claim]:
        """The claims of those ids as they were loaded."""
        return list(read_claims(self.store, ids)) if ids else []

    def article_row(self, article: str) -> Row | None:
        """The article's row, or None where the graph does not hold it."""
        if article not in self.articles:
            return None
        rows = self.read(lookups.ARTICLE, {"id": article})
        return rows[0] if rows else None

    def entity_rows(self, ids: Iterable[str]) -> dict[str, Row]:
        """The properties of those of the entities that the graph holds."""
        wanted = sorted(set(ids) - self.entities.keys())
        if wanted and self.has_entities:
            for row in self.read(lookups.ENTITIES, {"ids": wanted}):
                held = map_at(row, "row")
                del held[MARK]
                self.entities[text(row["id"])] = held
        return {one: self.entities[one] for one in ids if one in self.entities}

    def united(
        self, entity: Entity, corpus: str, before: Row | None
    ) -> tuple[Entity, Row]:
        """An entity that articles of a corpus need with what the graph has of it.

        Its row as well, both worked out once for many batches. CorpusError where the
        one contradicts the other.
        """
        known = tuple(texts_at(before or {}, "definitions"))
        made = self.made.get(entity.id)
        if made is None or not made.answers(entity, corpus, known):
            found = united_with(entity, corpus, known)
            made = Made(entity, corpus, known, found, entity_row(found))
            self.made[entity.id] = made
        return made.united, made.row

    def around_for(self, place: str, corpus: str) -> set[str]:
        """The places that one lies in, as articles of a corpus have it at hand."""
        rows = self.entity_rows([place]).values()
        return {
            told.entity.within
            for row in rows
            for told in held_definitions(row)
            if corpus in told.needed_by and told.entity.within is not None
        }

    def ids(self, query: str, **parameters: object) -> list[str]:
        """The column `id` of a look-up, sorted."""
        return sorted(text(row["id"]) for row in self.read(query, parameters))

    def around(self, ids: Iterable[str]) -> set[str]:
        """The ids with all places that lie around them."""
        found = set[str]()
        queue = set(ids)
        while queue:
            found |= queue
            places = sorted(one for one in queue if one.startswith("place/"))
            outer = self.ids(lookups.PLACES_AROUND, ids=places) if places else ()
            queue = set(outer) - found
        return found


def united_with(entity: Entity, corpus: str, known: Sequence[str]) -> Entity:
    """An entity that articles of a corpus need, united with definitions of the graph.

    CorpusError where these contradict each other.
    """
    coming = brought_definitions(entity, corpus)
    if not known or [*known] == sorted(map(definition_text, coming)):
        return united_entity(coming)
    merged = merged_definitions(definitions_from(known), coming, corpus)
    wrong = contradiction_in(merged)
    if wrong is not None:
        where = wrong.definition.entity.where
        raise CorpusError(
            wrong.reason,
            file=where.file if where else None,
            line=where.line if where else None,
            key=entity.id,
        )
    return united_entity(merged)


def held_definitions(row: Row) -> tuple[Definition, ...]:
    """What each corpus says of an entity of the graph."""
    return definitions_from(texts_at(row, "definitions"))


def places_around(row: Row) -> set[str]:
    """The places that an entity of the graph lies in, by any of its definitions."""
    if row.get("within") is None:
        return set()
    return {one.entity.within for one in held_definitions(row) if one.entity.within}


def claims_by_id(rows: Iterable[Row]) -> dict[str, KnownClaim]:
    """Rows of claims as what is known of each."""
    return {
        text(row["id"]): KnownClaim(
            text(row.get("digest") or ""),
            edge_name(text(row["relation"]), text(row["polarity"])),
            text(row.get("loaded") or ""),
            text(row.get("article") or ""),
            row.get("headline") is True,
        )
        for row in rows
    }


def text(value: object) -> str:
    """A value of the graph that is known to be text."""
    if not isinstance(value, str):
        raise TypeError(f"the graph holds {value!r} where text was expected")
    return value
