"""Dates as models write them beside EDTF: in words, with an hour, with an open end."""

import re

from claimgraph.dates import TIMED, written_date
from claimgraph.extraction.dates.dates import dates_in
from claimgraph.extraction.text.normalise import working_text
from claimgraph.gate.words import is_date
from claimgraph.model import TextSpan

OPEN_END = re.compile(
    r"(.+?)\s*(?:/|\bto\b|-)\s*(?:present|now|today|ongoing|open|unknown)", re.I
)
# a day or month without its year, and two whole days
SHORT_END = re.compile(r"(\d{4}-(?:\d\d-)?)(\d\d)\s?/\s?(\d\d)", re.ASCII)
TWO_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)-(\d{4}-\d\d-\d\d)", re.ASCII)
SINCE = re.compile(r"since (.+)", re.IGNORECASE)
UNTIL = re.compile(r"(?:until|till|up to) (.+)", re.IGNORECASE)
ABOUT = re.compile(
    r"(?:circa|ca?\.|ca|about|around|approximately|approx\.) *(.+)", re.IGNORECASE
)
# what may stand beside a date without another meaning
BESIDE = re.compile(
    r"[\s(),.]+|\b(?:on|in|the|of|from|between|night|evening|morning|afternoon"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d\d:\d\d(?::\d\d)?)\b",
    re.IGNORECASE,
)


def told_date(said: str, published: str | None = None) -> str | None:
    """A date in EDTF however it is written; None where it is none.

    Words such as "Friday" are told from the day of publication.

    >>> told_date("6 May 2024"), told_date("2024-05-06T10:00"), told_date("2024-05-xx")
    ('2024-05-06', '2024-05-06', '2024-05-XX')
    >>> told_date("2019 to present"), told_date("since May 2021"), told_date("c. 2020")
    ('2019/..', '2021-05/..', '2020~')
    >>> told_date("2024-05-06..2024-05-08"), told_date("early 2024")
    ('2024-05-06/2024-05-08', '[2024-01..2024-03]')
    >>> told_date("2024-05-06/08"), told_date("2024-05/06")
    ('2024-05-06/2024-05-08', '2024-05/2024-06')
    >>> told_date("Friday", "2024-05-08"), told_date("last month", "2024-05-08")
    ('2024-05-03', '2024-04')
    >>> told_date("Friday"), told_date("2024 or 2025"), told_date("after 2019")
    (None, None, None)
    """
    plain = " ".join(working_text(said).split())
    timed = TIMED.fullmatch(plain)
    if timed is not None:
        plain = timed[1]
    spans = SHORT_END.sub(r"\1\2/\1\3", plain), TWO_DAYS.sub(r"\1/\2", plain)
    for one in (plain, plain.upper(), plain.replace("..", "/"), *spans):
        if is_date(one):
            return one
    for pattern, form in (
        (OPEN_END, "{}/.."),
        (SINCE, "{}/.."),
        (UNTIL, "../{}"),
        (ABOUT, "{}~"),
    ):
        found = pattern.fullmatch(plain)
        inner = told_date(found[1], published) if found is not None else None
        if inner is not None:
            whole = form.format(inner)
            return whole if is_date(whole) else None
    return written_date(plain) or date_in_words(plain, published)


def date_in_words(plain: str, published: str | None) -> str | None:
    """The one date that a text consists of, with words that add nothing to it."""
    found = dates_in(plain, [TextSpan(0, len(plain))], published)
    if len(found) != 1:
        return None
    words = found[0].span
    around = f"{plain[: words.start]} {plain[words.end :]}"
    return None if BESIDE.sub("", around) else found[0].day
