"""Measures loading and asking on both stores; writes its part of docs/benchmarks.md.

python benchmarks [--pairs 4] [--size 20000] [--large 100000] [--output FILE]
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from generator import write
from measures import machine, versions
from parts import PAGE, put
from report import Pair, Results, page
from servers import server, wipe

HERE = Path(__file__).parent
Found = dict[str, object]


class Bench:
    """One run: the files that it makes and what it has found."""

    def __init__(self, scratch: Path, results: Results) -> None:
        self.scratch, self.results = scratch, results

    def source(self, claims: int) -> Path:
        """The Claims JSONL of that size."""
        path = self.scratch / f"{claims}.jsonl"
        if not path.exists():
            write(claims, path)
        return path

    def graph(self, claims: int) -> Path:
        """The nodes and edges that a load of it makes."""
        path = self.scratch / f"{claims}.graph.jsonl"
        if not path.exists():
            child("loading.py", self.source(claims), self.folder(), path)
        return path

    def folder(self) -> Path:
        """A path for an embedded graph, with nothing there."""
        path = self.scratch / "graph"
        shutil.rmtree(path, ignore_errors=True)
        return path

    def compare(self, store: str, address: str | None, claims: int, pairs: int) -> None:
        """Load and replay in turn."""
        source, graph = self.source(claims), self.graph(claims)
        found = self.results.loads[store, claims] = []
        for number in range(pairs):
            # Each goes first in every other pair: a server gets faster as it runs.
            runs = [("loading.py", source), ("bare.py", graph)]
            order = runs if number % 2 == 0 else runs[::-1]
            done = {one: child(one, path, self.place(address)) for one, path in order}
            ours, bare = done["loading.py"], done["bare.py"]
            found.append(
                Pair(
                    seconds=count_of(ours, "seconds"),
                    bare_seconds=count_of(bare, "seconds"),
                    inside=count_of(bare, "inside"),
                    peak=count_of(ours, "peak"),
                    bare_peak=count_of(bare, "peak"),
                )
            )
            print(f"{store}, {claims} claims, pair {number + 1}: {found[-1].ratio:.2f}")

    def place(self, address: str | None) -> str | Path:
        """Where the next load goes: it is empty."""
        if address is None:
            return self.folder()
        wipe(address)
        return address

    def ask(self, store: str, address: str | None, claims: int) -> None:
        """Load once more and ask."""
        place = self.place(address)
        child("loading.py", self.source(claims), place)
        found = child("asking.py", place)
        asked = cast("dict[str, dict[str, float]]", found)
        self.results.questions[f"{store}, {claims:,} claims"] = asked


def count_of(found: Found, key: str) -> float:
    """A number that a child printed."""
    return float(cast("float", found[key]))


def child(script: str, *arguments: object) -> Found:
    """What a script of this folder prints, run in a process of its own."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return cast("Found", json.loads(run.stdout.splitlines()[-1]))


def measure(bench: Bench, given: argparse.Namespace, address: str | None) -> None:
    """Pairs of loads, and the questions, on one store."""
    size = int(given.size)
    if address is not None:
        wipe(address)
        child("loading.py", bench.source(size), address)
    bench.compare(store_name(address), address, size, int(given.pairs))
    bench.ask(store_name(address), address, size)
    put(given.output, "loading", page(bench.results))


def measure_large(bench: Bench, given: argparse.Namespace, address: str | None) -> None:
    """Two pairs of large loads on one store: each side goes first once."""
    bench.compare(store_name(address), address, int(given.large), 2)
    put(given.output, "loading", page(bench.results))


def store_name(address: str | None) -> str:
    """What the page calls a store."""
    return "ArcadeDB in process" if address is None else "Neo4j over Bolt"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast claimgraph is.")
    parser.add_argument("--pairs", type=int, default=4)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--large", type=int, default=100_000, help="0: leave it out")
    parser.add_argument("--no-embedded", action="store_true", help="Neo4j alone")
    parser.add_argument("--output", type=Path, default=PAGE)
    given = parser.parse_args()
    results = Results(f"{datetime.now(UTC):%Y-%m-%d}", machine(), versions())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), results)
        with server(Path(folder)) as address:
            embedded = () if given.no_embedded else (None,)
            places = (*embedded, address) if address else embedded
            for place in places:
                measure(bench, given, place)
            for place in places if given.large else ():
                measure_large(bench, given, place)


if __name__ == "__main__":
    main()
