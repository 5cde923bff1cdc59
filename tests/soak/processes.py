"""Commands in processes of their own, how they end, and what is wrong with that."""

import os
import subprocess
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGINT, SIGKILL, Signals
from typing import Literal

# the engine's heap (`-Xmx` in store/arcade.py), and what a command may take beside it
HEAP, SPARE = 1024, 500
# seconds of its own that whatever the product does may take, and what it does when it
# is struck: see OwnClock
LIMIT = 10.0
DONE, INPUT, USAGE, UNREACHABLE, STOPPED = CODES = (0, 1, 2, 3, 130)
TRACEBACK = "Traceback (most recent call last)"
STEP = 0.005


@dataclass(frozen=True, slots=True)
class Blow:
    """A signal after so many seconds, counted from when a path is there, if one is."""

    after: float
    signal: Signals = SIGKILL
    once_there: Path | None = None


@dataclass(frozen=True, slots=True)
class Ran:
    """How a process ended: exit code, streams, seconds, most memory in MB.

    `ended` says what ended it, where it did not end by itself.
    """

    words: tuple[str, ...]
    code: int
    out: str
    err: str
    seconds: float
    memory: int
    ended: Literal["", "blow", "hang", "memory"] = ""

    def told(self) -> str:
        """The run in a few lines, for the report of a failure."""
        head = f"$ {' '.join(self.words)}\nexit code {self.code} {self.ended}".rstrip()
        size = f", {self.seconds:.1f} s, {self.memory} MB\n"
        return f"{head}{size}{self.out[-2000:]}{self.err[-4000:]}\n"


def run(
    words: Sequence[str],
    settings: Mapping[str, str] | None = None,
    *,
    limit: float = LIMIT,
    memory: int = HEAP + SPARE,
    blow: Blow | None = None,
    server: int = 0,
) -> Ran:
    """How a command ended; it is killed where it takes too long or too much.

    `limit` is in seconds, and begins anew with a blow. `server` is the process that
    does a part of the work.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.monotonic()
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, **(settings or {})},
        )
        try:
            ended, code, most = watch(process, server, limit, memory, blow)
        except BaseException:
            process.kill()
            raise
        took = time.monotonic() - started
        texts: list[str] = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    return Ran(tuple(words), code, texts[0], texts[1], took, most, ended)


def watch(
    process: "subprocess.Popen[bytes]",
    server: int,
    limit: float,
    memory: int,
    blow: Blow | None,
) -> tuple[Literal["", "blow", "hang", "memory"], int, int]:
    """What ended a process, its exit code, and the most memory that it had."""
    ended: Literal["", "blow", "hang", "memory"] = ""
    clock, most = OwnClock(process.pid, server), 0
    there = clock.began if blow is None or blow.once_there is None else None
    while True:
        # what the system counts for a child begins with the memory of its parent
        most = max(most, memory_of(process.pid))
        now = time.monotonic()
        if process.poll() is not None:
            return ended, process.returncode, most
        late = now > clock.began + limit and clock.seconds() > limit
        if ended in ("", "blow") and late:
            ended = "hang"
            process.kill()
        if not ended and most > memory:
            ended = "memory"
            process.kill()
        if blow is not None and not ended:
            if there is None and blow.once_there and blow.once_there.exists():
                there = now
            if there is not None and now >= there + blow.after:
                ended, clock = "blow", OwnClock(process.pid, server)
                process.send_signal(blow.signal)
        time.sleep(STEP)


class OwnClock:
    """The seconds since its making in which processes could have run.

    What their threads wait for a processor that others use is no time of their own; of
    those that only ever wait, a tenth is.
    """

    def __init__(self, *pids: int) -> None:
        self.pids, self.began = pids, time.monotonic()
        self.waited = sum(map(waited, pids))

    def seconds(self) -> float:
        """The time until now."""
        whole = time.monotonic() - self.began
        return whole - min(sum(map(waited, self.pids)) - self.waited, whole * 0.9)


def waited(pid: int) -> float:
    """How long the threads of a process have waited for a processor, in seconds."""
    total = 0
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError, IndexError):
            total += int(path.read_text("ascii").split()[1])
    return total / 1e9


def memory_of(pid: int, name: str = "VmHWM") -> int:
    """The most memory that a process has had, in MB; 0 where it has ended.

    With the name `VmRSS`, what it has now.
    """
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) // 1024
    return 0


def faults(
    ran: Ran,
    allowed: Collection[int] = CODES,
    *,
    blow: Blow | None = None,
    memory: int = HEAP + SPARE,
) -> list[str]:
    """What is wrong with how a command ended; `allowed` are the codes for this one."""
    found: list[str] = []
    if TRACEBACK in ran.err:
        found.append(f"traceback: {last_line(ran.err)}")
    if ran.ended == "hang":
        found.append("hang: it had to be killed")
    elif ran.ended == "memory" or ran.memory > memory:
        found.append(f"memory: more than {memory} MB")
    elif not (ran.ended == "blow" and blow and is_killed(ran, blow)):
        if ran.code not in allowed:
            found.append(f"exit code {ran.code}: {last_line(ran.err)}")
        elif ran.code in (INPUT, UNREACHABLE) and not ran.err.strip():
            found.append(f"exit code {ran.code} without a word")
    return found


def is_killed(ran: Ran, blow: Blow) -> bool:
    """Whether a process ended as its signal demands: SIGINT has an exit code."""
    if blow.signal == SIGINT:
        return ran.code == STOPPED
    return ran.code == -blow.signal


def last_line(text: str) -> str:
    """The last line that says anything."""
    return (text.strip().splitlines() or [""])[-1][:300]
