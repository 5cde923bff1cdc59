"""`claimgraph find`: who or what is called something like it?"""

from collections.abc import Sequence

import click

from claimgraph.api.known_names import USE
from claimgraph.api.naming import entity_prefixes, named_entities, shipped_entities
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.formats import all_option, format_option, print_rows
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import StoreMissingError
from claimgraph.store.base import Row
from claimgraph.type_guards import is_list

COLUMNS = ("id", "name", "days", "names")
# what a table calls a column, and how much of it it shows
CALLED = {"names": "also called"}
ROWS, NAMES = 20, 3
TYPES = click.Choice(entity_prefixes(), case_sensitive=False)


@click.command()
@format_option
@all_option
@store_option
@click.option("--type", "prefix", type=TYPES, help="Only those whose ids begin so.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    help=f"At most so many; without it a table has {ROWS}.",
)
@click.argument("text", required=False)
def command(
    text: str | None,
    prefix: str | None,
    form: str,
    everything: bool,
    limit: int | None,
    target: str,
) -> None:
    """List the entities that have TEXT in a name, or with --type alone all of it.

    All words must be in one name, in any order and case, with or without marks on
    letters; parts of words do. Attacks are shown with the days that claims give them,
    and with --type attack found by place, headline and quote as well.
    A name that the graph lacks and `claimgraph:names` has is told, with its id; where
    there is no graph yet, these names alone are looked through. What stands in an
    article and is nobody's name finds `claimgraph search`.

    Example: claimgraph find gurdwara --type attack
    """
    if not text and not prefix:
        raise click.UsageError("Missing argument 'TEXT'; --type alone lists a type.")
    found = found_rows(text or "", [prefix] if prefix else [], target)
    short = form == "table" and not everything
    shown = found[: limit or (ROWS if short else len(found))]
    if short:
        print_short(shown)
    else:
        rows = [[row[column] for column in COLUMNS] for row in shown]
        print_rows(form, COLUMNS, rows, everything)
    if len(shown) < len(found):
        more = f"the first {len(shown)} of {len(found)}"
        say_aside(f"{more}: type more of the name, or --limit {len(found)} for all")


def print_short(found: Sequence[Row]) -> None:
    """The entities as a table, without columns that say nothing, and of many names
    only some.
    """
    columns = [name for name in COLUMNS if any(row[name] for row in found)]
    rows = [[short_list(row[name]) for name in columns] for row in found]
    print_rows("table", [CALLED.get(one, one) for one in columns], rows, False)


def short_list(value: object) -> object:
    """The value; of a list the first, and how many more there are."""
    if not is_list(value) or len(value) <= NAMES:
        return value
    return [*value[:NAMES], f"{len(value) - NAMES} more"]


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
