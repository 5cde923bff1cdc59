"""`claimgraph init`: a new corpus."""

from pathlib import Path

import click

from claimgraph.api.corpora import new_corpus


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Begin a corpus in a new or empty folder, with files that explain themselves.

    Example: claimgraph init mycorpus
    """
    new_corpus(folder)
    click.echo(f"{folder} is an empty corpus: its README.md says what goes where")
