"""Neo4j: addresses, passwords, access; what every store does is the contract's."""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from neo4j import ManagedTransaction
from neo4j.exceptions import ClientError

from claimgraph.cypher import Step
from claimgraph.errors import QueryError, StoreError, StoreUnreachableError
from claimgraph.store import bolt, is_address, open_store
from claimgraph.store.base import Store
from claimgraph.store.bolt import BoltStore
from claimgraph.store.schema import stamp
from places import BOLT, NEO4J, ServerPlace, free_ports

SECRET = "geheim-4711"


@pytest.fixture
def silent_server() -> Iterator[str]:
    """The address of something that takes connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.parametrize(
    "address",
    [
        *("bolt://h", "bolt+s://h", "bolt+ssc://h:1", "NEO4J://h"),
        *("neo4j+s://h.example.org:7687", "neo4j+ssc://h"),
    ],
)
def test_knows_an_address(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize("folder", ["graph", "./bolt", "./a:b", "C:/x", "neo4j"])
def test_knows_a_folder(folder: str) -> None:
    assert not is_address(folder)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_says_what_to_do_when_nothing_listens(scheme: str) -> None:
    address = f"{scheme}://127.0.0.1:{free_ports(1)[0]}"
    with pytest.raises(StoreUnreachableError, match="start it") as caught:
        open_store(address, user="neo4j", password=SECRET)
    assert address in str(caught.value)
    assert SECRET not in str(caught.value)
    assert caught.value.target == address


def test_gives_up_on_a_silent_server(silent_server: str) -> None:
    began = time.monotonic()
    with pytest.raises(StoreUnreachableError, match="start it"):
        open_store(silent_server, user="neo4j", password=SECRET)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "address",
    [
        *(f"bolt://neo4j:{SECRET}@127.0.0.1:1", f"neo4j+s://{SECRET}@h:7687/x"),
        *(f"bolt://u:{SECRET}/@h", f"bolt://u:{SECRET}@h:port", "bolt://"),
        *("bolt://h:99999", "bolt://h/neo4j", f"bolt://h?password={SECRET}"),
        f"bolt://[{SECRET}",
    ],
)
def test_refuses_a_bad_address_and_keeps_its_secrets(address: str) -> None:
    with pytest.raises(StoreError, match="address") as caught:
        open_store(address, user="neo4j", password="p")
    assert SECRET not in f"{caught.value} {caught.value.target}"
    assert caught.value.__cause__ is None


@pytest.mark.neo4j
@pytest.mark.parametrize("password", [SECRET, "", None])
def test_wrong_password(neo4j_server: ServerPlace, password: str | None) -> None:
    with pytest.raises(StoreUnreachableError, match="NEO4J_PASSWORD") as caught:
        open_store(neo4j_server.target, user="neo4j", password=password)
    assert SECRET not in str(caught.value)


@pytest.mark.neo4j
def test_the_server_itself_refuses_to_write_in_a_read(
    neo4j_server: ServerPlace,
) -> None:
    store = neo4j_server.open()
    assert isinstance(store, BoltStore)
    with store, store.session() as session, pytest.raises(ClientError) as caught:
        session.execute_read(lambda tx: tx.run("CREATE (:Entity)").consume())
    assert (caught.value.code or "").endswith("AccessMode")


@pytest.mark.neo4j
def test_routing_addresses_work_too(neo4j_server: ServerPlace) -> None:
    address = neo4j_server.target.replace("bolt://", "neo4j://")
    user, password = neo4j_server.user, neo4j_server.password
    with open_store(address, user=user, password=password) as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.neo4j
def test_query_that_the_server_does_not_end_is_ended_here(
    neo4j_server: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt, "SERVER_GRACE", 0.3)
    # the server looks at no clock while it plans this, for seconds
    deep = f"RETURN {'[' * 400}{']' * 400} AS x"
    store = neo4j_server.open()
    began = time.monotonic()
    with pytest.raises(QueryError, match=r"more than 0\.2 s.*connection .* closed"):
        store.read(deep, timeout=0.2)
    store.close()
    assert time.monotonic() - began < 3
    with pytest.raises(StoreError, match="is closed"):
        store.read("RETURN 1 AS one")
    with neo4j_server.open() as again:
        assert again.read("RETURN 1 AS one") == [{"one": 1}]


GRAPHS = "MATCH (g:Graph) RETURN g.schema_version AS version"


@pytest.mark.parametrize("fresh_place", [NEO4J], indirect=True)
def test_two_that_make_a_graph_at_once_make_one(
    fresh_place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, both = bolt.run_steps, Barrier(2)

    def together(transaction: ManagedTransaction, steps: Sequence[Step]) -> None:
        both.wait(60)
        run(transaction, steps)
        # neither is committed when the other looks
        time.sleep(1)

    with fresh_place.open() as one, fresh_place.open() as other:
        one.prepare()
        one.write([Step("MATCH (g:Graph) DELETE g", {})])
        monkeypatch.setattr(bolt, "run_steps", together)
        with ThreadPoolExecutor() as pool:
            for made in [pool.submit(each.write, [stamp()]) for each in (one, other)]:
                made.result()
        assert len(other.read(GRAPHS)) == 1


@pytest.mark.parametrize("fresh_store", [BOLT, NEO4J], indirect=True)
def test_refuses_a_map_whose_key_is_no_text(fresh_store: Store) -> None:
    with pytest.raises(QueryError, match="keys must be strings"):
        fresh_store.read("RETURN $given AS given", {"given": {1: 2}})
    with pytest.raises(StoreError, match="keys must be strings"):
        fresh_store.write([Step("CREATE (n:Entity) SET n = $row", {"row": {1: 2}})])
    assert fresh_store.read("RETURN 1 AS one") == [{"one": 1}]


def test_failed_opening_leaves_no_thread() -> None:
    address = f"bolt://127.0.0.1:{free_ports(1)[0]}"
    before = set(threading.enumerate())
    with pytest.raises(StoreUnreachableError):
        open_store(address, user="neo4j", password=SECRET)
    assert {one.name for one in set(threading.enumerate()) - before} == set()
