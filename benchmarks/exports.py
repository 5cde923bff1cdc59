"""Measures exports: RDF against the bare serialiser, and what an account costs.

python benchmarks/exports.py [--claims 20000] [--pairs 3] [--formats trig,csv]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

from pyoxigraph import RdfFormat, parse, serialize

from claimgraph.exports import ExportOptions, find_format, format_names
from claimgraph.exports.run import write_export
from claimgraph.exports.selection import selected_batches
from claimgraph.loaders import find_loader
from claimgraph.model import Batch
from generator import write
from measures import machine, peak_memory, versions
from parts import PAGE, put
from report import table

FORMS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
# one object of JSON-LD is held whole and made by rdflib: no account shows beside that
FORMATS = tuple(name for name in format_names() if name != "jsonld")
# claims, pairs and formats of a whole run, some ten minutes on a quiet machine
RUNS = ((20_000, 3, FORMATS), (100_000, 1, ("claims", "nquads", "trig")))

INTRODUCTION = """## Exports

`python benchmarks/exports.py` measures this part, everything in processes of their
own, in pairs. Seconds are of the processor; seconds and ratios are medians over the
pairs. It takes the made-up claims of the loading benchmark as Claims JSONL, articles
sorted.

RDF beside pyoxigraph alone, which reads the N-Quads that we wrote and writes them in
the form at hand; nothing of ours is in it. Our seconds leave the reading of claims out:
"""
ACCOUNT = """
What the account costs: **alone** writes the format, **export** is `write_export`, which
counts the account as well. The reading of the claims is in none of the seconds. Ratios
are of seconds and of the peak memory of the whole processes:
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: its seconds without the reading of claims, and MB."""

    writing: float
    size: float
    peak: float


def batches(path: Path) -> Iterator[Batch]:
    """The made-up claims."""
    return find_loader("claims_jsonl").read(path)


@dataclass(slots=True)
class TimedBatches:
    """The made-up claims, and how many seconds their reading took."""

    path: Path
    seconds: float = field(default=0.0)

    def __iter__(self) -> Iterator[Batch]:
        found, began = batches(self.path), process_time()
        for batch in found:
            self.seconds += process_time() - began
            yield batch
            began = process_time()
        self.seconds += process_time() - began


def measure_export(path: Path, name: str, target: Path, counted: bool) -> Measured:
    """Writes one format, with or without its account."""
    exporter, options = find_format(name), ExportOptions()
    given, began = TimedBatches(path), process_time()
    if counted:
        account = write_export(name, given, target, options)
        assert account.claims.given == account.claims.out
    else:
        if exporter.files:
            target.mkdir(exist_ok=True)
        exporter.write(selected_batches(given, options), target, options)
    writing = process_time() - began - given.seconds
    files = target.iterdir() if target.is_dir() else [target]
    size = sum(file.stat().st_size for file in files) / 2**20
    return Measured(writing, size, peak_memory())


def measure_bare(source: Path, name: str, target: Path) -> Measured:
    """What pyoxigraph needs for the same quads."""
    began = process_time()
    serialize(parse(path=source, format=RdfFormat.N_QUADS), target, FORMS[name])
    taken, size = process_time() - began, target.stat().st_size / 2**20
    return Measured(taken, size, peak_memory())


def child(*words: object) -> Measured:
    """One measurement, in a process of its own."""
    command = [sys.executable, __file__, "--one", *map(str, words)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Measured(**json.loads(run.stdout))


def write_sorted(claims: int, path: Path) -> None:
    """The made-up claims with their articles in the order that exports want."""
    write(claims, path)
    held = sorted(batches(path), key=lambda batch: batch.article.id)
    find_format("claims").write(held, path, ExportOptions())


def middle_ratio(one: Sequence[float], other: Sequence[float]) -> float:
    """The median of the ratios of some pairs."""
    return median(first / last for first, last in zip(one, other, strict=True))


def rdf_row(
    claims: int, name: str, ours: Sequence[Measured], bare: Sequence[Measured]
) -> list[str]:
    """A form of RDF beside the bare serialiser."""
    mine, theirs = ([one.writing for one in runs] for runs in (ours, bare))
    return [
        name,
        f"{claims:,}",
        f"{ours[0].size:.0f}",
        f"{median(mine):.1f}",
        f"{median(theirs):.1f}",
        f"{middle_ratio(theirs, mine):.2f}",
    ]


def account_row(
    claims: int, name: str, alone: Sequence[Measured], counted: Sequence[Measured]
) -> list[str]:
    """A format without and with its account."""
    writing = [[one.writing for one in runs] for runs in (alone, counted)]
    peaks = [median(one.peak for one in runs) for runs in (alone, counted)]
    return [
        name,
        f"{claims:,}",
        *(f"{median(seconds):.2f}" for seconds in writing),
        f"{middle_ratio(writing[1], writing[0]):.2f}",
        *(f"{peak:.0f}" for peak in peaks),
        f"{peaks[1] / peaks[0]:.2f}",
    ]


def measured_rows(
    claims: int, pairs: int, formats: Sequence[str]
) -> tuple[list[list[str]], list[list[str]]]:
    """The rows of both tables for one number of claims; each is printed as well."""
    rdf: list[list[str]] = []
    accounts: list[list[str]] = []
    with tempfile.TemporaryDirectory() as folder:
        path, source = Path(folder) / "claims.jsonl", Path(folder) / "claims.nq"
        write_sorted(claims, path)
        find_format("nquads").write(batches(path), source, ExportOptions())
        for name in formats:
            bare, alone, counted = list[Measured](), list[Measured](), list[Measured]()
            for number in range(pairs):
                target = Path(folder) / f"{name}-{number}"
                runs = [(alone, "alone", target), (counted, "export", target)]
                # each first in every other pair
                for found, what, into in runs[:: 1 if number % 2 == 0 else -1]:
                    with tempfile.TemporaryDirectory() as room:
                        found.append(child(what, name, path, Path(room) / into.name))
                if name in FORMS:
                    bare.append(child("bare", name, source, target))
            accounts.append(account_row(claims, name, alone, counted))
            rdf += [rdf_row(claims, name, alone, bare)] if bare else []
            print(*accounts[-1], file=sys.stderr, flush=True)
    return rdf, accounts


def page(runs: Sequence[tuple[int, int, Sequence[str]]]) -> str:
    """The part of the page."""
    rdf: list[list[str]] = []
    accounts: list[list[str]] = []
    for run in runs:
        for rows, more in zip((rdf, accounts), measured_rows(*run), strict=True):
            rows += more
    pairs = " and ".join(f"{pairs} at {claims:,} claims" for claims, pairs, _ in runs)
    measured = f"Measured on {datetime.now(UTC):%Y-%m-%d}. {versions()}.\n{machine()}. "
    measured += f"Pairs: {pairs}."
    head = ["form", "claims", "file MB", "writing s", "bare s", "ratio"]
    costs = ["form", "claims", "alone s", "export s", "ratio"]
    costs += ["alone MB", "export MB", "ratio of memory"]
    parts = [INTRODUCTION, table(head, rdf), ACCOUNT, table(costs, accounts), measured]
    return "\n".join(parts)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast claims leave.")
    parser.add_argument("--claims", type=int, help="one size, not 20,000 and 100,000")
    parser.add_argument("--pairs", type=int, default=RUNS[0][1])
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.one:
        formats = tuple(str(given.formats).split(","))
        runs = ((given.claims, given.pairs, formats),) if given.claims else RUNS
        put(given.output, "exports", page(runs))
        return
    what, name, path, target = given.one
    if what == "bare":
        found = measure_bare(Path(path), name, Path(target))
    else:
        found = measure_export(Path(path), name, Path(target), what == "export")
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main()
