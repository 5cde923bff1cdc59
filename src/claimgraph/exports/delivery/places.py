"""A file or folder that takes its name only when it is whole."""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimgraph.errors import ExportError


@contextmanager
def in_place_of(target: Path, folder: bool = False) -> Generator[Path]:
    """A path beside the target that takes its name when the block is done.

    A file that is there is replaced, and so is a folder that an export wrote; any
    other folder is refused. ExportError where nothing can be written there.
    """
    try:
        check_target(target, folder)
        room = tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    except OSError as error:
        reason = f"cannot be written: {error.strerror}"
        raise ExportError(reason, file=str(target)) from None
    scratch = Path(room) / target.name
    try:
        if folder:
            scratch.mkdir()
        yield scratch
        if folder and target.is_dir():
            target.rename(Path(room) / "before")
        scratch.replace(target)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}"
        raise ExportError(reason, file=str(target)) from None
    finally:
        with suppress(OSError):
            shutil.rmtree(room)


def check_target(target: Path, folder: bool) -> None:
    """Refuses to put a file in place of a folder, or ours in place of another's."""
    if not target.parent.is_dir():
        reason = f"there is no folder {target.parent}"
        raise ExportError(reason, file=str(target))
    if folder and target.is_file():
        raise ExportError("is a file; a folder is written", file=str(target))
    if not target.is_dir():
        return
    if not folder:
        raise ExportError("is a folder; a file is written", file=str(target))
    ours = target.with_name(f"{target.name}.loss.json").is_file()
    if not ours and os.listdir(target):
        reason = "is a folder with other things in it: name a new one"
        raise ExportError(reason, file=str(target))
