"""A report for a terminal, or as plain text for a pipe."""

from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.table import Table as RichTable
from rich.text import Text

from claimgraph.console import Screen
from claimgraph.reports.document import ClaimLine, Report, Section, Sentence, Table
from claimgraph.reports.document.brief import (
    ENDING,
    MOST_REFERENCES,
    SHORT_ID,
    WORDS,
    more_words,
    opening_words,
)
from claimgraph.reports.document.wording import (
    count_of,
    counted_lines,
    details,
    is_proposed,
    review_words,
    when,
)
from claimgraph.safe_text import on_one_line

# between two columns; and what a column of long text has at least
GAP, READABLE = 3, 16
STYLES = {"+": "green", "-": "red", "~": "dim", "?": "yellow"}
SIGNS = "+ for, - against, ~ withheld, ? hypothetical; claimgraph show ID opens a claim"


def terminal_text(report: Report, *, full: bool = False) -> str:
    """The report as a pipe gets it: its short page, or all of it."""
    stream = StringIO()
    print_report(report, Screen(stream), full=full)
    return stream.getvalue()


def print_report(report: Report, screen: Screen, *, full: bool = False) -> None:
    """The short page, or all of the report."""
    if full:
        print_whole(report, screen)
    else:
        print_brief(report, screen)


def print_brief(report: Report, screen: Screen) -> None:
    """The short page; behind each point the id of one claim."""
    screen.say(on_one_line(report.title), "bold")
    for text in opening_words(report.head, report.reviews):
        screen.say(on_one_line(text), "italic")
    for chapter in report.brief:
        heading(screen, f"{chapter.title}{more_words(chapter)}")
        for point in chapter.points:
            bullet(screen, f"{point.text}{first_ref(point)}")
    screen.say("")
    screen.say(ENDING, "dim")


def first_ref(point: Sentence) -> str:
    """The beginning of the id of the claim that a point refers to."""
    return f" [{point.claims[0][:SHORT_ID]}]" if point.claims else ""


def print_whole(report: Report, screen: Screen) -> None:
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
        held = counted_lines([lines[one] for one in share.claims])
        screen.say(f"  {share.name}: {held}, {share.share:.0%}")


def show_head(screen: Screen, report: Report) -> None:
    """What stands above every report."""
    head = report.head
    screen.say(on_one_line(report.title), "bold")
    screen.say(head.caution, "italic")
    filters = "; ".join(head.filters) or "none"
    screen.say(f"corpus {head.corpus_sha256[:16]}; filters: {filters}")
    screen.say(
        f"{count_of(head.used, 'claim')} used, {head.proposed} of them proposed; "
        f"{head.rejected} rejected; named here: {counted_lines(report.claims)}"
    )
    for one in head.left_out:
        screen.say(f"left out: {count_of(len(one.claims), 'claim')} ({one.reason})")
    if head.unchecked:
        screen.say(f"quotes that no text could prove: {', '.join(head.unchecked)}")
    screen.say(SIGNS, "dim")
    screen.say(WORDS, "dim")
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
    return f" [{some_ranges(numbers)}]" if numbers else ""


def some_ranges(numbers: Sequence[int]) -> str:
    """The first numbers with runs shortened, and how many more there are.

    >>> some_ranges([1, 2, 3, 5]), some_ranges([1, 3, 5, 7, 9, 11, 13, 14])
    ('1-3, 5', '1, 3, 5, 7, 9 and 3 more')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"
        for run in runs[:MOST_REFERENCES]
    )
    more = sum(len(run) for run in runs[MOST_REFERENCES:])
    return f"{shown} and {more} more" if more else shown


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
            told = f"{line.sign} [{line.number}] {on_one_line(line.told)}"
            screen.say(f"{told}{' (proposed)' * is_proposed(line)}", STYLES[line.sign])
            continue
        shown.add(one)
        show_claim(screen, lines[one])


def show_table(screen: Screen, table: Table, lines: Mapping[str, ClaimLine]) -> None:
    """A table with the numbers of the claims in its last column.

    Where the words of its columns do not stand side by side, each row is a line.
    """
    screen.say(on_one_line(table.caption), "italic")
    held = [
        (*map(on_one_line, row.cells), refs(row.claims, lines).strip())
        for row in table.rows
    ]
    columns = (*map(on_one_line, table.columns), "see" * any(one[-1] for one in held))
    needed = [
        least_width((name, *(row[at] for row in held)))
        for at, name in enumerate(columns)
    ]
    if sum(needed) + GAP * len(columns) > screen.console().width:
        for row in held:
            bullet(screen, row_line(columns, row))
        return
    drawn = screen.empty_table()
    shown = len(columns) if columns[-1] else len(columns) - 1
    for name, least in zip(columns[:shown], needed[:shown], strict=True):
        drawn.add_column(Text(name), overflow="fold", min_width=least)
    for row in held:
        drawn.add_row(*map(Text, row[:shown]))
    screen.put(drawn)


def least_width(texts: Iterable[str]) -> int:
    """The width below which a column breaks a word, or is too narrow to be read."""
    held = list(texts)
    words = max((cell_len(word) for text in held for word in text.split()), default=0)
    return max(words, min(max(map(cell_len, held), default=0), READABLE))


def row_line(columns: Sequence[str], row: Sequence[str]) -> str:
    """A row as a line: its first cell, then the others by the names of their columns.

    >>> row_line(("group", "claims", "", "see"), ("A", "2", "+", "[1-2]"))
    'A; claims: 2; + [1-2]'
    """
    first, *middle = row[:-1]
    told = [
        f"{name}: {cell}" if name else cell
        for name, cell in zip(columns[1:-1], middle, strict=True)
        if cell
    ]
    return f"{'; '.join(filter(None, (first, *told)))} {row[-1]}".rstrip()


def show_claim(screen: Screen, line: ClaimLine) -> None:
    """A claim whole: sentence, quote, chain, and the rest."""
    told = f"{line.sign} [{line.number}] {line.id[:SHORT_ID]} {on_one_line(line.told)}"
    screen.say(f"{told} ({when(line)}{review_words(line)})", STYLES[line.sign])
    screen.put(Text(f"“{on_one_line(line.quote)}”"), 4)
    for label, text in details(line):
        screen.put(Text(f"{label}: {on_one_line(text)}", style="dim"), 4)
