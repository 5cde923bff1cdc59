"""One scenario, every store."""

import pytest

from claimgraph.cypher import Step
from claimgraph.errors import QueryError, StoreError
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from places import NEO4J, Place

ODD = "a\0b “é” 😀 \u2028 ' \" ` \\ ; // CREATE"
MAKE = "CREATE (:Entity {id: $id, name: $name})"
IDS = "MATCH (n:Entity) RETURN n.id AS id ORDER BY id"
LONG = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b "
    "WITH a WHERE a < 0 RETURN count(*) AS n"
)
WRITING = (
    "CREATE (n:Entity {id: 'x'})",
    "MATCH (n) SET n.id = 'x'",
    "MATCH (n) REMOVE n.id",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id",
    "WITH 1 AS x FOREACH (y IN [1] | CREATE (:Entity {id: 'x'}))",
    "MATCH (n) CALL (n) { SET n.id = 'x' } RETURN 1 AS one",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) RETURN 1 AS one UNION LOAD CSV FROM 'file:///x' AS l RETURN 1 AS one",
    "CALL dbms.listConfig()",
    "CREATE CONSTRAINT x FOR (n:X) REQUIRE n.id IS UNIQUE",
    "DROP CONSTRAINT entity_id",
    "RETURN 1 AS one; CREATE (:Entity {id: 'x'})",
)
TIMES = """
    MATCH (n:Entity {id: 'e'})
    RETURN n.valid_from AS day, toString(n.valid_from) AS text, n.loaded AS loaded,
           toString(n.loaded) AS loaded_text, [n.valid_from] AS days,
           {first: n.valid_from, loaded: n.loaded} AS both, n AS node
"""


def entity(key: str, name: str = "") -> Step:
    return Step(MAKE, {"id": key, "name": name})


def ids(store: Store) -> list[object]:
    return [row["id"] for row in store.read(IDS)]


def test_reads_what_was_written(fresh_store: Store) -> None:
    fresh_store.write([entity("b"), entity("a")])
    assert ids(fresh_store) == ["a", "b"]


def test_writes_all_or_nothing(fresh_store: Store) -> None:
    with pytest.raises(StoreError):
        fresh_store.write([entity("a"), Step("CREATE (n:Entity) RETURN missing", {})])
    assert ids(fresh_store) == []
    fresh_store.write([entity("a")])
    assert ids(fresh_store) == ["a"]


def test_a_bug_in_a_plan_is_not_the_graphs_fault(fresh_store: Store) -> None:
    def plan(revision: int) -> list[Step]:
        raise TypeError("a bug")

    with pytest.raises(TypeError, match="a bug"):
        fresh_store.change(plan)


def test_refuses_what_cannot_be_sent(fresh_store: Store) -> None:
    with pytest.raises(StoreError):
        fresh_store.write([Step(MAKE, {"id": 2**70, "name": "x"})])
    for given in (2**70, object(), 1j, [object()], {"a": object()}):
        with pytest.raises(QueryError):
            fresh_store.read("RETURN $given AS given", {"given": given})
    assert ids(fresh_store) == []


def test_refuses_a_key_that_is_taken(fresh_store: Store) -> None:
    fresh_store.write([entity("a")])
    with pytest.raises(StoreError, match="taken already"):
        fresh_store.write([entity("b"), entity("a")])
    with pytest.raises(StoreError, match="taken already"):
        fresh_store.write([entity("c"), entity("c")])
    assert ids(fresh_store) == ["a"]


def test_keeps_edges_with_one_claim_apart(fresh_store: Store) -> None:
    make = """
        CREATE (a:Entity {id: $a}), (b:Entity {id: $b}),
               (a)-[:ATTRIBUTED_TO {claim: 'c'}]->(b)
    """
    fresh_store.write([Step(make, {"a": "a", "b": "b"})])
    with pytest.raises(StoreError, match="taken already"):
        fresh_store.write([Step(make, {"a": "c", "b": "d"})])
    assert ids(fresh_store) == ["a", "b"]


def test_keeps_text_as_it_is(fresh_store: Store) -> None:
    fresh_store.write([entity("a", ODD)])
    query = "MATCH (n:Entity {name: $name}) RETURN n.name AS name, $given AS given"
    given = {"list": [1, 2.5, None, True, "x"], "map": {"deep": [ODD]}}
    rows = fresh_store.read(query, {"name": ODD, "given": given})
    assert rows == [{"name": ODD, "given": given}]


def test_gives_dates_as_text(fresh_store: Store) -> None:
    values = (
        "CREATE (:Entity {id: 'e', valid_from: date('2020-03-25'), "
        "loaded: datetime('2026-11-22T12:00:00Z'), quote: '2026-11-22T12:00Z'})"
    )
    fresh_store.write([Step(values, {})])
    day, loaded = "2020-03-25", "2026-11-22T12:00:00Z"
    node = {
        "@type": "Entity",
        "id": "e",
        "valid_from": day,
        "loaded": loaded,
        "quote": "2026-11-22T12:00Z",
    }
    assert fresh_store.read(TIMES) == [
        {
            "day": day,
            "text": day,
            "loaded": loaded,
            "loaded_text": loaded,
            "days": [day],
            "both": {"first": day, "loaded": loaded},
            "node": node,
        }
    ]


def test_gives_an_edge_as_its_type_and_properties(fresh_store: Store) -> None:
    make = "CREATE (:Group:Entity {id: 'a'})-[:LED_BY {claim: 'c'}]->(:Entity)"
    fresh_store.write([Step(make, {})])
    rows = fresh_store.read("MATCH (a)-[r]->() RETURN a, r")
    edge = {"@type": "LED_BY", "claim": "c"}
    assert rows == [{"a": {"@type": "Entity:Group", "id": "a"}, "r": edge}]


@pytest.mark.parametrize("query", WRITING)
def test_reading_never_writes(fresh_store: Store, query: str) -> None:
    fresh_store.write([entity("a")])
    with pytest.raises(QueryError):
        fresh_store.read(query)
    assert ids(fresh_store) == ["a"]


@pytest.mark.parametrize(
    "query", ["RETURN nonsense(1) AS x", "RETURN $x AS x", "MATCH (n RETURN n"]
)
def test_bad_cypher_is_a_query_error(fresh_store: Store, query: str) -> None:
    with pytest.raises(QueryError):
        fresh_store.read(query)
    assert fresh_store.read("RETURN 1 AS one") == [{"one": 1}]


# The Bolt server of ArcadeDB takes no notice of a client's time limit.
@pytest.mark.parametrize("fresh_store", ["arcadedb", NEO4J], indirect=True)
def test_stops_a_query_that_takes_too_long(fresh_store: Store) -> None:
    with pytest.raises(QueryError, match=r"more than 0\.5 s"):
        fresh_store.read(LONG, timeout=0.5)
    fresh_store.write([entity("a")])
    assert ids(fresh_store) == ["a"]


def test_finds_text_after_prepare(fresh_store: Store) -> None:
    query = (
        "CALL db.index.fulltext.queryNodes('entity_names', $words) "
        "YIELD node RETURN node.id AS id"
    )
    make = "CREATE (:Entity {id: 'group/isk', names: 'IS-K\\nWilayat Khorasan'})"
    fresh_store.write([Step(make, {})])
    assert fresh_store.read(query, {"words": "khorasan"}) == [{"id": "group/isk"}]


def test_prepares_twice(fresh_place: Place) -> None:
    names = "SHOW CONSTRAINTS YIELD name, type WHERE type CONTAINS 'UNIQUE' RETURN name"
    with fresh_place.open() as store:
        store.prepare()
        made = sorted(str(row["name"]) for row in store.read(names))
        store.prepare()
        assert sorted(str(row["name"]) for row in store.read(names)) == made
        stamps = store.read("MATCH (g:Graph) RETURN g.schema_version AS version")
    assert "entity_id" in made and "attributed_to_claim" in made
    assert stamps == [{"version": load_schema().version}]


def test_opens_again_what_was_prepared(fresh_place: Place) -> None:
    with fresh_place.open() as store:
        store.prepare()
        store.write([entity("a")])
    with fresh_place.open(create=False) as store:
        assert ids(store) == ["a"]


def test_another_schema_of_this_version_is_taken_over(fresh_place: Place) -> None:
    with fresh_place.open() as store:
        store.prepare()
        store.write([Step("MATCH (g:Graph) SET g.schema_sha256 = 'old'", {})])
    with fresh_place.open(create=False) as store:
        store.prepare()
        rows = store.read("MATCH (g:Graph) RETURN g.schema_sha256 AS sha256")
    assert rows == [{"sha256": load_schema().sha256}]


@pytest.mark.parametrize("create", [True, False])
def test_refuses_another_schema_version(fresh_place: Place, create: bool) -> None:
    with fresh_place.open() as store:
        store.prepare()
        store.write([Step("MATCH (g:Graph) SET g.schema_version = 'v0'", {})])
        with pytest.raises(StoreError, match="fresh graph"):
            store.prepare()
    with pytest.raises(StoreError, match=r"v0.*fresh graph") as caught:
        fresh_place.open(create=create)
    assert load_schema().version in str(caught.value)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("label", ["Person", "Graph"])
def test_refuses_a_foreign_graph(fresh_place: Place, create: bool, label: str) -> None:
    with fresh_place.open() as store:
        store.write([Step(f"CREATE (:{label} {{name: 'somebody'}})", {})])
        with pytest.raises(StoreError, match="not a claimgraph database"):
            store.prepare()
        assert store.read("MATCH (n) RETURN n.name AS n") == [{"n": "somebody"}]
    with pytest.raises(StoreError, match="not a claimgraph database"):
        fresh_place.open(create=create)


def test_refuses_to_ask_an_empty_graph(fresh_place: Place) -> None:
    fresh_place.open().close()
    with pytest.raises(StoreError, match="claimgraph load"):
        fresh_place.open(create=False)


def test_closes_twice(fresh_place: Place) -> None:
    store = fresh_place.open()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.read("RETURN 1 AS one")
    with pytest.raises(StoreError, match="closed"):
        store.write([entity("a")])
