"""A graph opened, and what it holds, counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimgraph import store as stores
from claimgraph.api import verifying
from claimgraph.api.verifying import GraphCheck
from claimgraph.cypher import commands, lookups
from claimgraph.definitions import differing_values
from claimgraph.definitions.blocks import definitions_from
from claimgraph.model import Definition
from claimgraph.store import is_address
from claimgraph.store.base import Row, Store
from claimgraph.store.rows import texts_at

__all__ = ["GraphStatus", "count", "holds_claims", "is_address", "open_store", "status"]


def open_store(
    target: str | Path,
    *,
    user: str | None = None,
    password: str | None = None,
    create: bool = True,
) -> Store:
    """The graph in a folder, or at the Bolt address of a Neo4j server.

    With `create` a new or empty place will do; without, StoreError is raised for
    anything that is not a graph of claimgraph. Other errors: StoreBusyError,
    StoreUnreachableError. User and password are for addresses only.
    """
    return stores.open_store(str(target), user=user, password=password, create=create)


@dataclass(frozen=True, slots=True)
class GraphStatus:
    """What a graph holds; `joined` are claims whose two ends judgements made one.

    `corpora` has a row for each corpus, also for those that are only used, `differing`
    one for each thing that corpora say differently of an entity, the one that stands
    first. `articles` has a row for each article, `claims` one for each relation,
    polarity and review; `judgements` counts by verdict; the version is empty in a new
    graph.
    `foreign` counts, by label, the nodes with labels of ours that others have written.
    What is missing or changed is in `verification`, where that was asked for.
    """

    target: str
    engine: str
    schema_version: str
    corpora: list[Row]
    differing: list[Row]
    articles: list[Row]
    claims: list[Row]
    entities: int
    judgements: dict[str, int]
    joined: list[Row]
    foreign: dict[str, int]
    verification: GraphCheck | None = None

    @property
    def claim_count(self) -> int:
        """How many claims there are."""
        return sum(count(row, "claims") for row in self.claims)

    def articles_of(self, corpus: str) -> set[str]:
        """The ids of the articles of one corpus."""
        return {str(row["article"]) for row in self.articles if row["corpus"] == corpus}


def status(store: Store, *, verify: bool = False) -> GraphStatus:
    """What the graph holds, counted.

    With `verify` everything is read back, and compared with its ids and digests, with
    the edges that nodes ask for, the questions of health, and what loads counted.
    """
    versions = store.read(lookups.STAMP)
    articles = store.read(commands.ARTICLE_COUNTS)
    shared = [
        (str(row["id"]), definitions_from(texts_at(row, "definitions")))
        for row in store.read(commands.SHARED_ENTITIES)
    ]
    return GraphStatus(
        target=store.target,
        engine=store.engine,
        schema_version=str(versions[0]["version"]) if versions else "",
        corpora=corpus_rows(articles, [told for _, told in shared]),
        differing=[
            {"entity": one, "what": key} | value_columns(said)
            for one, told in shared
            for key, said in differing_values(told)
        ],
        articles=articles,
        claims=store.read(commands.CLAIM_COUNTS),
        entities=count(store.read(commands.ENTITY_COUNT)[0], "number"),
        judgements={
            str(row["verdict"]): count(row, "number")
            for row in store.read(commands.JUDGEMENT_COUNTS)
        },
        joined=store.read(commands.CLAIMS_WITH_ONE_END),
        foreign={
            str(row["label"]): count(row, "number")
            for row in store.read(commands.FOREIGN_COUNTS)
        },
        verification=verifying.verify(store) if verify else None,
    )


def corpus_rows(
    articles: Iterable[Row], shared: Iterable[Sequence[Definition]]
) -> list[Row]:
    """The corpora of a graph by name, how much each has, and which others it uses."""
    numbers: dict[str, Counter[str]] = {}
    uses: dict[str, set[str]] = {}
    for row in articles:
        own = numbers.setdefault(str(row["corpus"]), Counter())
        own.update({"articles": 1, "claims": count(row, "claims")})
    for told in shared:
        for one in told:
            uses.setdefault(one.corpus, set()).update(one.uses)
            for name in one.needed_by:
                uses.setdefault(name, set()).update({one.corpus} - {name})
    return [
        {
            "corpus": name,
            "articles": numbers.get(name, Counter())["articles"],
            "claims": numbers.get(name, Counter())["claims"],
            "uses": sorted(uses.get(name, ())),
        }
        for name in sorted(numbers.keys() | uses.keys())
    ]


def value_columns(said: Sequence[tuple[str, object]]) -> Row:
    """What stands of several values, and the others, each with its corpus."""
    stands, *others = [f"{value} ({corpus})" for corpus, value in said]
    return {"stands": stands, "others": others}


def holds_claims(store: Store) -> bool:
    """Whether there is any claim in the graph."""
    return bool(store.read(lookups.ANY_CLAIM))


def count(row: Row, key: str) -> int:
    """A count out of a row."""
    value = row[key]
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no count")
    return value
