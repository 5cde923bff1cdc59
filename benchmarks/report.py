"""The results of loading and asking as a part of docs/benchmarks.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

INTRODUCTION = """## Loading and asking

`python benchmarks` measures this part (`python benchmarks --help` lists sizes and
rounds). Without `NEO4J_URI` it starts a throw-away Neo4j when Java and Maven are
there; a server that is given must be empty, because everything in it is deleted.

What is compared:

* **claimgraph** reads a Claims JSONL, checks every claim at the gate, looks up what the
  graph holds and writes: into a folder as a whole, on a server in transactions of at
  most 1,000 claims.
* **bare** makes the equal graph (a test compares them) with the engine or the driver
  alone and nothing of ours: the embedded engine gets nodes and edges as such, a server
  one short statement for those of one type. It reads them from JSON lines. The column
  "engine only" leaves that reading out, too: it sets all that claimgraph does against
  nothing but the time inside the engine or driver.

Both run in turn, each first in every other pair and in a process of its own, into an
empty graph with the same constraints and indexes. A ratio of 0.7 says: at 0.7 times the
speed of the bare engine or driver. The ratio is the median over the pairs; seconds on a
shared machine say little, ratios of neighbours more. Peak memory is that of the whole
process: on the embedded engine that includes the engine, over Bolt it leaves out the
server.

The claims are made up (`benchmarks/generator.py`, seeded): half of them in one dataset,
8% in each of five reports, the rest in news articles of twenty claims. Groups, speakers
and attacks are chosen by Zipf's law: hubs, parallel edges, chains of one to three
speakers, affirmed, denied and withheld claims, numbers, dates, places inside places.
Every article has its text, and every quote and cue its place in it.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """One load of ours and one bare replay, just after each other."""

    seconds: float
    bare_seconds: float
    inside: float
    peak: float
    bare_peak: float

    @property
    def ratio(self) -> float:
        """Our speed in that of the bare engine or driver."""
        return self.bare_seconds / self.seconds


@dataclass(slots=True)
class Results:
    """Everything that one run has measured."""

    date: str
    machine: str
    versions: str
    loads: dict[tuple[str, int], list[Pair]] = field(
        default_factory=dict[tuple[str, int], list[Pair]]
    )
    questions: dict[str, Mapping[str, Mapping[str, float]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, float]]]
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown, all columns but the first to the right."""
    marks = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, marks, *rows)) + "\n"


def page(results: Results) -> str:
    """The part of the page."""
    parts = [INTRODUCTION]
    parts.append(
        f"\nMeasured on {results.date}. {results.versions}.\n{results.machine}.\n"
    )
    parts.append("\n### Loading\n\n" + loads_table(results))
    for store, found in results.questions.items():
        parts.append(f"\n### Questions, {store}\n\n{QUESTIONS}\n{rows_of(found)}")
    return "".join(parts)


QUESTIONS = """Asked through `claimgraph.library.ask` and, in turn, with the same text
and parameters through the bare engine or driver: medians in milliseconds.
"""


def loads_table(results: Results) -> str:
    """One row for each store and size."""
    head = ["store", "claims", "pairs", "claims/s", "bare claims/s", "ratio"]
    head += ["ratios from-to", "engine only", "peak MB", "bare peak MB"]
    rows: list[list[str]] = []
    for (store, claims), pairs in results.loads.items():
        ratios = [pair.ratio for pair in pairs]
        seconds = median(pair.seconds for pair in pairs)
        bare = median(pair.bare_seconds for pair in pairs)
        row = [store, f"{claims:,}", str(len(pairs))]
        row += [f"{claims / seconds:,.0f}", f"{claims / bare:,.0f}"]
        row += [f"{median(ratios):.2f}", f"{min(ratios):.2f}-{max(ratios):.2f}"]
        row.append(f"{median(pair.inside / pair.seconds for pair in pairs):.2f}")
        row.append(f"{max(pair.peak for pair in pairs):.0f}")
        row.append(f"{max(pair.bare_peak for pair in pairs):.0f}")
        rows.append(row)
    return table(head, rows)


def rows_of(found: Mapping[str, Mapping[str, float]]) -> str:
    """One row for each question."""
    rows = [
        [
            f"`{name}`",
            f"{one['rows']:.0f}",
            f"{one['ours']:.1f}",
            f"{one['bare']:.1f}",
            f"{one['ratio']:.2f}",
        ]
        for name, one in found.items()
    ]
    return table(["question", "rows", "claimgraph ms", "bare ms", "ratio"], rows)
