"""Days as tables write them, and codes of how exact they are, as EDTF."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from claimgraph.errors import ClaimgraphError

# parts of a form, the longest first
PARTS = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "MMM": r"(?P<word>[^\W\d_]+\.?)",
    "MM": r"(?P<month>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})",
    "D": r"(?P<day>\d{1,2})",
}
TOKEN = re.compile(r"YYYY|YY|MMMM?|MM?|DD?|[^YMD]+")
# the year first: no two read it differently
ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
TIME = re.compile(
    r"[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d\d:?\d\d)?"
)
EXPECTED = "expected is a form as DD.MM.YYYY, M/D/YY, D MMM YYYY"
WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class PlainDay:
    """A day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """The same as EDTF."""
        parts = [f"{self.year:04}"]
        parts += [f"{one:02}" for one in (self.month, self.day) if one is not None]
        return "-".join(parts)


@cache
def form_pattern(form: str) -> re.Pattern[str]:
    """What cells in a form look like; ClaimgraphError for a bad form."""
    tokens = TOKEN.findall(form)
    named = [one[0] for one in tokens if one in PARTS or one == "MMMM"]
    if sorted(named) not in (["Y"], ["M", "Y"], ["D", "M", "Y"]):
        raise ClaimgraphError(f"{form!r} is no form of a day: {EXPECTED}")
    tight = "".join(tokens) == "".join(one for one in tokens if one in PARTS)
    found = ""
    for one in tokens:
        part = PARTS.get("MMM" if one == "MMMM" else one)
        found += re.escape(one) if part is None else part
    # YYYYMMDD has no marks between its parts
    return re.compile(found.replace("{1,2}", "{2}") if tight else found)


def check_form(form: str) -> None:
    """ClaimgraphError for what is no form of a day."""
    form_pattern(form)


def read_day(
    text: str, forms: Sequence[str], first_year: int | None = None
) -> PlainDay:
    """The day of a cell that is in one of the forms, or has its year first.

    `first_year` is the first that a year of two digits may mean. A time of day is
    passed over. ClaimgraphError where it is no day.

    >>> str(read_day("31.12.2030", ["D.M.YYYY"])), str(read_day("2030-01", []))
    ('2030-12-31', '2030-01')
    >>> str(read_day("9-Feb-68", ["D-MMM-YY"], 1968))
    '1968-02-09'
    >>> str(read_day("5 mai 2031", ["D MMM YYYY"]))
    '2031-05-05'
    """
    plain = " ".join(text.split())
    for pattern in (*map(form_pattern, forms), ISO):
        found = pattern.match(plain)
        if found is None:
            continue
        rest = plain[found.end() :]
        if rest and not TIME.fullmatch(rest):
            continue
        return day_of(found.groupdict(), first_year)
    wanted = " or ".join(forms) or "YYYY-MM-DD"
    raise ClaimgraphError(f"is no day in the form {wanted}")


def day_of(parts: Mapping[str, str | None], first_year: int | None) -> PlainDay:
    """The day that the parts of a cell come to; ClaimgraphError where none is."""
    word, year = parts.get("word"), parts.get("year")
    month = month_number(word) if word else number_or_none(parts.get("month"))
    if year is None:
        short, base = int(parts.get("short") or 0), first_year
        if base is None:
            raise ClaimgraphError(
                "has a year of two digits: say in the mapping which may be meant, as "
                "`first_year: 1970` for 1970 to 2069"
            )
        return real_day(base + (short - base) % 100, month, parts.get("day"))
    return real_day(int(year), month, parts.get("day"))


def real_day(year: int, month: int | None, day: str | None) -> PlainDay:
    """A day that there is; ClaimgraphError for any other."""
    number = number_or_none(day)
    try:
        date(year, month or 1, number or 1)
    except ValueError:
        raise ClaimgraphError("is no day that there is") from None
    return PlainDay(year, month, number)


def number_or_none(text: str | None) -> int | None:
    """The number of a part, if there is one."""
    return None if text is None else int(text)


@cache
def months() -> Mapping[str, int]:
    """The number of the month for each name of it, in several languages."""
    text = (files("claimgraph.tables") / "words.toml").read_text("utf-8")
    named: dict[str, list[str]] = tomllib.loads(text)["months"]
    return {name: int(number) for number, names in named.items() for name in names}


def month_number(text: str) -> int:
    """The number of a month by its name or number; ClaimgraphError for none.

    >>> month_number("Sept."), month_number("août"), month_number("07")
    (9, 8, 7)
    """
    word = text.strip().rstrip(".").casefold()
    found = months().get(word) or (int(word) if word.isdecimal() else 0)
    if not 1 <= found <= 12:
        raise ClaimgraphError(f"{text[:20]!r} is no month")
    return found


def edtf_of(start: PlainDay, end: PlainDay | None, precision: str | None) -> str:
    """What a day comes to with its last day and how exact it is.

    >>> day, last = PlainDay(2030, 1, 2), PlainDay(2030, 1, 9)
    >>> edtf_of(day, last, None), edtf_of(day, None, "about")
    ('[2030-01-02..2030-01-09]', '2030-01-02~')
    >>> edtf_of(day, None, "week"), edtf_of(day, last, "month")
    ('[2029-12-27..2030-01-08]', '2030-01')
    """
    if precision == "year":
        return str(PlainDay(start.year))
    if precision == "month":
        return str(PlainDay(start.year, start.month))
    if end is not None and end != start and precision != "day":
        if rank_of(end) < rank_of(start):
            raise ClaimgraphError("ends before it begins")
        return f"[{start}..{end}]"
    if precision == "week" and start.day is not None:
        middle = date(start.year, start.month or 1, start.day)
        try:
            return f"[{middle - WEEK}..{middle + WEEK}]"
        except OverflowError:
            raise ClaimgraphError("is no day that there is") from None
    return f"{start}~" if precision == "about" else str(start)


def rank_of(day: PlainDay) -> tuple[int, int, int]:
    """What days are sorted by, the parts that a month or year lacks last."""
    return day.year, day.month or 13, day.day or 32
