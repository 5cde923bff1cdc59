"""Mutated inputs, judged by a worker that is looked after: it may hang, or be ended."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from soak.ground import Bench, Folder, Ground, Server
from soak.processes import HEAP, SPARE, STEP, OwnClock, memory_of
from soak.samples import GOALS
from soak.tally import Failure, Kind, Tally
from soak.worker import PROGRESS

# of each form on a server: a part of them, since each takes longer
ON_SERVER = 100
# a worker judges a part of them, since its start takes as long as many inputs
PARTS = 12
LEAST = 40
# seconds until a worker has judged its first input
START = 60.0
Line = dict[str, str]


def input_kinds(bench: Bench, server: Server | None) -> Iterator[Kind]:
    """Every form of input on the embedded store, and on a server where there is one."""
    folder = Folder(bench, bench.scratch / "inputs" / "graph")
    grounds: list[Ground] = [folder, *([server] if server else [])]
    for ground in grounds:
        for form, goal in GOALS.items():
            name = f"input/{ground.name}/{form}"
            row = f"mutated input, {ground.name}: {form}"
            whole = goal if ground is folder else goal // ON_SERVER
            run_one = partial(judge_inputs, bench, ground, form, name)
            yield Kind(name, row, whole, run_one, max(whole // PARTS, LEAST))


def judge_inputs(
    bench: Bench, ground: Ground, form: str, name: str, seed: int, tries: int
) -> Tally:
    """Have a worker judge so many inputs, and count what it says of each."""
    scratch = bench.scratch / "inputs"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    if isinstance(ground, Server):
        ground.place.wipe(bare=False)
        ground.holds = None
    words = [*bench.worker, form, str(seed), str(tries), ground.target, str(scratch)]
    fault, err = look_after(words, ground, scratch, bench)
    tally = Tally()
    reached = seed
    for line in lines_of(scratch / PROGRESS):
        reached = int(line["seed"]) + 1
        tally.tries += 1
        tally.loaded += line["end"] == "loaded"
        if line["end"] == "failed":
            kept = scratch / f"failed-{line['seed']}"
            failure = Failure(name, reached - 1, line["fault"], line["story"], (kept,))
            tally.failures.append(failure)
    if fault:
        kept = scratch / "input"
        tally.tries += 1
        tally.failures.append(Failure(name, reached, fault, err, (kept,)))
    return tally


def lines_of(path: Path) -> Iterator[Line]:
    """What a worker said, as far as it came."""
    text = path.read_text("utf-8") if path.exists() else ""
    for line in text.splitlines(keepends=True):
        if line.endswith("\n"):
            yield json.loads(line)


def look_after(
    words: list[str], ground: Ground, scratch: Path, bench: Bench
) -> tuple[str, str]:
    """What is wrong with how a worker ended, empty if nothing, and its last words.

    It is killed where an input takes too long, or more memory than is allowed.
    """
    progress = scratch / PROGRESS
    with tempfile.TemporaryFile() as err:
        settings = {**os.environ, **ground.settings}
        process = subprocess.Popen(words, env=settings, stdout=err, stderr=err)
        size, fault, limit = 0, "", START
        clock = OwnClock(process.pid, ground.pid)
        while process.poll() is None:
            grown = progress.stat().st_size if progress.exists() else 0
            if grown > size:
                size, limit = grown, bench.limit
                clock = OwnClock(process.pid, ground.pid)
            late = time.monotonic() > clock.began + limit
            if late and clock.seconds() > limit:
                fault = f"hang: no word for {bench.limit:.0f} s"
            elif memory_of(process.pid) > HEAP + SPARE:
                fault = f"memory: more than {HEAP + SPARE} MB"
            if fault:
                process.kill()
                process.wait()
            time.sleep(STEP)
        err.seek(0)
        said = err.read().decode("utf-8", "replace")[-4000:]
    if not fault and process.returncode:
        fault = f"the process ended with {process.returncode}: {said.strip()[-200:]}"
    return fault, said
