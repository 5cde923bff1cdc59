"""`claimgraph import`: claims that were exported, here or elsewhere, into a graph."""

import time
from pathlib import Path

import click

from claimgraph.api.sources import load, open_sources
from claimgraph.cli.terminal.loading import Bar, summary_text
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import LoaderError


@click.command()
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@store_option
def command(paths: tuple[Path, ...], target: str) -> None:
    """Import claims from RDF (.trig, .nq, .ttl, .nt, .jsonld) or Claims JSONL.

    Every claim passes the same gate as in `load`: a quote that is not in the text of
    its article is refused. An article without text is marked as not checked. The time
    of first loading is kept. Importing twice changes nothing.

    Example: claimgraph import claims.trig
    """
    started = time.monotonic()
    for path in paths:
        if path.is_dir():
            hint = "is a folder; `claimgraph load` reads corpus folders"
            raise LoaderError(hint, file=str(path))
    source = open_sources(paths)
    with open_target(target, create=True) as store, Bar(None) as bar:
        summary = load(store, source, progress=bar.advance)
    click.echo(summary_text(summary, time.monotonic() - started))
