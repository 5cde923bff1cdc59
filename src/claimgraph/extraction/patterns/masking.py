"""A sentence with one sign for each name, attack and number in it, for patterns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.model import TextSpan, Value

# each type has its own block of signs, of which no text has any
TYPES = (
    *("group", "person", "org", "state", "place", "community", "attack", "number"),
    "deed",
)
BLOCK, FIRST = 0x100, 0xE000
OWN_SIGNS = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Masked:
    """What a sign stands for: somebody by id with others he may be, or a number."""

    span: TextSpan
    prefix: str
    who: str = ""
    others: tuple[str, ...] = ()
    value: Value | None = None
    word: str | None = None

    def as_one_of(self, prefixes: Sequence[str]) -> str | None:
        """Who of some types is meant; None where nobody is."""
        everybody = (self.who, *self.others)
        found = (one for one in everybody if one.partition("/")[0] in prefixes)
        return next(found, None)


class MaskedSentence:
    """A sentence as patterns see it, and where its signs stand in the text."""

    def __init__(self, passage: SpokenSentence, marks: Iterable[Masked]) -> None:
        pieces, self.starts, self.ends = list[str](), list[int](), list[int]()
        self.marks: dict[str, Masked] = {}
        self.places: list[int] = []
        at = passage.span.start
        for one in sorted(marks, key=lambda mark: mark.span.start):
            if one.span.start < at or len(self.marks) >= BLOCK:
                continue
            self.plain(pieces, passage.text, at, one.span.start)
            sign = chr(FIRST + BLOCK * TYPES.index(one.prefix) + len(self.marks))
            self.marks[sign] = one
            self.places.append(len(self.starts))
            pieces.append(sign)
            self.starts.append(one.span.start)
            self.ends.append(one.span.end)
            at = one.span.end
        self.plain(pieces, passage.text, at, passage.span.end)
        self.words = "".join(pieces)

    def plain(self, pieces: list[str], text: str, start: int, end: int) -> None:
        """Take in words that are nobody's name."""
        pieces.append(OWN_SIGNS.sub(" ", text[start:end]))
        self.starts += range(start, end)
        self.ends += range(start + 1, end + 1)

    def span(self, start: int, end: int) -> TextSpan:
        """The place in the text of a piece of the masked sentence."""
        return TextSpan(self.starts[start], self.ends[end - 1])


def signs(prefixes: Iterable[str]) -> str:
    """A class of characters: the signs of some types.

    >>> signs(["group"])
    '[\\ue000-\\ue0ff]'
    """
    blocks = [FIRST + BLOCK * TYPES.index(one) for one in prefixes]
    ranges = "".join(f"{chr(one)}-{chr(one + BLOCK - 1)}" for one in blocks)
    return f"[{ranges}]"
