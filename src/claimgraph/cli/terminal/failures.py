"""From an error to one message on standard error and an exit code."""

import io
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from claimgraph.cli.terminal.line_breaks import lines_of
from claimgraph.errors import (
    ClaimgraphError,
    GateError,
    system_reason,
)
from claimgraph.safe_text import on_one_line

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

INPUT, STOPPED = 1, 130
# true of every command: loads go in by whole batches, files take their place whole
STOPPED_WORDS = (
    "stopped; nothing is half written, run the same command again to complete it"
)
UNWRITTEN_WORDS = "stopped; nothing was written"
STREAMS = {1: "standard output", 2: "standard error"}


class NamedStream(io.FileIO):
    """A standard stream that the system's errors call by its name."""

    def write(self, data: "ReadableBuffer", /) -> int:
        """As of any file; the error says which stream could not be written."""
        try:
            return super().write(data)
        except OSError as error:
            error.filename = STREAMS[self.fileno()]
            raise


def name_streams() -> None:
    """Let standard output and standard error say their names where they fail.

    A terminal that lacks a letter gets its number, not a traceback. One that is closed
    is where nothing goes: else the next file would be opened in its place.
    """
    for number, name in ((1, "stdout"), (2, "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper) and stream.fileno() == number:
            raw = NamedStream(number, "w", closefd=False)
            named = io.TextIOWrapper(
                io.BufferedWriter(raw),
                encoding=stream.encoding,
                errors="backslashreplace",
                line_buffering=stream.line_buffering,
                write_through=stream.write_through,
            )
            setattr(sys, name, named)


@contextmanager
def exit_code() -> Generator[None]:
    """Ends with the exit code of an error that users cause; others pass through."""
    try:
        yield
    except GateError as error:
        for problem in error.problems:
            put_error(on_one_line(str(problem)))
        stop(error.message, error.exit_code)
    except ClaimgraphError as error:
        stop(str(error), error.exit_code)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        for line in shown.getvalue().splitlines():
            put_error(line)
        raise SystemExit(error.exit_code) from None
    except (KeyboardInterrupt, click.Abort):
        stop(STOPPED_WORDS, STOPPED)
    except BrokenPipeError:
        # whoever read had enough: no word, as of any program in a pipe
        raise SystemExit(INPUT) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        stop(f"{place}{system_reason(error)}", INPUT)
    finally:
        drop_unwritten()


@contextmanager
def nothing_written() -> Generator[None]:
    """Says of Ctrl-C that nothing was written: before a command writes anything."""
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        put_error("")
        stop(UNWRITTEN_WORDS, STOPPED)


def drop_unwritten() -> None:
    """What a stream does not take must not fail again when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError), open(os.devnull, "wb") as nothing:
                os.dup2(nothing.fileno(), stream.fileno())


def put_error(line: str) -> None:
    """A line on standard error, as far as that takes one."""
    with suppress(OSError):
        echo_aside(line)


def say_aside(text: str) -> None:
    """A word to the person, which no program that reads the answer sees."""
    sys.stdout.flush()
    echo_aside(on_one_line(text))


def echo_aside(line: str) -> None:
    """A line on standard error; on a terminal as many as its width needs."""
    width = terminal_width()
    for part in lines_of(line, width) if width else [line]:
        click.echo(part, err=True)


def terminal_width() -> int:
    """How many columns standard error has; 0 where it is no terminal."""
    if not sys.stderr.isatty():
        return 0
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        return 0


def stop(message: str, code: int) -> None:
    """One line on standard error, then the end."""
    put_error(f"claimgraph: {on_one_line(message)}")
    raise SystemExit(code)
