"""The command on a terminal of its own, where a person types."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass


@dataclass(slots=True)
class Terminal:
    """A running command, and the end of its terminal that a person has."""

    process: "subprocess.Popen[bytes]"
    end: int

    def put(self, typed: bytes) -> None:
        """Types."""
        os.write(self.end, typed)

    def shown_until(self, words: bytes) -> None:
        """Waits until the command shows some words; AssertionError where it ends."""
        seen = b""
        while words not in seen:
            part = self.part()
            assert part, f"ended, and showed only {seen!r}"
            seen += part

    def rest(self) -> str:
        """All that the command still shows until it ends."""
        seen = b""
        while part := self.part():
            seen += part
        return seen.decode("utf-8", "replace")

    def part(self) -> bytes:
        """What is shown next; nothing where the command has ended."""
        try:
            return os.read(self.end, 65_536)
        except OSError:
            return b""

    def code(self) -> int:
        """The exit code, once the command has ended."""
        return self.process.wait(timeout=60)


@contextmanager
def on_terminal(
    *words: str, columns: int = 200, **settings: str
) -> Generator[Terminal]:
    """The command with these words, on a terminal of so many columns."""
    mine, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    bare = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimgraph", *words],
        stdin=other,
        stdout=other,
        stderr=other,
        env=bare | settings,
    )
    os.close(other)
    try:
        yield Terminal(process, mine)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()
        os.close(mine)
