"""judgements.jsonl: one decision a line, read, added and taken back."""

import json
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from claimgraph.atomic import replace_file, take_lock
from claimgraph.characters import unfit_reason
from claimgraph.corpus.convert import judgement_of
from claimgraph.corpus.forms import JudgementForm, fill
from claimgraph.corpus.lines import parsed_line
from claimgraph.errors import CorpusError, Problem, named_os_errors
from claimgraph.model import Judgement, Where
from claimgraph.regular_file import read_regular

FILE = "judgements.jsonl"
LARGEST, MOST_PROBLEMS = 16 * 2**20, 1000
# another process has the lock for as long as it writes one file
TRIES, PAUSE = 200, 0.05


def read_judgements(path: Path) -> tuple[tuple[Judgement, ...], list[Problem]]:
    """The judgements of a file, blank lines passed over; no file means none."""
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    for number, raw in enumerate(held_bytes(path).split(b"\n"), 1):
        if not raw.strip():
            continue
        where = Where(str(path), "", number)
        if len(problems) >= MOST_PROBLEMS:
            problems.append(where.problem("", "and what follows was not read"))
            break
        block = parsed_line(raw, where)
        if isinstance(block, Problem):
            problems.append(block)
            continue
        form, found = fill(JudgementForm, block, where)
        problems += found
        if form is not None:
            judgements.append(judgement_of(form, where, problems))
    return tuple(judgements), problems


def held_bytes(path: Path) -> bytes:
    """What a file holds; nothing where there is none."""
    with named_os_errors(CorpusError, path, "cannot be read"):
        return read_regular(path, LARGEST) if os.path.lexists(path) else b""


def write_judgement(folder: Path, judgement: Judgement) -> None:
    """Adds a judgement as the last line; every byte before it stays.

    A file whose last line has no end gets none at its new last line either, so that
    `remove_judgement` gives back the very bytes.
    """
    path = folder / FILE
    line = judgement_line(judgement)
    with locked_folder(folder):
        held = held_bytes(path)
        ended = not held or held.endswith(b"\n")
        added = line + b"\n" if ended else b"\n" + line
        replace_file(path, held + added, CorpusError)


def remove_judgement(folder: Path, judgement: Judgement) -> None:
    """Takes the line of a judgement out; every other byte stays.

    CorpusError where the file changed since the judgement was read.
    """
    path = folder / FILE
    number = judgement.where.line if judgement.where else None
    with locked_folder(folder):
        lines = held_bytes(path).split(b"\n")
        held, _ = read_judgements(path)
        same = [one for one in held if (one, one.where) == (judgement, judgement.where)]
        if number is None or not same:
            reason = "changed meanwhile: begin again"
            raise CorpusError(reason, file=str(path), line=number)
        kept = lines[: number - 1] + lines[number:]
        replace_file(path, b"\n".join(kept), CorpusError)


@contextmanager
def locked_folder(folder: Path) -> Generator[None]:
    """Inside, no other process of ours changes the judgements of a corpus.

    CorpusError where one does not end that within seconds.
    """
    with named_os_errors(CorpusError, folder):
        lock = lock_in_time(folder.resolve())
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def lock_in_time(folder: Path) -> int | None:
    """The lock on a folder, waited for; BlockingIOError where that takes too long."""
    for _ in range(TRIES - 1):
        try:
            return take_lock(folder)
        except BlockingIOError:
            time.sleep(PAUSE)
    return take_lock(folder)


def judgement_line(judgement: Judgement) -> bytes:
    """A judgement as its line, without an end; CorpusError for what no file can hold.

    The keys stand in the order of the model.
    """
    block = judgement.line_fields()
    for key, text in block.items():
        reason = unfit_reason(text)
        if reason is not None:
            raise CorpusError(reason, key=key)
    return json.dumps(block, ensure_ascii=False).encode()
