"""`claimgraph find`: who or what is called something like it?"""

import click

from claimgraph.api.naming import entity_prefixes, named_entities
from claimgraph.cli.terminal.formats import all_option, format_option, print_rows
from claimgraph.cli.terminal.target import open_target, store_option

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
    A name that the graph lacks and `claimgraph:names` has is told, with its id.

    Example: claimgraph find gurdwara --type attack
    """
    with open_target(target) as store:
        found = named_entities(store, text, *([prefix] if prefix else []))
    rows = [[row[column] for column in COLUMNS] for row in found]
    print_rows(form, COLUMNS, rows, everything)
