"""A file or folder that takes its name only when it is whole."""

import shutil
import sqlite3
import tempfile
from collections.abc import Collection, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimgraph.errors import ExportError


@contextmanager
def in_place_of(
    target: Path, files: Collection[str] = (), account: str = ""
) -> Generator[Path]:
    """A path on the target's disk that takes its name when the block is done.

    With `files` it is a folder that will hold these. A file that is there is replaced
    and gives the new one its permissions; a folder only if it holds nothing but such
    files with their account beside it, which is named `account`. What the block writes
    beside its path under that name takes its place last. ExportError where nothing can
    be written; all is then as it was.
    """
    try:
        check_target(target, files, account)
        room = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}."))
    except OSError as error:
        raise unwritable(target, error) from None
    scratch = room / "new" / target.name
    try:
        (scratch if files else scratch.parent).mkdir(parents=True)
        yield scratch
        if target.exists():
            shutil.copymode(target, scratch)
        swap(scratch, target, room / "before")
        if account and (beside := scratch.with_name(account)).exists():
            beside.replace(target.with_name(account))
    except OSError as error:
        raise unwritable(target, error) from None
    finally:
        with suppress(OSError):
            shutil.rmtree(room)


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


def unwritable(target: Path, error: OSError) -> ExportError:
    """The error for a person; the system's own words, as far as it has any."""
    return ExportError(
        f"cannot be written: {error.strerror or error}", file=str(target)
    )


@contextmanager
def in_temporary_folder() -> Generator[None]:
    """ExportError where the block fails to write there: which folder, what to do."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        folder = tempfile.gettempdir()
        reason = f"cannot use {folder} (TMPDIR names another one): {error}"
        raise ExportError(reason) from None


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
