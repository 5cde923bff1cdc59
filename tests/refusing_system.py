"""An operating system that refuses one call on the files of a test."""

import errno
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

# calls on files, as Python reports them before it makes them
CALLS = ("open", "os.mkdir", "os.rename", "os.listdir", "os.scandir", "os.chmod")
REASONS = (errno.EACCES, errno.ENOSPC, errno.ENOENT, errno.EROFS)


class RefusingSystem:
    """Counts the calls on what lies below a folder, and refuses one of them."""

    def __init__(self) -> None:
        self.folder = ""
        self.refused: int | None = None
        self.reason = 0
        self.calls: list[str] = []

    def hear(self, event: str, values: tuple[object, ...]) -> None:
        """Python is about to make a call."""
        if not self.folder or event not in CALLS:
            return
        path = values[0]
        if not isinstance(path, str | bytes | Path):
            return
        place = os.path.abspath(os.fsdecode(path))
        if not place.startswith(self.folder):
            return
        self.calls.append(f"{event} {place.removeprefix(self.folder)}")
        if len(self.calls) - 1 == self.refused:
            raise OSError(self.reason, os.strerror(self.reason), str(path))

    @contextmanager
    def watching(
        self, folder: Path, refused: int | None = None, reason: int = 0
    ) -> Generator[list[str]]:
        """Inside, calls below the folder are noted, and one of them fails."""
        self.folder, self.calls = str(folder), []
        self.refused, self.reason = refused, reason
        try:
            yield self.calls
        finally:
            self.folder = ""


SYSTEM = RefusingSystem()
# a hook stays until the process ends
sys.addaudithook(SYSTEM.hear)
