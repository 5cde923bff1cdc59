"""What is missing or changed in a graph is named; a whole one has nothing to tell."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from claimgraph.api.stores import status
from claimgraph.cypher import Step
from claimgraph.errors import ClaimgraphError
from claimgraph.loaders import find_loader
from claimgraph.loading import forget, load
from claimgraph.store.base import Store
from graph_snapshot import snapshot
from market import copy_market, judge
from places import FolderPlace

ONE = "MATCH (c:Claim {id: $id}) "
DAMAGE = {
    "a claim is gone": (ONE + "DETACH DELETE c", "claims are there"),
    "a quote": (ONE + "SET c.quote = c.quote + '!'", "is not what its digest says"),
    "speakers": (ONE + "MATCH (c)-[r:SAID_BY]->() DELETE r", "health/chain-gaps"),
    "its article": (
        ONE + "MATCH (c)-[r:IN_ARTICLE]->() DELETE r",
        "1 claim without an article",
    ),
    "two articles": (
        ONE + "MATCH (a:Article) WHERE a.corpus IS NOT NULL AND a.id <> c.article "
        "WITH c, a LIMIT 1 CREATE (c)-[:IN_ARTICLE]->(a)",
        "1 claim in more than one article",
    ),
    "an edge": ("MATCH ()-[r]->() WHERE r.claim = $id DELETE r", "-without-edge"),
    "what an edge says": (
        "MATCH ()-[r]->() WHERE r.claim = $id SET r.quote = r.quote + '!'",
        "its edge says something else",
    ),
    "a day on an edge": (
        "MATCH ()-[r]->() WHERE r.claim = $id SET r.said_from = date('1999-01-01')",
        "its edge says something else",
    ),
    "a text": ("MATCH (a:Article) SET a.text = a.text + '.'", "not the one of its"),
    "a judgement": ("MATCH (j:Judgement) DELETE j", "0 judgements are there, "),
    "a count": ("MATCH (g:Graph) REMOVE g.claims", "claims is 'None'"),
    "a second Graph": (
        "CREATE (:Graph {schema_version: '0', cg: true})",
        "2 Graph nodes",
    ),
    "an entity": (ONE + "MATCH (c)-[:OBJECT]->(e) DETACH DELETE e", "health/"),
}


def differences(store: Store) -> tuple[str, ...]:
    """What a verification finds."""
    found = status(store, verify=True).verification
    assert found is not None
    return found.differences


def fill(store: Store, scratch: Path) -> None:
    """The market with a judgement."""
    folder = copy_market(scratch / "market")
    judge(folder, "group/mill-guild", "group/river-band")
    load(find_loader("corpus").read(folder), store)


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_named(fresh_store: Store, tmp_path: Path, name: str) -> None:
    fill(fresh_store, tmp_path)
    assert differences(fresh_store) == ()
    query, words = DAMAGE[name]
    held = "MATCH (c:Claim)-[:OBJECT]->() RETURN c.id AS id ORDER BY id"
    fresh_store.write([Step(query, {"id": fresh_store.read(held)[0]["id"]})])
    assert words in "\n".join(differences(fresh_store))


def test_counts_follow_every_change(fresh_store: Store, tmp_path: Path) -> None:
    fill(fresh_store, tmp_path)
    assert differences(fresh_store) == ()
    for row in status(fresh_store).articles:
        forget(fresh_store, str(row["article"]))
        assert differences(fresh_store) == ()
    fill(fresh_store, tmp_path / "again")
    assert differences(fresh_store) == ()


def cut(path: Path) -> None:
    """The head of the first page is left."""
    path.write_bytes(path.read_bytes()[:8200])


def flip(path: Path) -> None:
    """One bit of each 64 bytes that hold something."""
    raw = bytearray(path.read_bytes())
    for at in range(8240, len(raw.rstrip(b"\0")), 64):
        raw[at] ^= 1
    path.write_bytes(raw)


@pytest.mark.parametrize(
    ("kind", "hurt"),
    [
        *(("Claim", flip), ("SAID_BY", flip)),
        *(
            (kind, hurt)
            for kind in ("LOCATED_IN", "SAID_BY", "Claim", "Entity%7EPlace")
            for hurt in (cut, Path.unlink)
        ),
    ],
)
def test_damaged_file_is_never_passed_over(
    tmp_path: Path, kind: str, hurt: Callable[[Path], None]
) -> None:
    place = FolderPlace(str(tmp_path / "graph"))
    with place.open() as store:
        fill(store, tmp_path)
        whole = snapshot(store)
    [path] = Path(place.target).glob(f"{kind}_0.*.bucket")
    hurt(path)
    found = changed = True
    with suppress(ClaimgraphError), place.open(create=False) as store:
        found = differences(store) != ()
        changed = snapshot(store) != whole
    assert found == changed
