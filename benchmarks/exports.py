"""Measures exports: RDF against the bare serialiser, and what an account costs.

python benchmarks/exports.py [--claims 100000] [--pairs 3] [--formats trig,csv]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
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
# one JSON object is held whole: it takes 20,000 claims at most
FORMATS = [name for name in format_names() if name != "jsonld"]
CLAIMS, PAIRS = 100_000, 3
# what an account may cost, in time and in memory
MOST_TIME, MOST_MEMORY = 1.3, 2.0

INTRODUCTION = """## Exports

`python benchmarks/exports.py` measures this part, everything in processes of their
own, in pairs. Seconds are of the processor; seconds and ratios are medians over the
pairs. It takes the made-up claims of the loading benchmark as Claims JSONL, articles
sorted.

RDF beside pyoxigraph alone, which reads the N-Quads that we wrote and writes them in
the form at hand; nothing of ours is in it. Our seconds leave the reading of claims out:
"""
ACCOUNT = """
What the account costs: **alone** reads the claims and writes the format, **export** is
`write_export`, which counts the account as well. The second ratio leaves the reading of
the claims out of both.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds of its phases, and MB."""

    reading: float
    writing: float
    size: float
    peak: float


def batches(path: Path) -> Iterator[Batch]:
    """The made-up claims."""
    return find_loader("claims_jsonl").read(path)


def measure_export(path: Path, name: str, target: Path, counted: bool) -> Measured:
    """Writes one format, with or without its account."""
    exporter, options = find_format(name), ExportOptions()
    began = process_time()
    for _ in batches(path):
        pass
    reading = process_time() - began
    began = process_time()
    if counted:
        account = write_export(name, batches(path), target, options)
        assert account.claims.given == account.claims.out
    else:
        if exporter.FILES:
            target.mkdir(exist_ok=True)
        exporter.write(selected_batches(batches(path), options), target, options)
    writing = process_time() - began - reading
    files = target.iterdir() if target.is_dir() else [target]
    size = sum(file.stat().st_size for file in files) / 2**20
    return Measured(reading, writing, size, peak_memory())


def measure_bare(source: Path, name: str, target: Path) -> Measured:
    """What pyoxigraph needs for the same quads."""
    began = process_time()
    serialize(parse(path=source, format=RdfFormat.N_QUADS), target, FORMS[name])
    taken, size = process_time() - began, target.stat().st_size / 2**20
    return Measured(0.0, taken, size, peak_memory())


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


def rdf_row(name: str, ours: Sequence[Measured], bare: Sequence[Measured]) -> list[str]:
    """A form of RDF beside the bare serialiser."""
    mine, theirs = ([one.writing for one in runs] for runs in (ours, bare))
    return [
        name,
        f"{ours[0].size:.0f}",
        f"{median(mine):.1f}",
        f"{median(theirs):.1f}",
        f"{middle_ratio(theirs, mine):.2f}",
    ]


def account_row(
    name: str, alone: Sequence[Measured], counted: Sequence[Measured]
) -> list[str]:
    """A format without and with its account."""
    wholes = [[one.reading + one.writing for one in runs] for runs in (alone, counted)]
    ratio = middle_ratio(wholes[1], wholes[0])
    peaks = [max(one.peak for one in runs) for runs in (alone, counted)]
    assert ratio <= MOST_TIME, f"the account of {name} takes {ratio:.2f} times"
    assert peaks[1] <= MOST_MEMORY * peaks[0], f"{name} takes {peaks[1]:.0f} MB"
    writing = [[one.writing for one in runs] for runs in (alone, counted)]
    return [
        name,
        *(f"{median(whole):.1f}" for whole in wholes),
        f"{ratio:.2f}",
        f"{middle_ratio(writing[1], writing[0]):.2f}",
        *(f"{peak:.0f}" for peak in peaks),
    ]


def page(claims: int, pairs: int, formats: Sequence[str]) -> str:
    """The part of the page."""
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
                alone.append(child("alone", name, path, target))
                counted.append(child("export", name, path, Path(f"{target}-account")))
                if name in FORMS:
                    bare.append(child("bare", name, source, target))
            accounts.append(account_row(name, alone, counted))
            rdf += [rdf_row(name, alone, bare)] if bare else []
    measured = f"Measured on {datetime.now(UTC):%Y-%m-%d}. {versions()}.\n{machine()}. "
    measured += f"{claims:,} claims, {pairs} pairs of each form."
    head = ["form", "file MB", "writing s", "bare s", "ratio"]
    costs = ["form", "alone s", "export s", "ratio", "ratio of writing"]
    costs += ["alone MB", "export MB"]
    parts = [INTRODUCTION, table(head, rdf), ACCOUNT, table(costs, accounts), measured]
    return "\n".join(parts)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast claims leave.")
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.one:
        formats = str(given.formats).split(",")
        put(given.output, "exports", page(given.claims, given.pairs, formats))
        return
    what, name, path, target = given.one
    if what == "bare":
        found = measure_bare(Path(path), name, Path(target))
    else:
        found = measure_export(Path(path), name, Path(target), what == "export")
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main()
