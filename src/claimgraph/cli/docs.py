"""`claimgraph docs`: the documentation, without a network."""

import sys

import click

from claimgraph.api.pages import DECISIONS, examples, find_page, pages
from claimgraph.cli.terminal.tables import print_table, say
from claimgraph.errors import number_of


@click.command()
@click.argument("topic", required=False)
def command(topic: str | None) -> None:
    """Read a page of the documentation; without a topic, list them all.

    On a terminal it comes in the pager, in a pipe as it is: Markdown.

    Example: claimgraph docs glossary
    """
    if topic is None:
        list_pages()
        return
    text = find_page(topic).text
    if sys.stdout.isatty():
        click.echo_via_pager(text)
    else:
        click.echo(text, nl=False)


def list_pages() -> None:
    """Every topic with its heading; of the decisions how many there are."""
    rows = list[tuple[str, str]]()
    reasons = list[str]()
    for page in pages():
        if page.topic.startswith(DECISIONS):
            reasons.append(page.topic)
        else:
            rows.append((page.topic, page.heading))
    print_table(("topic", "page"), rows)
    say(f"\nand {number_of(len(reasons), 'decision')}, from {reasons[0]} on")
    for one in examples():
        say(f"and an article to try: claimgraph docs {one.topic} > {one.heading}")
    say("claimgraph docs TOPIC")
