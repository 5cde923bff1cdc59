"""What a graph holds, counted."""

from claimgraph.cypher import commands
from claimgraph.store.base import Row, Store


def articles(store: Store) -> list[Row]:
    """Each article with its number of claims."""
    return store.read(commands.ARTICLE_COUNTS)


def claims(store: Store) -> list[Row]:
    """How many claims there are of each relation, polarity and review."""
    return store.read(commands.CLAIM_COUNTS)


def joined(store: Store) -> list[Row]:
    """The claims whose two ends judgements made one: they have no edge."""
    return store.read(commands.CLAIMS_WITH_ONE_END)


def judgements(store: Store) -> dict[str, int]:
    """How many judgements of each verdict there are."""
    return {
        str(row["verdict"]): whole(row, "number")
        for row in store.read(commands.JUDGEMENT_COUNTS)
    }


def entities(store: Store) -> int:
    """How many entities there are."""
    return whole(store.read(commands.ENTITY_COUNT)[0], "number")


def schema_version(store: Store) -> str:
    """The version of the schema that the graph was made with; empty for a new one."""
    rows = store.read(commands.SCHEMA_VERSION)
    return str(rows[0]["version"]) if rows else ""


def whole(row: Row, key: str) -> int:
    """A count out of a row."""
    value = row[key]
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no count")
    return value
