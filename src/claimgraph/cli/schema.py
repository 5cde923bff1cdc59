"""`claimgraph schema`: what may exist in a graph, in short."""

import click

from claimgraph.api.assisting import page

READERS = ("llm",)


@click.command()
@click.option(
    "--for",
    "reader",
    type=click.Choice(READERS),
    default="llm",
    show_default=True,
    help="Who reads it: a language model that writes Cypher or answers from it.",
)
def command(reader: str) -> None:
    """Print what an edge means, each relation, and ten questions in Cypher.

    Two pages to paste into an assistant, so that it takes claims for claims: a denial
    is an edge DENIED whose `relation` says what is denied. `claimgraph docs schema` has
    all properties.

    Example: claimgraph schema --for llm
    """
    click.echo(page(), nl=False)
