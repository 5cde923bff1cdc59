"""Whatever the operating system refuses, a library user meets an error of ours."""

import resource
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

import claimgraph
from claimgraph.exports import format_names
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.store.base import Store
from market import copy_market
from places import prepared_place
from refusing_system import REASONS, SYSTEM

pytestmark = pytest.mark.longer


@dataclass(frozen=True)
class Ground:
    """A folder with a corpus, a graph of it, and room for what is written."""

    folder: Path

    @property
    def corpus(self) -> Path:
        """The market."""
        return self.folder / "corpus"

    @property
    def out(self) -> Path:
        """A place for a file or a folder that is not there yet."""
        return self.folder / "out"

    @contextmanager
    def store(self) -> Generator[Store]:
        """The graph, opened."""
        with claimgraph.open_store(self.folder / "graph") as store:
            yield store


def decide(ground: Ground) -> None:
    """Judge a pair, and take that back."""
    bench = claimgraph.judge(ground.corpus)
    left, right = "group/mill-guild", "group/river-band"
    pair = bench.judgement(left, right, "unsure", who="ann", why="a test")
    bench = bench.decide(pair)
    bench.take_back(bench.last())


def in_store(call: Callable[[Store, Ground], object]) -> Callable[[Ground], None]:
    """A call with the store, from the opening to the end."""

    def run(ground: Ground) -> None:
        with ground.store() as store:
            call(store, ground)

    return run


def new_graph(ground: Ground) -> None:
    """Open a graph that is made anew."""
    with claimgraph.open_store(ground.out) as store:
        claimgraph.load(store, ground.corpus)


def report(store: Store, ground: Ground, ending: str) -> None:
    """Write a report."""
    found = claimgraph.report(store, "overview")
    found.write(ground.out.with_suffix(ending))


def exporting(name: str) -> Callable[[Ground], None]:
    """The export in one format."""
    return in_store(lambda store, ground: claimgraph.export(store, name, ground.out))


CALLS: dict[str, Callable[[Ground], object]] = {
    "check": lambda ground: claimgraph.check(ground.corpus),
    "judge": decide,
    "open_store": new_graph,
    "load": in_store(lambda store, ground: claimgraph.load(store, ground.corpus)),
    "forget": in_store(lambda store, _: claimgraph.forget(store, "alpha")),
    "status": in_store(lambda store, _: claimgraph.status(store, verify=True)),
    "ask": in_store(lambda store, _: claimgraph.ask(store, "people/leaders")),
    "find": in_store(lambda store, _: claimgraph.find(store, "org/gazette")),
    "search": in_store(lambda store, _: claimgraph.search(store, "river")),
    "show": in_store(
        lambda store, _: claimgraph.show(
            store, str(store.read("MATCH (c:Claim) RETURN c.id AS id")[0]["id"])
        )
    ),
    "report": in_store(lambda store, ground: report(store, ground, ".md")),
    "report.html": in_store(lambda store, ground: report(store, ground, ".html")),
    "load of a file": in_store(
        lambda store, ground: claimgraph.load(store, ground.folder / "some.jsonl")
    ),
    **{f"export {name}": exporting(name) for name in format_names()},
}
# seconds each: they make a graph, or change one, for each refused call
QUICK = ("check", "judge", "load", "status", "report", "export csv", "export claims")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What each try begins with."""
    folder = tmp_path_factory.mktemp("whole")
    corpus = copy_market(folder / "corpus")
    with prepared_place(folder / "graph").open() as store:
        load(find_loader("corpus").read(corpus), store)
        claimgraph.export(store, "claims", folder / "some.jsonl")
    return folder


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is temporary lies in the ground, too."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))


def ground_in(folder: Path, whole: Path) -> Ground:
    """A fresh copy, for one try."""
    shutil.rmtree(folder / "ground", ignore_errors=True)
    shutil.copytree(whole, folder / "ground")
    return Ground(folder / "ground")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(one, marks=() if one in QUICK else pytest.mark.slow)
        for one in CALLS
    ],
)
def test_a_refused_call_is_an_error_of_ours(
    tmp_path: Path, whole: Path, name: str
) -> None:
    """Each call on a file is refused once, each for another reason."""
    ground = ground_in(tmp_path, whole)
    with SYSTEM.watching(tmp_path) as calls:
        CALLS[name](ground)
    number = len(calls)
    assert number > 0
    for refused in range(number):
        ground = ground_in(tmp_path, whole)
        reason = REASONS[refused % len(REASONS)]
        try:
            with SYSTEM.watching(tmp_path, refused, reason) as calls:
                CALLS[name](ground)
        except claimgraph.ClaimgraphError as error:
            assert "ground" in str(error) or "temporary" in str(error), calls[refused]
        except OSError as error:
            pytest.fail(f"{calls[refused]}: {error!r}")


@pytest.mark.parametrize("name", ["judge", "report", "export csv", "export trig"])
def test_a_full_disk_is_an_error_of_ours(
    tmp_path: Path, whole: Path, name: str
) -> None:
    call = CALLS[name]
    ground = ground_in(tmp_path, whole)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        with pytest.raises(claimgraph.ClaimgraphError, match="make room"):
            call(ground)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    with suppress(claimgraph.StoreBusyError):
        call(ground)
