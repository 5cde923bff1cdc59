"""Rows as a table that fits the terminal, else one below the other."""

from collections.abc import Sequence

from rich.table import Table as RichTable
from rich.text import Text

from claimgraph.cli.terminal.columns import Shown, cell, choose
from claimgraph.console import STDOUT

# between two columns on one line of a block
GAP = "   "
console, put, say = STDOUT.console, STDOUT.put, STDOUT.say


def print_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    hint: str = "",
    answers: Sequence[str] = (),
) -> None:
    """The rows as a table, or in blocks where the answer columns are too wide for one.

    What all rows share stands on a line above; with a `hint`, a line below says what
    was left out.
    """
    shown = choose(columns, rows, console().width, answers)
    shared = [f"{name} = {text}" for name, text in shown.alike.items()]
    shared += [f"nothing in {name}" for name in shown.empty]
    if shared:
        say(f"all rows: {'; '.join(shared)}")
    put(filled_table(shown) if shown.widths else filled_blocks(shown))
    if shown.hidden and hint:
        say(f"not shown: {', '.join(shown.hidden)} ({hint})", "dim")


def filled_table(shown: Shown) -> RichTable:
    """A row a line, or as many lines as its cells need."""
    table = STDOUT.empty_table()
    for name, width in zip(shown.columns, shown.widths, strict=True):
        table.add_column(Text(name), overflow="fold", width=width)
    for row in shown.rows:
        table.add_row(*map(Text, row))
    return table


def filled_blocks(shown: Shown) -> RichTable:
    """A block a row: its number, and beside it each column that says something."""
    grid = RichTable.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(overflow="fold")
    room = console().width - len(str(len(shown.rows))) - 2
    for number, row in enumerate(shown.rows, 1):
        named = [
            Text.assemble((f"{name}: ", "dim"), text)
            for name, text in zip(shown.columns, row, strict=True)
            if text
        ]
        grid.add_row(str(number), Text("\n").join(lines_within(named, room)))
    return grid


def lines_within(parts: Sequence[Text], width: int) -> list[Text]:
    """The parts, as many on a line as fit; one that is too long has lines to itself."""
    lines: list[Text] = []
    for part in parts:
        if lines and lines[-1].cell_len + len(GAP) + part.cell_len <= width:
            lines[-1] = Text(GAP).join([lines[-1], part])
        else:
            lines.append(part)
    return lines


def print_records(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Every column of every row, each on a line of its own."""
    widest = max((len(name) for name in columns), default=0)
    for number, row in enumerate(rows, 1):
        say(f"[{number}]", "bold")
        grid = RichTable.grid(padding=(0, 2))
        grid.add_column(width=widest)
        grid.add_column(overflow="fold")
        for name, value in zip(columns, row, strict=True):
            grid.add_row(Text(name, style="dim"), Text(cell(value)))
        put(grid)
