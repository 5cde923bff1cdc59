"""Rows as a table that fits the terminal, else one below the other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rich.console import Group
from rich.table import Table as RichTable
from rich.text import Text

from claimgraph.cli.terminal.columns import Shown, cell, choose
from claimgraph.console import STDOUT

# between two columns on one line of a block
GAP = "   "
# rows by which the shortest way to group blocks is chosen
MEASURED = 50
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


def filled_blocks(shown: Shown) -> Group:
    """A block a row: its number, and beside it each column that says something.

    What the first columns of several rows share stands on a line above these, where
    the beginning becomes shorter by it.
    """
    first = replace(shown, rows=shown.rows[:MEASURED])
    ways = [most for most in range(len(shown.columns)) if is_shared(first.rows, most)]
    best = min(ways, key=lambda most: block_height(grouped_blocks(first, most)))
    return Group(*grouped_blocks(shown, best))


def is_shared(rows: Sequence[Sequence[str]], most: int) -> bool:
    """Whether rows have their first columns with the next one, by and large."""
    heads = sum(1 for _ in groupby(rows, lambda row: row[:most]))
    return most == 0 or 3 * heads <= 2 * len(rows)


def grouped_blocks(shown: Shown, most: int) -> list[Text | RichTable]:
    """The blocks, under lines with the first `most` columns of those that follow."""
    parts: list[Text | RichTable] = []
    digits, shift = len(str(len(shown.rows))), 2 * (most > 0)
    room = console().width - digits - shift - 2
    numbered = enumerate(shown.rows, 1)
    for head, rows in groupby(numbered, lambda one: one[1][:most]):
        named = named_texts(shown.columns[:most], head)
        for line in lines_within(named, console().width):
            line.stylize("bold")
            parts.append(line)
        grid = RichTable.grid(padding=(0, 2))
        grid.add_column(style="bold", width=digits + shift, justify="right")
        grid.add_column(overflow="fold")
        for number, row in rows:
            named = named_texts(shown.columns[most:], row[most:])
            grid.add_row(str(number), Text("\n").join(lines_within(named, room)))
        parts.append(grid)
    return parts


def named_texts(names: Sequence[str], row: Sequence[str]) -> list[Text]:
    """Each text with the name of its column, those that say nothing left out."""
    return [
        Text.assemble((f"{name}: ", "dim"), text)
        for name, text in zip(names, row, strict=True)
        if text
    ]


def block_height(parts: Sequence[Text | RichTable]) -> int:
    """How many lines the blocks take on the screen."""
    out = console()
    return sum(len(out.render_lines(part, pad=False)) for part in parts)


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
