"""Rows of a sheet of a workbook, as a person sees its cells."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from os import fstat
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import LoaderError, named_os_errors, nearest
from claimgraph.regular_file import open_regular
from claimgraph.tables.forms import SheetForm
from claimgraph.tables.typed_cells import cell_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet import Sheet

# a sheet is read piece by piece, the texts that its cells share are held
MOST_BYTES, MOST_SHARED, MOST_TIMES, FREE = 2**33, 2**29, 300, 2**26
SHEET = re.compile(r"worksheets/[^/]*$|^media/|/media/")
# of a sheet that is shown; what is left out between two rows counts
MOST_ROWS = 2**20


def workbook_rows(path: Path, form: SheetForm) -> Iterator[tuple[int, Sequence[str]]]:
    """Each row of the sheet with its number there, blank ones included."""
    check_packing(path)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings(), open_regular(path) as file:
            # of looks that openpyxl does not know, and which nobody reads here
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True)
            sheet = sheet_of(book, form, path)
            # what a sheet says of its own size may be wrong
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                if number > MOST_ROWS:
                    reason = f"has more than {MOST_ROWS} rows, which no sheet has"
                    raise LoaderError(reason, file=str(path))
                yield number, [cell_text(one) for one in cells]
            book.close()
    except LoaderError:
        raise
    # openpyxl raises whatever comes of XML that is none of a workbook
    except Exception as error:
        reason = f"is no workbook that can be read: {error or type(error).__name__}"
        raise LoaderError(reason, file=str(path)) from None


def sheet_of(book: "Workbook", form: SheetForm, path: Path) -> "Sheet":
    """The sheet that a mapping names, else the first; LoaderError where none is."""
    names = book.sheetnames
    name = form.sheet if form.sheet is not None else next(iter(names), "")
    if name not in names:
        hint = nearest(name, names) or f" (there are: {', '.join(names)})"
        raise LoaderError(f"has no sheet {name!r}{hint}", file=str(path))
    return book[name]


def check_packing(path: Path) -> None:
    """LoaderError for what is no zip, or unpacks to more than a table may hold."""
    with (
        named_os_errors(LoaderError, path, "cannot be read"),
        open_regular(path) as raw,
    ):
        size = fstat(raw.fileno()).st_size
        try:
            with zipfile.ZipFile(raw) as packed:
                parts = {one.filename: one.file_size for one in packed.infolist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            reason = f"is no workbook (.xlsx): {error}"
            raise LoaderError(reason, file=str(path)) from None
    whole = sum(parts.values())
    # openpyxl holds the texts that cells share, and all other parts but sheets
    shared = sum(size for name, size in parts.items() if not SHEET.search(name.lower()))
    most = min(MOST_BYTES, max(FREE, size * MOST_TIMES))
    if whole > most or shared > MOST_SHARED:
        reason = (
            f"unpacks to {whole} bytes, more than a workbook of its size may: save it "
            "as CSV if you trust it"
        )
        raise LoaderError(reason, file=str(path))
