"""The folder of an embedded graph: whose it is, and who has it open."""

import json
import os
import re
import shutil
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from claimgraph.atomic import sync, try_lock
from claimgraph.errors import (
    StoreBusyError,
    StoreError,
    StoreMissingError,
    system_reason,
)
from claimgraph.store.schema import generated_lines

LOCK = "claimgraph.lock"
CATALOGUE = "schema.json"
# stands in the folder while a graph is made, or a first load is written past the
# engine's transactions
UNFINISHED = "claimgraph.unfinished"
BUCKET = ".bucket"
# what the engine calls its files
ENGINE_FILE = re.compile(
    r"(?:txlog_\d+\.wal|database\.lck|(?:schema|schema\.prev|configuration|statistics)"
    r"\.json|last-tx-id\.bin|.+\.\d+\.\d+\.v\d+\.(?:bucket|dict|\w+idx))"
    r"(?:(?:\.\d+)?\.tmp)?"
)
DECLARED = re.compile(r"[(\[]\w+:(\w+)")
# as long as two that look at a lock at the same moment may disturb each other
TRIES, PAUSE = 3, 0.05


def check_folder(folder: Path, create: bool, locked: bool = False) -> None:
    """Nothing for a graph of ours, or for a free place if `create`; else StoreError.

    Looks only at names and at the engine's own catalogue, and writes nothing. Free is
    also what a process left that was killed while it made a graph there.
    """
    target = str(folder)
    if folder.exists() and not folder.is_dir():
        raise StoreError(
            f"{target} is a file, not a folder with a graph", target=target
        )
    with usable(folder):
        names = entries(folder)
        if is_graph(folder, names):
            return
        if not locked:
            check_idle(folder)
        if not (is_leftover(folder, names) or is_blank(folder, names)):
            raise StoreError(f"{target} is not a claimgraph database", target=target)
        if not create:
            raise StoreMissingError(
                f"there is no graph in {target}: run `claimgraph load` first",
                target=target,
            )


def is_graph(folder: Path, names: set[str]) -> bool:
    """Whether the engine can open a folder, and its catalogue does not say no."""
    if UNFINISHED in names or CATALOGUE not in names:
        return False
    return "Graph" in (catalogue(folder) or set())


def is_blank(folder: Path, names: set[str]) -> bool:
    """Whether it is a database of the engine that has no type yet, made by others."""
    return CATALOGUE in names and LOCK not in names and catalogue(folder) == set()


def is_leftover(folder: Path, names: set[str]) -> bool:
    """Whether nothing counts of what is in a folder, if anything is.

    Versions before the mark left the engine's files without it: beside our lock, of our
    types, without a record.
    """
    if UNFINISHED in names or not names - {LOCK}:
        return True
    if LOCK not in names or not all(map(ENGINE_FILE.fullmatch, names - {LOCK})):
        return False
    types = catalogue(folder) if CATALOGUE in names else None
    if not (types or set()) <= declared_types():
        return False
    buckets = [name for name in names if name.endswith(BUCKET)]
    return not any((folder / name).stat().st_size for name in buckets)


def declared_types() -> set[str]:
    """The types that a graph of ours has from the beginning."""
    return set(DECLARED.findall("\n".join(generated_lines("constraints.cypher"))))


def check_idle(folder: Path) -> None:
    """StoreBusyError where a process has the graph open or is making it."""
    if (folder / LOCK).exists():
        file = os.open(folder / LOCK, os.O_RDONLY)
        try:
            if try_lock(file) is False:
                raise busy(folder, holder_in(file))
        finally:
            os.close(file)


def check_writable(folder: Path) -> None:
    """StoreError for the first file that this process may not write, or the folder."""
    with usable(folder):
        for path in (folder, *sorted(folder.iterdir())):
            if not os.access(path, os.W_OK):
                raise StoreError(
                    f"cannot use the graph in {folder}: {path} is read-only, and the "
                    "engine writes even where it only reads: give yourself the right "
                    "to write, or copy the folder",
                    target=str(folder),
                )


def entries(folder: Path) -> set[str]:
    """The names in a folder; none if it is missing."""
    try:
        return {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return set()


def begin_unfinished(folder: Path) -> None:
    """Mark a graph as one of which nothing counts until `end_unfinished`."""
    with usable(folder):
        (folder / UNFINISHED).touch()
        sync(folder)


def end_unfinished(folder: Path) -> None:
    """Take the mark away, once all files are on the disk."""
    with usable(folder):
        for path in folder.iterdir():
            if path.is_file():
                sync(path)
        sync(folder)
        (folder / UNFINISHED).unlink()
        sync(folder)
        sync(folder.parent)


def sync_since(folder: Path, moment: float) -> None:
    """Have the files on the disk that were written since a moment."""
    for path in folder.iterdir():
        if path.is_file() and path.stat().st_mtime >= moment:
            sync(path)
    sync(folder)


def clear_unfinished(folder: Path) -> None:
    """Empty a folder of which nothing counts, but for our lock; the mark goes last."""
    with usable(folder):
        names = entries(folder)
        if is_graph(folder, names) or not is_leftover(folder, names):
            return
        for name in sorted(names - {LOCK, UNFINISHED}):
            path = folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        (folder / UNFINISHED).unlink(missing_ok=True)


def catalogue(folder: Path) -> set[str] | None:
    """The type names of an embedded database, or None if it is none."""
    try:
        content: object = json.loads((folder / CATALOGUE).read_bytes())
    except ValueError:
        return None
    if not isinstance(content, dict):
        return None
    types = cast(dict[str, object], content).get("types")
    return set(cast(dict[str, object], types)) if isinstance(types, dict) else None


@contextmanager
def usable(folder: Path) -> Generator[None]:
    """Inside, what the operating system refuses is a StoreError with its file."""
    try:
        yield
    except OSError as error:
        raise unusable(folder, error) from error


def unusable(folder: Path, error: OSError) -> StoreError:
    """What to tell when the operating system refuses the folder, or a file in it."""
    place = str(error.filename or folder)
    within = f" ({place})" if place != str(folder) else ""
    message = f"cannot use the folder {folder}{within}: {system_reason(error)}"
    return StoreError(message, target=str(folder))


class FolderLock:
    """Keeps others out of a graph folder, which is made if it is missing.

    The engine refuses a second writer only, and says so late. The operating system
    frees the lock of a process that ends. Where there are no such locks the engine's
    own is all there is.
    """

    def __init__(self, folder: Path) -> None:
        self.file: int | None = None
        self.folder, self.since = folder, time.time() - 1
        with usable(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self.was_there = (folder / LOCK).exists()
            self.file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not taken_in_time(self.file):
                raise busy(folder, holder_in(self.file))
            with usable(folder):
                os.truncate(self.file, 0)
                os.write(self.file, f"{os.getpid()}\n".encode())
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let others in, what was written on the disk first; safe to call twice."""
        if self.file is not None:
            with suppress(OSError):
                sync_since(self.folder, self.since)
            os.close(self.file)
            self.file = None


def busy(folder: Path, holder: str = "") -> StoreBusyError:
    """What to tell when somebody else has the graph open, or is making it."""
    who = f"process {holder}" if holder else "another process"
    made = (folder / UNFINISHED).exists() or not (folder / CATALOGUE).exists()
    does = (
        f"is making the graph in {folder}"
        if made
        else f"has the graph in {folder} open"
    )
    return StoreBusyError(
        f"{who} {does}: wait for it to end, or close it", target=str(folder)
    )


def holder_in(file: int) -> str:
    """Which process wrote its id into a lock."""
    return os.pread(file, 20, 0).decode("ascii", "replace").strip()


def taken_in_time(file: int) -> bool:
    """Whether the lock is ours; somebody may only have looked whether it was free."""
    for _ in range(TRIES - 1):
        if try_lock(file) is not False:
            return True
        time.sleep(PAUSE)
    return try_lock(file) is not False
