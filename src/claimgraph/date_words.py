"""Days and periods in words, as a reader takes them in."""

import re
from datetime import date, timedelta

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
MARKS = ("~", "?", "%")
SEASON = re.compile(r"\b(\d{4})-(2[1-4])\b(?!-)")
# what only EDTF writes so: a set, an interval, a mark, a masked digit, a season
MARKED = re.compile(
    r"(?=.*[\[/~?%X]|\d{4}-2[1-4]$)[\d\-X.,~?%/\[\]]*\d{2}[\d\-X.,~?%/\[\]]*"
)


def period_words(edtf: str | None, first: str | None, last: str | None) -> str:
    """When something held or happened, from its EDTF text or from two days alone.

    A period is said as one, and a day that is not known exactly as some day between.

    >>> period_words("[2020-03-25..2020-12-31]", "2020-03-25", "2020-12-31")
    'some day between 25 March and 31 December 2020'
    >>> period_words("2020-03-25/2021-01-31", "2020-03-25", "2021-01-31")
    '25 March 2020 to 31 January 2021'
    >>> period_words(None, "2020-05-07", None), period_words(None, None, "2020-05-07")
    ('2020-05-07 or later', '2020-05-07 or earlier')
    >>> period_words("2020-09-12/..", "2020-09-12", None), period_words("2015~", "", "")
    ('2020-09-12 and after', 'about 2015')
    >>> period_words(None, "2021-08-01", "2021-08-31"), period_words(None, None, None)
    ('some day in August 2021', '')
    """
    text = edtf or ""
    held = "/" in text
    if (held or text.startswith("[")) and any(mark in text for mark in MARKS):
        # its days alone would be more exact than it is
        return day_words(text)
    if first and last:
        words = range_words(first, last, "to" if held else "and")
        if text and not held and not text.startswith("["):
            return approximate_words(text) if first != last else with_marks(text, words)
        return words if held or first == last else some_day(words)
    if first:
        return f"{first} {'and after' if held else 'or later'}"
    if last:
        return f"until {last}" if held else f"{last} or earlier"
    return approximate_words(text)


def some_day(words: str) -> str:
    """A stretch of days as the one of them that is not known."""
    return f"some day between {words}" if " and " in words else f"some day in {words}"


def approximate_words(text: str) -> str:
    """A year or a month as it is written, its marks as a word; a season by its name.

    >>> approximate_words("2021-22"), approximate_words("2020-03~")
    ('summer of 2021', 'about 2020-03')
    """
    return with_marks(text, SEASON.sub(season_words, text.rstrip("".join(MARKS))))


def with_marks(text: str, words: str) -> str:
    """The words, with `about` where the text says that it is not exact."""
    return f"about {words}" if text.endswith(MARKS) else words


def range_words(first: str, last: str, link: str) -> str:
    """Two days, as one, as a month or a year, or from the one to the other.

    >>> range_words("2020-03-25", "2020-03-25", "and")
    '2020-03-25'
    >>> range_words("2015-01-01", "2015-12-31", "and")
    '2015'
    >>> range_words("2021-02-01", "2021-02-03", "and")
    '1 and 3 February 2021'
    """
    if first == last:
        return first
    one, two = date.fromisoformat(first), date.fromisoformat(last)
    whole = one.day == 1 and (two + timedelta(1)).day == 1 if two < date.max else False
    if whole and (one.year, one.month) == (two.year, two.month):
        return f"{one:%B} {one.year}"
    if whole and one.year == two.year and (one.month, two.month) == (1, 12):
        return str(one.year)
    parts = [str(one.day)]
    if one.year != two.year or one.month != two.month:
        parts.append(f"{one:%B}")
    if one.year != two.year:
        parts.append(str(one.year))
    return f"{' '.join(parts)} {link} {two.day} {two:%B} {two.year}"


def edtf_words(text: str) -> str:
    """A text as words where it is a day that only EDTF writes so; else as it is.

    >>> edtf_words("[..2015-07-12]"), edtf_words("2015~"), edtf_words("24/7 shop")
    ('2015-07-12 or earlier', 'about 2015', '24/7 shop')
    """
    if not MARKED.fullmatch(text):
        return text
    try:
        days = span(text)
    except ClaimgraphError:
        return text
    return period_words(text, days.earliest, days.latest)


def day_words(edtf: str) -> str:
    """An EDTF text for people; one that has no plainer words is given back.

    >>> day_words("[2020-05-06..]"), day_words("[2021-08-26..2021-08-31]")
    ('2020-05-06 or later', 'between 2021-08-26 and 2021-08-31')
    >>> day_words("2021-22"), day_words("2021-08~/..")
    ('summer of 2021', 'about 2021-08 and after')
    >>> day_words("2020-09-12/.."), day_words("2021-08-26~"), day_words("2015")
    ('2020-09-12 and after', 'about 2021-08-26', '2015')
    >>> day_words("[2020-03~..]"), day_words("2020~/2021~")
    ('about 2020-03 or later', 'about 2020 to about 2021')
    """
    edtf = SEASON.sub(season_words, edtf)
    inner = edtf.strip("[]")
    first, dots, last = inner.partition(".." if edtf.startswith("[") else "/")
    last = last.strip(".")
    if edtf.startswith("[") and "," in edtf:
        return f"one of {inner}"
    if not dots:
        return approximate_words(edtf)
    first, last = approximate_words(first), approximate_words(last)
    if edtf.startswith("["):
        if not first or not last:
            return f"{first} or later" if first else f"{last} or earlier"
        return f"between {first} and {last}"
    if not first.strip(".") or not last:
        return f"{first} and after" if first.strip(".") else f"until {last}"
    return f"{first} to {last}"


def season_words(found: re.Match[str]) -> str:
    """A season of a year, which EDTF writes as a month after the twelfth."""
    return f"{SEASONS[found[2]]} of {found[1]}"
