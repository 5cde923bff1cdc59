"""A first load as a whole gives the same graph, and a kill leaves nothing of it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given

from claimgraph.cypher import NewNodes, Step
from claimgraph.errors import GateError, StoreError
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.model import Batch
from claimgraph.store import open_store
from claimgraph.store.arcade import ArcadeStore
from claimgraph.store.base import Store
from examples import mostly_slow
from graph_snapshot import Snapshot, assert_equal, loaded_times, snapshot
from jsonl_files import dataset, write_lines
from market import copy_market, judge
from own_graphs import few, own_store, picture
from strategies import corpora

CLAIMS = 3600
LOADING = """
import sys
from pathlib import Path
from claimgraph.loading import load
from claimgraph.loaders import find_loader
from claimgraph.store import open_store
from claimgraph.store.arcade import ArcadeStore

batches = find_loader("claims_jsonl").read(Path(sys.argv[1]))
with open_store(sys.argv[2]) as store:
    load(batches, store, lambda batch: print("batch", flush=True), whole=True)
"""


def whole_picture(batches: Sequence[Batch]) -> Snapshot:
    """The graph after loading the batches as a whole."""
    with own_store() as store:
        load(batches, store, whole=True)
        return snapshot(store)


@given(corpora())
@few
def test_a_whole_load_gives_the_same_graph(batches: Sequence[Batch]) -> None:
    assert whole_picture(batches).unlike(picture(batches)) == []


def test_replies_works_judgements_and_times_are_the_same(tmp_path: Path) -> None:
    folder = copy_market(tmp_path / "market")
    judge(folder, "group/mill-guild", "group/river-band")
    batches = list(find_loader("corpus").read(folder))
    assert whole_picture(batches).unlike(picture(batches)) == []
    with own_store() as store:
        load(batches, store, whole=True)
        times = set(loaded_times(store).values())
        assert len(times) == 1
        query = "MATCH (c:Claim) WHERE c.loaded <= datetime() RETURN count(c) AS n"
        assert store.read(query) == [{"n": 13}]


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_what_came_before_an_error_is_there(fresh_store: Store, tmp_path: Path) -> None:
    batches = list(find_loader("corpus").read(copy_market(tmp_path / "market")))
    claims = [replace(one, relation="NONE") for one in batches[1].claims]
    wrong = replace(batches[1], claims=tuple(claims))
    with pytest.raises(GateError):
        load([batches[0], wrong], fresh_store, whole=True)
    assert_equal(fresh_store, picture(batches[:1]))


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_graph_that_holds_claims_takes_batches_as_ever(
    fresh_store: Store, tmp_path: Path
) -> None:
    batches = list(find_loader("corpus").read(copy_market(tmp_path / "market")))
    load(batches[:1], fresh_store)
    load(batches, fresh_store, whole=True)
    assert_equal(fresh_store, picture(batches))


@pytest.mark.slow
def test_a_kill_leaves_nothing(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "big.claims.jsonl", dataset(CLAIMS))
    target = str(tmp_path / "graph")
    command = [sys.executable, "-c", LOADING, str(source), target]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "batch\n"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with pytest.raises(StoreError, match="there is no graph in"):
        open_store(target, create=False)
    batches = list(find_loader("claims_jsonl").read(source))
    with open_store(target) as store:
        assert not store.read("MATCH (n) RETURN n LIMIT 1")
        load(batches, store)
        assert_equal(store, whole_picture(batches))


@pytest.mark.slow
@pytest.mark.parametrize("moment", mostly_slow([0.1, 0, 0.05, 0.3]))
def test_ctrl_c_ends_it_in_good_order(tmp_path: Path, moment: float) -> None:
    source = write_lines(tmp_path / "big.claims.jsonl", dataset(3 * CLAIMS))
    target = str(tmp_path / "graph")
    command = [sys.executable, "-c", LOADING, str(source), target]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "batch\n"
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    assert said.endswith("KeyboardInterrupt\n")
    batches = list(find_loader("claims_jsonl").read(source))
    with open_store(target) as store:
        store.prepare()
        held = store.read("MATCH (c:Claim) RETURN count(c) AS n")[0]["n"]
        assert held in (0, *accumulate(len(batch.claims) for batch in batches))
        load(batches, store)
        assert_equal(store, whole_picture(batches))


def test_what_the_engine_refuses_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "graph"
    wrong = NewNodes(("Nothing",), [{"id": "group/x"}])
    step = Step("", {}, lambda: [wrong])
    store = ArcadeStore(str(target))
    store.prepare()
    with pytest.raises(StoreError, match="nothing was written"), store.whole_load():
        store.write([step])
    with pytest.raises(StoreError, match="is closed"):
        store.read("MATCH (n) RETURN n")
    with open_store(str(target)) as again:
        assert not again.read("MATCH (n) RETURN n LIMIT 1")


def test_a_whole_load_that_cannot_begin_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "graph"
    store = ArcadeStore(str(target))
    store.prepare()
    store.opened().command("sql", "DROP INDEX `claim_quote`")
    with pytest.raises(StoreError, match="nothing was written"), store.whole_load():
        pass
    with pytest.raises(StoreError, match="is closed"):
        store.read("MATCH (n) RETURN n")
    with open_store(str(target)) as again:
        again.prepare()
        load([], again, whole=True)
