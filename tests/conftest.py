"""Stores for tests, and what the end of a run says about those it had to leave out."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import settings

from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.store.base import Store
from examples import USUAL
from neo4j_jars import ServerError, install, missing
from neo4j_server import start, stop
from outside_tools import NEO4J_NEEDED
from places import (
    BOLT,
    NEO4J,
    SEEDS,
    FolderPlace,
    Place,
    ServerPlace,
    loopback,
    prepared_place,
)

# what every store has to do alike
CONTRACT = "test_contract.py"
# a shared machine is no reason to fail; `make quick` tries a tenth of the examples
settings.register_profile("whole", settings(), deadline=None, max_examples=USUAL)
settings.register_profile("brisk", settings(), deadline=None, max_examples=USUAL // 4)
settings.register_profile("quick", settings(), deadline=None, max_examples=USUAL // 10)
# an hour or less for one file of tests: see docs/testing.md
settings.register_profile("many", settings(), deadline=None, max_examples=5000)
settings.load_profile("whole")
# a shell has its background jobs, and all that they start, ignore Ctrl-C
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerPlace]:
    """A Neo4j that may be wiped: NEO4J_URI, or one that is started for this run."""
    if uri := os.environ.get("NEO4J_URI"):
        user = os.environ.get("NEO4J_USERNAME", "neo4j")
        place = ServerPlace(uri, user, os.environ.get("NEO4J_PASSWORD", ""))
        if nodes := place.count_nodes():
            pytest.fail(f"tests delete everything: NEO4J_URI holds {nodes} nodes")
        yield place
        place.wipe(bare=True)
        return
    if lacking := missing():
        NEO4J_NEEDED.leave_out(f"missing {' and '.join(lacking)}, and no NEO4J_URI")
    try:
        install()
    except ServerError as error:
        NEO4J_NEEDED.leave_out(str(error))
    data = tmp_path_factory.mktemp("neo4j")
    server = start(data)
    try:
        yield ServerPlace(server.uri, server.user, server.password)
    finally:
        stop(data)


@pytest.fixture(params=["arcadedb", BOLT, NEO4J])
def fresh_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Each store in turn, with nothing in it: no nodes, constraints or indexes."""
    yield from places(request, tmp_path, bare=True)


@pytest.fixture(params=["arcadedb", BOLT, NEO4J])
def fresh_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn, open, prepared, with no claims in it."""
    for place in places(request, tmp_path, bare=False):
        with place.open() as store:
            store.prepare()
            yield store


@pytest.fixture(scope="session")
def seeds_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The seeds in an embedded graph that stays open; tests only read it."""
    with FolderPlace(str(tmp_path_factory.mktemp("seeds") / "graph")).open() as store:
        load(find_loader("corpus").read(SEEDS), store)
        yield store


@pytest.fixture(params=["arcadedb", NEO4J])
def seeds_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The seeds on each engine; loaded again only where a test has wiped them."""
    if cast(str, request.param) == "arcadedb":
        yield cast(Store, request.getfixturevalue("seeds_folder"))
        return
    server = cast(ServerPlace, request.getfixturevalue("neo4j_server"))
    if server.holds != "seeds":
        server.wipe(bare=False)
    with server.open() as store:
        if server.holds != "seeds":
            load(find_loader("corpus").read(SEEDS), store)
            server.holds = "seeds"
        yield store


def places(
    request: pytest.FixtureRequest, folder: Path, *, bare: bool
) -> Iterator[Place]:
    """The one place that a fixture's parameter names, wiped before and after."""
    level = cast(str, request.param)
    if level == "arcadedb":
        graph = folder / "graph"
        yield FolderPlace(str(graph)) if bare else prepared_place(graph)
    elif level == "bolt":
        with loopback(folder / "server") as place:
            yield place
    else:
        server = cast(ServerPlace, request.getfixturevalue("neo4j_server"))
        server.wipe(bare=bare)
        yield server
        server.wipe(bare=bare)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is longer, where CI has not asked for all of it.

    The engine's own server goes the way of Neo4j: only its contract is tried each time.
    """
    if os.environ.get("CLAIMGRAPH_LONGER") != "0":
        return
    later = pytest.mark.skip(reason="longer: .ci/run --all has it")
    for one in items:
        marks = {mark.name for mark in one.iter_markers()}
        own_server = "bolt" in marks and one.path.name != CONTRACT
        if own_server or "longer" in marks or marks >= {"longer_served", "neo4j"}:
            one.add_marker(later)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many Neo4j tests ran, and what could not run here, and why."""
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for outcome in ("passed", "failed", "error", "skipped"):
        for report in terminalreporter.getreports(outcome):
            if not isinstance(report, pytest.TestReport):
                continue
            skipped = outcome == "skipped"
            if "neo4j" in report.keywords:
                counts["skipped" if skipped else "run"] += 1
            if skipped and isinstance(report.longrepr, tuple):
                reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1
    if counts:
        terminalreporter.write_line(
            f"neo4j tests: {counts['run']} run, {counts['skipped']} skipped"
        )
    if reasons:
        terminalreporter.section("not run here")
        for reason, number in sorted(reasons.items()):
            terminalreporter.write_line(f"{number} tests: {reason}")
