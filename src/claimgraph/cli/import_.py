"""`claimgraph import`: claims that were exported, here or elsewhere, into a graph."""

import time
from pathlib import Path

import click

from claimgraph.cli.terminal.loading import begun, load_batches, sources, told
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import LoaderError
from claimgraph.loaders import find_loader

LINES = (".jsonl", ".jsonl.zst")
RDF = (".trig", ".nq", ".ttl", ".nt", ".jsonld")


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
    read = [find_loader(loader_for(path)).read(path) for path in sources(paths)]
    batches = begun(one for some in read for one in some)
    with open_target(target, create=True) as store:
        summary = load_batches(batches, store)
    click.echo(told(summary, time.monotonic() - started))


def loader_for(path: Path) -> str:
    """The loader that the ending of a file asks for."""
    if not path.exists():
        raise LoaderError("does not exist", file=str(path))
    if path.name.endswith(LINES):
        return "claims_jsonl"
    if path.suffix in RDF:
        return "rdf"
    known = ", ".join((*RDF, *LINES))
    hint = f"its ending is none of {known}; `claimgraph load` reads corpus folders"
    raise LoaderError(hint, file=str(path))
