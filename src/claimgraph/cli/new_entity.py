"""`claimgraph new entity`: who is it, and is he there already?"""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from claimgraph.api.entries import NewEntry, new_entry, write_entry
from claimgraph.api.naming import entity_prefixes
from claimgraph.cli.terminal.answers import on_terminal
from claimgraph.cli.terminal.entries import told_likeness
from claimgraph.cli.terminal.failures import nothing_written
from claimgraph.cli.terminal.folders import corpus_option
from claimgraph.coding.entries import Wanted
from claimgraph.errors import CorpusError

NEEDS_YES = (
    "nothing was written: name one of these in your claims, or say --yes if yours is "
    "another"
)
TYPES = click.Choice(entity_prefixes(), case_sensitive=False)


class AskedEntry(TypedDict):
    """What the options say, by their names in `Wanted`."""

    prefix: str
    name: str
    aliases: tuple[str, ...]
    kind: str | None
    description: str | None
    within: str | None
    collective: bool
    unnamed_in: str | None
    day: str | None
    place: str | None
    what: str | None
    own_id: str | None


@click.command("entity")
@corpus_option
@click.option("--type", "prefix", type=TYPES, required=True, help="What it is.")
@click.option("--kind", help="The finer type, as docs/schema.md lists them.")
@click.option(
    "--alias", "aliases", multiple=True, help="Another name; may be said several times."
)
@click.option("--description", help="One line that tells it from others.")
@click.option("--within", metavar="ID", help="The place that a place lies in.")
@click.option("--collective", is_flag=True, help="Several that are spoken of as one.")
@click.option(
    "--unnamed",
    "unnamed_in",
    metavar="STEM",
    help="The article leaves it without a name.",
)
@click.option("--when", "day", metavar="DATE", help="Of an attack: its month or day.")
@click.option("--where", "place", metavar="PLACE", help="Of an attack: the place.")
@click.option("--target", "what", metavar="WORDS", help="Of an attack: what was hit.")
@click.option("--id", "own_id", metavar="ID", help="An id of your own.")
@click.option("--yes", "sure", is_flag=True, help="Write it whoever is like it.")
@click.argument("name")
def command(folder: Path, sure: bool, **asked: Unpack[AskedEntry]) -> None:
    """Write an entry for NAME, unless somebody is called so already.

    It is looked for first: in the corpus, in those that it uses, and in the names that
    come with claimgraph, in other spellings and scripts too. Then it becomes the last
    entry of its file, in which nothing else changes. Its id is made of its longest
    name; that of an attack of --when, --where and --target.

    Example: claimgraph new entity "Hill Band" --type group --alias HB --kind
    militant-group
    """
    wanted = Wanted(**asked)
    with nothing_written():
        found = new_entry(folder, wanted)
        for one in found.like:
            click.echo(told_likeness(one), err=found.doubtful and not sure)
        if found.doubtful and not sure and not is_another(found):
            return
    written = write_entry(folder, wanted)
    click.echo(f"{written.file}:{written.line}: wrote {written.id}")
    click.echo(written.text)


def is_another(found: NewEntry) -> bool:
    """Whether the person says that this is somebody else; CorpusError in a pipe."""
    if not on_terminal():
        raise CorpusError(NEEDS_YES, key=found.entity.id)
    return click.confirm(f"write {found.entity.id} as another one?")
