"""`claimgraph report`: what the sources say, ready to read."""

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

import click

from claimgraph import modules, reports
from claimgraph.analysis.claim_set import gather
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.selection import Filters, check
from claimgraph.cli.lookups.names import find_entity
from claimgraph.cli.terminal.reports import FORMS, print_report, write_report
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.dates import span
from claimgraph.errors import QueryError
from claimgraph.library import ask, questions
from claimgraph.model import MODALITIES
from claimgraph.readback import read
from claimgraph.reports.document import Report
from claimgraph.reports.document.asking import (
    Argument,
    Asked,
    HealthRow,
    Option,
    Reporter,
)
from claimgraph.schema import load_schema
from claimgraph.store.base import Store

C = TypeVar("C", bound=Callable[..., object])
DAYS = ("valid", "said", "loaded")
EMPTY = "the graph holds no claims: `claimgraph load` puts some in"


class Reports(click.Group):
    """The modules of `claimgraph.reports`, each imported only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all reports, sorted."""
        return modules.names(reports)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a report; None for an unknown one."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return made(cmd_name)


@click.group(cls=Reports)
def command() -> None:
    """What the sources say about two groups, an attack, a source: a report to read.

    Everything in a report is somebody's claim, and each line opens to its quote.

    Example: claimgraph report linkage "Haqqani Network" ISIS-K
    """


def made(name: str) -> click.Command:
    """A click command from what the module of a report asks for."""
    module = modules.find(reports, name)
    reporter = cast("Reporter", module)
    summary = (module.__doc__ or "").strip().partition("\n")[0]

    def run(**given: Asked) -> None:
        run_report(reporter, given)

    params: list[click.Parameter] = [
        click.Argument([one.name], metavar=one.name.upper())
        for one in reporter.ARGUMENTS
    ]
    params += [own_option(one) for one in reporter.OPTIONS]
    asked = "\n\n".join(
        f"{one.name.upper()}: {one.meaning}; a name, an alias or an id."
        for one in reporter.ARGUMENTS
    )
    parts = (summary, asked, f"Example: {reporter.EXAMPLE}")
    found = click.Command(
        name, callback=run, params=params, help="\n\n".join(filter(None, parts))
    )
    return with_options(found)


def own_option(option: Option) -> click.Option:
    """An option of one report alone."""
    names = [f"--{option.name.replace('_', '-')}", option.name]
    if option.flag:
        return click.Option(names, is_flag=True, help=option.meaning)
    found = click.Option(
        names,
        type=click.Choice(option.choices) if option.choices else click.STRING,
        required=option.required,
        show_default=option.default is not None,
        metavar="DATE" if option.day else None,
        help=option.meaning,
    )
    # click takes a given default of None for the answer to a required option
    if option.default is not None:
        found.default = option.default
    return found


def with_options(command: click.Command) -> click.Command:
    """The options of every report."""

    def carrier() -> None: ...

    for decorate in reversed(SHARED):
        decorate(carrier)
    shared = cast("list[click.Parameter]", carrier.__dict__["__click_params__"])
    command.params += reversed(shared)
    return command


SHARED: tuple[Callable[[Callable[[], None]], object], ...] = (
    click.option(
        "--format",
        "form",
        type=click.Choice(FORMS),
        help="How the report is written; without it what the ending of --out says "
        "(.md, .html, .json), else for the terminal.",
    ),
    click.option(
        "--out",
        metavar="FILE",
        type=click.Path(dir_okay=False),
        help="Write to a file, which is replaced only when the report is whole.",
    ),
    click.option(
        "--valid", metavar="DATE", help="Only what is said to have held on that day."
    ),
    click.option("--said", metavar="DATE", help="Only what had been said by that day."),
    click.option(
        "--loaded", metavar="DATE", help="Only what had been loaded by that day."
    ),
    click.option(
        "--mode",
        type=click.Choice(("possible", "certain")),
        default="possible",
        show_default=True,
        help="Whether a day of a date in question may fit, or all must.",
    ),
    click.option(
        "--accepted-only", is_flag=True, help="Leave out what nobody has reviewed."
    ),
    click.option(
        "--min-modality",
        type=click.Choice(MODALITIES),
        help="Leave out what is said less strongly than that.",
    ),
    store_option,
)


def run_report(reporter: Reporter, given: dict[str, Asked]) -> None:
    """Reads the graph, makes the report, and prints or writes it."""
    form, out = given.pop("form"), given.pop("out")
    target = cast("str", given.pop("target"))
    filters = filters_from(given)
    for option in reporter.OPTIONS:
        value = given[option.name]
        if option.day and isinstance(value, str):
            span(value)
    with open_target(target) as store:
        found = report_from(store, reporter, filters, given)
    if out is None:
        print_report(found, cast("str | None", form) or "terminal")
    else:
        write_report(found, cast("str | None", form), cast("str", out))


def filters_from(given: dict[str, Asked]) -> Filters:
    """The filters of every report; QueryError for a date that cannot be read."""
    days = {name: cast("str | None", given.pop(name)) for name in DAYS}
    found = Filters(
        valid=days["valid"],
        said=days["said"],
        loaded=days["loaded"],
        mode="certain" if given.pop("mode") == "certain" else "possible",
        accepted_only=given.pop("accepted_only") is True,
        min_modality=cast("str | None", given.pop("min_modality")),
    )
    check(found)
    return found


def report_from(
    store: Store, reporter: Reporter, filters: Filters, given: dict[str, Asked]
) -> Report:
    """The report on what the store holds."""
    claim_set = gather(read(store))
    if not claim_set.claims:
        raise QueryError(EMPTY)
    around = context_of(claim_set, load_schema())
    asked = given | dict(subjects(store, reporter, around, given))
    if getattr(reporter, "HEALTH", False):
        asked["health"] = tuple(health_rows(store))
    return reporter.report(claim_set, around, filters, **asked)


def health_rows(store: Store) -> Iterator[HealthRow]:
    """What the health questions of the library find."""
    for question in questions():
        if question.name.startswith("health/"):
            rows = len(ask(store, question.name, {}).rows)
            defect = question.defect and rows > 0
            yield HealthRow(question.name, question.question, rows, defect)


def subjects(
    store: Store, reporter: Reporter, around: Context, given: dict[str, Asked]
) -> Iterator[tuple[str, str]]:
    """The standing ids of the subjects; QueryError where they do not fit."""
    seen: dict[str, str] = {}
    for argument in reporter.ARGUMENTS:
        typed = str(given[argument.name])
        found = find_entity(store, typed, argument.name, argument.prefixes)
        found = around.canonical(found)
        check_type(argument, typed, found)
        if found in seen:
            both = f"{seen[found]!r} and {typed!r}"
            raise QueryError(f"{both} are one entity, {found}: give two that differ")
        seen[found] = typed
        yield argument.name, found


def check_type(argument: Argument, typed: str, found: str) -> None:
    """Refuses a subject of a type that the report is not about."""
    prefix = found.partition("/")[0]
    if argument.prefixes and prefix not in argument.prefixes:
        wanted = " or ".join(argument.prefixes)
        raise QueryError(
            f"{typed!r} is {found}: wanted is {argument.meaning} ({wanted}/…)",
            key=argument.name,
        )
