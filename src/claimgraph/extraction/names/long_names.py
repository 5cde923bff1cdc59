"""Names, and ranks before them, of several words that a parser reads as one word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimgraph.extraction.names.mention import Mention
from claimgraph.model import TextSpan

# by the type of whoever is named, a name that a parser knows for one
KNOWN_NAMES = {"group": "Hezbollah", "state": "Iran", "place": "Kabul"}
# ranks of two words before a name, in whose full stops a parser sees an end
RANKS = re.compile(
    r"\b(?:Brig|Maj|Lt|Lieut|Air Vice)(?:\.-?|-)? ?(Gen|Col|Cmdr|Adm|Marshal)\b\.? $"
)
LONGEST_RANK = 24
OFFICE = "Commissioner"
RANK_WORDS = {"Gen": "General", "Col": "Colonel", "Cmdr": "Commander", "Adm": "Admiral"}


class LongName(NamedTuple):
    """A name in a text, and the one word that a parser reads in its place."""

    span: TextSpan
    word: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage of a text as a parser reads it.

    `moved` has, for each place from which on the words stand elsewhere in the text,
    that place, where it is in the text, and where a name ends there that begins so.
    """

    text: str
    words: str
    moved: tuple[tuple[int, int, int], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text some words of the piece stand: a name as a whole."""
        at = bisect_right(self.moved, start, key=lambda one: one[0]) - 1
        begin, there, last = self.moved[at]
        if last and begin == start:
            return there, last
        return there + start - begin, there + end - begin


def piece_of(text: str, span: TextSpan, names: Sequence[LongName]) -> Piece:
    """A passage with one word for each of its long names."""
    words, moved, at = "", [(0, span.start, 0)], span.start
    first = bisect_left(names, span.start, key=lambda one: one.span.start)
    for name, word in names[first:]:
        if name.end > span.end:
            break
        words += text[at : name.start]
        moved.append((len(words), name.start, name.end))
        words += word
        at = name.end
        moved.append((len(words), at, 0))
    return Piece(text, words + text[at : span.end], tuple(moved))


def long_names(text: str, mentions: Iterable[Mention]) -> list[LongName]:
    """The names of groups, and those of more than one word, among some mentions."""
    found: list[LongName] = []
    for one in mentions:
        if one.prefix == "person":
            found += rank_before(text, one.span.start)
        said = text[one.span.start : one.span.end]
        if one.prefix == "person" and one.entity.unnamed and " of " in said:
            # "Superintendent of Police A": no police are called A
            found.append(LongName(one.span, OFFICE))
        if one.prefix == "attack" or one.entity.unnamed:
            continue
        # what a parser makes of letters, FARC or LeT, is anybody's guess
        letters = one.prefix == "group" and " " not in said and said[:1].isupper()
        # a parser has "U.S.-backed" as one word
        letters = letters or (said.endswith(".") and text[one.span.end :][:1] == "-")
        if not letters and not is_name(said):
            continue
        last = said.rstrip(")\"'").replace("-", " ").split()[-1]
        found.append(LongName(one.span, KNOWN_NAMES.get(one.prefix, last)))
    return found


def rank_before(text: str, start: int) -> list[LongName]:
    """The rank of two words before a name: Maj. Gen. A.

    >>> [one.word for one in rank_before("A Maj.-Gen. Omar Haddad", 12)]
    ['General']
    """
    found = RANKS.search(text, max(0, start - LONGEST_RANK), start)
    if found is None:
        return []
    span = TextSpan(found.start(), start - 1)
    return [LongName(span, RANK_WORDS.get(found[1], found[1]))]


def is_name(said: str) -> bool:
    """Whether words are a name of more than one, each word of note with a capital.

    >>> is_name("Red Brigade (RB)"), is_name("al-Haddad"), is_name("Arland army")
    (True, True, False)
    >>> is_name("Tarim")
    False
    """
    words = said.strip("()\"'").replace("-", " ").split()
    last = words[-1].lstrip("(\"'") if words else ""
    return len(words) > 1 and last[:1].isupper()
