"""`claimgraph check`: what is wrong in a corpus?"""

from dataclasses import replace
from pathlib import Path

import click

from claimgraph.api.corpora import check, rehash
from claimgraph.checking import Checked, Rehashed
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.findings import findings_json, findings_sarif
from claimgraph.cli.terminal.seeds import packaged_seeds
from claimgraph.errors import GateError, number_of


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--rehash",
    "mend",
    is_flag=True,
    help="Write the digest of a changed text into its header, if all quotes hold.",
)
@click.option(
    "--json", "form", flag_value="json", help="Print the problems as a list in JSON."
)
@click.option(
    "--sarif", "form", flag_value="sarif", help="Print them as SARIF: editors, CI."
)
def command(folder: Path, mend: bool, form: str | None) -> None:
    """Check a whole corpus: every problem, each with file, line and key.

    Nothing is loaded, nothing is changed (but for --rehash). The exit code is 1 where
    there is a problem; an entry that nothing needs yet is a warning, and is none.

    Example: claimgraph check seeds
    """
    if mend:
        for done in rehash(folder):
            told = f"{done.article}: wrote the digest of the text{words_on_ids(done)}"
            click.echo(told, err=form is not None)
    with packaged_seeds([folder]) as (found,):
        checked = check(found)
    problems = (*checked.problems, *checked.unseen)
    if form is not None:
        as_text = findings_sarif if form == "sarif" else findings_json
        click.echo(as_text(problems, checked.unused))
        click.get_current_context().exit(1 if problems else 0)
    for one in checked.unused:
        say_aside(str(replace(one, reason=f"warning: {one.reason}")))
    if problems:
        raise GateError(problems)
    click.echo(summary_line(checked))


def words_on_ids(done: Rehashed) -> str:
    """What a new digest does to the ids of claims."""
    if not done.renamed:
        return ""
    claims = number_of(done.renamed, "claim")
    return f"; {claims} got new ids by it, and links to the old ones lead nowhere"


def summary_line(checked: Checked) -> str:
    """What a corpus without problems holds, in one line."""
    parts = (
        number_of(len(checked.batches), "article"),
        number_of(checked.claims, "claim"),
        f"{checked.entities} entities" if checked.entities != 1 else "1 entity",
    )
    warned = number_of(len(checked.unused), "warning") if checked.unused else ""
    return f"{', '.join(parts)}: no problems{warned and f', {warned}'}"
