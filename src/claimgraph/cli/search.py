"""`claimgraph search`: full text over quotes, names and articles."""

import click

from claimgraph.api.searching import excerpt, search
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.tables import print_table, say
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.store.base import Row

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

    All words must be there, in any order and in any case, with or without apostrophes
    and marks on letters; other signs are passed over.

    Example: claimgraph search "Sikh temple"
    """
    with open_target(target) as store:
        hits = search(store, text, limit=limit)
    found = {"quotes": hits.quotes, "names": hits.names, "articles": hits.articles}
    for kind, rows in found.items():
        if rows:
            more = ", the best of them" if len(rows) == limit else ""
            say(f"{kind} ({len(rows)}{more})", style="bold")
            show_hits(kind, rows, hits.words)
            say("")
    if not any(found.values()):
        hint = f" (nearest: {hits.nearest})" if hits.nearest else ""
        words = " ".join(hits.words)
        say_aside(f"no quote, name or article holds all of: {words}{hint}")


def show_hits(kind: str, rows: list[Row], words: tuple[str, ...]) -> None:
    """The hits of one kind as a table."""
    lines: list[Line]
    if kind == "quotes":
        lines = [(row["claim"], row["name"], row["quote"]) for row in rows]
        print_table(("claim", "who says what", "quote"), lines)
    elif kind == "names":
        lines = [(row["id"], row["name"], row["kind"], alias_list(row)) for row in rows]
        print_table(("id", "name", "kind", "also called"), lines)
    else:
        print_table(
            ("article", "title", "text"), [article_hit(row, words) for row in rows]
        )


def article_hit(row: Row, words: tuple[str, ...]) -> Line:
    """An article with the words around the first hit."""
    return row["article"], row["title"], excerpt(text_of(row, "text"), words)


def alias_list(row: Row) -> str:
    """The other names of an entity."""
    return ", ".join(text_of(row, "names").split("\n")[1:])


def text_of(row: Row, key: str) -> str:
    """A text out of a row, empty where it is absent."""
    return str(row[key] or "")
