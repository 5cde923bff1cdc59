"""`claimgraph load`: sources into the graph."""

import time
from pathlib import Path

import click

from claimgraph.api.sources import load, loader_names, open_sources
from claimgraph.cli.terminal.loading import Bar, summary_text
from claimgraph.cli.terminal.seeds import packaged_seeds
from claimgraph.cli.terminal.target import open_target, store_option


@click.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--from",
    "loader",
    type=click.Choice(loader_names(), case_sensitive=False),
    help="How to read it; as a rule the path tells.",
)
@click.option(
    "--mapping",
    metavar="FILE|NAME",
    help="What the columns of a table mean; else the FILE.map.yaml beside it.",
)
@store_option
def command(
    paths: tuple[Path, ...], loader: str | None, mapping: str | None, target: str
) -> None:
    """Load corpora, single articles of one, files of claims, RDF, lists, or tables.

    The ending of a file, or how it begins, says how it is read; what a list holds and
    no claim is made of is counted. All of it passes the same gate: a quote that is not
    in the text of its article is refused, an article without text is marked as not
    checked. A corpus is checked whole before anything is written; each article goes in
    whole or not at all, and so does a first load of a big file into a folder. The time
    of first loading is kept, and loading twice changes nothing. A - is Claims JSONL on
    standard input. A table (.csv, .tsv, .xlsx, .parquet, .jsonl) needs a mapping:
    `claimgraph map` proposes one. `load` and `import` are one command.

    Example: claimgraph load seeds
    """
    started = time.monotonic()
    with packaged_seeds(paths) as found:
        source = open_sources(found, loader, mapping)
        with open_target(target, create=True) as store, Bar(source.articles) as bar:
            summary = load(store, source, progress=bar.advance)
    click.echo(summary_text(summary, time.monotonic() - started))
