"""What others keep beside a graph of ours is named and left alone."""

from pathlib import Path

import pytest

from claimgraph import report, status
from claimgraph.cypher import Step
from claimgraph.errors import StoreError
from claimgraph.loaders import find_loader
from claimgraph.loading import forget, load
from claimgraph.readback import read
from claimgraph.store.base import Store
from graph_snapshot import snapshot
from market import copy_market, load_folder

FOREIGN = (
    "CREATE (:Article {id: 'outside/foreign', outside: true, title: 'x'})",
    "CREATE (:Article {corpus: 'theirs'})",
    "CREATE (:Judgement {x: 1})",
    "CREATE (:Entity:Person {id: 'person/foreign', name: 'theirs'})",
    "CREATE (:Entity)",
    "CREATE (:Claim {relation: 'LED_BY'})-[:SUBJECT]->(:Place {x: 2})",
    "CREATE (:Claim)-[:REPLIES_TO]->(:Other {id: 3})",
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
