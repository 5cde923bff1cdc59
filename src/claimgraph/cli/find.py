"""`claimgraph find`: who or what is called something like it?"""

import click

from claimgraph.api.known_names import USE
from claimgraph.api.naming import entity_prefixes, named_entities, shipped_entities
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.formats import all_option, format_option, print_rows
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import StoreMissingError
from claimgraph.store.base import Row

COLUMNS = ("id", "name", "days", "names")


TYPES = click.Choice(entity_prefixes(), case_sensitive=False)


@click.command()
@format_option
@all_option
@store_option
@click.option("--type", "prefix", type=TYPES, help="Only those whose ids begin so.")
@click.argument("text")
def command(
    text: str, prefix: str | None, form: str, everything: bool, target: str
) -> None:
    """List the entities that have TEXT in a name, whole or in parts.

    All words must be in one name, in any order and case, with or without marks on
    letters; parts of words do. Attacks are shown with the days that claims give them.
    A name that the graph lacks and `claimgraph:names` has is told, with its id; where
    there is no graph yet, these names alone are looked through.

    Example: claimgraph find gurdwara --type attack
    """
    found = found_rows(text, [prefix] if prefix else [], target)
    rows = [[row[column] for column in COLUMNS] for row in found]
    print_rows(form, COLUMNS, rows, everything)


def found_rows(text: str, prefixes: list[str], target: str) -> list[Row]:
    """Who is called so in the graph, or in the names that ship where there is none."""
    try:
        store = open_target(target)
    except StoreMissingError as error:
        found = shipped_entities(text, *prefixes)
        none = f"no graph was asked: there is none in {error.target}"
        say_aside(f"{none}. These are names that ship: {USE}")
        return found
    with store:
        return named_entities(store, text, *prefixes)
