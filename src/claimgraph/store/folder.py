"""The folder of an embedded graph: whose it is, and who has it open."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import cast

from claimgraph.errors import StoreBusyError, StoreError

LOCK = "claimgraph.lock"
CATALOGUE = "schema.json"
# stands in the folder while a first load is written past the engine's transactions
UNFINISHED = "claimgraph.unfinished"


def check_folder(folder: Path, create: bool) -> None:
    """Nothing for a graph of ours, or for a free place if `create`; else StoreError.

    Looks only at names and at the engine's own catalogue, and writes nothing.
    """
    target = str(folder)
    if folder.exists() and not folder.is_dir():
        raise StoreError(
            f"{target} is a file, not a folder with a graph", target=target
        )
    names = entries(folder)
    if UNFINISHED in names or not names - {LOCK}:
        if not create:
            raise StoreError(
                f"there is no graph in {target}: run `claimgraph load` first",
                target=target,
            )
        return
    types = catalogue(folder) if CATALOGUE in names else None
    if types is None or (types and "Graph" not in types):
        raise StoreError(f"{target} is not a claimgraph database", target=target)


def entries(folder: Path) -> set[str]:
    """The names in a folder; none if it is missing."""
    try:
        return {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return set()
    except OSError as error:
        raise unusable(folder, error) from error


def begin_unfinished(folder: Path) -> None:
    """Mark a graph as one of which nothing counts until `end_unfinished`."""
    (folder / UNFINISHED).touch()
    sync(folder)


def end_unfinished(folder: Path) -> None:
    """Take the mark away, once all files are on the disk."""
    for path in folder.iterdir():
        if path.is_file():
            sync(path)
    (folder / UNFINISHED).unlink()
    sync(folder)


def clear_unfinished(folder: Path) -> None:
    """Empty a folder whose first load did not end; the mark goes last."""
    if not (folder / UNFINISHED).exists():
        return
    for path in folder.iterdir():
        if path.name not in (LOCK, UNFINISHED):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    (folder / UNFINISHED).unlink()


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk; Windows has no folders so."""
    if path.is_dir() and sys.platform == "win32":
        return
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def catalogue(folder: Path) -> set[str] | None:
    """The type names of an embedded database, or None if it is none."""
    try:
        content: object = json.loads((folder / CATALOGUE).read_bytes())
    except ValueError:
        return None
    except OSError as error:
        raise unusable(folder, error) from error
    if not isinstance(content, dict):
        return None
    types = cast(dict[str, object], content).get("types")
    return set(cast(dict[str, object], types)) if isinstance(types, dict) else None


def unusable(folder: Path, error: OSError) -> StoreError:
    """What to tell when the operating system refuses the folder."""
    reason = error.strerror or str(error)
    return StoreError(f"cannot use the folder {folder}: {reason}", target=str(folder))


class FolderLock:
    """Keeps others out of a graph folder, which is made if it is missing.

    The engine refuses a second writer only, and says so late. The operating system
    frees the lock of a process that ends. Windows lacks such locks: there the engine's
    own is all there is.
    """

    def __init__(self, folder: Path) -> None:
        self.file: int | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise unusable(folder, error) from error
        if not take(self.file):
            holder = os.pread(self.file, 20, 0).decode("ascii", "replace").strip()
            self.release()
            raise busy(folder, holder)
        os.truncate(self.file, 0)
        os.write(self.file, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let others in; safe to call twice."""
        if self.file is not None:
            os.close(self.file)
            self.file = None


def busy(folder: Path, holder: str = "") -> StoreBusyError:
    """What to tell when somebody else has the graph open."""
    who = f"process {holder}" if holder else "another process"
    return StoreBusyError(
        f"{who} has the graph in {folder} open: wait for it to end, or close it",
        target=str(folder),
    )


def take(file: int) -> bool:
    """Whether the lock on an open file is ours now."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
