"""A workbook whose sheets are tables: typed cells, no formula, no time of writing."""

import re
import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from claimgraph.atomic import in_temporary_folder
from claimgraph.errors import ExportError
from claimgraph.exports.wording import COLOURS
from claimgraph.safe_text import FORMULA

if TYPE_CHECKING:
    from _typeshed import SizedBuffer

MOST_ROWS, MOST_LETTERS = 1_048_576, 32_767
INSTEAD = "take the format csv, which has no such limit"
# what XML cannot hold or changes, and what would read as such a character spelt out
UNFIT = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
# before it, days in Excel are one off or none
FIRST_DAY = date(1900, 3, 1)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DAYS = ("_from", "_to")
# the first that zip files know: nobody shall read a time of writing
NO_TIME = datetime(1980, 1, 1)
# that of all other cells
LETTERS = "Calibri"
BOLD = Font(name=LETTERS, bold=True)
FONTS = {
    polarity: Font(name=LETTERS, bold=True, color=COLOURS[polarity].removeprefix("#"))
    for polarity in ("denied", "withheld")
}
# how wide columns are, in letters
LONG, NAME, SHORT = 60, 28, 12
NAMES = ("_id", "_name", "_label", "_type", "_reference")
WIDTHS = {
    **dict.fromkeys(("quote", "description", "chain", "cue", "text"), LONG),
    **dict.fromkeys(("note", "valid_words", "title", "aliases", "why"), LONG),
    **dict.fromkeys(("name", "origin", "holder", "article", "claim", "id"), NAME),
    **dict.fromkeys(("relation", "left", "right", "by", "label"), NAME),
}


class TypedSheet:
    """One table: a head that stays in view, filters, and a row for each that is added.

    ExportError for a row or a text that no sheet of Excel holds.
    """

    def __init__(self, book: Workbook, name: str, columns: Sequence[str]) -> None:
        self.name, self.columns, self.rows = name, columns, 0
        self.sheet = book.create_sheet(name)
        self.sheet.freeze_panes = "A2"
        for number, column in enumerate(columns, 1):
            letter = get_column_letter(number)
            self.sheet.column_dimensions[letter].width = width_of(column)
        self.append([self.styled(column, BOLD) for column in columns])

    def add(self, row: Mapping[str, object]) -> None:
        """A row by its columns; what is absent is an empty cell."""
        font = FONTS.get(str(row.get("polarity")))
        marked = ("polarity", "link_type") if font else ()
        self.append(
            [
                self.styled(str(row.get(name)), font)
                if name in marked
                else self.cell(name, row.get(name))
                for name in self.columns
            ]
        )

    def append(self, cells: list[object]) -> None:
        """A row of cells, if there is room for it."""
        if self.rows == MOST_ROWS:
            reason = f"{self.name} has more than the {MOST_ROWS:,} rows of a sheet"
            raise ExportError(f"{reason}: {INSTEAD}")
        self.rows += 1
        # rows wait there until all sheets are whole
        with in_temporary_folder():
            self.sheet.append(cells)

    def cell(self, name: str, value: object) -> object:
        """A value as its cell: numbers, days and truths as such, all else as text."""
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, int | float):
            # as written: openpyxl rounds to 16 digits
            return self.typed(repr(value), "n")
        text = str(value)
        if name.endswith(DAYS) and DAY.fullmatch(text):
            day = date.fromisoformat(text)
            return day if day >= FIRST_DAY else text
        return self.text(name, text)

    def text(self, name: str, text: str) -> object:
        """A text that never becomes a formula, also where somebody edits its cell."""
        spelt = UNFIT.sub(spelt_out, text)
        if len(spelt.encode("utf-16-le")) > 2 * MOST_LETTERS:
            reason = f"more than the {MOST_LETTERS:,} letters of a cell: {INSTEAD}"
            raise ExportError(f"{self.name}: {name} {text[:40]!r}… has {reason}")
        if not text.startswith((*FORMULA, "#", "'")):
            return spelt
        shown = self.typed(spelt, "s")
        shown.quotePrefix = True
        return shown

    def typed(self, text: str, kind: str) -> WriteOnlyCell:
        """A cell of that kind, whatever its text looks like."""
        shown = WriteOnlyCell(self.sheet, text)
        shown.data_type = kind
        return shown

    def styled(self, text: str, font: Font | None) -> WriteOnlyCell:
        """A text of ours in letters of its own."""
        shown = self.typed(text, "s")
        if font is not None:
            shown.font = font
        return shown

    def close(self) -> None:
        """Ends the sheet, and gives all its columns filters."""
        last = get_column_letter(len(self.columns))
        self.sheet.auto_filter.ref = f"A1:{last}{self.rows}"
        with in_temporary_folder():
            self.sheet.close()


class TimelessZip(ZipFile):
    """A zip file that says of no part when it was written."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """A part from memory."""
        super().writestr(timeless(zinfo_or_arcname), data)

    def write(
        self,
        filename: object,
        arcname: object = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """A part from a file."""
        info = timeless(str(arcname))
        source = Path(str(filename))
        with source.open("rb") as read, self.open(info, "w", force_zip64=True) as part:
            shutil.copyfileobj(read, part)


def timeless(part: str | ZipInfo) -> ZipInfo:
    """How a part is called and packed, of the first day that zip files know."""
    name = part if isinstance(part, str) else part.filename
    info = ZipInfo(name, (NO_TIME.year, NO_TIME.month, NO_TIME.day, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    return info


@contextmanager
def new_workbook(
    target: Path, tables: Mapping[str, Sequence[str]]
) -> Generator[dict[str, TypedSheet]]:
    """Sheets of these columns in that order, which are a file when the block is done.

    Equal sheets give equal bytes.
    """
    book = Workbook(write_only=True)
    about = book.properties
    about.creator, about.created, about.modified = "claimgraph", NO_TIME, NO_TIME
    sheets: dict[str, TypedSheet] = {}
    try:
        for name, columns in tables.items():
            sheets[name] = TypedSheet(book, name, columns)
        yield sheets
        for sheet in sheets.values():
            sheet.close()
        with TimelessZip(target, "w", ZIP_DEFLATED) as file:
            ExcelWriter(book, file).write_data()
    except BaseException:
        for sheet in sheets.values():
            # whatever is still open, and what is in it is of no use
            with suppress(Exception):
                sheet.close()
        raise


def spelt_out(found: re.Match[str]) -> str:
    r"""A character as spreadsheets spell those that XML cannot hold.

    >>> UNFIT.sub(spelt_out, "a\r_x000D_")
    'a_x000D__x005F_x000D_'
    """
    return f"_x{ord(found[0]):04X}_"


def width_of(column: str) -> int:
    """How wide a column is by its name, its filter's arrow included."""
    short = max(SHORT, len(column) + 4)
    return WIDTHS.get(column, NAME if column.endswith(NAMES) else short)
