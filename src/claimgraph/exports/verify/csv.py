"""What stands in the tables, row by row, with nothing but their heads to go by."""

import csv
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from claimgraph.exports.verify import Finding
from claimgraph.exports.verify.shared.flat import Flat
from claimgraph.exports.verify.shared.tables import column_types, table_findings


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each claim of the tables in a folder."""
    return table_findings(partial(rows, target))


def rows(target: Path, table: str) -> Iterator[Flat]:
    """The rows of a table, guards taken away, empty cells left out."""
    guarded = json.loads((target / "tables.json").read_text("utf-8"))["formula_guard"]
    types = column_types()
    path = target / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        while (cells := next_row(reader)) is not None:
            yield {
                name: cell_value(
                    types.get(name), cell.removeprefix("'") if guarded else cell
                )
                for name, cell in cells.items()
                if cell
            }


def next_row(reader: Iterator[dict[str, str]]) -> dict[str, str] | None:
    """The next row, whatever its cells hold; None at the end.

    The limit is one for all readers of the process: others rely on the usual one.
    """
    usual = csv.field_size_limit(sys.maxsize)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(usual)


def cell_value(kind: str | None, cell: str) -> object:
    """A cell as the value that its column holds."""
    if kind == "integer":
        return int(cell)
    if kind == "float":
        return float(cell)
    return cell == "true" if kind == "boolean" else cell
