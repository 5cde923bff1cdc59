"""From an error to one message on standard error and an exit code."""

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager

import click

from claimgraph.errors import ClaimgraphError, Problem, StoreUnreachableError
from claimgraph.safe_text import on_one_line

DONE, INPUT, UNREACHABLE, STOPPED = 0, 1, 3, 130
# true of every command: loads go in by whole batches, files take their place whole
STOPPED_WORDS = (
    "stopped; nothing is half written, run the same command again to complete it"
)


class ProblemsError(ClaimgraphError):
    """Several things are wrong in a person's files; nothing was done."""

    def __init__(self, problems: Sequence[Problem], after: str = "") -> None:
        self.problems = list(problems)
        number = len(self.problems)
        count = "1 problem" if number == 1 else f"{number} problems"
        super().__init__(f"{count}{after}")


@contextmanager
def exit_code() -> Generator[None]:
    """Ends with the exit code of an error that users cause; others pass through."""
    try:
        yield
    except ProblemsError as error:
        for problem in error.problems:
            click.echo(on_one_line(str(problem)), err=True)
        stop(str(error), INPUT)
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
