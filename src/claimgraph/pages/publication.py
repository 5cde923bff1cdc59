"""When was a page published? Each date that it gives, with where it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from itertools import chain
from typing import TYPE_CHECKING

from claimgraph.dates import MONTHS
from claimgraph.pages import FoundWords

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from claimgraph.pages.metadata import Metadata

TAGS = (
    *("article:published_time", "og:article:published_time", "article.published"),
    *("datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued"),
    *("dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date"),
    *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
)
DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d{4})(\d\d)(\d\d)(?!\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)")
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[-/]?([01]\d)[-/]?([0-3]\d)(?=\D|$)")
IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]\d{4}(?!\d)")
FIRST, LAST = "1900-01-01", "2199-12-31"
MONTH_WORD = "|".join(f"{one}|{one[:3]}|sept" for one in MONTHS)
WRITTEN = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{MONTH_WORD})\.?,?|"
    rf"(?P<m2>{MONTH_WORD})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?)\s+"
    r"(?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# a line that gives the day of a text says little else
DATELINE, NEAR_ENDS = 80, 12


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a month that something gives, the moment if it is known, and where."""

    edtf: str
    moment: datetime | None
    evidence: str


def date_of(value: str, where: str) -> Dated | None:
    """What a value says of a time; None where it is no date in figures or of mails."""
    text = value.strip()
    evidence = f'{where} "{text[:60]}"'
    moment = moment_of(text)
    found = DAY.match(text)
    if found is not None:
        year, month, day = (part for part in found.groups() if part is not None)
        edtf = day_of(int(year), int(month), int(day))
        return None if edtf is None else Dated(edtf, moment, evidence)
    if moment is not None:
        return Dated(moment.date().isoformat(), moment, evidence)
    if MONTH.fullmatch(text) and "01" <= text[5:] <= "12":
        return Dated(text, None, evidence)
    return None


def moment_of(text: str) -> datetime | None:
    """The moment in a text with its time zone, as pages or mails write it."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
            return found.astimezone(UTC) and found if found.tzinfo else None
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def day_of(year: int, month: int, day: int) -> str | None:
    """A day as EDTF; None for one that there is not, or that no newspaper is of."""
    try:
        found = date(year, month, day).isoformat()
    except ValueError:
        return None
    return found if FIRST <= found <= LAST else None


def publication(
    root: "HtmlElement", said: "Metadata", lines: Sequence[str], url: str | None
) -> FoundWords | None:
    """When a page was published: what its head says, else what it shows.

    Where two dates of its head differ it is a day between them, and both are told.
    """
    return (
        one_day([*in_head(root, said)])
        or one_day([*in_time_tags(root)][:1])
        or one_day([*in_address(url)])
        or shown_date(root, lines)
    )


def one_day(found: Sequence[Dated]) -> FoundWords | None:
    """The one day that all dates give, or the days between which it lies."""
    if not found:
        return None
    days = sorted({one.edtf for one in found})
    moments = {one.moment for one in found}
    # the same moment falls on two days in two time zones
    if len(days) == 1 or (len(moments) == 1 and None not in moments):
        return FoundWords(found[0].edtf, found[0].evidence)
    told = "; ".join(dict.fromkeys(one.evidence for one in found))
    return FoundWords(
        f"[{days[0]}..{days[-1]}]", f"the page has {len(days)} dates: {told}"
    )


def in_head(root: "HtmlElement", said: "Metadata") -> Iterator[Dated]:
    """The dates of publishing in JSON-LD, in meta tags, and marked as such."""
    field = said.field("datePublished")
    pairs = [] if field is None else [(field.words, field.evidence)]
    pairs += [(value, f"meta {name}") for name, value in said.tags if name in TAGS]
    for element in root.iter("time", "span", "div", "p", "abbr"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            value = element.get("datetime") or element.get("content") or ""
            pairs.append((value, "itemprop datePublished"))
    for value, where in pairs:
        one = date_of(value, where)
        if one is not None:
            yield one


def in_time_tags(root: "HtmlElement") -> Iterator[Dated]:
    """The dates of time tags, first those within what is tagged as the article."""
    listed = [*root.iter("time")][:50]
    inside = [
        one for one in listed if next(one.iterancestors("article"), None) is not None
    ]
    for element in chain(inside, listed):
        about = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        if "modif" not in about and "updat" not in about:
            one = date_of(element.get("datetime") or "", "tag time")
            if one is not None:
                yield one


def in_address(url: str | None) -> Iterator[Dated]:
    """The day in the address of a page, as blogs and newspapers write it."""
    found = IN_ADDRESS.search(url or "")
    if found is not None:
        edtf = day_of(int(found[1]), int(found[2]), int(found[3]))
        if edtf is not None:
            yield Dated(edtf, None, f'the address has "{found[0]}"')


def shown_date(root: "HtmlElement", lines: Sequence[str]) -> FoundWords | None:
    """The day that the page shows near its title or its end, in any language that
    htmldate reads; None where no line shows it.
    """
    from htmldate import find_date

    written = written_date(lines)
    if written is not None:
        return written
    try:
        found = find_date(
            root,
            extensive_search=True,
            original_date=True,
            min_date=FIRST,
            max_date=LAST,
        )
    except (ValueError, RecursionError):
        return None
    if found is None:
        return None
    numbers = {found[:4], found[8:].lstrip("0")}
    for line in lines:
        shown = {one.lstrip("0") for one in figures(line)}
        if len(line) <= DATELINE and numbers <= shown and not is_ambiguous(line):
            return FoundWords(found, f'the line "{line}"')
    return None


def is_ambiguous(line: str) -> bool:
    """Whether a line has a date in figures of which two may be the month.

    >>> is_ambiguous("3/4/2024"), is_ambiguous("23/4/2024"), is_ambiguous("6 May 2024")
    (True, False, False)
    """
    found = IN_FIGURES.search(line)
    if found is None:
        return False
    first, second = int(found[1]), int(found[2])
    return first != second and max(first, second) <= 12


def figures(line: str) -> list[str]:
    """The numbers of a line in European digits, whatever digits it has.

    >>> figures("الاثنين ٦ مايو ٢٠٢٤"), figures("6 May")
    (['6', '2024'], ['6'])
    """
    plain = "".join(str(int(one)) if one.isdecimal() else one for one in line)
    return re.findall(r"\d+", plain)


def written_date(lines: Iterable[str]) -> FoundWords | None:
    """The day in a short line near the beginning or the end of a text, in figures from
    the year on or in English words.

    >>> written_date(["Market bombed", "Published: May 6, 2024"])
    FoundWords(words='2024-05-06', evidence='the line "Published: May 6, 2024"')
    """
    listed = [*lines]
    near = listed if len(listed) <= 2 * NEAR_ENDS else []
    for line in near or [*listed[:NEAR_ENDS], *listed[-NEAR_ENDS:]]:
        edtf = day_in(line) if len(line) <= DATELINE else None
        if edtf is not None:
            return FoundWords(edtf, f'the line "{line.strip()}"')
    return None


def day_in(line: str) -> str | None:
    """The day that a line gives; None where it gives none, or figures in any order."""
    found = WRITTEN.search(line)
    if found is not None:
        word = (found["m"] or found["m2"]).lower()[:3]
        month = [one[:3].lower() for one in MONTHS].index(word) + 1
        return day_of(int(found["y"]), month, int(found["d"] or found["d2"]))
    figure = re.search(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", line)
    return day_of(*(int(one) for one in figure.groups())) if figure else None
