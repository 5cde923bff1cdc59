"""What stands in the sheets of a workbook, row by row, as openpyxl reads them."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from openpyxl import Workbook, load_workbook

from claimgraph.errors import ExportError
from claimgraph.exports.verify import Finding
from claimgraph.exports.verify.shared.flat import Flat
from claimgraph.exports.verify.shared.tables import table_findings

# a character that XML cannot hold, as spreadsheets spell it
SPELT = re.compile("_x([0-9A-Fa-f]{4})_")


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each claim of the sheets; ExportError for a cell that is a formula."""
    with closing(load_workbook(target, read_only=True)) as book:
        yield from table_findings(partial(rows, book))


def rows(book: Workbook, table: str) -> Iterator[Flat]:
    """The rows of a sheet, empty cells left out."""
    lines = book[table].iter_rows()
    heads = [str(cell.value) for cell in next(lines)]
    for line in lines:
        found: dict[str, object] = {}
        # where the last cells are empty, a line is short
        for name, cell in zip(heads, line, strict=False):
            if cell.data_type == "f":
                raise ExportError(f"{table}: {name} holds a formula: {cell.value}")
            if cell.value is not None:
                found[name] = plain_value(cell.value)
        yield found


def plain_value(value: object) -> object:
    """A day as text, a text without what is spelt out in it, all else as it is."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, str):
        return SPELT.sub(lambda found: chr(int(found[1], 16)), value)
    return value
