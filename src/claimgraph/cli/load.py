"""`claimgraph load`: sources into the graph."""

import time
from collections.abc import Iterator
from pathlib import Path

import click

from claimgraph.checking import check_corpus
from claimgraph.cli.terminal.failures import ProblemsError
from claimgraph.cli.terminal.loading import begun, load_batches, sources, told
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import LoaderError
from claimgraph.loaders import find_loader, loader_names
from claimgraph.model import Batch

LINES = (".jsonl", ".jsonl.zst")


@click.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--from",
    "loader",
    type=click.Choice(loader_names()),
    help="How to read it; as a rule the path tells.",
)
@store_option
def command(paths: tuple[Path, ...], loader: str | None, target: str) -> None:
    """Load corpora, single articles of one, or Claims JSONL.

    A corpus is checked whole before anything is written; each article goes in whole
    or not at all. Loading twice changes nothing.

    Example: claimgraph load seeds
    """
    started = time.monotonic()
    read = [batches_of(path, loader) for path in sources(paths)]
    totals = [total for total, _ in read]
    total = None if None in totals else sum(one or 0 for one in totals)
    batches = begun(one for _, some in read for one in some)
    with open_target(target, create=True) as store:
        summary = load_batches(batches, store, total)
    click.echo(told(summary, time.monotonic() - started))


def batches_of(path: Path, loader: str | None) -> tuple[int | None, Iterator[Batch]]:
    """How many articles a path holds, if that is known, and their batches.

    A corpus folder has passed the gate; LoaderError, CorpusError or ProblemsError for
    what cannot be loaded.
    """
    name = loader or loader_for(path)
    if name != "corpus":
        return None, find_loader(name).read(path)
    if not path.is_dir():
        return 1, find_loader(name).read(path)
    checked = check_corpus(path)
    if not checked.batches:
        hint = "holds no article: put texts into articles/, claims into claims/"
        raise LoaderError(hint, file=str(path))
    if checked.problems:
        raise ProblemsError(checked.problems, ", nothing was loaded")
    return len(checked.batches), iter(checked.batches)


def loader_for(path: Path) -> str:
    """The loader that a path asks for."""
    if not path.exists():
        raise LoaderError("does not exist", file=str(path))
    if path.is_dir() or path.suffix in (".txt", ".yaml"):
        return "corpus"
    if path.name.endswith(LINES):
        return "claims_jsonl"
    known = ", ".join(loader_names())
    hint = f"how to read it? expected a corpus folder or *.jsonl (--from {known})"
    raise LoaderError(hint, file=str(path))
