"""`claimgraph forget`: an article out of the graph."""

import click

from claimgraph.api.article_files import files_at_hand
from claimgraph.api.sources import find_article, forget
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import number_of
from claimgraph.safe_text import shell_word


@click.command()
@click.argument("article")
@store_option
def command(article: str, target: str) -> None:
    """Take an article out of the graph, with what rests only on it.

    ARTICLE is its stem, or a beginning that no other has. Its files stay as they are;
    `claimgraph load` brings it back.

    Example: claimgraph forget 004_b6f4d5a2
    """
    with open_target(target) as store:
        stem = find_article(store, article)
        if stem != article:
            say_aside(f"{article!r} is taken for {stem}")
        claims = forget(store, stem)
    click.echo(f"{stem} is out of the graph, with {number_of(claims, 'claim')}")
    for one in files_at_hand(stem):
        place = shell_word(str(one.folder))
        click.echo(
            f"its files stay, and `claimgraph load {place}` brings it back; to lose "
            f"it, delete {one.texts} and {one.claims}"
        )
