"""A report for a terminal, or as plain text for a pipe."""

from collections.abc import Mapping, Sequence
from io import StringIO

from rich.table import Table as RichTable
from rich.text import Text

from claimgraph.console import Screen
from claimgraph.reports.document import ClaimLine, Report, Section, Table
from claimgraph.reports.document.wording import count_of, details, when
from claimgraph.safe_text import on_one_line

SHORT_ID = 8
STYLES = {"+": "green", "-": "red", "~": "dim", "?": "yellow"}
SIGNS = "+ for, - against, ~ withheld, ? hypothetical; claimgraph show ID opens a claim"


def terminal_text(report: Report) -> str:
    """The report as a pipe gets it."""
    stream = StringIO()
    print_report(report, Screen(stream))
    return stream.getvalue()


def print_report(report: Report, screen: Screen) -> None:
    """Head, summary, sections, sources; each claim whole where it first stands."""
    lines = {line.id: line for line in report.claims}
    shown: set[str] = set()
    show_head(screen, report)
    for sentence in report.summary:
        bullet(screen, f"{sentence.text}{refs(sentence.claims, lines)}")
    for section in report.sections:
        show_section(screen, section, lines, shown)
    rest = [line for line in report.claims if line.id not in shown]
    if rest:
        heading(screen, "Further claims named above")
        for line in rest:
            show_claim(screen, line)
    heading(screen, "Sources")
    for share in report.sources:
        screen.say(
            f"  {share.name}: {count_of(len(share.claims), 'claim')}, {share.share:.0%}"
        )


def show_head(screen: Screen, report: Report) -> None:
    """What stands above every report."""
    head = report.head
    screen.say(on_one_line(report.title), "bold")
    screen.say(head.caution, "italic")
    filters = "; ".join(head.filters) or "none"
    screen.say(f"corpus {head.corpus_sha256[:16]}; filters: {filters}")
    screen.say(
        f"{count_of(head.used, 'claim')} used, {head.proposed} of them proposed; "
        f"{head.rejected} rejected; {len(report.claims)} named here"
    )
    for one in head.left_out:
        screen.say(f"left out: {count_of(len(one.claims), 'claim')} ({one.reason})")
    if head.unchecked:
        screen.say(f"quotes that no text could prove: {', '.join(head.unchecked)}")
    screen.say(SIGNS, "dim")
    screen.say("")


def heading(screen: Screen, title: str) -> None:
    """The title of a section."""
    screen.say("")
    screen.say(on_one_line(title), "bold")


def bullet(screen: Screen, text: str) -> None:
    """A sentence of its own, its further lines indented."""
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    grid.add_row("*", Text(on_one_line(text)))
    screen.put(grid)


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
    screen: Screen, section: Section, lines: Mapping[str, ClaimLine], shown: set[str]
) -> None:
    """A section: sentences, tables, claims."""
    heading(screen, section.title)
    for sentence in section.sentences:
        screen.say(f"{on_one_line(sentence.text)}{refs(sentence.claims, lines)}")
    for table in section.tables:
        show_table(screen, table, lines)
    for one in section.claims:
        if one not in lines:
            continue
        if one in shown:
            line = lines[one]
            screen.say(
                f"{line.sign} [{line.number}] {on_one_line(line.told)}",
                STYLES[line.sign],
            )
            continue
        shown.add(one)
        show_claim(screen, lines[one])


def show_table(screen: Screen, table: Table, lines: Mapping[str, ClaimLine]) -> None:
    """A table with the numbers of the claims in its last column."""
    screen.say(on_one_line(table.caption), "italic")
    with_claims = any(row.claims for row in table.rows)
    drawn = screen.empty_table()
    for name in (*table.columns, *(["see"] if with_claims else [])):
        drawn.add_column(Text(on_one_line(name)), overflow="fold")
    for row in table.rows:
        cells = [Text(on_one_line(cell)) for cell in row.cells]
        if with_claims:
            cells.append(Text(refs(row.claims, lines).strip()))
        drawn.add_row(*cells)
    screen.put(drawn)


def show_claim(screen: Screen, line: ClaimLine) -> None:
    """A claim whole: sentence, quote, chain, and the rest."""
    told = f"{line.sign} [{line.number}] {line.id[:SHORT_ID]} {on_one_line(line.told)}"
    screen.say(f"{told} ({when(line)})", STYLES[line.sign])
    screen.put(Text(f"“{on_one_line(line.quote)}”"), 4)
    for label, text in details(line):
        screen.put(Text(f"{label}: {on_one_line(text)}", style="dim"), 4)
