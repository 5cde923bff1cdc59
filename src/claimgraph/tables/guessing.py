"""Where the head of a table is, and what each of its columns may be."""

import csv
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from itertools import islice
from pathlib import Path

from claimgraph.errors import LoaderError
from claimgraph.folding import fold
from claimgraph.packed_file import open_unpacked
from claimgraph.tables.delimited import encoding_of, next_cells
from claimgraph.tables.forms import SheetForm
from claimgraph.tables.looks import (
    MOST,
    Column,
    day_look,
    has_decimal_commas,
    is_degrees,
    is_whole,
)
from claimgraph.tables.mapping import read_ready, ready_names
from claimgraph.tables.reading import BOOK, TEXT, ending_of, open_table, raw_rows

# rows in which the head is looked for, and rows that are looked at
TOP, LOOKED_AT = 30, 500
DELIMITERS = ",;\t|"
# of text that is no UTF-8; what Windows writes in the west
USUAL = "cp1252"
# of the numbers of rows, some may stand twice; a mark has few different cells
UNLIKE, FEW = 0.7, 8
NUMBERS = frozenset({"killed", "killed_low", "killed_high", "wounded", "casualties"})


@dataclass(frozen=True, slots=True)
class Looked:
    """A table as it was looked at: how it is read, its columns, and their roles."""

    sheet: SheetForm
    head: tuple[str, ...]
    columns: Mapping[str, Column]
    roles: Mapping[str, str]

    @property
    def spare(self) -> list[str]:
        """The columns that no role was found for."""
        taken = set(self.roles.values())
        return [name for name in self.head if name not in taken]


@cache
def table_words() -> Mapping[str, Mapping[str, list[str]]]:
    """Words in heads and cells, by what they tell."""
    text = (files("claimgraph.tables") / "roles.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def cell_words(kind: str) -> frozenset[str]:
    """Words of cells, folded."""
    return frozenset(map(fold, table_words()["cells"][kind]))


def look_at(path: Path) -> Looked:
    """What a table seems to be; LoaderError for what is none."""
    sheet = sheet_of(path)
    table = open_table(path, sheet)
    cells: dict[str, list[str]] = {name: [] for name in table.head}
    for line in islice(table.lines, LOOKED_AT):
        for name, cell in zip(table.head, line.cells, strict=False):
            if cell.strip():
                cells[name].append(cell.strip())
    columns = {name: Column(name, tuple(held)) for name, held in cells.items()}
    if has_decimal_commas(columns.values()):
        sheet = sheet.model_copy(update={"decimal": ","})
    return Looked(sheet, table.head, columns, roles_of(columns, sheet.decimal))


def sheet_of(path: Path) -> SheetForm:
    """How a file is read: its encoding, what parts its cells, where its head is."""
    ending = ending_of(path)
    if ending in TEXT:
        found = encoding_of(path, SheetForm(encoding=USUAL))
        encoding = USUAL if found == USUAL else None
        delimiter = likely_delimiter(path, found)
        usual = TEXT[ending] == delimiter
        sheet = SheetForm(encoding=encoding, delimiter=None if usual else delimiter)
    else:
        sheet = SheetForm()
    if ending not in TEXT and ending != BOOK:
        return sheet
    rows = [cells for _, cells in islice(raw_rows(path, sheet), TOP)]
    return sheet.model_copy(update={"head": head_row(rows, path)})


def likely_delimiter(path: Path, encoding: str) -> str:
    """What parts the cells of the first lines: the one that is most regular."""
    with open_unpacked(path) as raw:
        text = raw.read(2**18).decode(encoding, "replace")
    lines = [line for line in text.splitlines()[:TOP] if line.strip()]
    scored: list[tuple[int, int, str]] = []
    for one in DELIMITERS:
        reader = csv.reader(lines, delimiter=one)
        widths = Counter(len(row) for row in iter(partial(next_cells, reader), None))
        width, number = max(
            ((width, number) for width, number in widths.items() if width > 1),
            key=lambda pair: (pair[1], pair[0]),
            default=(1, 0),
        )
        scored.append((number, width, one))
    return max(scored)[2]


def head_row(rows: Sequence[Sequence[str]], path: Path) -> int:
    """The number of the row that names the columns: wide, and of words that differ."""
    filled = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    if not any(filled):
        raise LoaderError("holds no row with words", file=str(path))
    widest = max(map(len, filled))
    for number, cells in enumerate(filled, 1):
        names = [one for one in cells if not one[0].isdigit() and len(one) < 80]
        wide = len(cells) >= max(1, 0.6 * widest)
        if (
            wide
            and len(names) >= 0.8 * len(cells)
            and len(set(cells)) >= 0.8 * len(cells)
        ):
            return number
    return next(number for number, cells in enumerate(filled, 1) if cells)


def roles_of(columns: Mapping[str, Column], decimal: str) -> dict[str, str]:
    """A column for each role that one is likely to have, the likeliest first."""
    scored = [
        (score, -at, role, name)
        for at, name in enumerate(columns)
        for role, score in head_scores(name).items()
        if looks_like(role, columns[name], decimal)
    ]
    found: dict[str, str] = {}
    for _, _, role, name in sorted(scored, reverse=True):
        if role not in found and name not in found.values():
            found[role] = name
    if "date" not in found and "year" not in found:
        days = [
            name
            for name, column in columns.items()
            if name not in found.values() and column.cells and day_look(column)
        ]
        found |= {"date": days[0]} if days else {}
    return found


def head_scores(name: str) -> dict[str, int]:
    """How well the name of a column fits each role: by the longest word in it."""
    folded = fold(name)
    padded = f" {folded} "
    found: dict[str, int] = {}
    for role, words in table_words()["heads"].items():
        best = 0
        for word in map(fold, words):
            if word == folded:
                best = max(best, 100 + len(word))
            elif f" {word} " in padded and len(word) > 1:
                best = max(best, 10 + len(word))
        if best:
            found[role] = best
    return found


def looks_like(role: str, column: Column, decimal: str) -> bool:
    """Whether the cells of a column can be of a role."""
    cells = column.cells
    if not cells:
        return False
    if role in ("date", "end"):
        return day_look(column) is not None
    if role in ("lat", "lon"):
        most = 90 if role == "lat" else 180
        return column.share(is_degrees(one, most, decimal) for one in cells) > MOST
    if role in NUMBERS:
        return column.share(is_whole(one, decimal) for one in cells) > MOST
    if role == "year":
        years = (len(one) == 4 and one.isdecimal() for one in cells)
        return column.share(years) > MOST
    if role == "id":
        return len(set(cells)) >= UNLIKE * len(cells)
    if role in ("claimed", "sure"):
        return len(set(cells)) <= FEW
    # codes of a month or a kind may be numbers, names never are
    numbers = all(one.isdecimal() for one in cells)
    return not numbers or role in ("month", "method", "monthday")


def ready_mapping(head: Sequence[str]) -> str | None:
    """The ready mapping whose columns a table has; None where it has those of none."""
    known = set(head)
    for name in ready_names():
        mapping = read_ready(name)
        spare = set(mapping.form.table.optional)
        if {one for _, one in mapping.named} - spare <= known:
            return name
    return None
