"""Rows as a table that fits the terminal, or plain text in a pipe."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from rich.table import Table as RichTable
from rich.text import Text

from claimgraph.console import STDOUT
from claimgraph.made_names import with_short_titles
from claimgraph.safe_text import on_one_line

console, put, say = STDOUT.console, STDOUT.put, STDOUT.say
PADDING = 2
SHORT_ID = 8
# what a reader misses least goes first when the terminal is narrow
SPARED = (
    *("start", "end", "row", "column", "hops", "review", "modality", "said_to"),
    *("article", "articles", "chain", "said_from", "kind", "claim"),
)
# the narrowest that can be read: long text wraps
WIDE = {"quote": 30, "chain": 20, "text": 30, "note": 30, "question": 40}
NARROW = 12
LONGEST_WORD = 14
# without these a denial could be read as support
VITAL = ("polarity", "origin", "quote")
USUAL = {"review": "accepted", "modality": "stated"}


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of an answer that is printed, and which columns are left out."""

    columns: list[str]
    rows: list[list[str]]
    hidden: list[str]


def cell(value: object) -> str:
    """A value as text for people, on one line."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case _ if is_list(value):
            return ", ".join(map(cell, value))
        case _:
            return with_short_titles(on_one_line(str(value)))


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value is a list, of whatever."""
    return isinstance(value, list)


def choose(
    columns: Sequence[str], rows: Sequence[Sequence[object]], width: int
) -> Shown:
    """The columns that say most to a reader and fit into that width."""
    texts = [[cell(value) for value in row] for row in rows]
    held = {name: [row[at] for row in texts] for at, name in enumerate(columns)}
    kept = [name for name in columns if not is_noise(name, held)] or list(columns)
    if "claim" in kept:
        held["claim"] = [text[:SHORT_ID] for text in held["claim"]]
    for name in SPARED:
        if len(kept) > 1 and name in kept and width_needed(kept, held) > width:
            kept.remove(name)
    for name in [*reversed(kept[1:])]:
        if name not in VITAL and width_needed(kept, held) > width:
            kept.remove(name)
    hidden = [name for name in columns if name not in kept]
    picked = [[held[name][at] for name in kept] for at in range(len(rows))]
    return Shown(kept, picked, hidden)


def is_noise(name: str, held: dict[str, list[str]]) -> bool:
    """Whether a column is an id, a place in a file, or says nothing in these rows."""
    texts = held[name]
    if name.endswith(("_id", "_ids")) or name in ("start", "end"):
        return True
    if texts and all(text in ("", USUAL.get(name)) for text in texts):
        return True
    earlier = held.get(name.removesuffix("_to") + "_from")
    return name.endswith("_to") and texts == earlier


def width_needed(kept: Sequence[str], held: dict[str, list[str]]) -> int:
    """The width below which these columns cannot be read."""
    return sum(least(name, held[name]) + PADDING for name in kept)


def least(name: str, texts: Sequence[str]) -> int:
    """The width below which a column cannot be read: its longest word, or its share."""
    words = [word for text in (name, *texts) for word in text.split()]
    longest = min(max((len(word) for word in words), default=0), LONGEST_WORD)
    whole = max((len(text) for text in (name, *texts)), default=0)
    return max(longest, min(whole, WIDE.get(name, NARROW)))


def print_table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], hint: str = ""
) -> None:
    """The rows as a table; with a `hint`, a line on what had to be left out."""
    shown = choose(columns, rows, console().width)
    table = STDOUT.empty_table()
    for name in shown.columns:
        table.add_column(Text(name), overflow="fold")
    for row in shown.rows:
        table.add_row(*(Text(text) for text in row))
    put(table)
    if shown.hidden and hint:
        say(f"not shown: {', '.join(shown.hidden)} ({hint})", "dim")


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
