"""Disks that are full in the middle of a command, and have room again afterwards."""

import os
import shutil
import subprocess
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from soak.ground import Bench, Folder, State, Words
from soak.processes import DONE, INPUT, faults, run
from soak.states import BIG, CHANGED, EMPTY, FIRST
from soak.tally import Failure, Kind, Tally

ROOM = 256 * 2**20
# bytes that a command leaves free at least where it has to fail
LEAST = 2**16


def disk_kinds(bench: Bench) -> Iterator[Kind]:
    """Every kind of full disk."""
    for name, before, after in (("load", EMPTY, FIRST), ("re-load", BIG, CHANGED)):
        kind = f"disk/folder/{name}"
        run_one = partial(fill, bench, before, after, kind)
        yield Kind(kind, f"full disk, folder: {name}", 10, run_one)
    kind = "disk/folder/export"
    run_one = partial(fill_export, bench, kind)
    yield Kind(kind, "full disk, folder: export", 10, run_one)


def why_not(scratch: Path) -> str | None:
    """Why no small disk can be had here; None where it can."""
    try:
        with small_disk(scratch / "trial", 2**20):
            return None
    except (OSError, subprocess.CalledProcessError) as error:
        return f"no small disk can be mounted here ({error})"


@contextmanager
def small_disk(folder: Path, size: int) -> Generator[Path]:
    """A disk of so many bytes, in memory."""
    folder.mkdir(exist_ok=True)
    mount("-t", "tmpfs", "-o", f"size={size}", "soak", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(("umount", "-l", str(folder)), check=True)


def mount(*words: str) -> None:
    """Run `mount`; its words about what it may not are in the error."""
    if os.geteuid() != 0:
        raise PermissionError("only root may")
    subprocess.run(("mount", *words), check=True, capture_output=True)


def used(folder: Path) -> int:
    """The bytes that the files of a folder take on such a disk."""
    page = os.sysconf("SC_PAGESIZE")
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(-(-size // page) * page for size in sizes)


def fill(
    bench: Bench, before: State, after: State, name: str, seed: int, tries: int
) -> Tally:
    """Change a graph on a disk that gets full, make room, run it again, compare."""
    tally = Tally()
    bench.should(after)
    start = used(Folder(bench, bench.scratch).template(before)) if before else 0
    grown = used(Folder(bench, bench.scratch).template(after)) - start
    words = after[-1]
    for number in range(seed, seed + tries):
        chance = Random(f"{name}/{number}")
        size = start + LEAST + int(max(grown, 2**21) * chance.uniform(0, 0.95))
        with small_disk(bench.scratch / "disk", size) as disk:
            ground = Folder(bench, disk / "graph")
            ground.bring(before)
            ran = bench.type(ground, words)
            found = faults(ran, (DONE, INPUT)) + lines_of(ran.err, ran.code)
            mount("-o", f"remount,size={ROOM}", str(disk))
            wrong, again = bench.completed(ground, words, after)
            found += wrong
            had_room = ran.code == DONE and not found
            tally.missed += had_room
            tally.tries += not had_room
            if found:
                story = f"{size} bytes\n{ran.told()}{again.told()}" + "\n".join(found)
                kept = bench.scratch / "full"
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(disk / "graph", kept)
                tally.failures.append(Failure(name, number, found[0], story, (kept,)))
    return tally


def lines_of(err: str, code: int) -> list[str]:
    """Whether a refusal is one line that says what to do."""
    lines = err.strip().splitlines()
    if code == INPUT and (len(lines) != 1 or "make room" not in err):
        return [f"not one line on what to do: {err.strip()[:300]}"]
    return []


def fill_export(bench: Bench, name: str, seed: int, tries: int) -> Tally:
    """Export onto a disk that gets full, over an older file, then with room."""
    tally = Tally()
    bench.should(BIG)
    ground = Folder(bench, bench.scratch / "exported")
    ground.bring(BIG)
    words: Words = (*bench.program, "export", "trig", "--store", ground.target, "--out")
    whole = bench.scratch / "whole.trig"
    honest = run((*bench.honest, *words[len(bench.program) :], str(whole)))
    size = whole.stat().st_size
    for number in range(seed, seed + tries):
        room = int(size * Random(f"{name}/{number}").uniform(0.02, 0.98)) + LEAST
        with small_disk(bench.scratch / "disk", room) as disk:
            target = disk / "claims.trig"
            target.write_text("older", "utf-8")
            command = (*words, str(target))
            ran = run(command, limit=bench.limit)
            found = faults(ran, (INPUT,)) + lines_of(ran.err, ran.code)
            if target.read_text("utf-8") != "older":
                found.append("the older file is gone though the new one is not whole")
            mount("-o", f"remount,size={ROOM}", str(disk))
            again = run(command, limit=bench.limit)
            found += faults(again, (DONE,))
            if target.read_bytes() != whole.read_bytes():
                found.append("with room the file is another one")
            if left := [path.name for path in disk.glob(".*")]:
                found.append(f"left behind: {', '.join(left)}")
        tally.tries += 1
        if found:
            story = f"{room} of {size} bytes\n{honest.told()}{ran.told()}{again.told()}"
            story += "\n".join(found)
            tally.failures.append(Failure(name, number, found[0], story))
    return tally
