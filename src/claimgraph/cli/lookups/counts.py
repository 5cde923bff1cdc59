"""What a graph holds, counted."""

from claimgraph.store.base import Row, Store

GRAPH = "MATCH (g:Graph) RETURN g.schema_version AS version"
ARTICLES = """
MATCH (a:Article) WHERE a.corpus IS NOT NULL
OPTIONAL MATCH (a)<-[:IN_ARTICLE]-(c:Claim)
WITH a, count(c) AS claims
RETURN a.id AS article, a.corpus AS corpus, claims, a.rejected AS rejected,
       a.quote_checked AS quote_checked, a.title AS title
ORDER BY corpus, article
"""
CLAIMS = """
MATCH (c:Claim)
RETURN c.relation AS relation, c.polarity AS polarity, c.review AS review,
       count(c) AS claims
ORDER BY relation, polarity, review
"""
ENTITIES = "MATCH (e:Entity) RETURN count(e) AS number"
JUDGEMENTS = """
MATCH (j:Judgement) RETURN j.verdict AS verdict, count(j) AS number ORDER BY verdict
"""
JOINED = """
MATCH (c:Claim) WHERE c.object_id IS NOT NULL AND c.object_id <> c.subject_id
MATCH (c)-[:SUBJECT]->(s:Entity) MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, s, o WHERE s.id = o.id
RETURN c.id AS claim, c.relation AS relation, c.subject_id AS subject_id,
       c.object_id AS object_id ORDER BY claim
"""


def articles(store: Store) -> list[Row]:
    """Each article with its number of claims."""
    return store.read(ARTICLES)


def claims(store: Store) -> list[Row]:
    """How many claims there are of each relation, polarity and review."""
    return store.read(CLAIMS)


def joined(store: Store) -> list[Row]:
    """The claims whose two ends judgements made one: they have no edge."""
    return store.read(JOINED)


def judgements(store: Store) -> dict[str, int]:
    """How many judgements of each verdict there are."""
    return {str(row["verdict"]): whole(row, "number") for row in store.read(JUDGEMENTS)}


def entities(store: Store) -> int:
    """How many entities there are."""
    return whole(store.read(ENTITIES)[0], "number")


def schema_version(store: Store) -> str:
    """The version of the schema that the graph was made with; empty for a new one."""
    rows = store.read(GRAPH)
    return str(rows[0]["version"]) if rows else ""


def whole(row: Row, key: str) -> int:
    """A count out of a row."""
    value = row[key]
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no count")
    return value
