"""Tables of text cells that spreadsheets open, and nothing in them that they run."""

import csv
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from claimgraph.resources import Closing
from claimgraph.safe_text import FORMULA

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
