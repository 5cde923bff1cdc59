"""A file or folder that takes its name only when it is whole.

Until then it stands in a room: a hidden folder beside its place. The process that made
a room holds the operating system's lock on it. A killed process loses its locks, and
so the next one that writes beside it knows the room for a leftover and takes it away.
"""

import errno
import os
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Collection, Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from stat import S_ISDIR

from claimgraph.errors import ClaimgraphError, ExportError, named_os_errors

# `.claims.trig.4f7mq2_x.claimgraph`; nobody else's folders are called so
SUFFIX = ".claimgraph"
ROOM = re.compile(r"\..*\.[a-z0-9_]{8}\.claimgraph", re.DOTALL)
PARTS = {"new", "before"}
# Windows has on the disk only what may be written
SYNCED = os.O_RDWR if sys.platform == "win32" else os.O_RDONLY


@contextmanager
def in_place_of(
    target: Path, files: Collection[str] = (), account: str = ""
) -> Generator[Path]:
    """A path on the target's disk that takes its name when the block is done.

    With `files` it is a folder that will hold these. A file that is there is replaced
    and gives the new one its permissions; a folder only if it holds nothing but such
    files with their account beside it, which is named `account`. What the block writes
    beside its path under that name takes its place last. ExportError where nothing can
    be written; all is then as it was. All is on the disk when it has its name.
    """
    with named_os_errors(ExportError, target):
        check_target(target, files, account)
        with room_beside(target) as room:
            scratch = room / "new" / target.name
            (scratch if files else scratch.parent).mkdir(parents=True)
            yield scratch
            if target.exists():
                shutil.copymode(target, scratch)
            sync_all(scratch.parent)
            swap(scratch, target, room / "before")
            if account and (beside := scratch.with_name(account)).exists():
                beside.replace(target.with_name(account))
            sync(target.parent)


def replace_file(
    path: Path, content: bytes, kind: type[ClaimgraphError] = ExportError
) -> None:
    """Put the content at a path so that a reader sees the old file or the new one.

    A link stays, and leads to the new one. An error of that kind where it cannot be
    written; the old file is then as it was.
    """
    path = link_target(path)
    with named_os_errors(kind, path), room_beside(path) as room:
        scratch = room / "new" / path.name
        scratch.parent.mkdir()
        scratch.write_bytes(content)
        if path.exists():
            shutil.copymode(path, scratch)
        sync(scratch)
        scratch.replace(path)
        sync(path.parent)


@contextmanager
def room_beside(target: Path) -> Generator[Path]:
    """A hidden folder beside a path, for what shall take its name; gone afterwards.

    Rooms that killed processes left there are taken away first.
    """
    clear_leftovers(target.parent)
    room, lock = locked_room(target)
    try:
        yield room
    finally:
        clear_room(room)
        if lock is not None:
            os.close(lock)


@contextmanager
def temporary_folder(kind: type[ClaimgraphError] = ExportError) -> Generator[Path]:
    """A folder for what nobody keeps, below TMPDIR; its leftovers go like the others'.

    An error of that kind where it cannot be made: which folder, what to do.
    """
    with ExitStack() as open_room:
        with in_temporary_folder(kind):
            target = Path(tempfile.gettempdir(), "room")
            folder = open_room.enter_context(room_beside(target)) / "new"
            folder.mkdir()
        yield folder


def locked_room(target: Path) -> tuple[Path, int | None]:
    """A new room and the lock on it, which the operating system frees with us."""
    while True:
        name = tempfile.mkdtemp(
            dir=target.parent, prefix=f".{target.name[:40]}.", suffix=SUFFIX
        )
        try:
            lock = take_lock(Path(name))
        except (BlockingIOError, FileNotFoundError):
            # between the two steps another process took it for a leftover
            continue
        if Path(name).is_dir():
            return Path(name), lock
        if lock is not None:
            os.close(lock)


def take_lock(path: Path) -> int | None:
    """The lock on a folder, or None where the file system has none.

    BlockingIOError where another process has it; OSError where it cannot be opened.
    """
    if sys.platform == "win32":
        return None
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    held = try_lock(file)
    if held:
        return file
    os.close(file)
    if held is None:
        return None
    raise BlockingIOError(errno.EAGAIN, "another process has the lock", str(path))


def try_lock(file: int) -> bool | None:
    """Whether the lock on an open file is ours now; None where there are no locks.

    Windows has none such, nor have some file systems of networks.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def clear_leftovers(folder: Path) -> None:
    """Take away the rooms of this user in a folder whose processes are gone."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if ROOM.fullmatch(name):
                with suppress(OSError):
                    clear_leftover(folder / name)


def clear_leftover(room: Path) -> None:
    """Take away one room, unless a process still has it or something else is in it."""
    seen = room.lstat()
    if sys.platform == "win32" or not S_ISDIR(seen.st_mode):
        return
    if seen.st_uid != os.geteuid() or not set(os.listdir(room)) <= PARTS:
        return
    lock = take_lock(room)
    if lock is not None:
        clear_room(room)
        os.close(lock)


def clear_room(room: Path) -> None:
    """Take away a room and what is in it.

    What stood at its place before, and was moved here, goes back first if nothing new
    took that place.
    """
    with suppress(OSError):
        put_back(room)
        shutil.rmtree(room)


def put_back(room: Path) -> None:
    """The old folder at its place again, where the new one has not come there."""
    if (before := room / "before").exists():
        for new in (room / "new").iterdir():
            place = room.parent / new.name
            if new.is_dir() and not place.exists():
                before.rename(place)
                return


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk; Windows has no folders so."""
    if sys.platform == "win32" and path.is_dir():
        return
    file = os.open(path, SYNCED)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_all(folder: Path) -> None:
    """Have everything below a folder on the disk."""
    for path in folder.iterdir():
        if path.is_dir():
            sync_all(path)
        elif path.is_file():
            sync(path)
    sync(folder)


def link_target(target: Path) -> Path:
    """Where a link leads, which stays a link; `.` with its name."""
    if is_special(target) or (target.name and not target.is_symlink()):
        return target
    return target.resolve()


def is_special(target: Path) -> bool:
    """Whether it is there and can neither be replaced as a file nor as a folder."""
    return target.exists() and not (target.is_file() or target.is_dir())


def swap(scratch: Path, target: Path, before: Path) -> None:
    """Puts a file or folder in place; where that fails, the old one is there again."""
    try:
        if target.is_dir():
            target.rename(before)
        scratch.replace(target)
    except BaseException:
        if before.exists() and not target.exists():
            before.rename(target)
        raise


@contextmanager
def in_temporary_folder(
    kind: type[ClaimgraphError] = ExportError,
) -> Generator[None]:
    """Inside, what fails there is an error of that kind: which folder, what to do."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        # none can be asked for where none can be written to
        folder = os.environ.get("TMPDIR") or tempfile.tempdir or "the temporary folder"
        reason = f"cannot use {folder} (TMPDIR names another one): {error}"
        raise kind(reason) from None


def check_target(target: Path, files: Collection[str], account: str) -> None:
    """Refuses to put a file in place of a folder, or ours in place of another's."""
    name = str(target)
    if is_special(target):
        reason = "is a device or a pipe: leave --out away to write to standard output"
        raise ExportError(reason, file=name)
    if not target.parent.is_dir():
        reason = f"cannot be written: there is no folder {target.parent}"
        raise ExportError(reason, file=name)
    if files and target.is_file():
        raise ExportError("is a file; a folder is written", file=name)
    if account and target.with_name(account).is_dir():
        reason = "is a folder; the account is written there"
        raise ExportError(reason, file=str(target.with_name(account)))
    if not target.is_dir():
        return
    if not files:
        raise ExportError("is a folder; a file is written", file=name)
    held = sorted(path.name for path in target.iterdir())
    others = [one for one in held if one not in files]
    if held and not target.with_name(account).is_file():
        others = held
    if others:
        shown = ", ".join(others[:3]) + (" …" if others[3:] else "")
        reason = f"holds what is not of an earlier export ({shown}): name a new folder"
        raise ExportError(reason, file=name)
