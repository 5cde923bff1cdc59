"""Any file of rows as a head and rows below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import LoaderError
from claimgraph.packed_file import PACKED
from claimgraph.tables.delimited import PlainRow, delimited_rows
from claimgraph.tables.forms import SheetForm

TEXT = {".csv": ",", ".tsv": "\t", ".tab": "\t", ".txt": "\t"}
LINES = (".jsonl", ".ndjson")
BOOK, PARQUET = ".xlsx", ".parquet"
ENDINGS = (*TEXT, *LINES, BOOK, PARQUET)
MOST_COLUMNS = 20_000


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row below the head: `number` counts from 1 and so do blank rows; `line` is
    where it ends in the file, or its number in a sheet.
    """

    number: int
    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class OpenTable:
    """The names of the columns, each once, and the rows that have a cell with words."""

    head: tuple[str, ...]
    lines: Iterator[TableLine]


def ending_of(path: Path) -> str:
    """What a file of rows ends in, a packing aside.

    >>> ending_of(Path("a/events.CSV.gz")), ending_of(Path("b.xlsx"))
    ('.csv', '.xlsx')
    """
    name = path.name.lower()
    for packing in PACKED:
        name = name.removesuffix(packing)
    return Path(name).suffix


def raw_rows(path: Path, form: SheetForm) -> Iterator[PlainRow]:
    """All rows of a file of rows, those above the head included."""
    ending = ending_of(path)
    if ending == BOOK:
        from claimgraph.tables.workbook import workbook_rows

        return workbook_rows(path, form)
    if ending == PARQUET:
        from claimgraph.tables.parquet import parquet_rows

        return parquet_rows(path)
    if ending in LINES:
        from claimgraph.tables.json_lines import json_rows

        return json_rows(path)
    return delimited_rows(path, form, TEXT.get(ending, ","))


def open_table(path: Path, form: SheetForm) -> OpenTable:
    """The table of a file; LoaderError where it has no head there, or no column."""
    rows = raw_rows(path, form)
    head_row = form.head if ending_of(path) in (*TEXT, BOOK) else 1
    for at, (line, cells) in enumerate(rows, 1):
        if at == head_row:
            return OpenTable(column_names(cells, path, line), lines_below(rows, path))
    reason = f"has no row {head_row}, where the names of its columns should be"
    raise LoaderError(reason, file=str(path))


def column_names(cells: Sequence[str], path: Path, line: int) -> tuple[str, ...]:
    """A name for each column: a second `Notes` is `Notes (2)`, one without is by place.

    >>> column_names(["a", " a", "", "b"], Path("t.csv"), 1)
    ('a', 'a (2)', 'column 3', 'b')
    """
    width = max((at for at, one in enumerate(cells, 1) if one.strip()), default=0)
    if not width or len(cells) > MOST_COLUMNS:
        reason = (
            "names no column: say in the mapping where the head is, `table: {head}`"
        )
        raise LoaderError(reason, file=str(path), line=line)
    found: dict[str, None] = {}
    for at, one in enumerate(cells[:width], 1):
        plain = " ".join(one.split()) or f"column {at}"
        name, again = plain, 1
        while name in found:
            again += 1
            name = f"{plain} ({again})"
        found[name] = None
    return tuple(found)


def lines_below(rows: Iterator[PlainRow], path: Path) -> Iterator[TableLine]:
    """The rows below the head that are not blank."""
    for number, (line, cells) in enumerate(rows, 1):
        if any(one and not one.isspace() for one in cells):
            yield TableLine(number, line, cells)
