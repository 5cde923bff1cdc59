"""What the graph holds already, asked for once in a run where that is enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from claimgraph.cypher import lookups
from claimgraph.graph import Row, entity_row, work_id
from claimgraph.identity import Identity, resolve
from claimgraph.model import Entity, Judgement
from claimgraph.readback import judgement_from
from claimgraph.store.base import Store

if TYPE_CHECKING:
    from claimgraph.loading.plan import Plan


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """What the graph says of a claim that it holds."""

    digest: str
    edge: str
    loaded: str
    article: str


@dataclass(frozen=True, slots=True)
class KnownJudgement:
    """A judgement of the graph, with the corpora that make it."""

    judgement: Judgement
    corpora: tuple[str, ...]


class Known:
    """The graph as it is before the next batch, through the eyes of one writer."""

    def __init__(self, store: Store, started: str) -> None:
        self.store, self.started = store, started
        self.entities: dict[str, Row] = {}
        self.rows: dict[str, tuple[Entity, Row]] = {}
        self.article: str | None = None
        self.article_is_new = False
        self.kept: set[str] = set()
        self.judgements = self.read_judgements()
        # Both may name more than the graph holds: they save a scan for each article.
        self.digests, self.retold = self.read_digests()

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

    def written(self, plan: Plan) -> None:
        """Takes note of what a batch has changed."""
        self.entities.update(plan.entities.rows)
        for one in (*plan.standing.unneeded, *plan.standing.going):
            self.entities.pop(one, None)
        self.judgements = plan.judgements
        if plan.opens:
            article = plan.batch.article
            self.digests.add(article.sha256)
            self.retold.update(work_id(item.work) for item in article.retells)

    def read_judgements(self) -> dict[str, KnownJudgement]:
        """The judgements of the graph by id."""
        return {
            text(row["id"]): KnownJudgement(
                judgement_from(row), tuple(cast("Sequence[str]", row["corpora"]))
            )
            for row in self.store.read(lookups.JUDGEMENTS)
        }

    def read_digests(self) -> tuple[set[str], set[str]]:
        """The digests of all articles, and the works that any of them retells."""
        digests, retold = set[str](), set[str]()
        for row in self.store.read(lookups.DIGESTS):
            if row["sha256"] is not None:
                digests.add(text(row["sha256"]))
            retold.update(cast("Sequence[str]", row["works"] or ()))
        return digests, retold

    def claims(self, ids: Sequence[str]) -> dict[str, KnownClaim]:
        """Those of the ids that the graph holds."""
        return claims_by_id(self.store.read(lookups.KNOWN_CLAIMS, {"ids": list(ids)}))

    def claims_of(self, article: str) -> dict[str, KnownClaim]:
        """All claims of an article; digest and loaded are not asked for."""
        return claims_by_id(self.store.read(lookups.CLAIMS_OF_ARTICLE, {"id": article}))

    def article_row(self, article: str) -> Row | None:
        """The article's row, or None where the graph does not hold it."""
        rows = self.store.read(lookups.ARTICLE, {"id": article})
        return rows[0] if rows else None

    def entity_rows(self, ids: Iterable[str]) -> dict[str, Row]:
        """The properties of those of the entities that the graph holds."""
        wanted = sorted(set(ids) - self.entities.keys())
        if wanted:
            for row in self.store.read(lookups.ENTITIES, {"ids": wanted}):
                self.entities[text(row["id"])] = cast("Row", row["row"])
        return {one: self.entities[one] for one in ids if one in self.entities}

    def row_of(self, entity: Entity) -> Row:
        """The row of an entity of the source, worked out once for many batches."""
        made = self.rows.get(entity.id)
        if made is None or made[0] is not entity:
            made = self.rows[entity.id] = (entity, entity_row(entity))
        return made[1]

    def ids(self, query: str, **parameters: object) -> list[str]:
        """The column `id` of a look-up, sorted."""
        return sorted(text(row["id"]) for row in self.store.read(query, parameters))

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


def claims_by_id(rows: Iterable[Row]) -> dict[str, KnownClaim]:
    """Rows of claims as what is known of each."""
    return {
        text(row["id"]): KnownClaim(
            text(row.get("digest") or ""),
            edge_of(row),
            text(row.get("loaded") or ""),
            text(row.get("article") or ""),
        )
        for row in rows
    }


def edge_of(row: Row) -> str:
    """The type of the edge that a claim of the graph has."""
    polarity = text(row["polarity"])
    return text(row["relation"]) if polarity == "affirmed" else polarity.upper()


def text(value: object) -> str:
    """A value of the graph that is known to be text."""
    if not isinstance(value, str):
        raise TypeError(f"the graph holds {value!r} where text was expected")
    return value
