"""`claimgraph report`: what the sources say, ready to read."""

from pathlib import Path

import click

from claimgraph.analysis.clocks import Mode
from claimgraph.api.reporting import (
    FORMS,
    FinishedReport,
    find_report,
    form_of,
    report,
    report_names,
)
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.groups import NearGroup
from claimgraph.cli.terminal.parameters import Decorator, click_parameters
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import number_of
from claimgraph.model import MODALITIES
from claimgraph.reports.document.asking import Option, Reporter


class Reports(NearGroup):
    """The modules of `claimgraph.reports`, each imported only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all reports, sorted."""
        return report_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a report; None for an unknown one."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return report_command(cmd_name)


@click.group(cls=Reports, epilog="What each word means: `claimgraph docs glossary`.")
def command() -> None:
    """What the sources say about two groups, an attack, a source: a report to read.

    Everything in a report is somebody's claim, and each line opens to its quote.

    Example: claimgraph report linkage "Haqqani Network" ISIS-K
    """


def report_command(name: str) -> click.Command:
    """A click command from what the module of a report asks for."""
    reporter = find_report(name)
    subjects = [one.name for one in reporter.ARGUMENTS]

    def run(
        form: str | None,
        out: str | None,
        full: bool,
        target: str,
        valid: str | None,
        said: str | None,
        loaded: str | None,
        mode: Mode,
        accepted_only: bool,
        min_modality: str | None,
        **own: str | bool | None,
    ) -> None:
        form = form_of(Path(out), form) if out else form
        with open_target(target) as store:
            found = report(
                store,
                name,
                *[str(own.pop(one)) for one in subjects],
                valid=valid,
                said=said,
                loaded=loaded,
                mode=mode,
                accepted_only=accepted_only,
                min_modality=min_modality,
                **own,
            )
        put_out(found, form, out, full=full)

    params: list[click.Parameter] = [
        click.Argument([one], metavar=one.upper()) for one in subjects
    ]
    params += [own_option(one) for one in reporter.OPTIONS]
    params += click_parameters(SHARED)
    return click.Command(name, callback=run, params=params, help=help_text(reporter))


def help_text(reporter: Reporter) -> str:
    """What `--help` says: what the report tells, its subjects, an example."""
    lines = [
        f"{one.name.upper()}: {one.meaning}; a name, a part of one, or an id."
        for one in reporter.ARGUMENTS
    ]
    summary = (reporter.__doc__ or "").strip().partition("\n")[0]
    return "\n\n".join((summary, *lines, f"Example: {reporter.EXAMPLE}"))


def put_out(
    found: FinishedReport, form: str | None, out: str | None, *, full: bool
) -> None:
    """Writes a report into a file, or on standard output, and tells whom it took."""
    for line in found.told:
        say_aside(line)
    if out is not None:
        found.write(out, form, full=full)
        claims = number_of(len(found.content.claims), "claim")
        say_aside(f"{out}: {claims}")
    elif form in (None, "terminal"):
        found.show(full=full)
    else:
        for part in found.parts(form, full=full):
            click.echo(part, nl=False)


def own_option(option: Option) -> click.Option:
    """An option of one report alone."""
    names = [f"--{option.name.replace('_', '-')}", option.name]
    if option.flag:
        return click.Option(names, is_flag=True, help=option.meaning)
    found = click.Option(
        names,
        type=click.Choice(option.choices, case_sensitive=False)
        if option.choices
        else click.STRING,
        required=option.required,
        show_default=option.default is not None,
        metavar="DATE" if option.day else None,
        help=option.meaning,
    )
    # click takes a given default of None for the answer to a required option
    if option.default is not None:
        found.default = option.default
    return found


SHARED: tuple[Decorator, ...] = (
    click.option(
        "--format",
        "form",
        type=click.Choice(FORMS, case_sensitive=False),
        help="How the report is written; without it as the ending of --out says, else "
        "for the terminal.",
    ),
    click.option(
        "--out",
        metavar="FILE",
        type=click.Path(dir_okay=False),
        help="Write to a file that ends in .md, .html, .json or .txt; it is replaced "
        "only when the report is whole.",
    ),
    click.option(
        "--full",
        is_flag=True,
        help="Everything that is known, not only the page that says it in short.",
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
        type=click.Choice(("possible", "certain"), case_sensitive=False),
        default="possible",
        show_default=True,
        help="Whether a day of a date in question may fit, or all must.",
    ),
    click.option(
        "--accepted-only", is_flag=True, help="Leave out what nobody has reviewed."
    ),
    click.option(
        "--min-modality",
        type=click.Choice(MODALITIES, case_sensitive=False),
        help="Leave out what is said less strongly than that.",
    ),
    store_option,
)
