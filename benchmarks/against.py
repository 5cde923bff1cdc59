"""Measures this version against an older one; writes its parts of docs/benchmarks.md.

python benchmarks/against.py [load ask gate report start] [--claims N] [--pairs N]
    [--large N]

Both run in turn on the same files, each first in every other pair. Only names that both
versions have are used here: the command line, and `ask` and `check` in Python.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from measures import machine, versions
from parts import PAGE, put
from report import table
from servers import throw_away_server, wipe
from trees import HERE, OLD, Cost, Tree, both_trees

ROUNDS = 3
EMBEDDED = "ArcadeDB in process"
REPORTS: dict[str, tuple[str, ...]] = {
    "report attack": ("attack", "attack/attack-1"),
    "report group": ("group", "group/group-40"),
    "report linkage": ("linkage", "group/group-1", "group/group-2"),
}
COSTS = (
    *(f"{OLD} s", "now s", "times as fast", "from-to", "by processor", "from-to"),
    *(f"{OLD} MB", "now MB"),
)
Pairs = list[tuple[Cost, Cost]]
# of both versions, by name: the milliseconds of each question
Answers = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the graph of a version is: a folder, or a server of its own."""

    address: str
    access: Mapping[str, str] = field(default_factory=dict[str, str])

    def clear(self) -> None:
        """Leave nothing there."""
        if "://" in self.address:
            wipe(self.address, self.access)
        else:
            shutil.rmtree(self.address, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Run:
    """The files of one run, both versions, and the graphs of each by store.

    `held` says how many claims the graph at an address has.
    """

    scratch: Path
    claims: int
    large: int
    pairs: int
    trees: tuple[Tree, Tree]
    stores: Mapping[str, Mapping[str, Place]]
    held: dict[str, int] = field(default_factory=dict[str, int])

    def source(self, claims: int) -> Path:
        """The made-up claims of that size."""
        path = self.scratch / f"{claims}.jsonl"
        if not path.exists():
            # in a process of its own, whose memory would count as that of the next ones
            words = (HERE / "generator.py", claims, path)
            subprocess.run([sys.executable, *map(str, words)], check=True)
            # the first form of the file, which both versions read, has no last line
            script = ("sed", "-i.new", "-e", "1s/2/1/", "-e", "$d", path)
            subprocess.run(list(map(str, script)), check=True)
        return path

    def load(self, claims: int, places: Mapping[str, Place], tree: Tree) -> Cost:
        """What a load into an empty graph takes."""
        place = places[tree.name]
        place.clear()
        words = ("load", self.source(claims), "--store", place.address)
        cost = tree.command(*words, access=place.access)
        self.held[place.address] = claims
        return cost

    def hold(self, claims: int, places: Mapping[str, Place]) -> None:
        """Load into both graphs, unless they have so many claims already."""
        for tree in self.trees:
            if self.held.get(places[tree.name].address) != claims:
                self.load(claims, places, tree)

    def turn(self, number: int) -> tuple[Tree, ...]:
        """Both versions, in the order of that pair."""
        return self.trees if number % 2 == 0 else self.trees[::-1]

    def in_turn(self, measure: Callable[[Tree], Cost], count: int = 0) -> Pairs:
        """The costs of old and new, pair by pair; as many pairs as asked for."""
        pairs: Pairs = []
        for number in range(count or self.pairs):
            costs = {tree.name: measure(tree) for tree in self.turn(number)}
            old, new = (costs[tree.name] for tree in self.trees)
            print(f"{old.seconds:.2f} s, now {new.seconds:.2f} s", flush=True)
            pairs.append((old, new))
        return pairs


def load_part(run: Run) -> str:
    """How fast Claims JSONL goes into each store."""
    rows: list[list[str]] = []
    for claims, count in ((run.claims, run.pairs), (run.large, 1)):
        for store, places in run.stores.items():
            pairs = run.in_turn(partial(run.load, claims, places), count)
            rows.append(cost_row(f"{store}, {claims:,} claims", pairs))
    head = "### Loading\n\n`claimgraph load FILE`, empty graph; the largest once."
    return f"{head}\n\n{table(['store', *COSTS], rows)}"


def ask_part(run: Run) -> str:
    """How fast questions are answered on each store."""
    parts: list[str] = []
    for store, places in run.stores.items():
        run.hold(run.large, places)
        rounds: list[Answers] = []
        for number in range(run.pairs):
            found = {one.name: asked(places[one.name], one) for one in run.turn(number)}
            rounds.append(found)
        head = ["question", f"{OLD} ms", "now ms", "times as fast", "from-to"]
        parts.append(f"### Questions, {store}, {run.large:,} claims\n\n{ASKED}\n")
        parts.append(
            table(head, list(map(partial(answer_row, rounds), rounds[0]["now"])))
        )
    return "\n".join(parts)


ASKED = f"""Through `ask` of the library: medians of {ROUNDS} answers, milliseconds of
the processor where the engine is in the process, else by the clock. "-": the engine
cannot answer. A row in italics is a bare query for comparison: it reads what
a question reads, and leaves out the rest of its work.
"""


def asked(place: Place, tree: Tree) -> dict[str, float]:
    """The milliseconds of each question."""
    return tree.answers(place.address, ROUNDS, access=place.access)


def answer_row(rounds: Sequence[Answers], name: str) -> list[str]:
    """A question as a row."""
    title = f"`{name}`" if "/" in name else f"*{name}*"
    new = [one["now"][name] for one in rounds]
    old = [one[OLD][name] for one in rounds if name in one[OLD]]
    if not old:
        return [title, "-", f"{median(new):.1f}", "", ""]
    ratios = [before / after for before, after in zip(old, new, strict=True)]
    return [title, f"{median(old):.1f}", f"{median(new):.1f}", *ratio_cells(ratios)]


def gate_part(run: Run) -> str:
    """How fast Claims JSONL passes the gate, and what no reader can leave out."""
    rows: list[list[str]] = []
    least: list[str] = []
    for claims in (run.claims, run.large):
        source = run.source(claims)
        pairs = run.in_turn(partial(passed_gate, source))
        rows.append(cost_row(f"{claims:,} claims", pairs))
        floor = [run.trees[1].run(HERE / "decoding.py", source) for _ in pairs]
        bare = median(one.processor for one in floor)
        now = median(new.processor for _, new in pairs)
        least.append(f"{bare:.2f} of {now:.2f} s at {claims:,} claims")
    head = (
        "### Reading and checking\n\nEvery batch of a file through `check`, no store."
    )
    told = (
        "The least, `json.loads` and three SHA-256 over the bytes of each line, takes\n"
    )
    told += f"of the processor {', '.join(least)} (`benchmarks/decoding.py`).\n"
    return f"{head}\n\n{table(['file', *COSTS], rows)}\n{told}"


def passed_gate(source: Path, tree: Tree) -> Cost:
    """What it takes to read a file and to check it."""
    return tree.run(HERE / "gate.py", source)


def report_part(run: Run) -> str:
    """How fast reports are made."""
    rows: list[list[str]] = []
    for store, places in run.stores.items():
        run.hold(run.claims, places)
        for name, words in REPORTS.items():
            pairs = run.in_turn(partial(reported, words, places))
            rows.append(cost_row(f"{name}, {store}", pairs))
    head = f"### Reports, {run.claims:,} claims\n\n"
    head += "`claimgraph report … --format markdown`."
    return f"{head}\n\n{table(['report', *COSTS], rows)}"


def reported(words: Sequence[str], places: Mapping[str, Place], tree: Tree) -> Cost:
    """What one report takes."""
    place = places[tree.name]
    given = ("report", *words, "--store", place.address, "--format", "markdown")
    return tree.command(*given, access=place.access)


def start_part(run: Run) -> str:
    """How fast the command line starts."""
    rows = [
        cost_row(f"claimgraph {word}", run.in_turn(partial(started, word)))
        for word in ("--version", "--help")
    ]
    return f"### Starting\n\n{table(['command', *COSTS], rows)}"


def started(word: str, tree: Tree) -> Cost:
    """What a start takes that ends at once."""
    return tree.command(word)


def ratio_cells(ratios: Sequence[float]) -> list[str]:
    """The median of some ratios, and from where to where they go."""
    return [f"{median(ratios):.2f}", f"{min(ratios):.2f}-{max(ratios):.2f}"]


def cost_row(name: str, pairs: Pairs) -> list[str]:
    """A row: seconds, how many times as fast, memory."""
    sides = ([old for old, _ in pairs], [new for _, new in pairs])
    return [
        name,
        *(f"{median(one.seconds for one in side):.2f}" for side in sides),
        *ratio_cells([old.seconds / new.seconds for old, new in pairs]),
        *ratio_cells([old.processor / new.processor for old, new in pairs]),
        *(f"{max(one.peak for one in side):.0f}" for side in sides),
    ]


PARTS: dict[str, Callable[[Run], str]] = {
    "load": load_part,
    "ask": ask_part,
    "gate": gate_part,
    "report": report_part,
    "start": start_part,
}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast this version is now.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--pairs", type=int, default=2)
    parser.add_argument("--claims", type=int, default=20_000, help="of most parts")
    large = "of questions and of one load"
    parser.add_argument("--large", type=int, default=100_000, help=large)
    parser.add_argument("--no-neo4j", action="store_true")
    parser.add_argument("--output", type=Path, default=PAGE)
    given = parser.parse_args()
    wanted: list[str] = given.parts or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"{unknown.pop()} is none of {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        scratch, trees = Path(folder), both_trees()
        embedded = {tree.name: Place(str(scratch / tree.name)) for tree in trees}
        stores = {EMBEDDED: embedded}
        if not given.no_neo4j and {"load", "ask", "report"} & set(wanted):
            servers = [
                stack.enter_context(throw_away_server(scratch / f"neo4j-{tree.name}"))
                for tree in trees
            ]
            if all(servers):
                stores["Neo4j over Bolt"] = {
                    tree.name: Place(*one)
                    for tree, one in zip(trees, servers, strict=True)
                    if one
                }
        run = Run(scratch, given.claims, given.large, given.pairs, trees, stores)
        for name in wanted:
            command = f"python benchmarks/against.py {name} --claims {run.claims}"
            when = f"{datetime.now(UTC):%Y-%m-%d}"
            command += f" --large {run.large} --pairs {run.pairs}"
            measured = f"`{command}`, {when}. {versions()}.\n"
            measured += f"{machine()}."
            put(given.output, f"against-{name}", f"{PARTS[name](run)}\n{measured}")


if __name__ == "__main__":
    main()
