"""The embedded engine: folders, locks and time."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimgraph.cypher import Step
from claimgraph.errors import QueryError, StoreBusyError, StoreError
from claimgraph.store import open_store

HOLD = """
import sys
from claimgraph.store import open_store
with open_store(sys.argv[1]) as store:
    store.prepare()
    print("open", flush=True)
    sys.stdin.readline()
"""
RUN_AWAY = """
import sys
from claimgraph.errors import QueryError
from claimgraph.store import open_store
store = open_store(sys.argv[1])
LOOP = "reduce(s = 0, x IN range(1, 100000) | s + x)"
try:
    store.read(f"UNWIND range(1, 100000) AS z RETURN sum({LOOP}) AS n", timeout=0.2)
except QueryError as error:
    print(error)
try:
    store.read("RETURN 1 AS one")
except QueryError as error:
    print(error)
store.close()
"""
ENDLESS = """
import sys
from claimgraph.store import open_store
store = open_store(sys.argv[1])
print("asking", flush=True)
store.read("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b "
           "WITH a WHERE a < 0 RETURN count(*) AS n")
"""
SLOW = "UNWIND range(1, 300000) AS x WITH x WHERE x < 0 CREATE (:Entity {id: 'slow'})"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_second_process_is_told_who_has_it(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        for create in (True, False):
            with pytest.raises(StoreBusyError, match=str(folder)) as caught:
                open_store(str(folder), create=create)
            assert f"process {holder.pid}" in str(caught.value)
        holder.communicate("go\n")
    assert holder.returncode == 0
    open_store(str(folder), create=False).close()


def test_a_second_opening_here_is_refused_too(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph")), pytest.raises(StoreBusyError):
        open_store(str(tmp_path / "graph"))
    open_store(str(tmp_path / "graph")).close()


@pytest.mark.parametrize("create", [True, False])
def test_leaves_a_foreign_folder_alone(tmp_path: Path, create: bool) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    before = tree(tmp_path)
    with pytest.raises(StoreError, match="not a claimgraph database"):
        open_store(str(tmp_path), create=create)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("content", ["not JSON", "[]", '{"types": {"Person": {}}}'])
def test_leaves_a_foreign_catalogue_alone(tmp_path: Path, content: str) -> None:
    (tmp_path / "schema.json").write_text(content)
    with pytest.raises(StoreError, match="not a claimgraph database"):
        open_store(str(tmp_path))
    assert tree(tmp_path) == {"schema.json": content.encode()}


def test_asks_for_a_load_where_nothing_is(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(StoreError, match="claimgraph load"):
        open_store(str(missing), create=False)
    assert not missing.exists()


def test_refuses_a_file(tmp_path: Path) -> None:
    file = tmp_path / "graph"
    file.write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(str(file))
    with pytest.raises(StoreError, match=str(file)):
        open_store(str(file / "below"))


def test_takes_an_empty_folder(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        store.prepare()
    open_store(str(tmp_path), create=False).close()


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
    with open_store(str(folder), create=False) as store:
        assert store.read("MATCH (g:Graph) RETURN count(g) AS n") == [{"n": 1}]


def test_a_read_limit_does_not_stop_the_next_write(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        store.read("RETURN 1 AS one", timeout=0.01)
        began = time.monotonic()
        store.write([Step(SLOW, {})])
        assert time.monotonic() - began > 0.05
    with open_store(str(tmp_path)) as store:
        began = time.monotonic()
        store.write([Step(SLOW, {})])
        assert time.monotonic() - began > 0.05


def test_a_runaway_ends_with_the_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RUN_AWAY, str(tmp_path / "graph")]
    run = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert run.returncode == 1
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        "the query took more than 0.2 s",
        "an earlier query is still running",
    ]


def test_a_person_can_stop_waiting(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENDLESS, str(tmp_path / "graph")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as asker:
        assert asker.stdout is not None
        assert asker.stdout.readline() == "asking\n"
        time.sleep(0.3)
        asker.send_signal(signal.SIGINT)
        _, said = asker.communicate(timeout=10)
    assert asker.returncode == 130
    assert said.splitlines()[-1] == "KeyboardInterrupt"


def test_asks_again_after_a_query_ran_out_of_time(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        query = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a"
        for _ in range(2):
            with pytest.raises(QueryError, match="more than"):
                store.read(f"{query} ORDER BY a", timeout=0.1)
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_says_what_to_do_where_a_query_holds_too_much(tmp_path: Path) -> None:
    query = "UNWIND range(1, 3000) AS a WITH a, $text AS text RETURN a, text ORDER BY a"
    with open_store(str(tmp_path / "g")) as store:
        store.prepare()
        with pytest.raises(QueryError, match=r"narrow it, or keep .* Neo4j"):
            store.read(query, {"text": "x" * 500_000})
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_is_quiet_and_writes_nothing_into_the_home_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    unset = {"ARCADEDB_LOG_CONSOLE", "ARCADEDB_LOG_DIR", "XDG_STATE_HOME"}
    kept = {key: value for key, value in os.environ.items() if key not in unset}
    run = subprocess.run(
        [sys.executable, "-c", HOLD, str(tmp_path / "graph")],
        env={**kept, "HOME": str(home)},
        cwd=home,
        input="go\n",
        capture_output=True,
        text=True,
    )
    assert (run.stdout, run.stderr) == ("open\n", "")
    assert list(home.rglob("*")) == []
