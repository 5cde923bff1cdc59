"""What can be typed? One file per command; each is imported only when asked for."""

import sys
from io import TextIOWrapper
from typing import cast

import click

from claimgraph import modules
from claimgraph.cli.terminal.failures import exit_code

PROGRAM = "claimgraph"
HELP_NAMES = ["-h", "--help"]


class Commands(click.Group):
    """The modules beside this file, each with its `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted(map(typed, modules.names(sys.modules[__name__])))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None for an unknown one."""
        package = sys.modules[__name__]
        found = {typed(name): name for name in modules.names(package)}
        if cmd_name not in found:
            return None
        module = modules.find(package, found[cmd_name])
        return cast("click.Command", module.command)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; an error becomes one message and its exit code."""
        with exit_code():
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        return result


def typed(module: str) -> str:
    """What is typed for a module: `import` for import_, as Python keeps that word.

    >>> typed("import_"), typed("neo4j_admin")
    ('import', 'neo4j-admin')
    """
    return module.removesuffix("_").replace("_", "-")


@click.group(
    cls=Commands,
    name=PROGRAM,
    context_settings={"help_option_names": HELP_NAMES},
    epilog="Begin with `claimgraph demo`. Exit codes: 0 done, 1 something in the "
    "input, 2 wrong usage, 3 the graph's server cannot be reached.",
)
@click.version_option(package_name=PROGRAM, prog_name=PROGRAM)
def group() -> None:
    """Who says that which group did or is what, on whose word, where exactly, and
    who says otherwise?"""


def main() -> None:
    """The command line, with the exit code of what was asked."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a terminal that lacks a letter gets its number, not a traceback
            stream.reconfigure(errors="backslashreplace")
    group(prog_name=PROGRAM)
