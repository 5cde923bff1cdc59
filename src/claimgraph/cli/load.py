"""`claimgraph load`: sources into the graph."""

import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from claimgraph.api.extracting.sources import is_uncoded
from claimgraph.api.sources import (
    SourceBatches,
    join_sources,
    load,
    loader_names,
    open_articles,
    open_sources,
)
from claimgraph.api.stores import is_address
from claimgraph.cli.terminal.loading import Bar, summary_text
from claimgraph.cli.terminal.model import model_option
from claimgraph.cli.terminal.parameters import path_option
from claimgraph.cli.terminal.seeds import packaged_seeds
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.loading import Summary
from claimgraph.store.base import Store

if TYPE_CHECKING:
    from claimgraph.cli.terminal.extracting import ReadArticles


class AskedLoad(TypedDict):
    """What the options say, by their names."""

    loader: str | None
    mapping: str | None
    accepted_only: bool
    folder: Path | None
    model: str | None


@click.command()
@click.argument("paths", metavar="PATH|URL...", nargs=-1, required=True)
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
@click.option(
    "--accepted-only",
    is_flag=True,
    help="Leave out claims that a machine proposed and nobody accepted.",
)
@path_option("--corpus folder", "DIR", "Where an uncoded article goes: ./corpus.")
@model_option
@store_option
def command(paths: tuple[str, ...], target: str, **asked: Unpack[AskedLoad]) -> None:
    """Load corpora, single articles of one, files of claims, RDF, lists, or tables.

    The ending of a file, or how it begins, says how it is read; what a list holds and
    no claim is made of is counted. All of it passes the same gate: a quote that is not
    in the text of its article is refused, an article without text is marked as not
    checked. A corpus is checked whole before anything is written; each article goes in
    whole or not at all, and so does a first load of a big file into a folder. The time
    of first loading is kept, and loading twice changes nothing. A - is Claims JSONL on
    standard input. A table (.csv, .tsv, .xlsx, .parquet, .jsonl) needs a mapping:
    `claimgraph map` proposes one. `load` and `import` are one command.

    A text, page, PDF or address that nobody coded is read as by `claimgraph extract`:
    its claims are proposed, not accepted.

    Example: claimgraph load seeds
    """
    started = time.monotonic()
    plain = asked["loader"] is asked["mapping"] is None
    uncoded = [one for one in paths if plain and is_uncoded(one)]
    # a server that does not answer is told before any article is read
    with early_store(target) as early:
        read: ReadArticles | None = None
        if uncoded:
            from claimgraph.cli.terminal.extracting import read_uncoded

            read = read_uncoded(uncoded, asked["folder"], asked["model"])
        others = [Path(one) for one in paths if one not in uncoded]
        with packaged_seeds(others) as found:
            sources = (
                [open_sources(found, asked["loader"], asked["mapping"])]
                if found
                else []
            )
            if read is not None:
                sources.append(open_articles(read.folder, read.stems))
            summary = load_all(join_sources(sources), early, target, asked)
    click.echo(summary_text(summary, time.monotonic() - started))
    if read is not None:
        read.say()


def load_all(
    source: SourceBatches, early: Store | None, target: str, asked: AskedLoad
) -> Summary:
    """What a load of these sources did, with a bar meanwhile."""
    opened = nullcontext(early) if early else open_target(target, create=True)
    with opened as store, Bar(source.articles) as bar:
        only = asked["accepted_only"]
        return load(store, source, progress=bar.advance, accepted_only=only)


def early_store(target: str) -> AbstractContextManager[Store | None]:
    """The graph of a server, open; None for a folder, which waits for nobody."""
    return open_target(target, create=True) if is_address(target) else nullcontext()
