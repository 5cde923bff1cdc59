"""`claimgraph mcp`: a door for assistants, which only reads."""

from importlib.metadata import version

import click

from claimgraph.api.assisting import Assistant
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import MissingExtraError, install_words


@click.command()
@store_option
def command(target: str) -> None:
    """Serve the graph to an assistant over the Model Context Protocol, on stdio.

    Five tools: ask, find, show, search and report. Each answer has the ids and the
    quotes of its claims; none of them writes, or reads a file. The assistant starts
    this command itself: name `claimgraph` with `mcp --store DIR` in its settings.

    Example: claimgraph mcp --store graph
    """
    try:
        from claimgraph.api.assistant_server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        reason = f"serving assistants needs the extra [mcp]: {install_words('mcp')}"
        raise MissingExtraError(reason) from error
    # what cannot be opened is told now, not at the first question
    with open_target(target):
        pass
    server(Assistant(lambda: open_target(target)), version("claimgraph")).run("stdio")
