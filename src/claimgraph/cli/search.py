"""`claimgraph search`: full text over quotes, names and articles."""

import click

from claimgraph.cli.ask import say_aside
from claimgraph.cli.lookups.words import find, lucene, passage, text_of, words
from claimgraph.cli.terminal.tables import print_table, say
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import QueryError
from claimgraph.store.base import Row

KINDS = ("quotes", "names", "articles")
Line = tuple[object, ...]


@click.command()
@click.argument("text")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="At most so many of each.",
)
@store_option
def command(text: str, limit: int, target: str) -> None:
    """Search quotes, names of entities, and articles for words.

    All words must be there, in any order and in any case; other signs are passed over.

    Example: claimgraph search "Sikh temple"
    """
    if not lucene(text):
        raise QueryError(f"{text!r} holds no word to look for")
    with open_target(target) as store:
        found = {kind: find(store, kind, text, limit) for kind in KINDS}
    for kind, rows in found.items():
        if rows:
            more = ", the best of them" if len(rows) == limit else ""
            say(f"{kind} ({len(rows)}{more})", style="bold")
            show(kind, rows, words(text))
            say("")
    if not any(found.values()):
        say_aside(f"no quote, name or article holds all of: {' '.join(words(text))}")


def show(kind: str, rows: list[Row], wanted: list[str]) -> None:
    """The hits of one kind as a table."""
    if kind == "quotes":
        names = ("claim", "relation", "polarity", "origin", "quote")
        print_table(names, [[row[name] for name in names] for row in rows])
    elif kind == "names":
        lines = [(row["id"], row["name"], row["kind"], aliases(row)) for row in rows]
        print_table(("id", "name", "kind", "also called"), lines)
    else:
        print_table(("article", "title", "text"), [hit(row, wanted) for row in rows])


def hit(row: Row, wanted: list[str]) -> Line:
    """An article with the words around the first hit."""
    return row["article"], row["title"], passage(text_of(row, "text"), wanted)


def aliases(row: Row) -> str:
    """The other names of an entity."""
    return ", ".join(text_of(row, "names").split("\n")[1:])
