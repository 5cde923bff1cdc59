"""`claimgraph export`: the claims of a graph as files for other tools."""

import shutil
import sys
from pathlib import Path
from typing import Unpack

import click

from claimgraph.api.exporting import (
    ExportChoices,
    about_format,
    export,
    find_format,
    format_names,
)
from claimgraph.atomic import temporary_folder
from claimgraph.cli.terminal.accounts import account_lines
from claimgraph.cli.terminal.groups import NearGroup
from claimgraph.cli.terminal.loading import Bar
from claimgraph.cli.terminal.parameters import Decorator, click_parameters
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.console import Screen
from claimgraph.exports import Format
from claimgraph.rdf.writing import BASE


class Formats(NearGroup):
    """The formats that there are, each imported only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all formats, sorted."""
        return sorted(name.replace("_", "-") for name in format_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a format; None for an unknown one."""
        return format_command(cmd_name) if cmd_name in self.list_commands(ctx) else None


@click.group(cls=Formats)
def command() -> None:
    """Write the claims of the graph for other tools.

    Beside each file lies an account of what the format could not carry, counted while
    it was written. Accepted and proposed claims leave; nothing else is left out.

    Example: claimgraph export trig --out claims.trig
    """


class AskedExport(ExportChoices, total=False):
    """What the options of the command line say, by their names in `export`."""

    strict: bool
    full: bool
    verify: bool


def format_command(name: str) -> click.Command:
    """A click command from what the module of a format says of itself."""
    stem = name.replace("-", "_")
    exporter, about = find_format(stem), about_format(stem)

    def run(
        out: Path | None,
        target: str,
        **options: Unpack[AskedExport],
    ) -> None:
        with (
            temporary_folder() as room,
            open_target(target) as store,
            Bar(None, "writing") as bar,
        ):
            path = out or room / f"claims{exporter.suffix}"
            account = export(
                store,
                name,
                path,
                beside=out is not None,
                progress=bar.advance,
                **options,
            )
            if out is None:
                print_file(path)
        for line in account_lines(account, str(out or path.name)):
            Screen(sys.stderr).say(line)

    example = f"claimgraph export {name} --out claims{exporter.suffix}"
    chosen = [OWN[option] for option in exporter.options]
    return click.Command(
        name,
        callback=run,
        params=click_parameters((out_option(exporter), *chosen, *SHARED)),
        help=f"{about}\n\nExample: {example}",
    )


def out_option(exporter: Format) -> Decorator:
    """Where it is written to: a folder, or a file, or standard output."""
    where = "The folder" if exporter.files else "The file; - or none: standard output"
    return click.option(
        "--out",
        metavar="DIR" if exporter.files else "FILE",
        required=bool(exporter.files),
        type=click.Path(path_type=Path),
        callback=chosen_path,
        help=f"{where}. What is there is replaced only by a whole one.",
    )


def chosen_path(
    _context: click.Context, option: click.Parameter, given: Path | None
) -> Path | None:
    """Where to write to, None for standard output, which takes no folder."""
    if given is None or str(given) != "-":
        return given
    if option.required:
        reason = "these are several files: give a folder for them"
        raise click.BadParameter(reason, param=option)
    return None


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
    click.option(
        "--verify",
        is_flag=True,
        help="Read the file back; write nothing where the account is not true of it.",
    ),
    store_option,
)


def print_file(path: Path) -> None:
    """The bytes of a file on standard output."""
    sys.stdout.flush()
    with path.open("rb") as file:
        shutil.copyfileobj(file, sys.stdout.buffer)
