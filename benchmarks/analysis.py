"""Measures counting sources against the number of claims; writes its part of the page.

python benchmarks/analysis.py [--sizes 10000 100000 300000] [--output FILE]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from math import log2
from pathlib import Path
from time import process_time
from typing import TypeVar

from claimgraph.analysis.bonds import BondCollector
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.corroboration import corroborate_all
from claimgraph.analysis.standing import Rules
from claimgraph.loaders import find_loader
from claimgraph.model import Article, Claim, Entity
from claimgraph.schema import load_schema
from generator import write
from measures import machine, peak_memory, versions
from parts import PAGE, put
from report import table

SIZES = (10_000, 100_000, 300_000)
T = TypeVar("T")

INTRODUCTION = """## Counting sources

`python benchmarks/analysis.py` measures this part. It takes the made-up claims of the
loading benchmark as Claims JSONL and works without a graph, each size in a process of
its own:

* **context**: one pass over the claims for who belongs to whom and who holds whom.
* **standing** and **corroboration**: one more pass gives every claim its standing and
  every proposition, affirmed or denied, its independent sources, near-copies included.

Seconds are those of the processor. Reading and checking the file is a column of its
own (once for each pass) and is in no other. **growth** is seconds of context, standing
and corroboration by n log2 n, in that of the smallest size: 1 or less says that time
grows no faster than n log n. Memory is that of the whole process: *before* is after the
first pass, with all entities, texts of articles and ties in memory; *peak* is the most
at all. What counting adds for a claim is the difference: ids, offsets, names of
speakers and the day, never a quote or a text (but where an article has no text, the
hashed words of the quote). Results come out one at a time.
"""


@dataclass(slots=True)
class Clock:
    """Seconds spent in something that is done again and again."""

    seconds: float = 0.0

    def over(self, source: Iterable[T]) -> Iterator[T]:
        """The items of a source; what making them takes is counted."""
        items = iter(source)
        while True:
            began = process_time()
            try:
                item = next(items)
            except StopIteration:
                return
            finally:
                self.seconds += process_time() - began
            yield item


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: how much there was, seconds, and MB."""

    claims: int
    propositions: int
    largest: int
    near_copies: int
    reading: float
    context: float
    standing: float
    corroboration: float
    before: float
    peak: float

    @property
    def seconds(self) -> float:
        """All seconds but those of reading."""
        return self.context + self.standing + self.corroboration


class Corpus:
    """A Claims JSONL; articles and entities stay, claims come and go."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.articles: dict[str, Article] = {}
        self.entities: dict[str, Entity] = {}

    def claims(self) -> Iterator[Claim]:
        """The claims in the order of the file."""
        for batch in find_loader("claims_jsonl").read(self.path):
            self.articles[batch.article.id] = batch.article
            self.entities.update((one.id, one) for one in batch.entities)
            yield from batch.claims


def measure(path: Path) -> Measured:
    """Both passes over a file."""
    corpus, reading = Corpus(path), Clock()
    bare = ClaimSet((), corpus.articles, corpus.entities, ())
    around = context_of(bare, load_schema())
    ties = BondCollector(around.identity, around.schema)
    began = process_time()
    for claim in reading.over(corpus.claims()):
        ties.add(claim)
    around = replace(around, ties=ties.by_family())
    in_context = process_time() - began - reading.seconds
    once, before = reading.seconds, peak_memory()
    standing, values = Clock(), Counter[str]()
    spoken = placed(reading.over(corpus.claims()), around, standing, values)
    began = process_time()
    propositions = largest = near_copies = 0
    for found in corroborate_all(spoken, around):
        propositions += 1
        largest = max(largest, found.reports)
        near_copies += sum(join.reason == "near-copy" for join in found.joins)
    rest = process_time() - began - (reading.seconds - once) - standing.seconds
    return Measured(
        claims=values.total(),
        propositions=propositions,
        largest=largest,
        near_copies=near_copies,
        reading=reading.seconds,
        context=in_context,
        standing=standing.seconds,
        corroboration=rest,
        before=before,
        peak=peak_memory(),
    )


def placed(
    claims: Iterable[Claim], around: Context, clock: Clock, values: Counter[str]
) -> Iterator[Claim]:
    """The claims, each counted by its standing as it passes."""
    rules = Rules(around)
    for claim in claims:
        began = process_time()
        values[rules.standing(claim).value] += 1
        clock.seconds += process_time() - began
        yield claim


def child(path: Path) -> Measured:
    """One size, in a process of its own."""
    command = [sys.executable, __file__, "--one", str(path)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Measured(**json.loads(run.stdout))


def page(found: Iterable[Measured], date: str, where: str) -> str:
    """The part of the page."""
    head = ["claims", "propositions", "largest", "near-copies", "reading s"]
    head += ["context s", "standing s", "corroboration s", "growth"]
    head += ["before MB", "peak MB"]
    sizes = list(found)
    rows = [row_of(one, sizes[0]) for one in sizes]
    measured = f"Measured on {date}. {versions()}.\n{where}.\n"
    return f"{INTRODUCTION}\n{measured}\n{table(head, rows)}"


def row_of(one: Measured, first: Measured) -> list[str]:
    """A size as a row."""
    counts = (one.claims, one.propositions, one.largest, one.near_copies)
    seconds = (one.reading, one.context, one.standing, one.corroboration)
    growth = per_doubling(one) / per_doubling(first)
    return [
        *(f"{count:,}" for count in counts),
        *(f"{value:.1f}" for value in seconds),
        f"{growth:.2f}",
        *(f"{value:.0f}" for value in (one.before, one.peak)),
    ]


def per_doubling(one: Measured) -> float:
    """Seconds by n log n."""
    return one.seconds / (one.claims * log2(one.claims))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast sources are counted.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(asdict(measure(given.one))))
        return
    date, where = f"{datetime.now(UTC):%Y-%m-%d}", machine()
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(given.sizes):
            path = Path(folder) / f"{size}.jsonl"
            write(size, path)
            found.append(child(path))
            path.unlink()
            print(found[-1])
            put(given.output, "analysis", page(found, date, where))


if __name__ == "__main__":
    main()
