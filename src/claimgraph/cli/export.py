"""`claimgraph export`: the claims of a graph as files for other tools."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import cast

import click

from claimgraph import modules
from claimgraph.cli.terminal.accounts import account_lines
from claimgraph.cli.terminal.loading import Bar
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import ExportError
from claimgraph.exports import BASE, Exporter, ExportOptions, formats
from claimgraph.exports.account import LossAccount
from claimgraph.exports.run import write_export
from claimgraph.model import Batch
from claimgraph.readback import read

Decorator = Callable[[Callable[[], None]], object]
Given = str | bool | Path | None
EMPTY = "the graph holds no articles: `claimgraph load` puts some in"


class Formats(click.Group):
    """The formats that there are, each imported only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all formats, sorted."""
        return sorted(map(typed, modules.names(formats)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a format; None for an unknown one."""
        found = {typed(name): name for name in modules.names(formats)}
        return made(found[cmd_name]) if cmd_name in found else None


def typed(module: str) -> str:
    """What is typed for a format: `neo4j-admin` for neo4j_admin."""
    return module.replace("_", "-")


@click.group(cls=Formats)
def command() -> None:
    """Write the claims of the graph for other tools.

    Beside each file lies an account of what the format could not carry, worked out by
    reading the file back. Accepted and proposed claims leave; nothing else is left out.

    Example: claimgraph export trig --out claims.trig
    """


def made(name: str) -> click.Command:
    """A click command from what the module of a format says of itself."""
    module = modules.find(formats, name)
    exporter = cast("Exporter", module)

    def run(**given: Given) -> None:
        run_export(name, exporter, given)

    example = f"claimgraph export {typed(name)} --out claims{exporter.SUFFIX}"
    parts = ((module.__doc__ or "").strip(), f"Example: {example}")
    found = click.Command(typed(name), callback=run, help="\n\n".join(parts))

    def carrier() -> None: ...

    chosen = [OWN[option] for option in exporter.OPTIONS]
    for decorate in reversed((out_option(exporter), *chosen, *SHARED)):
        decorate(carrier)
    shared = cast("list[click.Parameter]", carrier.__dict__["__click_params__"])
    found.params += reversed(shared)
    return found


def out_option(exporter: Exporter) -> Decorator:
    """Where it is written to: a folder, or a file, or standard output."""
    where = "The folder" if exporter.FILES else "The file; without it, standard output"
    return click.option(
        "--out",
        metavar="DIR" if exporter.FILES else "FILE",
        required=bool(exporter.FILES),
        type=click.Path(path_type=Path),
        help=f"{where}. What is there is replaced only by a whole one.",
    )


OWN: dict[str, Decorator] = {
    "base": click.option(
        "--base", metavar="IRI", default=BASE, help="What the IRIs of data begin with."
    ),
    "no_text": click.option(
        "--no-text", is_flag=True, help="Leave the texts of the articles out."
    ),
    "with_edges": click.option(
        "--with-edges",
        is_flag=True,
        help="Add the bare edge of each affirmed claim, in a graph of its own.",
    ),
    "aggregate": click.option(
        "--aggregate",
        is_flag=True,
        help="One edge for each proposition and polarity, with counts.",
    ),
    "topics": click.option(
        "--topics", is_flag=True, help="Mark those that somebody has designated."
    ),
    "raw": click.option(
        "--raw", is_flag=True, help="Do not guard cells that begin like a formula."
    ),
}
SHARED: tuple[Decorator, ...] = (
    click.option(
        "--accepted-only", is_flag=True, help="Leave out what nobody has reviewed."
    ),
    click.option(
        "--strict", is_flag=True, help="Write nothing where anything would be lost."
    ),
    click.option(
        "--full", is_flag=True, help="Name all claims in the account, not only 20."
    ),
    store_option,
)


def run_export(name: str, exporter: Exporter, given: dict[str, Given]) -> None:
    """Reads the graph, writes the format, says what it could not carry."""
    known = {field.name for field in fields(ExportOptions)}
    chosen = {key: held for key, held in given.items() if key in known}
    # the keys are the names of its fields
    options = ExportOptions(**chosen)  # type: ignore[arg-type]
    strict, full = given["strict"] is True, given["full"] is True
    out = cast("Path | None", given["out"])
    with (
        tempfile.TemporaryDirectory(prefix="claimgraph-") as room,
        open_target(str(given["target"])) as store,
    ):
        target = out or Path(room) / f"claims{exporter.SUFFIX}"
        bar = Bar(None, "writing")
        try:
            batches = watched(some(read(store)), bar)
            beside = out is not None
            account = write_export(
                name, batches, target, options, strict=strict, full=full, beside=beside
            )
        finally:
            bar.close()
        if out is None:
            print_file(target)
        say(account, target.name if out is None else str(out))


def some(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches; ExportError where there is none."""
    empty = True
    for batch in batches:
        empty = False
        yield batch
    if empty:
        raise ExportError(EMPTY)


def watched(batches: Iterable[Batch], bar: Bar) -> Iterator[Batch]:
    """The batches, counted as they are taken."""
    for batch in batches:
        yield batch
        bar.advance(batch)


def print_file(path: Path) -> None:
    """The bytes of a file on standard output."""
    sys.stdout.flush()
    with path.open("rb") as file:
        shutil.copyfileobj(file, sys.stdout.buffer)


def say(account: LossAccount, name: str) -> None:
    """The summary of an account on standard error."""
    for line in account_lines(account, name):
        click.echo(line, err=True)
