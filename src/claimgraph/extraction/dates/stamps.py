"""How exact a day is, and the weekday by which an act without a date is told of."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from claimgraph.dates import MONTHS, WEEKDAYS, span
from claimgraph.extraction.dates.date_patterns import DAY, MONTH, WEEKDAY, word_pattern
from claimgraph.extraction.dates.dates import DateMention
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.model import TextSpan

NINE_ELEVEN = "2001-09-11"
DAY_WORDS = word_pattern(
    rf"(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})\s+(?P<day>{DAY})"
    rf"|(?P<before>{DAY})\s+(?P<after>{MONTH}))",
    cased=True,
)
# what lies back from a day that nobody knows
AGO = word_pattern(r"(?:[a-z]+|\d+) (?:hours|days|weeks|months|years) (?:ago|earlier)")


def with_unknown_days(
    passage: SpokenSentence, dates: Sequence[DateMention]
) -> list[DateMention]:
    """The dates of a sentence with those of which nobody knows the year: no day."""
    spans = [one.span for one in dates]
    more = (
        TextSpan(one.start(), one.end())
        for words in (DAY_WORDS, AGO)
        for one in words.finditer(passage.text, passage.span.start, passage.span.end)
    )
    unknown = [
        DateMention(one, "")
        for one in more
        if all(one.end <= each.start or each.end <= one.start for each in spans)
    ]
    return sorted([*dates, *unknown], key=lambda one: one.span.start)


def stamp_of(text: str, told: DateMention) -> str | None:
    """The weekday of a date, or else its day of a month: "fri", "05-03"."""
    first = span(told.day).earliest if told.day and is_day(told.day) else None
    if first is not None:
        return WEEKDAYS[date.fromisoformat(first).weekday()][:3].lower()
    found = DAY_WORDS.match(text, told.span.start, told.span.end)
    if found is None:
        return None
    if found["weekday"]:
        return found["weekday"][:3].lower()
    named = (found["month"] or found["after"])[:3].title()
    month = [one[:3] for one in MONTHS].index(named) + 1
    day = re.sub(r"\D", "", found["day"] or found["before"])
    return f"{month:02}-{int(day):02}"


def is_nine_eleven(text: str, told: DateMention) -> bool:
    """Whether the 11th of September without a year stands for that of 2001."""
    if told.recent or not told.day.endswith("-09-11"):
        return False
    return not re.search(r"\d{4}", text[told.span.start : told.span.end])


@lru_cache(1 << 14)
def is_day(day: str) -> bool:
    """Whether a date is one whole day."""
    found = span(day)
    return found.earliest is not None and found.earliest == found.latest


@lru_cache(1 << 14)
def length(day: str) -> int:
    """A measure of how exact a date is: the smaller, the more."""
    found = span(day)
    if found.earliest is None or found.latest is None:
        return 1 << 20
    first, last = (
        int(one[:4]) * 372 + int(one[5:7]) * 31 + int(one[8:10])
        for one in (found.earliest, found.latest)
    )
    return last - first
