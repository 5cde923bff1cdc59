"""Attacks claimgraph for some minutes; the sums of all runs stand in build/soak.

    PYTHONPATH=tests python -m soak --minutes 10 [--page docs/reliability.md]
    PYTHONPATH=tests python -m soak --kind kill/folder/load --seed 4000 [--tries 1]

The second form repeats tries, and counts nothing. Exit code 1 where anything failed.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

import neo4j_jars
import neo4j_server
from soak.damage import damage_kinds
from soak.disks import disk_kinds, why_not
from soak.ground import Bench, Server, SoakError
from soak.inputs import input_kinds
from soak.kills import kill_kinds
from soak.races import race_kinds
from soak.sources import make_sources
from soak.sums import Book, rewrite_page
from soak.tally import Kind, Tally

BUILD = Path("build/soak")
REQUIRED = "CLAIMGRAPH_REQUIRE_NEO4J"


def main() -> int:
    """Run the command line; the exit code."""
    arguments = parsed()
    # a shell has its background jobs, and all that they start, ignore Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # whoever stops it leaves no server and no mounted disk behind
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    book = Book(BUILD, datetime.now(UTC).strftime("%Y-%m-%d"))
    with bench_in(BUILD) as bench, server_for(bench) as server:
        kinds = [*all_kinds(bench, server)]
        if arguments.kind:
            return repeat(kinds, arguments.kind, arguments.seed, arguments.tries)
        left = arguments.without
        wanted = [one for one in kinds if not left or not one.name.startswith(left)]
        soak(book, wanted, arguments.minutes * 60)
    table = book.table(kinds)
    print(table)
    if arguments.page:
        rewrite_page(arguments.page, table)
    for place in book.open_failures():
        print(f"FAILED: {place}")
    return 1 if book.open_failures() else 0


def parsed() -> argparse.Namespace:
    """The arguments."""
    parser = argparse.ArgumentParser(description="Attack claimgraph, and count.")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--without", help="leave out kinds that begin so")
    parser.add_argument("--page", type=Path, help="a page with marks for the table")
    parser.add_argument("--kind", help="repeat tries of this kind")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tries", type=int, default=1)
    return parser.parse_args()


@contextmanager
def bench_in(folder: Path) -> Generator[Bench]:
    """The bench in a new folder below that one, which is taken away afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix="scratch-", dir=folder)).absolute()
    program = (str(Path(sys.executable).with_name("claimgraph")),)
    worker = (sys.executable, "-m", "soak.worker")
    bench = Bench(program, program, (sys.executable,), scratch, worker=worker)
    make_sources(bench.sources)
    try:
        yield bench
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def server_for(bench: Bench) -> Generator[Server | None]:
    """A throw-away Neo4j, not started yet; None, and a word why, without its tools."""
    if reason := why_no_server():
        if os.environ.get(REQUIRED) == "1":
            raise SoakError(f"{REQUIRED}=1 asks for Neo4j: {reason}")
        print(f"not tried: Neo4j, {reason}")
        yield None
        return
    data = bench.scratch / "neo4j"
    try:
        yield Server(bench, partial(neo4j_server.start, data))
    finally:
        if data.exists():
            neo4j_server.stop(data)


def why_no_server() -> str | None:
    """Why no Neo4j can be started here; None where it can."""
    if lacking := neo4j_jars.missing():
        return f"missing {' and '.join(lacking)}"
    try:
        neo4j_jars.install()
    except neo4j_jars.ServerError as error:
        return str(error)
    return None


def all_kinds(bench: Bench, server: Server | None) -> Iterator[Kind]:
    """Every kind of attack that can be made here."""
    yield from kill_kinds(bench, server)
    yield from race_kinds(bench, server)
    if reason := why_not(bench.scratch):
        print(f"not tried: full disks, {reason}")
    else:
        yield from disk_kinds(bench)
    yield from damage_kinds(bench)
    yield from input_kinds(bench, server)


def soak(book: Book, kinds: Sequence[Kind], seconds: float) -> None:
    """Attack for so long: always in the way that has the least of what is wanted."""
    end = time.monotonic() + seconds
    chance = Random()
    while time.monotonic() < end:
        kind = book.poorest(kinds, chance)
        started = time.monotonic()
        tally = kind.run(book.reserve(kind), kind.at_once)
        took = time.monotonic() - started
        book.add(kind, tally, took)
        print(f"{kind.name}: {told(tally)}, {took:.0f} s", flush=True)


def told(tally: Tally) -> str:
    """A tally in a line."""
    failures = "; ".join(f"{one.seed}: {one.fault}" for one in tally.failures[:3])
    counts = f"{tally.tries} tried, {tally.missed} missed, {tally.loaded} loaded"
    words = f"{counts}, {len(tally.failures)} failed"
    return f"{words} ({failures})" if failures else words


def repeat(kinds: Sequence[Kind], name: str, seed: int, tries: int) -> int:
    """Run tries of one kind, say all of what failed; the exit code."""
    found = [kind for kind in kinds if kind.name == name]
    if not found:
        print(f"no such kind: {name}; there are {', '.join(k.name for k in kinds)}")
        return 2
    tally = found[0].run(seed, tries)
    print(told(tally))
    for failure in tally.failures:
        print(f"\n{failure.seed}: {failure.fault}\n{failure.story}")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SoakError as error:
        sys.exit(f"soak: {error}")
