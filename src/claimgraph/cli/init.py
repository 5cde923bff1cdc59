"""`claimgraph init`: a new corpus."""

from pathlib import Path

import click

from claimgraph.corpus.scaffold import scaffold


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Begin a corpus in a new or empty folder, with files that explain themselves.

    Example: claimgraph init mycorpus
    """
    scaffold(folder)
    click.echo(f"{folder} is an empty corpus: its README.md says what goes where")
