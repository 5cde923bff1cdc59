"""A text in lines of a screen: each of its characters keeps its offset."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import get_character_cell_size

from claimgraph.safe_text import tame

WORD = re.compile(r"\w+|[^\w\s]")
SENTENCE_END = re.compile(r"[.!?]+[\"'\u201d\u2019)]*(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class WrappedText:
    """A raw text, the lines that it fills, and where its words are.

    `shown` has a sign that a screen can show for each character of `raw`.
    """

    raw: str
    shown: str
    lines: Sequence[tuple[int, int]]

    def line_at(self, offset: int) -> int:
        """The line on which an offset stands, counted from 0."""
        starts = [start for start, _ in self.lines]
        return max(bisect_right(starts, offset) - 1, 0)


def wrap_text(text: str, width: int) -> WrappedText:
    """A text wrapped between words.

    >>> [*wrap_text("ab cd\\nef", 4).lines]
    [(0, 2), (3, 5), (6, 8)]
    """
    shown = tame(text)
    plain = shown.isascii()
    lines: list[tuple[int, int]] = []
    start = 0
    for end in [*(one.start() for one in re.finditer("\n", text)), len(text)]:
        at = start
        while True:
            fit = end if end - at <= width and plain else fitting(shown, at, end, width)
            if fit >= end:
                lines.append((at, end))
                break
            cut = shown.rfind(" ", at + 1, fit + 1)
            cut = cut if cut > at else max(fit, at + 1)
            lines.append((at, cut))
            at = cut + 1 if shown[cut : cut + 1] == " " else cut
        start = end + 1
    return WrappedText(text, shown, lines)


def fitting(shown: str, at: int, end: int, width: int) -> int:
    """How far a line reaches that begins at an offset."""
    if shown.isascii():
        return min(at + width, end)
    left = width
    for offset in range(at, end):
        left -= get_character_cell_size(shown[offset])
        if left < 0:
            return offset
    return end
