"""CSV tables for spreadsheets and link charts: claims whole, edges for drawing."""

import csv
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.spreadsheet import (
    COLUMNS,
    fill_tables,
    numeric_columns,
    table_columns,
    table_losses,
)
from claimgraph.model import Batch
from claimgraph.resources import Closing
from claimgraph.safe_text import FORMULA

ABOUT = "tables.json"
FILES = (*(f"{name}.csv" for name in COLUMNS), ABOUT)
NOTES = (
    "edges.csv holds only claims with two ends; claims.csv holds all of them",
    "a denied or withheld claim has DENIED or WITHHELD in its link_type",
    "an apostrophe in front of a cell is a guard against formulas: take one away",
    "spreadsheets cut cells of more than 32,767 characters: mind articles.csv",
)

# what hides a formula is hidden itself, so that it can be taken away again
GUARDED = (*FORMULA, "'")
BOM = "\ufeff"


class CsvTable(Closing):
    """One table in a file: UTF-8 with BOM, CRLF, a head, cells quoted where needed.

    Text that begins like a formula gets one apostrophe in front, unless `raw`; numeric
    columns hold plain numbers only.
    """

    def __init__(
        self,
        path: Path,
        columns: Sequence[str],
        numeric: Collection[str] = (),
        raw: bool = False,
    ) -> None:
        self.columns, self.numeric, self.raw = columns, frozenset(numeric), raw
        self.file = path.open("w", encoding="utf-8", newline="")
        self.file.write(BOM)
        self.rows = csv.writer(self.file, lineterminator="\r\n")
        self.rows.writerow(columns)

    def close(self) -> None:
        """Ends the file."""
        self.file.close()

    def add(self, row: Mapping[str, object]) -> None:
        """A row by its columns; what is absent is an empty cell."""
        self.rows.writerow([self.cell(name, row.get(name)) for name in self.columns])

    def cell(self, name: str, value: object) -> str:
        """A value as the text of its cell."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if name in self.numeric:
            return repr(value)
        text = str(value)
        return f"'{text}" if not self.raw and text.startswith(GUARDED) else text


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """The tables, and tables.json, which says how to read them."""
    columns_of, numeric = table_columns(), numeric_columns()
    with ExitStack() as stack:
        tables = {
            name: stack.enter_context(
                CsvTable(target / f"{name}.csv", columns, numeric, options.raw)
            )
            for name, columns in columns_of.items()
        }
        fill_tables(batches, tables)
    about = {"formula_guard": not options.raw, "numeric": list(numeric)}
    text = json.dumps(about | {"tables": columns_of}, indent=1, sort_keys=True)
    (target / ABOUT).write_text(f"{text}\n", encoding="utf-8", newline="\n")


FORMAT = Format(
    "csv-tables-1", write, "", ("no_text", "raw"), NOTES, table_losses, FILES
)
