"""EDTF dates: the earliest and the latest day that a text allows."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NoReturn

from claimgraph.errors import ClaimgraphError
from claimgraph.folding import fold

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
# the first and the last day that a text allows, None where it is open
Days = tuple[str | None, str | None]
YEAR = r"\d{4}|\d{3}X|\d{2}XX"
DATE = re.compile(rf"({YEAR})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?")
# first month, months: northern seasons; winter runs from December to February
SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
MARKS = "~?%"
EXPECTED = "expected is a day, month or year: 2021-08-26, 2021-08 or 2021"
NO_HINT = f" ({EXPECTED})"
# days and months as people write them, where no two read them differently
WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y %m %d")
WRITTEN_MONTHS = ("%B %Y", "%b %Y")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?[:.h].*", re.DOTALL | re.ASCII)
YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """Both ends as ISO days, inclusive; None is an open end.

    `approximate` tells that the text has one of the marks ~ ? % (they widen nothing).
    """

    text: str
    earliest: str | None
    latest: str | None
    approximate: bool


@lru_cache(4096)
def span(edtf: str) -> Span:
    """The days that an EDTF text allows; ClaimgraphError where it is none.

    Read are days, months, years, seasons (21 to 24, northern), masked digits
    (202X, 2021-XX, 2021-08-XX), intervals (a/b, a/.., ../b, a/), sets of which one
    member holds ([a..b], [a..], [..b], [a,b]), and the marks ~ ? %.

    >>> span("2021-24")
    Span(text='2021-24', earliest='2021-12-01', latest='2022-02-28', approximate=False)
    >>> span("[2020-05-07..]").latest is None
    True
    >>> span("2021-08-26~").approximate
    True
    >>> span("2021-02-30")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    claimgraph.errors.ClaimgraphError: 2021-02-30 is no date: no such day (leave ...
    """
    approximate = any(mark in edtf for mark in MARKS)
    earliest, latest = bounds(edtf, edtf)
    if earliest is not None and latest is not None and latest < earliest:
        refuse(edtf, "it ends before it begins")
    return Span(edtf, earliest, latest, approximate)


def bounds(text: str, whole: str) -> tuple[str | None, str | None]:
    """First and last day of an interval, a set or a date."""
    if text.startswith("[") and text.endswith("]"):
        return set_bounds(text[1:-1], whole)
    if "/" in text:
        first, _, last = text.partition("/")
        return ends(first, last, {"", ".."}, whole)
    return date_bounds(text, whole)


def set_bounds(inner: str, whole: str) -> tuple[str | None, str | None]:
    """First and last day of a set of which one member holds."""
    members = [member.strip() for member in inner.split(",")]
    found: list[tuple[str | None, str | None]] = []
    for member in members:
        first, dots, last = member.partition("..")
        if dots:
            found.append(ends(first, last, {""}, whole))
        else:
            found.append(date_bounds(member, whole))
    firsts = [first for first, _ in found if first is not None]
    lasts = [last for _, last in found if last is not None]
    return (
        min(firsts) if len(firsts) == len(found) else None,
        max(lasts) if len(lasts) == len(found) else None,
    )


def ends(
    first: str, last: str, open_ends: set[str], whole: str
) -> tuple[str | None, str | None]:
    """First day of the one date and last day of the other; an open end is None."""
    if first in open_ends and last in open_ends:
        refuse(whole, "both ends are open")
    earliest = None if first in open_ends else date_bounds(first, whole)[0]
    latest = None if last in open_ends else date_bounds(last, whole)[1]
    if earliest is not None and latest is not None and latest < earliest:
        refuse(whole, "it ends before it begins")
    return earliest, latest


def date_bounds(text: str, whole: str) -> tuple[str, str]:
    """First and last day of a day, month, year or season, masked or not."""
    found = DATE.fullmatch(text[:-1] if text[-1:] in MARKS and text else text)
    if found is None or not text.isascii():
        meant = what_is_meant(whole)
        inner = text != whole and meant == NO_HINT
        part = f": {text or 'an empty text'} cannot be read" if inner else ""
        refuse(whole, part + meant)
    year, month, day = found.groups()
    if month in SEASONS:
        if day is not None:
            refuse(whole, "a season has no days")
        return season_bounds(year, SEASONS[month], whole)
    low, high = year.replace("X", "0"), year.replace("X", "9")
    if low == "0000":
        refuse(whole, "there is no year 0000")
    if month in (None, "XX"):
        if day not in (None, "XX"):
            refuse(whole, "the month is unknown and the day is not")
        return f"{low}-01-01", f"{high}-12-31"
    if "X" in year:
        refuse(whole, "the year is unknown and the month is not")
    if not 1 <= int(month) <= 12:
        refuse(whole, f"no such month (leave it out: {year})")
    length = monthrange(int(year), int(month))[1]
    if day in (None, "XX"):
        return f"{year}-{month}-01", f"{year}-{month}-{length:02}"
    if not 1 <= int(day) <= length:
        refuse(whole, f"no such day (leave it out: {year}-{month})")
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"


def season_bounds(year: str, first: int, whole: str) -> tuple[str, str]:
    """Three months from the first one, over the turn of the year for winter."""
    if "X" in year or year in ("0000", "9999"):
        refuse(whole, "a season needs a whole year")
    ends_in = int(year) + (first == 12)
    last = (first + 1) % 12 + 1
    length = monthrange(ends_in, last)[1]
    return f"{year}-{first:02}-01", f"{ends_in:04}-{last:02}-{length:02}"


def what_is_meant(text: str) -> str:
    """What to write in place of a text that is no date.

    >>> what_is_meant("May 1st, 2021"), what_is_meant("04/03/2021")
    (' (nearest: 2021-05-01)', ': the year stands first, 2021-03-04 or 2021-04-03')
    >>> what_is_meant("2021-03-04T23:30Z"), what_is_meant("31.12.2020")
    (': leave out the time of day, 2021-03-04', ': the year stands first, 2020-12-31')
    """
    timed, turned = TIMED.fullmatch(text), YEAR_LAST.fullmatch(text)
    if timed is not None and iso_day(timed[1]):
        return f": leave out the time of day, {timed[1]}"
    if turned is not None:
        one, other, year = turned.groups()
        pairs = ((other, one), (one, other))
        meant = {f"{year}-{month:0>2}-{day:0>2}" for month, day in pairs}
        days = sorted(filter(iso_day, meant))
        return f": the year stands first, {' or '.join(days) or year}"
    written = written_date(text)
    return f" (nearest: {written})" if written else NO_HINT


def written_date(text: str) -> str | None:
    """A day or a month as people write it, as a date; None where it is none.

    >>> written_date("May 1st, 2021"), written_date("June 2031"), written_date("June")
    ('2021-05-01', '2031-06', None)
    """
    words = ORDINAL.sub("", fold(text))
    for form in (*WRITTEN, *WRITTEN_MONTHS):
        try:
            day = datetime.strptime(words, form).date().isoformat()
        except ValueError:
            continue
        return day if form in WRITTEN else day[:-3]
    return None


def iso_day(text: str) -> str | None:
    """A day as YYYY-MM-DD, or None where there is no such day.

    >>> iso_day("2020-02-29"), iso_day("2021-02-29")
    ('2020-02-29', None)
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def refuse(whole: str, reason: str) -> NoReturn:
    """Raise the error that says why a text is no date."""
    colon = "" if reason.startswith((":", " ")) else ": "
    raise ClaimgraphError(f"{whole or 'an empty text'} is no date{colon}{reason}")


def days_meet(one: Days, other: Days) -> bool:
    """Whether two spans have a day in common; an open end goes on for ever.

    >>> days_meet(("2020-03-01", "2020-03-31"), ("2020-03-25", None))
    True
    """
    starts_late = other[1] is not None and one[0] is not None and one[0] > other[1]
    ends_early = one[1] is not None and other[0] is not None and one[1] < other[0]
    return not starts_late and not ends_early


@lru_cache(1 << 14)
def may_overlap(one: str | None, other: str | None) -> bool:
    """Whether two EDTF texts possibly have a day in common; None is any day."""
    if one is None or other is None:
        return True
    left, right = span(one), span(other)
    return days_meet((left.earliest, left.latest), (right.earliest, right.latest))
