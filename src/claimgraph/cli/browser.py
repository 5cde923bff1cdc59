"""`claimgraph browser`: style, guide and favourites for Neo4j Browser."""

from pathlib import Path

import click

from claimgraph.api.browsing import browser_server, write_browser_files
from claimgraph.browser import GUIDE, PORT, STYLE
from claimgraph.browser.guide import CONNECT_OFF

PORTS = click.IntRange(1, 65535)
FOLDER = click.Path(path_type=Path)


@click.command()
@click.option("--serve", is_flag=True, help="Show them to Neo4j Browser until Ctrl-C.")
@click.option(
    "--out",
    "folder",
    metavar="DIR",
    type=FOLDER,
    help="Write the files into a folder.",
)
@click.option(
    "--port",
    type=PORTS,
    default=PORT,
    show_default=True,
    help="Where on this machine they are shown.",
)
def command(folder: Path | None, serve: bool, port: int) -> None:
    """Make a graph on Neo4j look well in Neo4j Browser: style, guide, favourites.

    Nobody but this machine can see what --serve shows.

    Example: claimgraph browser --serve
    """
    if folder is None and not serve:
        raise click.UsageError("say --serve, or --out DIR, or both")
    if folder is not None:
        written = write_browser_files(folder, port=port)
        click.echo(f"{folder} holds {written} files for Neo4j Browser; in its window")
        click.echo(
            f"  drop {STYLE} for the colours, favorites/…/NAME.cypher to save one"
        )
        tell_connecting()
    if serve:
        show_files(port)


def show_files(port: int) -> None:
    """Shows the files until Ctrl-C."""
    with browser_server(port) as server:
        click.echo(f"{server.address} shows {len(server.files)} files; Ctrl-C ends it")
        click.echo(
            "in Neo4j Browser (http://localhost:7474) type, one after the other:"
        )
        click.echo(f"  :style {server.address}/{STYLE}")
        click.echo(f"  :play {server.address}/{GUIDE}")
        tell_connecting()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("ended")


def tell_connecting() -> None:
    """Why Browser must not connect the nodes of an answer by itself."""
    click.echo(f"  {CONNECT_OFF}")
    click.echo(
        "the last line switches “connect result nodes” off: else Browser adds edges"
    )
    click.echo(
        "that a question has left out, such as those of a source that you exclude;"
    )
    click.echo("and a double-click on a node adds thirty edges at most")
