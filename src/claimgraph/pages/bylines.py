"""Who wrote a text and for whom, as its first lines say."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from claimgraph.pages import FoundWords

# lines at the head of a text among which a byline stands; what is longer is a sentence
HEAD, LONGEST = 8, 80
# names of one person or several, each word of which begins with a capital
WORD = r"(?:[^\W\d_a-z][\w.'\u2019-]*|(?:al|bin|de|del|der|la|van|von)(?=[ -]))"
NAME = rf"{WORD}(?: {WORD}){{1,4}}"
JOINT = r"(?:, | and | und | et | y | e )"
# CITY (Agency) -, or CITY, May 6 (Agency) -, as a paragraph begins
DATELINE = re.compile(
    r"([^\W\d_a-z][^()\n.]{1,50})\(([^()\n]{2,60})\)\s*(?:[-\u2013\u2014:]|$)"
)
IN_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")


def line_author(lines: Sequence[str]) -> FoundWords | None:
    """Whom a byline names ("By Ann Writer"), with the line; None for nobody."""
    for line in head_lines(lines):
        found = byline().fullmatch(line)
        if found is not None and len(line) <= LONGEST:
            return FoundWords(found["name"], f'the line "{line}"')
    return None


def line_publisher(lines: Sequence[str]) -> FoundWords | None:
    """The agency in brackets of a dateline, or of a line of its own; None without."""
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
def byline() -> re.Pattern[str]:
    """A line that is a byline in one of the languages of the table."""
    text = (files("claimgraph.pages") / "markers.toml").read_text("utf-8")
    words: list[str] = tomllib.loads(text)["bylines"]
    begins = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    names = rf"(?P<name>{NAME}(?:{JOINT}{NAME})*)"
    return re.compile(rf"(?i:{begins})[ :]+{names}(?:, [^,]{{2,40}})?")
