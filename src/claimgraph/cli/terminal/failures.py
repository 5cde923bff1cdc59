"""From an error to one message on standard error and an exit code."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager

import click

from claimgraph.errors import ClaimgraphError, GateError, StoreUnreachableError
from claimgraph.safe_text import on_one_line

DONE, INPUT, UNREACHABLE, STOPPED = 0, 1, 3, 130
# true of every command: loads go in by whole batches, files take their place whole
STOPPED_WORDS = (
    "stopped; nothing is half written, run the same command again to complete it"
)


@contextmanager
def exit_code() -> Generator[None]:
    """Ends with the exit code of an error that users cause; others pass through."""
    try:
        yield
    except GateError as error:
        for problem in error.problems:
            click.echo(on_one_line(str(problem)), err=True)
        stop(error.message, INPUT)
    except StoreUnreachableError as error:
        stop(str(error), UNREACHABLE)
    except ClaimgraphError as error:
        stop(str(error), INPUT)
    except (KeyboardInterrupt, click.Abort):
        stop(STOPPED_WORDS, STOPPED)
    except BrokenPipeError:
        # what is still buffered must not fail again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(INPUT) from None


def stop(message: str, code: int) -> None:
    """One line on standard error, then the end."""
    click.echo(f"claimgraph: {on_one_line(message)}", err=True)
    raise SystemExit(code)
