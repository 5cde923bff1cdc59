"""Rows of a table of separated values, in any encoding that it names."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from claimgraph.errors import LoaderError
from claimgraph.packed_file import open_unpacked
from claimgraph.recoded_file import WIDE
from claimgraph.tables.forms import SheetForm
from claimgraph.tables.lines import LONGEST_LINE, bounded_lines

PIECE = 2**16
PlainRow = tuple[int, Sequence[str]]
ENCODING = (
    "is not in the encoding {name} from here on: say which in the mapping, as "
    "`table: {{encoding: cp1252}}` for a table that Excel wrote in western Europe"
)


def delimited_rows(path: Path, form: SheetForm, usual: str) -> Iterator[PlainRow]:
    """Each row with the line where it ends, blank ones included; the head is a row."""
    line = 1
    delimiter = form.delimiter or usual
    with open_unpacked(path) as raw:
        name = encoding_of(path, form)
        try:
            with TextIOWrapper(raw, name, newline="") as file:
                lines = bounded_lines(file)
                reader = csv.reader(lines, strict=True, delimiter=delimiter)
                while (cells := next_cells(reader)) is not None:
                    line = reader.line_num
                    yield line, cells
        except UnicodeDecodeError:
            reason = ENCODING.format(name=name)
            raise LoaderError(reason, file=str(path), line=line) from None
        except LoaderError as error:
            raise LoaderError(error.message, file=str(path), line=line) from None
        except (OSError, csv.Error) as error:
            raise LoaderError(str(error), file=str(path), line=line) from None


def next_cells(reader: Iterator[list[str]]) -> list[str] | None:
    """The next row, however wide a cell is that a bounded line holds; None at the end.

    The limit of cells is one of the whole process: other readers keep theirs.
    """
    usual = csv.field_size_limit(LONGEST_LINE)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(usual)


def encoding_of(path: Path, form: SheetForm) -> str:
    """UTF-16 where a mark says so; UTF-8 where all of a file is; else what is named."""
    with open_unpacked(path) as raw:
        piece = raw.read(PIECE)
        if piece.startswith(WIDE):
            return "utf-16"
        if form.encoding is None:
            return "utf-8-sig"
        decoder = codecs.getincrementaldecoder("utf-8")()
        with suppress(UnicodeDecodeError):
            while piece:
                decoder.decode(piece)
                piece = raw.read(PIECE)
            decoder.decode(b"", True)
            return "utf-8-sig"
    return form.encoding


def is_encoding(name: str) -> bool:
    """Whether a table may be in it.

    >>> is_encoding("cp1252"), is_encoding("base64"), is_encoding("nonsense")
    (True, False, False)
    """
    try:
        "".encode(name)
    except (LookupError, UnicodeError, ValueError):
        return False
    return True
