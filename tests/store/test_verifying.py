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
        "its edge IN_ARTICLE to alpha is missing",
    ),
    "two articles": (
        ONE + "MATCH (a:Article) WHERE a.corpus IS NOT NULL AND a.id <> c.article "
        "WITH c, a LIMIT 1 CREATE (c)-[:IN_ARTICLE]->(a)",
        "its edge IN_ARTICLE to beta is too much",
    ),
    "an edge": ("MATCH ()-[r]->() WHERE r.claim = $id DELETE r", "-without-edge"),
    "a speaker's edge": (
        ONE + "MATCH (c)-[r:SAID_BY {hop: 2}]->() SET r.extra = 1",
        "its edge SAID_BY to person/unspecified-alpha says something else",
    ),
    "another speaker": (
        ONE + "MATCH (c)-[r:SAID_BY {hop: 2}]->() MATCH (e:Entity {id: 'org/gazette'}) "
        "CREATE (c)-[n:SAID_BY]->(e) SET n = properties(r) DELETE r",
        "its edge SAID_BY to person/unspecified-alpha is missing",
    ),
    "no subject": (
        ONE + "MATCH (c)-[r:SUBJECT]->() DELETE r",
        ": its edge SUBJECT to ",
    ),
    "two objects": (
        ONE + "MATCH (e:Entity {id: 'group/hill-band'}) "
        "CREATE (c)-[:OBJECT {cg: true}]->(e)",
        "its edge OBJECT to group/hill-band is too much",
    ),
    "an edge to elsewhere": (
        "MATCH (s)-[r]->() WHERE r.claim = $id "
        "MATCH (e:Entity {id: 'group/hill-band'}) WITH s, r, e, properties(r) AS props "
        "DELETE r CREATE (s)-[n:ATTRIBUTED_TO]->(e) SET n = props",
        "its edge says something else",
    ),
    "an edge of no claim": (
        "MATCH (s:Entity {id: 'group/hill-band'}) MATCH (o:Entity {id: 'org/gazette'}) "
        "CREATE (s)-[:ALLEGED_LINK {claim: 'f00', cg: true}]->(o)",
        "claim f00 of no article",
    ),
    "an edge with more": (
        "MATCH ()-[r]->() WHERE r.claim = $id SET r.extra = 1",
        "its edge says something else",
    ),
    "a day of a claim": (ONE + "SET c.said_from = date('1999-01-01')", "said_from"),
    "a name in a chain": (ONE + "SET c.chain = 'Somebody'", "its chain does not"),
    "how strongly it is said": (ONE + "SET c.says = 'denies'", "its says does not"),
    "a headline": (ONE + "SET c.headline = true", "its headline does not follow"),
    "a claim with more": (ONE + "SET c.extra = 1", "its extra does not follow"),
    "a reply": (
        "MATCH ()-[r:REPLIES_TO]->() DELETE r",
        "REPLIES_TO from e11f47ada3913127a716 to",
    ),
    "how a reply is meant": (
        "MATCH ()-[r:REPLIES_TO]->() SET r.how = 'confirms'",
        "(how confirms) is too much",
    ),
    "a publisher": (
        "MATCH (:Article {id: 'alpha'})-[r:PUBLISHED_BY]->() DELETE r",
        "PUBLISHED_BY from alpha to org/gazette is missing",
    ),
    "an author": (
        "MATCH (:Article {id: 'alpha'})-[r:WRITTEN_BY]->() DELETE r",
        "WRITTEN_BY from alpha to person/writer is missing",
    ),
    "another author": (
        "MATCH (a:Article {id: 'alpha'}) MATCH (e:Entity {id: 'person/anna-miller'}) "
        "CREATE (a)-[:WRITTEN_BY {cg: true}]->(e)",
        "WRITTEN_BY from alpha to person/anna-miller is too much",
    ),
    "a publisher of a work": (
        "MATCH (:Article {outside: true})-[r:PUBLISHED_BY]->() DELETE r",
        "PUBLISHED_BY from outside/a-lorry-",
    ),
    "a retelling": (
        "MATCH (:Article {id: 'alpha'})-[r:RETELLS]->(:Article {id: 'beta'}) DELETE r",
        "RETELLS from alpha to beta (from Officials believe, to until 2019.) is miss",
    ),
    "a passage of a retelling": (
        "MATCH (:Article {id: 'alpha'})-[r:RETELLS]->(:Article {id: 'beta'}) "
        "SET r.to = 'no'",
        "(from Officials believe, to no) is too much",
    ),
    "a place in another": (
        "MATCH (:Place {id: 'place/market-square'})-[r:WITHIN]->() DELETE r",
        "WITHIN from place/market-square to",
    ),
    "a name": (
        "MATCH (e:Entity {id: 'org/gazette'}) SET e.name = 'The Gazete'",
        "Entity org/gazette: its name does not fit it",
    ),
    "a description": (
        "MATCH (e:Entity {id: 'org/gazette'}) SET e.description = 'no'",
        "Entity org/gazette: its description does not fit it",
    ),
    "a digest of an entity": (
        "MATCH (e:Entity {id: 'org/gazette'}) REMOVE e.definitions",
        "Entity org/gazette: its digest does not fit it",
    ),
    "a definition for others": (
        "MATCH (e:Entity {id: 'org/gazette'}) SET e.definitions = "
        "[one IN e.definitions | replace(one, '[\"market\"]', '[\"other\"]')]",
        "entity org/gazette: articles of market need it, its definitions say others",
    ),
    "a digest": (
        "MATCH (e:Entity {id: 'org/gazette'}) REMOVE e.digest",
        "Entity org/gazette: its digest does not fit it",
    ),
    "an entity with more": (
        "MATCH (e:Entity {id: 'org/gazette'}) SET e.extra = 1",
        "Entity org/gazette: its extra does not fit it",
    ),
    "a count of entities": (
        "MATCH (g:Graph) SET g.entities = g.entities + 1",
        "entities are there, ",
    ),
    "an entity too many": (
        "CREATE (:Entity:Group {id: 'group/nobody', name: 'Nobody', cg: true})",
        "entity group/nobody: nothing names it",
    ),
    "an entity that articles name": (
        "MATCH (e:Entity {id: 'person/writer'}) DETACH DELETE e",
        "entity person/writer is missing",
    ),
    "a title": (
        "MATCH (a:Article {id: 'alpha'}) SET a.title = 'Bureau blames nobody'",
        "Article alpha: its digest does not fit it",
    ),
    "a day of publication": (
        "MATCH (a:Article {id: 'alpha'}) SET a.published_to = date('2021-01-01')",
        "Article alpha: its published_to does not fit it",
    ),
    "all of a text": (
        "MATCH (a:Article {id: 'alpha'}) REMOVE a.text",
        "Article alpha: its digest does not fit it",
    ),
    "a title of a work": (
        "MATCH (a:Article {outside: true}) SET a.title = 'A lorrie'",
        "its digest does not fit it",
    ),
    "a work": (
        "MATCH (a:Article {outside: true}) DETACH DELETE a",
        "article outside/a-lorry-",
    ),
    "why somebody judged": (
        "MATCH (j:Judgement) SET j.why = 'no'",
        "its digest does not fit it",
    ),
    "whose judgement": (
        "MATCH (j:Judgement) SET j.corpora = ['other']",
        "its digest does not fit it",
    ),
    "which schema": (
        "MATCH (g:Graph) SET g.schema_sha256 = '0'",
        "Graph Graph: its digest does not fit it",
    ),
    "another node": (
        "CREATE (:Thing {id: 'thing', cg: true})",
        "40 nodes are there, 39 have",
    ),
    "another type of edge": (
        ONE + "MATCH (a:Article {id: 'beta'}) CREATE (c)-[:ABOUT {cg: true}]->(a)",
        "80 edges are there, 79 have a type that is known",
    ),
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


@pytest.mark.longer_served
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
