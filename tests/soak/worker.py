"""Judges mutated inputs in one process; whoever started it looks at its progress.

    python -m soak.worker FORM SEED TRIES STORE SCRATCH

Each line of SCRATCH/progress is one input. An input that failed stays in SCRATCH as
failed-SEED, made as small as it could be within a few seconds.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from random import Random

from claimgraph.store.base import Store
from soak.judging import Judge, Verdict
from soak.picture import opened
from soak.samples import make_input

PROGRESS = "progress"
# so many inputs use one graph of the embedded engine
PER_GRAPH = 1000
SHRINKING = 6.0


def main(form: str, seed: int, tries: int, target: str, scratch: Path) -> None:
    """Judge so many inputs, and write a line for each."""
    progress = scratch / PROGRESS
    seen: set[int] = set()
    for start in range(seed, seed + tries, PER_GRAPH):
        if "://" not in target:
            shutil.rmtree(target, ignore_errors=True)
        with opened(target) as store, progress.open("a", encoding="utf-8") as lines:
            store.prepare()
            judge = Judge(store, seen)
            for number in range(start, min(start + PER_GRAPH, seed + tries)):
                chance = Random(f"{form}/{number}")
                path = make_input(form, scratch, scratch / "input", chance)
                verdict = judge.verdict(path)
                lines.write(json.dumps({"seed": number, **asdict(verdict)}) + "\n")
                lines.flush()
                if verdict.end == "failed":
                    keep(path, scratch / f"failed-{number}", verdict, store)


def keep(path: Path, kept: Path, verdict: Verdict, store: Store) -> None:
    """Copy an input that failed, and make it smaller."""
    shutil.copytree(path if path.is_dir() else path.parent, kept)
    if path.is_file():
        smaller = shrink(path, verdict, Judge(store).verdict)
        (kept / f"smaller-{path.name}").write_bytes(smaller)


def shrink(path: Path, verdict: Verdict, again: Callable[[Path], Verdict]) -> bytes:
    """The least of an input that is wrong in the same way, found in a few seconds."""
    end = time.monotonic() + SHRINKING
    data = path.read_bytes()
    size = len(data) // 2
    while size and time.monotonic() < end:
        for part in without_parts(data, size):
            if time.monotonic() > end:
                break
            path.write_bytes(part)
            if kind_of(again(path)) == kind_of(verdict):
                data = part
                break
        else:
            size //= 2
    path.write_bytes(data)
    return data


def without_parts(data: bytes, size: int) -> Iterator[bytes]:
    """The data without each passage of a size."""
    for at in range(0, len(data), size):
        if rest := data[:at] + data[at + size :]:
            yield rest


def kind_of(verdict: Verdict) -> str:
    """The first words of what is wrong: details may differ."""
    return ":".join(verdict.fault.split(":")[:2])


if __name__ == "__main__":
    named = sys.argv[1:]
    main(named[0], int(named[1]), int(named[2]), named[3], Path(named[4]))
