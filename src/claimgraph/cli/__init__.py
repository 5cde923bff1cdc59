"""What can be typed? One file per command; each is imported only when asked for."""

import pkgutil
import re
import sys

import click

from claimgraph import modules
from claimgraph.addresses import check_arguments
from claimgraph.cli.terminal.failures import exit_code, name_streams
from claimgraph.cli.terminal.groups import NearGroup

PROGRAM = "claimgraph"
# commands below `new`
HELPERS = ("new_article", "new_claim", "new_entity")
HELP_NAMES = ["-h", "--help"]
HELP = re.compile(rb'^def command\(.*?"""(.*?)"""', re.DOTALL | re.MULTILINE)
# what a module says of itself: all that one has whose command is that of another
SUMMARY = re.compile(rb'"""`[^`]+`: (.*?)"""', re.DOTALL)


class Commands(NearGroup):
    """The modules beside this file, each with its `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted(map(command_name, modules.names(sys.modules[__name__])))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None for an unknown one."""
        package = sys.modules[__name__]
        found = {command_name(name): name for name in modules.names(package)}
        if cmd_name not in found:
            return None
        command = modules.find(package, found[cmd_name]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{cmd_name} has no command")
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Each command with the first words of its help; none of them is imported."""
        found = {
            command_name(name): click.Command(name, help=help_text(name))
            for name in modules.names(sys.modules[__name__])
        }
        limit = formatter.width - 6 - max(map(len, found))
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, found[name].get_short_help_str(limit))
                    for name in sorted(found)
                ]
            )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Takes the arguments; none that holds a password comes into any message."""
        with exit_code():
            check_arguments(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; an error becomes one message and its exit code."""
        with exit_code():
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        return result


def command_name(module: str) -> str:
    """What is typed for a module: `import` for import_, as Python keeps that word.

    >>> command_name("import_"), command_name("ask")
    ('import', 'ask')
    """
    return module.removesuffix("_")


def help_text(module: str) -> str:
    """The help of a command out of its source: importing all of them takes a second."""
    source = pkgutil.get_data(__name__, f"{module}.py") or b""
    found = HELP.search(source) or SUMMARY.match(source)
    text = found[1].decode() if found else ""
    return text[:1].upper() + text[1:]


def say_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Where it is asked, prints the version and that of the schema, and ends there."""
    if not asked:
        return
    # both cost a start that does not ask for them some 50 ms
    from importlib.metadata import version

    from claimgraph.schema.types import VERSION

    click.echo(f"{PROGRAM}, version {version(PROGRAM)} (schema {VERSION})")
    ctx.exit()


@click.group(
    cls=Commands,
    name=PROGRAM,
    context_settings={"help_option_names": HELP_NAMES},
    epilog="Begin with `claimgraph demo`. Exit codes: 0 done, 1 something in the "
    "input, 2 wrong usage, 3 the graph's server cannot be reached.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=say_version,
    help="Show the version, with that of the schema, and exit.",
)
def group() -> None:
    """Who says that which group did or is what, on whose word, where exactly, and
    who says otherwise?"""


def main() -> None:
    """The command line, with the exit code of what was asked."""
    name_streams()
    with exit_code():
        code = group(prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    raise SystemExit(code)
