"""Who wrote a text, for whom and when, as its first lines say."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from claimgraph.pages import FoundWords

# lines at the head of a text among which a byline stands; what is longer is a sentence
HEAD, LONGEST, LONGEST_IMPRINT = 8, 80, 14
# names of one person or several, each word of which begins with a capital
WORD = r"(?:[^\W\d_a-z][\w.'\u2019-]*|(?:al|bin|de|del|der|la|van|von)(?=[ -]))"
NAME = rf"{WORD}(?: {WORD}){{1,4}}"
JOINT = r"(?:, | and | und | et | y | e )"
# CITY (Agency) -, or CITY, May 6 (Agency) -, as a paragraph begins
DATELINE = re.compile(
    r"([^\W\d_a-z][^()\n.]{1,50})\(([^()\n]{2,60})\)\s*(?:[-\u2013\u2014:]|$)"
)
# a day in figures or in words of any language, as it stands below a title
MONTH = r"[^\W\d_]{3,10}\.?"
DAY = re.compile(
    rf"(?<![\w.])(?:\d{{1,2}}(?:st|nd|rd|th)?\.? (?:de )?{MONTH},? (?:de )?\d{{4}}|"
    rf"{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?!\w)"
)
PAGE = re.compile(r"\bpage \d+\b", re.IGNORECASE)
# between the name of an outlet and what else a line says
APART = re.compile(r"[,|\u2013\u2014()\[\]]| - |: |\s{2,}")
# an outlet is called so in front as well: Times of Orvel, El Correo
BEFORE = frozenset({"of", "de", "del", "di", "des", "da", "free", "am", "and"})
ARTICLES = frozenset({"the", "el", "la", "le", "il", "der", "die", "das", "al"})
SMALL = BEFORE | ARTICLES | {"&", "y", "e", "et", "und", "for", "in", "on"}
MOST_WORDS = 6
ALONE = re.compile(
    r"(?:(?:source|publisher|published in): ?|(?=The ))(?P<name>[^:.]+)", re.I
)
# what stands before "news" where it is a part of a paper, not a paper
SECTIONS = frozenset({"latest", "breaking", "local", "world", "top", "more", "bad"})
IN_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")


def line_author(lines: Sequence[str]) -> FoundWords | None:
    """Whom a byline names ("By Ann Writer"), with the line; None for nobody."""
    for line in head_lines(lines):
        found = byline().fullmatch(line)
        if found is not None and len(line) <= LONGEST:
            return FoundWords(found["name"], f'the line "{line}"')
    return None


def is_byline(line: str) -> bool:
    """Whether a line says who wrote a text, and no more."""
    return len(line) <= LONGEST and byline().fullmatch(line) is not None


def line_publisher(lines: Sequence[str]) -> FoundWords | None:
    """The outlet that a line names with the day, or with the number of a page; else the
    agency in brackets of a dateline, or of a line of its own; None without.
    """
    for at, line in enumerate(lines[:HEAD]):
        name = outlet_in(line) or (outlet_alone(line) if at else None)
        if name is not None:
            return FoundWords(name, f'the line "{" ".join(line.split())}"')
    for line in head_lines(lines):
        found = DATELINE.match(line) or IN_BRACKETS.fullmatch(line)
        if found is None:
            continue
        *before, words = found.groups()
        # what a name is called in short is nobody else
        short = "".join(re.findall(r"\b[^\W\d_a-z]", " ".join(before)))
        if is_agency(words) and words.strip() not in short:
            shown = line[: found.end()].strip()
            return FoundWords(words.strip(), f'the line that begins "{shown}"')
    return None


def outlet_in(line: str) -> str | None:
    """The outlet in a line that gives a day or a page beside it; None in others.

    >>> outlet_in("The Coast Herald, 23 September 2013"), outlet_in("Orvel, 2 May 2024")
    ('The Coast Herald', None)
    """
    rest, found = imprint(line), None
    if rest is None:
        return None
    for part in APART.split(rest):
        words = part.strip(" .").split()
        if 0 < len(words) <= MOST_WORDS and is_outlet(words):
            found = " ".join(words)
    return found


def outlet_alone(line: str) -> str | None:
    """The outlet that is all that a line says, as after "Source:"; None elsewhere.

    >>> outlet_alone("Source: Orvel Post"), outlet_alone("The latest news")
    ('Orvel Post', None)
    """
    found = ALONE.fullmatch(" ".join(line.split()))
    words = found["name"].split() if found else []
    fit = 1 < len(words) <= MOST_WORDS and words[-2].casefold() not in SECTIONS
    return " ".join(words) if fit and is_outlet(words) else None


def imprint(line: str) -> str | None:
    """What a short line says beside a day or the number of a page; None for others."""
    if len(line.split()) > LONGEST_IMPRINT or line.rstrip().endswith((".", "?", "!")):
        return None
    for sign in (DAY, PAGE):
        if sign.search(line):
            return DAY.sub(",", PAGE.sub(",", line))
    return None


def is_outlet(words: Sequence[str]) -> bool:
    """Whether words are the name of one who publishes.

    >>> is_outlet(["Times", "of", "Orvel"]), is_outlet(["Times", "Square"])
    (True, False)
    """
    small = [word.casefold() for word in words]
    capitals = all(
        one in SMALL or not word[:1].islower()
        for one, word in zip(small, words, strict=True)
    )
    first = small[1:] if small[0] in ARTICLES else small
    front = first[:1] if first[1:2] and first[1] in BEFORE else []
    return capitals and any(one in outlets() for one in (*front, small[-1]))


def is_agency(words: str) -> bool:
    """Whether what stands in brackets may be the name of one who publishes.

    >>> is_agency("Meridian News Agency"), is_agency("left"), is_agency("2 May 2024")
    (True, False, False)
    """
    first, figures = words.strip()[:1], any(one.isdigit() for one in words)
    return not figures and first.isalpha() and not first.islower()


def head_lines(lines: Sequence[str]) -> Iterator[str]:
    """The first lines of a text below its title, spaces as one."""
    for line in lines[1:HEAD]:
        yield " ".join(line.split())


@cache
def outlets() -> frozenset[str]:
    """What outlets are called by, in small letters."""
    return frozenset(marker_words("outlets"))


def marker_words(name: str) -> list[str]:
    """A list of words of the table."""
    text = (files("claimgraph.pages") / "markers.toml").read_text("utf-8")
    words: list[str] = tomllib.loads(text)[name]
    return words


@cache
def byline() -> re.Pattern[str]:
    """A line that is a byline in one of the languages of the table."""
    words = sorted(marker_words("bylines"), key=len, reverse=True)
    begins = "|".join(map(re.escape, words))
    names = rf"(?P<name>{NAME}(?:{JOINT}{NAME})*)"
    return re.compile(rf"(?i:{begins})[ :]+{names}(?:, [^,]{{2,40}})?")
