"""What each way to write a date means, told from the day of the article."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

from claimgraph.coding.figures import SPELT
from claimgraph.dates import MONTHS, iso_day, span
from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.dates import date_patterns as ways

MONTH_NUMBERS = {name[:3].lower(): at for at, name in enumerate(MONTHS, 1)}
# months, and days of a month, that a part of a year or month has
YEAR_PARTS = {
    "early": (1, 3),
    "mid": (5, 8),
    "late": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
MONTH_PARTS = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "first half": (1, 15),
    "second half": (16, 31),
}
# a month or a year in EDTF
ROUGH = re.compile(r"\d{4}(?:-(?:0\d|1[012]))?")
PART_WORDS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """From when a text speaks; not `exact` where only its month or year is known.

    `rough` is that month or year: of "Friday" no more is known then.
    """

    day: date | None = None
    exact: bool = False
    rough: str | None = None


@dataclass(frozen=True, slots=True)
class DateTelling:
    """Where a date stands: after which other one, and whether what will be is told.

    `years` are those that the text gave to months before.
    """

    anchor: Anchor
    last: str | None = None
    ahead: object = None
    years: dict[int, int] = field(default_factory=dict[int, int])

    @property
    def today(self) -> date | None:
        """The day of the article, where it is known."""
        return self.anchor.day if self.anchor.exact else None


def anchor_of(published: str | None) -> Anchor:
    """The day of an article, from which others are told.

    >>> anchor_of("[2020-05-07..]").day, anchor_of("2020-05").rough, anchor_of(None).day
    (datetime.date(2020, 5, 7), '2020-05', None)
    """
    try:
        found = span(published or "")
    except ClaimgraphError:
        return Anchor()
    first, last = found.earliest, found.latest
    if first and last in (first, None):
        return Anchor(date.fromisoformat(first), exact=True)
    if last is None:
        return Anchor()
    rough = published if ROUGH.fullmatch(published or "") else None
    return Anchor(date.fromisoformat(last), rough=rough)


def iso(year: int | None, month: int, day: int | None = None) -> str | None:
    """A day or a month as EDTF; None where there is none such."""
    if year is None:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return iso_day(f"{year:04}-{month:02}-{day:02}")


def year_in(found: re.Match[str], telling: DateTelling) -> int | None:
    """The year that a date tells itself."""
    told = found.groupdict()
    if told.get("year"):
        return int(told["year"])
    if told.get("short"):
        short = int(told["short"].lstrip("'"))
        return short + (1900 if short > 50 else 2000)
    day = telling.anchor.day
    if told.get("near") and day is not None:
        return day.year - (told["near"].lower() == "last year")
    return None


def last_year_with(month: int, day: int | None, telling: DateTelling) -> int | None:
    """The year that the text gave to a month, or of the latest one that is over.

    An article's own month is that of its year.
    """
    today = telling.anchor.day
    if telling.ahead:
        return None
    if month in telling.years and (today is None or month != today.month):
        return telling.years[month]
    if today is None:
        return None
    end = today if day is None else min(today, date.max - timedelta(3)) + timedelta(3)
    asked = (month, day or 1)
    return end.year if asked <= (end.month, end.day) else end.year - 1


def month_in(found: re.Match[str]) -> int:
    """The number of the month that a date names."""
    return MONTH_NUMBERS[found["month"][:3].lower()]


def number_in(found: re.Match[str]) -> int:
    """The number that a period names."""
    said = found["number"].lower()
    return int(said) if said.isdecimal() else SPELT.get(said, 1)


def part_in(found: re.Match[str]) -> str | None:
    """Which part of a year or month is meant, in one word."""
    said = (found["part"] or "").lower().removeprefix("the ").removesuffix(" of")
    return PART_WORDS.get(said, said) or None


def read_iso(found: re.Match[str], _: DateTelling) -> str | None:
    """2020-03-25."""
    return iso(int(found["year"]), int(found["month"]), int(found["day"]))


def read_slashed(found: re.Match[str], _: DateTelling) -> str | None:
    """25/03/2020, where no two read it differently."""
    one, two = int(found["one"]), int(found["two"])
    if one <= 12 and two <= 12 and one != two:
        return None
    return iso(int(found["year"]), min(one, two), max(one, two))


def read_day(found: re.Match[str], telling: DateTelling) -> str | None:
    """March 25, 25 March 2020, May 3-5."""
    month = month_in(found)
    day, last = (re.sub(r"\D", "", found[one] or "") for one in ("day", "last"))
    year = year_in(found, telling) or last_year_with(month, int(day), telling)
    first = iso(year, month, int(day))
    if not last or first is None:
        return first
    end = iso(year, month, int(last))
    return f"{first}/{end}" if end is not None and first < end else None


def read_month(found: re.Match[str], telling: DateTelling) -> str | None:
    """In March, late March 2020, March of last year."""
    month = month_in(found)
    which = (found.groupdict().get("which") or "").lower()
    bare = "words" in found.re.groupindex and found["words"] == found[0]
    if bare and found["words"] == found["month"]:
        # a verb, or a person
        return None
    year = year_in(found, telling) or last_year_with(month, None, telling)
    today = telling.anchor.day
    if which == "next" and today is not None:
        year = today.year + (month <= today.month)
    elif year is not None and which == "last" and today is not None:
        year -= (year, month) == (today.year, today.month)
    if year is None or part_in(found) is None:
        return iso(year, month)
    least, most = MONTH_PARTS[part_in(found) or ""]
    most = min(most, monthrange(year, month)[1])
    return f"[{iso(year, month, least)}..{iso(year, month, most)}]"


def read_part(found: re.Match[str], telling: DateTelling) -> str | None:
    """Late last year, the end of 2019."""
    year = year_in(found, telling)
    if year is None:
        return None
    least, most = YEAR_PARTS[part_in(found) or ""]
    return f"[{iso(year, least)}..{iso(year, most)}]"


def read_months(found: re.Match[str], telling: DateTelling) -> str | None:
    """The first three months of the year."""
    year, number = year_in(found, telling), number_in(found)
    if year is None or not 1 <= number <= 12:
        return None
    first = 1 if found["end"].lower() == "first" else 13 - number
    return f"{iso(year, first)}/{iso(year, first + number - 1)}"


def read_season(found: re.Match[str], telling: DateTelling) -> str | None:
    """Last summer, winter 2019."""
    code = ways.SEASON_CODES[found["season"].lower()]
    if found["year"]:
        return f"{found['year']}-{code}"
    today = telling.anchor.day
    if (found["which"] or "").lower() != "last" or today is None:
        return None
    over = today.month > {21: 5, 22: 8, 23: 11, 24: 12}[code]
    return f"{today.year - (not over)}-{code}"


def read_year(found: re.Match[str], _: DateTelling) -> str | None:
    """In 2019."""
    return found["year"]


def read_nine_eleven(_: re.Match[str], __: DateTelling) -> str | None:
    """9/11, which needs no year."""
    return "2001-09-11"


def read_decade(found: re.Match[str], _: DateTelling) -> str | None:
    """The 1990s."""
    return f"{found['year'][:3]}X"


def read_years(found: re.Match[str], _: DateTelling) -> str | None:
    """2001-2014."""
    one, other = found["year"], found["last"]
    return f"{one}/{other}" if one < other else None
