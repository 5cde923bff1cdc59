"""A report on the terminal, in a file, or for a pipe."""

from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import click
from rich.table import Table as RichTable
from rich.text import Text

from claimgraph.atomic import followed, in_place_of
from claimgraph.cli.terminal.tables import SHORT_ID, console, framed, put, say
from claimgraph.reports.document import ClaimLine, Report, Section, Table
from claimgraph.reports.document.wording import counted, details, when
from claimgraph.reports.forms.json import json
from claimgraph.reports.forms.markdown import markdown
from claimgraph.safe_text import on_one_line

FORMS = ("terminal", "markdown", "html", "json")
ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
ENDINGS[".json"] = "json"
STYLES = {"+": "green", "-": "red", "~": "dim", "?": "yellow"}
SIGNS = "+ for, - against, ~ withheld, ? hypothetical; claimgraph show ID opens a claim"


def print_report(report: Report, form: str) -> None:
    """The report on standard output."""
    if form == "terminal":
        show(report)
    else:
        click.echo(written(report, form), nl=False)


def written(report: Report, form: str) -> str:
    """The report in one of the forms, whole."""
    match form:
        case "markdown":
            return markdown(report)
        case "json":
            return json(report)
        case "html":
            # the largest form by far, and the one that needs a drawing
            from claimgraph.reports.forms.html import html

            return html(report)
        case _:
            return as_text(report)


def write_report(report: Report, form: str | None, out: str) -> None:
    """The report in a file, which is replaced only by a whole one.

    Without a form the ending of the name says which; an unknown ending is plain text.
    """
    path = followed(Path(out))
    chosen = form or ENDINGS.get(path.suffix.lower(), "terminal")
    text = written(report, chosen).encode("utf-8", "backslashreplace")
    with in_place_of(path) as scratch:
        scratch.write_bytes(text)
    click.echo(f"{on_one_line(out)}: {counted(len(report.claims), 'claim')}", err=True)


def as_text(report: Report) -> str:
    """What a pipe would get."""
    stream = StringIO()
    with redirect_stdout(stream):
        show(report)
    return stream.getvalue()


def show(report: Report) -> None:
    """Head, summary, sections, sources; each claim whole where it first stands."""
    lines = {line.id: line for line in report.claims}
    shown: set[str] = set()
    show_head(report)
    for sentence in report.summary:
        bullet(f"{sentence.text}{refs(sentence.claims, lines)}")
    for section in report.sections:
        show_section(section, lines, shown)
    rest = [line for line in report.claims if line.id not in shown]
    if rest:
        heading("Further claims named above")
        for line in rest:
            show_claim(line)
    heading("Sources")
    for share in report.sources:
        say(f"  {share.name}: {counted(len(share.claims), 'claim')}, {share.share:.0%}")


def show_head(report: Report) -> None:
    """What stands above every report."""
    head = report.head
    say(on_one_line(report.title), "bold")
    say(head.caution, "italic")
    filters = "; ".join(head.filters) or "none"
    say(f"corpus {head.corpus_sha256[:16]}; filters: {filters}")
    say(
        f"{counted(head.used, 'claim')} used, {head.proposed} of them proposed; "
        f"{head.rejected} rejected; {len(report.claims)} named here"
    )
    for one in head.left_out:
        say(f"left out: {counted(len(one.claims), 'claim')} ({one.reason})")
    if head.unchecked:
        say(f"quotes that no text could prove: {', '.join(head.unchecked)}")
    say(SIGNS, "dim")
    say("")


def heading(title: str) -> None:
    """The title of a section."""
    say("")
    say(on_one_line(title), "bold")


def bullet(text: str) -> None:
    """A sentence of its own, its further lines indented."""
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    grid.add_row("*", Text(on_one_line(text)))
    put(grid)


def refs(ids: Sequence[str], lines: Mapping[str, ClaimLine]) -> str:
    """The numbers of claims, runs of them shortened.

    A number is that of a claim below, where its id stands.
    """
    numbers = sorted({lines[one].number for one in ids if one in lines})
    return f" [{ranges(numbers)}]" if numbers else ""


def ranges(numbers: Sequence[int]) -> str:
    """Numbers with runs shortened.

    >>> ranges([1, 2, 3, 5])
    '1-3, 5'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs
    )


def show_section(
    section: Section, lines: Mapping[str, ClaimLine], shown: set[str]
) -> None:
    """A section: sentences, tables, claims."""
    heading(section.title)
    for sentence in section.sentences:
        say(f"{on_one_line(sentence.text)}{refs(sentence.claims, lines)}")
    for table in section.tables:
        show_table(table, lines)
    for one in section.claims:
        if one not in lines:
            continue
        if one in shown:
            line = lines[one]
            say(
                f"{line.sign} [{line.number}] {on_one_line(line.told)}",
                STYLES[line.sign],
            )
            continue
        shown.add(one)
        show_claim(lines[one])


def show_table(table: Table, lines: Mapping[str, ClaimLine]) -> None:
    """A table with the numbers of the claims in its last column."""
    say(on_one_line(table.caption), "italic")
    with_claims = any(row.claims for row in table.rows)
    drawn = framed(console())
    for name in (*table.columns, *(["see"] if with_claims else [])):
        drawn.add_column(Text(on_one_line(name)), overflow="fold")
    for row in table.rows:
        cells = [Text(on_one_line(cell)) for cell in row.cells]
        if with_claims:
            cells.append(Text(refs(row.claims, lines).strip()))
        drawn.add_row(*cells)
    put(drawn)


def show_claim(line: ClaimLine) -> None:
    """A claim whole: sentence, quote, chain, and the rest."""
    told = f"{line.sign} [{line.number}] {line.id[:SHORT_ID]} {on_one_line(line.told)}"
    say(f"{told} ({when(line)})", STYLES[line.sign])
    put(Text(f"“{on_one_line(line.quote)}”"), 4)
    for label, text in details(line):
        put(Text(f"{label}: {on_one_line(text)}", style="dim"), 4)
