"""`claimgraph mcp`: a door for assistants, which only reads."""

import os
import signal
import sys
from importlib.metadata import version

import click

from claimgraph.api.assisting import Assistant
from claimgraph.cli.terminal.failures import STOPPED, put_error
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.extras import needs_extra
from claimgraph.safe_text import on_one_line

WAITS = (
    "serving {} to an assistant, which starts this command itself: nothing more is "
    "shown here, and what you type is no question. Ctrl-C ends it"
)
ENDED = "ended; it only read"


@click.command()
@store_option
def command(target: str) -> None:
    """Serve the graph to an assistant over the Model Context Protocol, on stdio.

    Five tools: ask, find, show, search and report. Each answer has the ids and the
    quotes of its claims; none of them writes, or reads a file. The assistant starts
    this command itself: name `claimgraph` with `mcp --store DIR` in its settings.
    Ctrl-C ends it.

    Example: claimgraph mcp --store graph
    """
    before = signal.signal(signal.SIGINT, end_at_once)
    try:
        serve(target)
    finally:
        signal.signal(signal.SIGINT, before)


def serve(target: str) -> None:
    """Serves a graph until whoever sends the questions sends no more."""
    with needs_extra("mcp", "serving assistants"):
        from claimgraph.api.assistant_server import server
    # what cannot be opened is told now, not at the first question
    with open_target(target):
        pass
    if sys.stdin.isatty():
        put_error(f"claimgraph: {WAITS.format(on_one_line(target))}")
    server(Assistant(lambda: open_target(target)), version("claimgraph")).run("stdio")


def end_at_once(*_: object) -> None:
    """Ends on Ctrl-C: a thread that waits for a line of input ends by nothing else."""
    put_error(f"\nclaimgraph: {ENDED}")
    os._exit(STOPPED)
