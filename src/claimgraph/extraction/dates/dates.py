"""Dates in a text as EDTF, told from the day on which it was published."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.dates import date_patterns as ways
from claimgraph.extraction.dates.date_readers import DateTelling, anchor_of
from claimgraph.extraction.dates.date_ways import READERS
from claimgraph.model import TextSpan

Sense = Literal["at", "since", "until", "during"]
LOOK_BACK = 80
# for so many days something is news
NEWS = 60
MONTH = re.compile(r"\[?(?P<year>\d{4})-(?P<month>0\d|1[012])\b")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a text that tell a day or a period, and which in EDTF.

    `recent` tells that it lies in the two months before the article.
    """

    span: TextSpan
    day: str
    sense: Sense = "at"
    recent: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something went on from then on, or up to then."""
        return self.sense in ("since", "until")


def dates_in(
    text: str, sentences: Iterable[TextSpan], published: str | None
) -> list[DateMention]:
    """The dates that some sentences of a working text tell, in order."""
    anchor, told = anchor_of(published), list[DateMention]()
    years = dict[int, int]()
    for sentence in sentences:
        hints = ways.hints_in(text[sentence.start : sentence.end])
        if hints:
            last = told[-1].day if told else None
            telling = DateTelling(anchor, last, years=years)
            told += join_periods(text, list(read(text, sentence, hints, telling)))
    return told


def read(
    text: str, sentence: TextSpan, hints: Set[str], telling: DateTelling
) -> Iterator[DateMention]:
    """The dates of one sentence: what begins first and is longest wins."""
    found = [
        (words_of(one).start, -one.end(), rank, one)
        for rank, (pattern, _, needs) in enumerate(READERS)
        if needs <= hints
        for one in pattern.finditer(text, sentence.start, sentence.end)
    ]
    end = sentence.start
    for start, _, rank, one in sorted(found, key=lambda way: way[:3]):
        if start < end:
            continue
        before = text[max(sentence.start, start - LOOK_BACK) : start]
        telling = replace(telling, ahead=ways.AHEAD.search(before))
        day = READERS[rank][1](one, telling)
        if day is None or not is_date(day):
            continue
        words = words_of(one)
        end = words.end
        telling = replace(telling, last=day)
        note_year(one, day, telling.years)
        sense = sense_of(text[: words.start][-20:], day)
        yield DateMention(words, day, sense, is_recent(day, telling.today))


def is_recent(day: str, today: date | None) -> bool:
    """Whether a date is news on the day of an article."""
    first = span(day).earliest
    if first is None or today is None:
        return False
    return 0 <= (today - date.fromisoformat(first)).days <= NEWS


def note_year(found: re.Match[str], day: str, years: dict[int, int]) -> None:
    """Remember which year the text gives to a month."""
    of_month = MONTH.match(day)
    if of_month and found.groupdict().get("year"):
        years[int(of_month["month"])] = int(of_month["year"])


def is_date(day: str) -> bool:
    """Whether it is EDTF; calendars end before what words may say."""
    try:
        span(day)
    except ClaimgraphError:
        return False
    return True


def words_of(found: re.Match[str]) -> TextSpan:
    """The words of a date, without what only stands before it."""
    part = "words" if "words" in found.re.groupindex else 0
    return TextSpan(found.start(part), found.end(part))


def sense_of(before: str, day: str) -> Sense:
    """What the words before a date make of it."""
    if ways.SINCE.search(before):
        return "since"
    if ways.UNTIL.search(before):
        return "until"
    return "during" if "/" in day else "at"


def join_periods(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """Dates with each pair that tells a first and a last day as one period."""
    united = list[DateMention]()
    for one in dates:
        last = united[-1] if united else None
        if last is not None and is_pair(text, last, one):
            whole = TextSpan(last.span.start, one.span.end)
            united[-1] = DateMention(whole, f"{last.day}/{one.day}", "during")
        else:
            united.append(one)
    return united


def is_pair(text: str, one: DateMention, other: DateMention) -> bool:
    """Whether two dates are the ends of a period."""
    if any(sign in one.day + other.day for sign in "[/") or one.day >= other.day:
        return False
    between = text[one.span.end : other.span.start]
    if ways.LINK.fullmatch(between):
        return True
    before = text[max(one.span.start - 20, 0) : one.span.start]
    return bool(ways.AND.fullmatch(between) and ways.FROM.search(before))
