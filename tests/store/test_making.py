"""A graph in a folder is made whole, or not at all; nobody else's folder is touched."""

import errno
import fcntl
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from arcadedb import create_database

from claimgraph.errors import StoreBusyError, StoreError
from claimgraph.store import open_store
from claimgraph.store.folder import LOCK, UNFINISHED
from examples import mostly_slow
from hard_times import files_below, run_without_rights, run_without_room
from places import SEEDS

MAKE = """
import sys
from claimgraph.errors import ClaimgraphError
from claimgraph.store import open_store
print("begin", flush=True)
with open_store(sys.argv[1]) as store:
    store.prepare()
"""
# stops where it is: what a kill leaves, or a process that is still at it
STOP = """
import sys, time
from claimgraph.store import open_store
def stop(frame, event, argument):
    if event == "call" and frame.f_code.co_name == sys.argv[2]:
        print("there", flush=True)
        time.sleep(600)
sys.setprofile(stop)
with open_store(sys.argv[1]) as store:
    store.prepare()
"""
PLACES = ("begin_unfinished", "open_engine", "prepare", "write", "end_unfinished")
ROUNDS = 12
GRAPHS = "MATCH (g:Graph) RETURN count(g) AS n"


def check_made(folder: Path) -> None:
    """What the next command finds: a graph, or a place for one, which it makes."""
    try:
        open_store(str(folder), create=False).close()
    except StoreError as error:
        words = ("there is no graph", "it is empty, run `claimgraph load` first")
        assert any(one in str(error) for one in words), error
    with open_store(str(folder)) as store:
        store.prepare()
    with open_store(str(folder), create=False) as store:
        assert store.read(GRAPHS) == [{"n": 1}]
    assert not (folder / UNFINISHED).exists()


@pytest.mark.parametrize("number", mostly_slow(range(ROUNDS), 2))
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_graph_is_made_though_its_making_was_ended(
    how: signal.Signals, number: int, tmp_path: Path
) -> None:
    folder = tmp_path / "graph"
    with subprocess.Popen(
        [sys.executable, "-c", MAKE, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as maker:
        assert maker.stdout is not None and maker.stdout.readline()
        while not folder.exists() and maker.poll() is None:
            time.sleep(0.001)
        time.sleep(random.Random(number).uniform(0, 1.6))
        maker.send_signal(how)
    check_made(folder)


def stopped(folder: Path, place: str) -> subprocess.Popen[str]:
    """A process that makes a graph and stands still at a function."""
    process = subprocess.Popen(
        [sys.executable, "-c", STOP, str(folder), place],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "there\n"
    return process


@pytest.mark.parametrize("place", PLACES)
def test_others_hear_who_makes_it(place: str, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with stopped(folder, place) as maker:
        for create in (True, False):
            with pytest.raises(StoreBusyError) as caught:
                open_store(str(folder), create=create)
            told = f"process {maker.pid} is making the graph in {folder}"
            assert told in str(caught.value)
        maker.kill()
    # as a version before the mark left it
    older = tmp_path / "older"
    shutil.copytree(folder, older)
    (older / UNFINISHED).unlink(missing_ok=True)
    (older / "schema.json.4429339157483775625.tmp").touch()
    check_made(folder)
    check_made(older)


@pytest.mark.parametrize("size", [60, 500, 5_000, 10_000, 100_000, 300_000])
def test_full_disk_is_told_and_nothing_stays(size: int, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    done = run_without_room("load", str(SEEDS), "--store", str(folder), size=size)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert str(folder) in done.stderr and "make room" in done.stderr
    check_made(folder)


def test_disk_that_was_full_of_a_graph_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with open_store(str(folder)) as store:
        store.prepare()
    done = run_without_room("status", "--store", str(folder), size=60)
    # it writes nothing
    assert (done.returncode, done.stderr) == (0, "")
    done = run_without_room("load", str(SEEDS), "--store", str(folder), size=60)
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert str(folder) in done.stderr
    check_made(folder)


@pytest.mark.parametrize("what", ["files", "catalogue", "folder"])
def test_read_only_graph_is_told_as_such(what: str, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with open_store(str(folder)) as store:
        store.prepare()
    files = [path for path in folder.iterdir() if path.name != LOCK]
    paths = {"files": files, "catalogue": [folder / "schema.json"], "folder": [folder]}
    for path in paths[what]:
        path.chmod(path.stat().st_mode & 0o555)
    done = run_without_rights("status", "--store", str(folder))
    for path in paths[what]:
        path.chmod(path.stat().st_mode | 0o200)
    assert done.returncode == 1
    assert "read-only" in done.stderr and str(folder) in done.stderr


@pytest.mark.parametrize("records", [0, 1])
@pytest.mark.parametrize("locked", [False, True])
def test_database_of_others_is_never_made_anew(
    locked: bool, records: int, tmp_path: Path
) -> None:
    folder = tmp_path / "theirs"
    database = create_database(str(folder))
    # a name of ours with a record, or one that is not ours
    name = "Claim" if records else "Invoice"
    database.command("sql", f"CREATE VERTEX TYPE {name}")
    database.begin()
    for _ in range(records):
        database.command("sql", f"INSERT INTO {name} SET a = 1")
    database.commit()
    database.close()
    if locked:
        (folder / LOCK).touch()
    before = files_below(folder)
    for create in (True, False):
        with pytest.raises(StoreError, match="is not a claimgraph database"):
            open_store(str(folder), create=create)
    assert files_below(folder) == before


def test_file_of_others_beside_our_lock_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / LOCK).touch()
    (tmp_path / "txlog_0.wal").touch()
    (tmp_path / "thesis.txt").write_text("years of work")
    before = files_below(tmp_path)
    with pytest.raises(StoreError, match="is not a claimgraph database"):
        open_store(str(tmp_path))
    assert files_below(tmp_path) == before


def test_file_system_without_locks_has_the_engines_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: int, how: int) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with open_store(str(tmp_path / "graph")) as store:
        store.prepare()
    check_made(tmp_path / "graph")
