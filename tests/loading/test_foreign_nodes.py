"""What others keep beside a graph of ours is named and left alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph import report, search, show, status
from claimgraph.cypher import Step
from claimgraph.errors import StoreError
from claimgraph.loaders import find_loader
from claimgraph.loading import forget, load
from claimgraph.readback import read
from claimgraph.store.base import Store
from graph_snapshot import assert_equal, snapshot
from market import copy_market, edit_entity, fresh_load, judge, load_folder

FOREIGN = (
    "CREATE (:Article {id: 'outside/foreign', outside: true, title: 'x'})",
    "CREATE (:Article {corpus: 'theirs'})",
    "CREATE (:Judgement {x: 1})",
    "CREATE (:Entity:Person {id: 'person/foreign', name: 'theirs'})",
    "CREATE (:Entity)",
    "CREATE (:Claim {relation: 'LED_BY'})-[:SUBJECT]->(:Place {x: 2})",
    "CREATE (:Claim)-[:REPLIES_TO]->(:Other {id: 3})",
)
# what others hang on nodes of the market, by edges of their own
HANGING = (
    """
    MATCH (a:Article {id: 'alpha'}) CREATE (a)<-[:IN_ARTICLE]-(:Claim {id: 'theirs/1',
    article: 'alpha', label: 'blame', relation: 'LED_BY', reply_claim: 'blame'})
    """,
    """
    MATCH (g:Entity {id: 'group/river-cell'}) CREATE (g)<-[:SUBJECT]-(:Claim
    {id: 'theirs/2', subject_id: 'group/river-cell', relation: 'LED_BY', start: 0,
    polarity: 'denied'})-[:OBJECT]->(:Entity:Person {id: 'person/theirs'})
    """,
    """
    MATCH (g:Entity {id: 'group/river-cell'}) CREATE (g)<-[:SAID_BY {hop: 1,
    holder_id: 'group/river-cell'}]-(:Claim {id: 'theirs/3', hops: 1})
    """,
    """
    MATCH (e:Entity {id: 'org/gazette'}) CREATE (e)<-[:PUBLISHED_BY]-(:Article
    {id: 'outside/theirs', outside: true, publisher_id: 'org/gazette'})
    """,
    """
    MATCH (w:Article {outside: true}) WHERE w.cg = true
    CREATE (w)<-[:RETELLS]-(:Article {id: 'theirs/4', title: 'theirs'})
    """,
    """
    MATCH (a:Article {id: 'alpha'}) CREATE (a)-[:RETELLS]->(:Article
    {id: 'outside/theirs-2', outside: true, publisher_id: 'org/daily-field'})
    """,
    """
    MATCH (p:Entity {id: 'place/country'}) CREATE (p)<-[:WITHIN]-(:Entity:Place
    {id: 'place/theirs', name: 'Upper Theirs', names: 'Upper Theirs'})
    """,
    """
    MATCH (p:Entity {id: 'place/country'})
    CREATE (p)-[:WITHIN]->(:Entity:Place {id: 'place/theirs-2'})
    """,
    """
    MATCH (c:Claim {label: 'blame', article: 'alpha'}) WHERE c.cg = true
    CREATE (:Claim {id: 'theirs/5'})-[:REPLIES_TO]->(c)-[:REPLIES_TO]->(:Claim
    {id: 'theirs/6', proposition: c.proposition})
    """,
    """
    MATCH (c:Claim {label: 'blame', article: 'alpha'}) WHERE c.cg = true
    CREATE (c)-[:SAID_BY]->(:Entity:Person {id: 'person/theirs-2'})
    """,
    "CREATE (:Graph {name: 'theirs'})",
)
OURS = (
    "MATCH (n) WHERE n.cg = true AND NOT n:Graph RETURN labels(n) AS labels, n.id AS id"
)
CLEAR = (
    "MATCH (n) WHERE n.cg IS NULL DETACH DELETE n",
    "MATCH ()-[r]->() WHERE r.cg IS NULL DELETE r",
)
REPORTS = (
    ("group", "group/river-cell"),
    ("source", "org/gazette"),
    ("person", "person/anna-miller"),
    ("attack", "attack/2020-05-01-market"),
    ("linkage", "group/river-cell", "group/hill-band"),
    ("brokers",),
)
THEIRS = "MATCH (n) WHERE n.cg IS NULL RETURN labels(n) AS labels, properties(n) AS row"
UNMARKED = """
MATCH (a)-[r]->() WHERE r.cg IS NULL RETURN type(r) AS name
UNION MATCH (n) WHERE n.cg IS NULL RETURN labels(n)[0] AS name
"""
# the first of each kind that the market makes, and how its node is found
KINDS = ("Article", "Claim", "Entity", "Judgement", "Work")


def theirs(store: Store) -> list[str]:
    """What the graph has that is not ours."""
    return sorted(map(str, store.read(THEIRS)))


def test_all_of_ours_is_marked(fresh_store: Store, tmp_path: Path) -> None:
    load_folder(copy_market(tmp_path / "market"), fresh_store)
    assert fresh_store.read(UNMARKED) == []


@pytest.mark.longer_served
def test_nodes_of_others_are_left_alone(fresh_store: Store, tmp_path: Path) -> None:
    folder = copy_market(tmp_path / "market")
    fresh_store.write([Step(one, {}) for one in FOREIGN])
    before = theirs(fresh_store)
    load_folder(folder, fresh_store)
    first = snapshot(fresh_store)
    batches = list(read(fresh_store))
    stems = sorted({batch.article.id for batch in batches})
    assert len(stems) == len(status(fresh_store).articles)
    for stem in stems:
        forget(fresh_store, stem)
    assert theirs(fresh_store) == before
    load_folder(folder, fresh_store)
    load_folder(folder, fresh_store)
    assert theirs(fresh_store) == before
    assert snapshot(fresh_store).unlike(first) == []


def test_reports_pass_over_nodes_of_others(fresh_store: Store, tmp_path: Path) -> None:
    load_folder(copy_market(tmp_path / "market"), fresh_store)
    before = report(fresh_store, "group", "group/hill-band").json()
    fresh_store.write([Step(one, {}) for one in FOREIGN])
    assert report(fresh_store, "group", "group/hill-band").json() == before


def shown(store: Store) -> dict[str, object]:
    """What the commands tell of a graph, but for the nodes of others."""
    blame = "MATCH (c:Claim {label: 'blame', cg: true}) RETURN c.id AS id"
    [row] = store.read(blame)
    found = replace(status(store), foreign={})
    reports = {str(one): report(store, *one).json() for one in REPORTS}
    return {
        "status": found,
        "words": search(store, "upper town"),
        "batches": list(read(store)),
        "claim": show(store, str(row["id"])),
        **reports,
    }


@pytest.mark.longer_served
def test_what_hangs_on_ours_is_left_alone(fresh_store: Store, tmp_path: Path) -> None:
    folder = copy_market(tmp_path / "market")
    load_folder(folder, fresh_store)
    told = shown(fresh_store)
    fresh_store.write([Step(one, {}) for one in HANGING])
    before = theirs(fresh_store)
    assert shown(fresh_store) == told
    load_folder(folder, fresh_store)
    assert shown(fresh_store) == told
    edit_entity(folder, "groups", "group/river-cell", name="New Cell")
    judge(folder, "org/gazette", "org/daily-field")
    load_folder(folder, fresh_store)
    forget(fresh_store, "alpha")
    load_folder(folder, fresh_store)
    assert theirs(fresh_store) == before
    fresh_store.write([Step(one, {}) for one in CLEAR])
    assert_equal(fresh_store, fresh_load(tmp_path, folder))


def test_what_others_hang_keeps_nothing_of_ours(
    fresh_store: Store, tmp_path: Path
) -> None:
    load_folder(copy_market(tmp_path / "market"), fresh_store)
    fresh_store.write([Step(one, {}) for one in HANGING])
    before = theirs(fresh_store)
    for row in status(fresh_store).articles:
        forget(fresh_store, str(row["article"]))
    assert fresh_store.read(OURS) == []
    assert theirs(fresh_store) == before


def test_nodes_of_others_are_named(fresh_store: Store, tmp_path: Path) -> None:
    load_folder(copy_market(tmp_path / "market"), fresh_store)
    assert status(fresh_store).foreign == {}
    fresh_store.write([Step(one, {}) for one in FOREIGN])
    expected = {"Article": 2, "Claim": 2, "Entity": 2, "Judgement": 1}
    assert status(fresh_store).foreign == expected


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_that_others_have_is_refused(
    kind: str, fresh_store: Store, tmp_path: Path
) -> None:
    batches = list(find_loader("corpus").read(copy_market(tmp_path / "market")))
    load(batches, fresh_store)
    label = "Article" if kind == "Work" else kind
    which = "n.outside = true" if kind == "Work" else "n.outside IS NULL"
    asked = f"MATCH (n:{label}) WHERE {which} RETURN n.id AS id ORDER BY id LIMIT 1"
    [row] = fresh_store.read(asked)
    for stem in sorted({batch.article.id for batch in batches}):
        forget(fresh_store, stem)
    theirs_of = f"CREATE (:{label} {{id: $id, name: 'theirs', title: 'theirs'}})"
    fresh_store.write([Step(theirs_of, row)])
    before = theirs(fresh_store)
    with pytest.raises(StoreError, match="did not write") as found:
        load(batches, fresh_store)
    assert str(row["id"]) in str(found.value)
    assert theirs(fresh_store) == before
