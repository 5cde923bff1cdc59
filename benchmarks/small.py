"""Measures loads of small articles against one of a large one; writes its part.

python benchmarks/small.py [--claims 20000] [--size 4] [--pairs 3] [--no-neo4j]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.schema import load_schema
from claimgraph.store import open_store
from generator import SEED, Writer
from measures import machine, versions
from parts import PAGE, put
from report import table
from servers import server, wipe
from world import World

HEAD = """## Small articles

`python benchmarks/small.py` measures this part: the same number of claims of one
made-up world, once in articles of {size} claims and once in one large article, loaded
in turn into empty graphs, each first in every other pair. **ratio** is claims a second
of the small articles in those of the large one, by the clock and, in a folder, by the
seconds for which the process had a processor. "As a whole" is what `claimgraph load`
does with a file of more than 8 MB and an empty folder.
"""
COLUMNS = ("store", "articles s", "one s", "ratio", "from-to", "by processor")
Cost = tuple[float, float]


def write_claims(claims: int, size: int, path: Path) -> Path:
    """A file of so many claims, in articles of that size."""
    world = World(random.Random(SEED), load_schema())
    with path.open("w", encoding="utf-8") as file:
        found = [{"claimgraph": 2}, *world.entities(max(10, claims // 20))]
        for number in range(claims // size):
            stem, day = f"article-{number}", world.day().rstrip("~")
            writer = Writer(world, stem, world.pick("org"), day, "news")
            for _ in range(size):
                writer.add()
            found += writer.lines()
        found.append({"end": {"claims": claims // size * size}})
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in found)
    return path


def measure(source: Path, target: str, whole: bool) -> None:
    """Load a file, and print seconds by the clock and of the processor."""
    password = os.environ.get("NEO4J_PASSWORD") if "://" in target else None
    user = os.environ.get("NEO4J_USERNAME")
    with open_store(target, user=user, password=password) as store:
        store.prepare()
        began, busy = perf_counter(), process_time()
        load(find_loader("claims_jsonl").read(source), store, whole=whole)
        print(json.dumps([perf_counter() - began, process_time() - busy]))


def cost(source: Path, target: str, whole: bool) -> Cost:
    """What a load into an empty graph takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        if "://" in target:
            wipe(target)
        place = target if "://" in target else str(Path(folder) / target)
        words = [__file__, "--load", str(source), place, *(["whole"] * whole)]
        ran = subprocess.run([sys.executable, *words], check=True, capture_output=True)
    seconds, busy = json.loads(ran.stdout)
    return seconds, busy


def row(name: str, sources: tuple[Path, Path], target: str, pairs: int) -> list[str]:
    """A row of the table: pairs of loads of small articles and of the large one."""
    found: list[tuple[Cost, Cost]] = []
    for number in range(pairs):
        order = sources if number % 2 == 0 else sources[::-1]
        costs = {one: cost(one, target, name.endswith("whole")) for one in order}
        found.append((costs[sources[0]], costs[sources[1]]))
        print(name, found[-1], flush=True)
    clock = [large[0] / small[0] for small, large in found]
    busy = median(large[1] / small[1] for small, large in found)
    return [
        name,
        f"{median(small[0] for small, _ in found):.1f}",
        f"{median(large[0] for _, large in found):.1f}",
        f"{median(clock):.2f}",
        f"{min(clock):.2f}-{max(clock):.2f}",
        "" if "://" in target else f"{busy:.2f}",
    ]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast small articles load.")
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--size", type=int, default=4, help="claims of an article")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--no-neo4j", action="store_true")
    parser.add_argument("--load", nargs="+", metavar="WORD", help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, default=PAGE)
    given = parser.parse_args()
    if given.load:
        source, target, *whole = given.load
        measure(Path(source), target, bool(whole))
        return
    begun = f"{machine()}."
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        scratch = Path(folder)
        small = write_claims(given.claims, given.size, scratch / "small.jsonl")
        large = write_claims(given.claims, given.claims, scratch / "large.jsonl")
        stores = {"ArcadeDB in process": "graph"}
        stores["ArcadeDB in process, as a whole"] = "graph"
        if not given.no_neo4j and (address := stack.enter_context(server(scratch))):
            stores["Neo4j over Bolt"] = address
        rows = [
            row(name, (small, large), target, given.pairs)
            for name, target in stores.items()
        ]
    words = f"--claims {given.claims} --size {given.size} --pairs {given.pairs}"
    measured = f"`python benchmarks/small.py {words}`, {datetime.now(UTC):%Y-%m-%d}. "
    text = f"{HEAD.format(size=given.size)}\n{table(COLUMNS, rows)}\n"
    put(given.output, "small", f"{text}{measured}{versions()}.\n{begun}")


if __name__ == "__main__":
    main()
