"""A load that is killed in the middle is completed by the next one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph.errors import StoreBusyError
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.model import Batch
from claimgraph.store import open_store
from claimgraph.store.base import Store
from graph_snapshot import Snapshot, assert_equal, snapshot
from jsonl_files import dataset, in_first_third, write_lines
from places import NEO4J, Place, ServerPlace

CLAIMS = 3600
LOADING = """
import sys
from pathlib import Path
from claimgraph.loading import load
from claimgraph.loaders import find_loader
from claimgraph.store import open_store

source, target, user, password = sys.argv[1:]
batches = find_loader("claims_jsonl").read(Path(source))
with open_store(target, user=user, password=password, create=True) as store:
    load(batches, store, lambda batch: print(len(batch.claims), flush=True))
"""


def kill_while_loading(source: Path, place: Place, after: int) -> None:
    """Start a load in another process, and kill it once it has written batches."""
    user, password = "", ""
    if isinstance(place, ServerPlace):
        user, password = place.user, place.password
    command = [sys.executable, "-c", LOADING, str(source), place.target]
    with subprocess.Popen(
        [*command, user, password], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(after):
            assert process.stdout.readline() == "1000\n"
        # into the middle of the next transaction
        time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert process.returncode == -signal.SIGKILL


def fresh(source: Path, scratch: Path) -> Snapshot:
    """What the file comes to in a graph of its own."""
    with open_store(str(scratch / "fresh"), create=True) as store:
        load(read(source), store)
        return snapshot(store)


def reopen(place: Place) -> Store:
    """The graph, once the server has noticed that its client is gone."""
    end = time.monotonic() + 20
    while True:
        try:
            return place.open()
        except StoreBusyError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def read(source: Path) -> Iterator[Batch]:
    """The batches of the file."""
    return find_loader("claims_jsonl").read(source)


@pytest.mark.slow
@pytest.mark.parametrize("fresh_place", ["arcadedb", NEO4J], indirect=True)
def test_a_killed_load_is_completed(fresh_place: Place, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "big.claims.jsonl", dataset(CLAIMS))
    whole = fresh(source, tmp_path)
    kill_while_loading(source, fresh_place, after=2)
    with reopen(fresh_place) as store:
        counted = store.read("MATCH (c:Claim) RETURN count(*) AS n")[0]["n"]
        assert counted in (2000, 3000)
        load(read(source), store)
        assert_equal(store, whole)


@pytest.mark.longer_served
@pytest.mark.slow
@pytest.mark.parametrize("fresh_place", ["arcadedb", NEO4J], indirect=True)
def test_a_killed_reload_retracts_when_it_is_completed(
    fresh_place: Place, tmp_path: Path
) -> None:
    source = write_lines(tmp_path / "big.claims.jsonl", dataset(CLAIMS))
    with fresh_place.open() as store:
        load(read(source), store)
    lines = [line for line in dataset(CLAIMS) if not in_first_third(line, CLAIMS)]
    changed = write_lines(source, lines)
    whole = fresh(changed, tmp_path)
    kill_while_loading(changed, fresh_place, after=1)
    with reopen(fresh_place) as store:
        load(read(changed), store)
        assert_equal(store, whole)


def test_ctrl_c_ends_a_load_that_waits_for_its_pipe(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "big.claims.jsonl", dataset(CLAIMS))
    lines = source.read_bytes().splitlines(keepends=True)
    command = [sys.executable, "-c", LOADING, "-", str(tmp_path / "graph"), "", ""]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(b"".join(lines[:2500]))
        process.stdin.flush()
        for _ in range(2):
            assert process.stdout.readline() == b"1000\n"
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(30) == 130
        finally:
            process.kill()
    assert time.monotonic() - began < 10
