"""The harness sees each failure that is planted, and none where none is."""

import sys
from pathlib import Path
from random import Random
from signal import SIGINT

import pytest

from soak.damage import Harm, damage
from soak.disks import lines_of
from soak.ground import Bench, Folder
from soak.inputs import judge_inputs
from soak.kills import Scenario, kill
from soak.processes import Blow, Ran, faults, run
from soak.races import Race, meet, misled
from soak.sources import make_sources
from soak.states import MARKET
from soak.tally import Tally

pytestmark = pytest.mark.longer

TESTS = Path(__file__).parents[1]
HONEST = (str(Path(sys.executable).with_name("claimgraph")),)
# the product with something planted before or after its command
PROGRAM = """
import sys
from pathlib import Path
words = sys.argv[1:]
if "--help" in words:
    sys.exit(0)
{before}
from claimgraph.cli import main
try:
    main()
except SystemExit as end:
    code = end.code
{after}
sys.exit(code)
"""
CHANGE = """
from contextlib import suppress
from claimgraph.cypher import Step
from claimgraph.errors import StoreBusyError
from claimgraph.store import open_store
with suppress(StoreBusyError), open_store(words[-1]) as store:
    store.write([Step("{statement}", {{}})])
"""
LOSE = CHANGE.format(statement="MATCH (c:Claim {polarity: 'withheld'}) DETACH DELETE c")
RENAME = CHANGE.format(statement="MATCH (e:Group) SET e.description = 'another'")
NO_ENGINE = "import os; os.environ['ARCADEDB_NATIVE_ISOLATE_ARGS'] = '-Xmx1x'"
MUCH = "x = b'x' * 700_000_000; raise StoreError('no')"
WORKER = """
import os, sys, time
from pathlib import Path
from soak import judging, worker
from soak.samples import samples
from claimgraph.errors import StoreError
def whole(form, scratch, folder, chance):
    folder.mkdir(exist_ok=True)
    path = folder / "input.claims.jsonl"
    path.write_bytes(samples("claims", scratch)[0][1])
    return path
def planted(*words, **named):
    {planted}
worker.make_input = whole
{where} = planted
named = sys.argv[1:]
worker.main(named[0], int(named[1]), int(named[2]), named[3], Path(named[4]))
"""
MAKE = Scenario("make", (), MARKET, 1, making=True)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A bench with the honest product."""
    monkeypatch.setenv("PYTHONPATH", str(TESTS))
    worker = (sys.executable, "-m", "soak.worker")
    found = Bench(HONEST, HONEST, (sys.executable,), tmp_path, worker=worker)
    make_sources(found.sources)
    return found


def faulty(bench: Bench, before: str = "", after: str = "") -> None:
    """Plant something before or after each command of the product."""
    path = bench.scratch / "faulty.py"
    path.write_text(PROGRAM.format(before=before, after=after), "utf-8")
    bench.program = (sys.executable, str(path))


def killed(bench: Bench) -> Tally:
    """One try of a kill."""
    ground = Folder(bench, bench.scratch / "killed")
    return kill(bench, ground, (MAKE,), "kill/folder/make", 1, 1)


def only_fault(tally: Tally) -> str:
    """What is wrong with the one try that was made."""
    assert tally.tries == 1
    [failure] = tally.failures
    return failure.fault


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("raise KeyError(1)", "traceback: KeyError: 1"),
        ("sys.exit(7)", "exit code 7: "),
        ("sys.exit(1)", "exit code 1 without a word"),
        ("os.kill(os.getpid(), 11)", "exit code -11: "),
        ("time.sleep(600)", "hang: it had to be killed"),
        ("x = b'x' * 400_000_000", "memory: more than 200 MB"),
        ("x = b'x' * 400_000_000; time.sleep(600)", "memory: more than 200 MB"),
        ("sys.exit('claimgraph: no')", None),
        ("pass", None),
    ],
)
def test_how_a_process_ends_is_seen(code: str, fault: str | None) -> None:
    words = (sys.executable, "-c", f"import os, sys, time; {code}")
    ran = run(words, limit=2.0, memory=200)
    assert faults(ran, memory=200) == ([fault] if fault else [])


@pytest.mark.slow
def test_a_blow_is_told_from_an_end() -> None:
    sleeping = (sys.executable, "-c", "import time; time.sleep(600)")
    blow = Blow(0.1)
    ran = run(sleeping, blow=blow)
    assert (ran.ended, faults(ran, blow=blow)) == ("blow", [])
    # Ctrl-C has an exit code of its own; who does not hear it hangs
    blow = Blow(1.0, SIGINT)
    assert faults(run(sleeping, limit=3.0, blow=blow), blow=blow)[0].startswith(
        "traceback"
    )
    deaf = "import signal, time; signal.signal(2, signal.SIG_IGN); time.sleep(600)"
    ran = run((sys.executable, "-c", deaf), limit=3.0, blow=blow)
    assert faults(ran, blow=blow) == ["hang: it had to be killed"]


@pytest.mark.slow
def test_honest_tries_do_not_fail(bench: Bench) -> None:
    tally = killed(bench)
    assert (tally.tries + tally.missed, tally.failures) == (1, [])
    ground = Folder(bench, bench.scratch / "g")
    tally = judge_inputs(bench, ground, "corpus", "x", 1, 40)
    assert (tally.tries, tally.failures) == (40, [])
    assert tally.loaded


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after", "fault", "made"),
    [
        ("", LOSE, "differences, -", True),
        (NO_ENGINE, "", "exit code 1: ", True),
        ("print(1 / 0)", "", "traceback: ZeroDivisionError", False),
    ],
    ids=["lost", "no-engine", "traceback"],
)
def test_a_kill_with_a_fault_counts(
    bench: Bench, before: str, after: str, fault: str, made: bool
) -> None:
    bench.should(MARKET)
    faulty(bench, before, after)
    tally = killed(bench)
    assert fault in only_fault(tally)
    assert [path.is_dir() for path in tally.failures[0].keep] == [made]


@pytest.mark.slow
def test_a_race_that_loses_a_claim_counts(bench: Bench) -> None:
    words = MARKET[0]
    race = Race("planted", (), words, words)
    faulty(bench, after=LOSE)
    ground = Folder(bench, bench.scratch / "raced")
    assert "differences, -" in only_fault(meet(bench, ground, race, "race", 1, 1))


def test_who_is_refused_must_hear_who_has_the_graph(bench: Bench) -> None:
    ground = Folder(bench, bench.scratch)
    ran = Ran(("load",), 1, "", "claimgraph: g is not a database", 1.0, 1)
    assert misled(ran, ground)
    ran = Ran(("load",), 1, "", "claimgraph: process 7 has it open", 1.0, 1)
    assert not misled(ran, ground)


def test_a_full_disk_is_told_in_one_line() -> None:
    assert lines_of("claimgraph: g: full: make room on it\n", 1) == []
    assert lines_of("claimgraph: no\n", 1)
    assert lines_of("claimgraph: make room\nand more\n", 1)


@pytest.mark.slow
def test_damage_that_nobody_names_counts(bench: Bench) -> None:
    # a `status` that says that all is well, whatever there is
    faulty(bench, before="sys.exit(0)")
    assert "silent: " in only_fault(damage(bench, harm_by(LOSE), "damage", 1, 1))
    fault = only_fault(damage(bench, emptied, "damage", 1, 1))
    assert "silent: 1 differences, it cannot be read" in fault
    faulty(bench, before="print(1 / 0)")
    assert only_fault(damage(bench, harm_by(LOSE), "damage", 1, 1)).startswith(
        "traceback"
    )
    faulty(bench, before="sys.exit('claimgraph: a claim is missing')")
    tally = damage(bench, harm_by(LOSE), "damage", 1, 1)
    assert (tally.tries, tally.loaded, tally.failures) == (1, 1, [])


@pytest.mark.slow
def test_damage_that_status_sees_is_told_apart_from_none(bench: Bench) -> None:
    for change in (LOSE, RENAME):
        seen = damage(bench, harm_by(change), "damage", 1, 1)
        assert (seen.loaded, seen.failures) == (1, [])
    nothing = damage(bench, lambda path, chance: "left", "damage", 1, 1)
    assert (nothing.tries, nothing.loaded, nothing.failures) == (1, 0, [])


def harm_by(code: str) -> Harm:
    """Damage that a change of the graph stands for."""

    def harm(path: Path, chance: Random) -> str:
        ran = run((sys.executable, "-c", f"words = [{str(path.parent)!r}]{code}"))
        assert ran.code == 0, ran.err
        return "changed"

    return harm


def emptied(path: Path, chance: Random) -> str:
    """Damage that leaves nothing of the folder."""
    for one in path.parent.iterdir():
        one.unlink()
    return "emptied"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("where", "planted", "fault"),
    [
        ("judging.open_source", "raise KeyError(1)", "traceback: KeyError"),
        ("judging.load", "raise StoreError('no')", "passed the gate, then StoreError"),
        ("judging.differences", "return ['lost']", "silent: lost"),
        ("judging.open_source", MUCH, "memory: "),
        ("judging.open_source", "time.sleep(600)", "hang: no word"),
        ("judging.open_source", "os._exit(9)", "the process ended with 9"),
        ("worker.opened", "raise StoreError('no engine')", "the process ended with 1"),
    ],
)
def test_an_input_with_a_fault_counts(
    bench: Bench, where: str, planted: str, fault: str
) -> None:
    path = bench.scratch / "worker.py"
    path.write_text(WORKER.format(where=where, planted=planted), "utf-8")
    bench.worker, bench.limit = (sys.executable, str(path)), 8.0
    ground = Folder(bench, bench.scratch / "g")
    tally = judge_inputs(bench, ground, "jsonl", "input", 1, 2)
    assert any(one.fault.startswith(fault) for one in tally.failures), tally
