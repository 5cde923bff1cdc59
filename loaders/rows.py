"""Rows of a table in a file, each with its place; only the row at hand is held."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

from claimgraph.errors import LoaderError, nearest
from claimgraph.regular_file import open_regular
from claimgraph.tables.lines import bounded_lines


class TableRow(Mapping[str, str]):
    """The cells of a row by column; `last` is the column that was asked for last.

    `number` counts from 1, the head left out; `line` is where the row ends in the file.
    """

    def __init__(
        self, number: int, line: int, head: Sequence[str], texts: Sequence[str]
    ) -> None:
        self.number, self.line, self.last = number, line, ""
        self.cells = dict(zip(head, texts, strict=False))
        self.width = len(texts), len(head)

    def check_width(self) -> None:
        """ValueError where the row has more or fewer cells than the head."""
        if self.width[0] != self.width[1]:
            raise ValueError(f"has {self.width[0]} cells, the head {self.width[1]}")

    def __getitem__(self, column: str) -> str:
        self.last = column
        if column not in self.cells:
            raise ValueError(f"there is no such column{nearest(column, self.cells)}")
        return self.cells[column].strip()

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)


def csv_rows(path: Path, columns: Sequence[str] = ()) -> Iterator[TableRow]:
    """The rows below the head of a table in UTF-8; LoaderError where it is none.

    `columns` are its names where it has no head.
    """
    line = 1
    try:
        with TextIOWrapper(open_regular(path), "utf-8-sig", newline="") as file:
            reader = csv.reader(bounded_lines(file), strict=True)
            head = list(columns)
            if not head:
                head = [name.strip() for name in next(reader, list[str]())]
            if len(set(head)) != len(head) or not all(head):
                raise LoaderError("needs a name over each column, no two alike")
            for number, cells in enumerate((row for row in reader if row), 1):
                line = reader.line_num
                yield TableRow(number, line, head, cells)
    except (LoaderError, OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.message if isinstance(error, LoaderError) else str(error)
        raise LoaderError(reason, file=str(path), line=line) from None
