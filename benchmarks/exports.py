"""Measures RDF exports against the bare serialiser; writes its part of the page.

python benchmarks/exports.py [--claims 100000] [--pairs 3] [--output FILE]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from pyoxigraph import RdfFormat, parse, serialize

from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.ledger import Ledger
from claimgraph.exports.verify import find_verifier
from claimgraph.loaders import find_loader
from claimgraph.model import Batch
from generator import write
from measures import machine, peak_memory, versions
from parts import PAGE, put
from report import table

FORMS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
CLAIMS, PAIRS = 100_000, 3
# what one export may hold in memory
MOST_MB = 500

INTRODUCTION = """## Exports as RDF

`python benchmarks/exports.py` measures this part, everything in processes of their own,
ours and the bare one in pairs. Seconds and ratios are medians over the pairs. It takes
the made-up claims of the loading benchmark as Claims JSONL:

* **reading**: the claims out of Claims JSONL, which every export here begins with.
* **writing**: our quads made and written, reading left out.
* **bare**: pyoxigraph alone reads the N-Quads that we wrote and writes them in the
  form at hand; nothing of ours is in it.
* **peak MB**: the whole process, the most of any pair for writing alone, once with the
  account: the file read back claim by claim, which takes the seconds under **account**.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds of its phases, quads, and MB."""

    reading: float
    writing: float
    account: float
    quads: int
    size: float
    peak: float


def batches(path: Path) -> Iterator[Batch]:
    """The made-up claims."""
    return find_loader("claims_jsonl").read(path)


def measure(path: Path, name: str, target: Path, with_account: bool) -> Measured:
    """Writes one form, and perhaps reads it back."""
    began = perf_counter()
    if not with_account:
        for _ in batches(path):
            pass
    reading = perf_counter() - began
    options = ExportOptions()
    began = perf_counter()
    with Ledger() as ledger:
        given = noted(batches(path), ledger) if with_account else batches(path)
        find_format(name).write(given, target, options)
        writing = perf_counter() - began - reading
        began = perf_counter()
        if with_account:
            for finding in find_verifier(name).findings(target, options.base):
                ledger.take(finding)
            totals = ledger.totals()
            short = [*totals.lost.values(), *totals.reduced.values()]
            assert totals.out == totals.given and not any(short)
    return Measured(
        reading=reading,
        writing=writing,
        account=perf_counter() - began,
        quads=0 if with_account else count(target, name),
        size=target.stat().st_size / 2**20,
        peak=peak_memory(),
    )


def noted(given: Iterable[Batch], ledger: Ledger) -> Iterator[Batch]:
    """The batches, each noted in a ledger."""
    for batch in given:
        ledger.give(batch)
        yield batch


def count(target: Path, name: str) -> int:
    """How many quads a file has."""
    return sum(1 for _ in parse(path=target, format=FORMS[name]))


def bare(source: Path, name: str, target: Path) -> Measured:
    """What pyoxigraph needs for the same quads."""
    began = perf_counter()
    serialize(parse(path=source, format=RdfFormat.N_QUADS), target, FORMS[name])
    taken, size = perf_counter() - began, target.stat().st_size / 2**20
    return Measured(0.0, taken, 0.0, 0, size, peak_memory())


def child(*words: object) -> Measured:
    """One measurement, in a process of its own."""
    command = [sys.executable, __file__, "--one", *map(str, words)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Measured(**json.loads(run.stdout))


def rows(claims: int, pairs: int) -> Iterator[list[str]]:
    """A row for each form."""
    with tempfile.TemporaryDirectory() as folder:
        path, target = Path(folder) / "claims.jsonl", Path(folder) / "out"
        source = Path(folder) / "claims.nq"
        write(claims, path)
        for name in FORMS:
            held = source if name == "nquads" else target
            ours, alone = list[Measured](), list[Measured]()
            for _ in range(pairs):
                ours.append(child("write", name, path, held))
                alone.append(child("bare", name, source, target))
            whole = child("account", name, path, target)
            yield [name, f"{claims:,}", *row(ours, alone, whole)]


def row(
    ours: Sequence[Measured], alone: Sequence[Measured], whole: Measured
) -> Iterator[str]:
    """The cells of some pairs and of one run with the account."""
    peak, quads = max(one.peak for one in ours), ours[0].quads
    assert peak < MOST_MB, f"takes {peak:.0f} MB"
    writing = median(one.writing for one in ours)
    ratios = sorted(
        bare.writing / one.writing for one, bare in zip(ours, alone, strict=True)
    )
    yield from (f"{quads:,}", f"{ours[0].size:.0f}")
    yield f"{median(one.reading for one in ours):.1f}"
    yield from (f"{writing:.1f}", f"{quads / writing:,.0f}")
    yield f"{median(one.writing for one in alone):.1f}"
    yield from (f"{median(ratios):.2f}", f"{ratios[0]:.2f}-{ratios[-1]:.2f}")
    yield from (f"{whole.account:.1f}", f"{peak:.0f}", f"{whole.peak:.0f}")


def page(claims: int, pairs: int) -> str:
    """The part of the page."""
    head = ["form", "claims", "quads", "file MB", "reading s", "writing s", "quads/s"]
    head += ["bare s", "ratio", "ratios from-to", "account s", "peak MB"]
    head += ["with account"]
    measured = f"Measured on {datetime.now(UTC):%Y-%m-%d}. {versions()}.\n{machine()}. "
    measured += f"{pairs} pairs of each form."
    return f"{INTRODUCTION}\n{measured}\n\n{table(head, list(rows(claims, pairs)))}"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast claims leave as RDF.")
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.one:
        put(given.output, "exports", page(given.claims, given.pairs))
        return
    what, name, path, target = given.one
    if what == "bare":
        found = bare(Path(path), name, Path(target))
    else:
        found = measure(Path(path), name, Path(target), what == "account")
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main()
