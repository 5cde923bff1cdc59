"""A graph that is broken on purpose shows in the health questions; a sound one not."""

import pytest

from claimgraph.cypher import Step
from claimgraph.library import ask
from claimgraph.loading import load
from claimgraph.store.base import Store
from small_batch import BAND, CELL, MARKET, small_batch

LINK = {"a": CELL, "b": BAND}
LINKED = "MATCH (a:Entity {id: $a}) MATCH (a)-[r:ALLEGED_LINK]->(b:Entity {id: $b}) "
SAID = (
    "MATCH (c:Claim) WHERE c.relation = 'ALLEGED_LINK' AND c.polarity = 'affirmed' "
    "AND c.subject_id = $a AND c.object_id = $b "
)
BREAKAGES = {
    "health/edges-without-provenance": [
        LINKED + "REMOVE r.article",
        LINKED + "SET r.quote = ''",
        LINKED + "REMOVE r.end",
        LINKED + "REMOVE r.origin_id",
        SAID + "REMOVE c.chain",
        SAID + "REMOVE c.start",
        SAID + "MATCH (c)-[x:IN_ARTICLE]->() DELETE x",
        SAID + "MATCH (c)-[x:SAID_BY]->() DELETE x",
        "MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b}) CREATE (a)-[:KNOWS]->(b)",
    ],
    "health/edges-without-claim": [
        SAID + "DETACH DELETE c",
        LINKED + "SET r.claim = 'gone'",
        LINKED + "CREATE (b)-[x:DENIED]->(a) SET x.claim = r.claim",
    ],
    "health/claims-without-edge": [
        LINKED + "DELETE r",
        LINKED + "SET r.polarity = 'denied'",
        LINKED + "CREATE (a)-[x:RIVAL_OF]->(b) SET x = properties(r) DELETE r",
        SAID + "MATCH (c)-[x:OBJECT]->() DELETE x WITH c "
        "MATCH ()-[r:ALLEGED_LINK]->() WHERE r.claim = c.id DELETE r",
    ],
    "health/chain-gaps": [
        SAID + "MATCH (c)-[x:SAID_BY]->() WHERE x.hop = 1 DELETE x",
        SAID + "MATCH (c)-[x:SAID_BY]->() WHERE x.hop = 2 SET x.hop = 3",
        SAID + "MATCH (c)-[x:SAID_BY]->() WHERE x.hop = 2 SET x.hop = 1",
        SAID + "MATCH (c)-[x:SAID_BY]->() DELETE x",
        SAID + "SET c.hops = 3",
    ],
    "health/dates-reversed": [
        SAID + "SET c.said_from = date('2020-05-09')",
        SAID + "SET c.valid_from = date('2020-02-01'), c.valid_to = date('2020-01-01')",
        LINKED + "SET r.said_to = date('2019-05-09')",
        SAID + "MATCH (c)-[x:SAID_BY]->() WHERE x.hop = 2 "
        "SET x.said_to = date('2019-05-09')",
    ],
    "health/articles-without-claims": [
        "MATCH (c:Claim) DETACH DELETE c",
        "CREATE (x:Article) SET x.id = 'empty', x.title = $a + $b",
    ],
    "health/denials-of-nothing": [SAID + "DETACH DELETE c"],
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_breakage_shows(fresh_store: Store, name: str) -> None:
    load([small_batch()], fresh_store)
    assert ask(fresh_store, name).rows == []
    silent: list[str] = []
    for statement in BREAKAGES[name]:
        fresh_store.write([Step("MATCH (n) DETACH DELETE n", {})])
        load([small_batch()], fresh_store)
        fresh_store.write([Step(statement, LINK)])
        if not ask(fresh_store, name).rows:
            silent.append(statement)
    assert silent == []


def test_reversed_date_is_named(fresh_store: Store) -> None:
    load([small_batch()], fresh_store)
    broken = "MATCH (c:Claim) WHERE c.relation = 'OCCURRED_ON' SET c.on_to = date($d)"
    fresh_store.write([Step(broken, {"d": "2019-01-01"})])
    rows = ask(fresh_store, "health/dates-reversed").rows
    assert [row[1:] for row in rows] == [("on", "2020-05-01", "2019-01-01")]


def test_place_within_a_place_is_no_claim(fresh_store: Store) -> None:
    load([small_batch()], fresh_store)
    within = (
        "CREATE (a:Entity:Place) SET a.id = 'place/a', a.name = 'a' "
        "CREATE (b:Entity:Place) SET b.id = 'place/b', b.name = 'b' "
        "CREATE (a)-[:WITHIN]->(b)"
    )
    fresh_store.write([Step(within, {})])
    for name in ("edges-without-provenance", "edges-without-claim"):
        assert ask(fresh_store, f"health/{name}").rows == []


def test_withheld_claim_without_object_is_not_lost(fresh_store: Store) -> None:
    load([small_batch()], fresh_store)
    silence = (
        "MATCH (c:Claim) WHERE c.relation = 'ATTRIBUTED_TO' "
        "MATCH (c)-[x:OBJECT]->() DELETE x "
        "REMOVE c.object_id SET c.polarity = 'withheld', c.reason = 'silent'"
    )
    fresh_store.write([Step(silence, {})])
    rows = ask(fresh_store, "attacks/attributions", {"attack": MARKET})
    said = [(row["attack"], row["culprit"], row["polarity"]) for row in rows]
    assert said == [("market bombing", None, "withheld")]
    held = ask(fresh_store, "claims/withheld", {"reason": "silent"}).rows
    assert [row[:4] for row in held] == [
        ("market bombing", None, "ATTRIBUTED_TO", "silent")
    ]
