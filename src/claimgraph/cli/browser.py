"""`claimgraph browser`: style, guide and favourites for Neo4j Browser."""

from pathlib import Path

import click

from claimgraph.browser import GUIDE, PORT, STYLE, address_of, browser_files
from claimgraph.browser.folder import write_folder
from claimgraph.browser.guide import CONNECT_OFF
from claimgraph.browser.serving import LOOPBACK, Files
from claimgraph.errors import ExportError
from claimgraph.schema import load_schema

PORTS = click.IntRange(1, 65535)


@click.command()
@click.option(
    "--out",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write the files into a folder.",
)
@click.option("--serve", is_flag=True, help="Show them to Neo4j Browser until Ctrl-C.")
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
    files = browser_files(load_schema(), address_of(port))
    if folder is not None:
        write_folder(folder, files)
        click.echo(
            f"{folder} holds {len(files)} files for Neo4j Browser; in its window"
        )
        click.echo(
            f"  drop {STYLE} for the colours, favorites/…/NAME.cypher to save one"
        )
        tell_connecting()
    if serve:
        show_files(files, port)


def show_files(files: dict[str, str], port: int) -> None:
    """Shows the files until Ctrl-C; a port that is taken is an error."""
    try:
        server = Files(files, port, LOOPBACK)
    except OSError as error:
        reason = (
            f"port {port} cannot be had ({error.strerror}): choose another by --port"
        )
        raise ExportError(reason) from None
    with server:
        click.echo(f"{server.address} shows {len(files)} files; Ctrl-C ends it")
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
        "that a question has left out, such as those of a source that you exclude"
    )
