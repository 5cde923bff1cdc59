"""The day of a row by what a mapping says of its cells."""

import re
from dataclasses import dataclass

from claimgraph.errors import ClaimgraphError
from claimgraph.loaders.incident_cells import RowCells
from claimgraph.tables.days import PlainDay, edtf_of, month_number, read_day, real_day
from claimgraph.tables.forms import DayForm
from claimgraph.tables.numbers import whole_number

YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class RowDay:
    """The day of a row, the column that gives it, and what the other cells say."""

    edtf: str
    column: str
    note: str


def row_day(cells: RowCells, form: DayForm) -> RowDay | None:
    """The day as the row gives it; None, counted, where it gives none."""
    start = whole_day(cells, form) if form.column else day_in_parts(cells, form)
    if start is None:
        return None
    day, at, note = start
    end = cells.parsed(form.end, lambda one: parse_day(one, form))
    precision = cells.word(form.precision)
    try:
        found = edtf_of(day, end, precision)
    except ClaimgraphError as error:
        cells.leave_cell(form.end or at, error.message)
        return None
    others = [note] if note else []
    if end is not None and form.end:
        others.append(f"{form.end} {cells.text(form.end)}")
    if form.precision and (code := cells.text(form.precision.column)):
        others.append(f"{form.precision.column} {code}")
    return RowDay(found, at, ", ".join(others))


def parse_day(text: str, form: DayForm) -> PlainDay:
    """A day in one of the forms of the mapping."""
    return read_day(text, form.forms, form.first_year)


def whole_day(cells: RowCells, form: DayForm) -> tuple[PlainDay, str, str] | None:
    """The day that one cell gives, and its column."""
    column = form.column or ""
    found = cells.parsed(column, lambda one: parse_day(one, form), form.unknown)
    return None if found is None else (found, column, "")


def day_in_parts(cells: RowCells, form: DayForm) -> tuple[PlainDay, str, str] | None:
    """The day that cells of year, month and day give, as far as they do."""
    column = form.year or ""
    year = cells.parsed(column, year_number, form.unknown)
    if year is None:
        return None
    month = cells.parsed(form.month, month_number, form.unknown)
    told = cells.text(form.day, form.unknown) if month is not None else ""
    parts = [f"{form.month} {month}"] if month is not None else []
    day = cells.parsed(form.day, whole_number, form.unknown) if told else None
    try:
        found = real_day(year, month, None if day is None else str(day))
    except ClaimgraphError as error:
        cells.leave_cell(form.day or column, error.message)
        found = real_day(year, month, None)
    parts += [f"{form.day} {told}"] if found.day else []
    return found, column, ", ".join(parts)


def year_number(text: str) -> int:
    """The year of a cell; ClaimgraphError where it is none of four digits."""
    plain = text.partition(".")[0]
    if not YEAR.fullmatch(plain) or plain == "0000":
        raise ClaimgraphError("is no year of four digits")
    return int(plain)
