"""`claimgraph cypher`: a reading query of one's own."""

import json

import click

from claimgraph.api.asking import check_cypher
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.formats import all_option, format_option, print_rows
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import QueryError
from claimgraph.store.base import READ_TIMEOUT


@click.command()
@click.argument("query")
@click.option(
    "--param", "given", metavar="NAME=VALUE", multiple=True, help="A value for $NAME."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.001),
    default=READ_TIMEOUT,
    show_default=True,
    help="Seconds after which the query is stopped.",
)
@format_option
@all_option
@store_option
def command(
    query: str,
    given: tuple[str, ...],
    timeout: float,
    form: str,
    everything: bool,
    target: str,
) -> None:
    """Run Cypher that only reads; a query that writes is refused before it runs.

    A VALUE that is JSON (3, true, null, ["a"]) is taken as such, all else as text.

    Example: claimgraph cypher 'MATCH (a)-[r:DENIED]->(b) RETURN a.name, b.name'
    """
    check_cypher(query)
    values = parameters(given)
    with open_target(target) as store:
        rows = store.read(query, values, timeout)
    columns = list(rows[0]) if rows else []
    if rows or form == "json":
        held = [[row[name] for name in columns] for row in rows]
        print_rows(form, columns, held, everything)
    if not rows:
        say_aside("no rows")


def parameters(given: tuple[str, ...]) -> dict[str, object]:
    """The parameters by name; QueryError for one that is no NAME=VALUE."""
    found: dict[str, object] = {}
    for argument in given:
        name, mark, value = argument.partition("=")
        if not mark or not name:
            raise QueryError(f"{argument!r} is no NAME=VALUE", key="--param")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    return found
