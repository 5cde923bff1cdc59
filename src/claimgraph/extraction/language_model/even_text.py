"""A text as copied words are looked for in it: what looks alike is the same."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator

from claimgraph.extraction.text.normalise import working_text
from claimgraph.model import TextSpan

# what is written in several ways: line ends and rows of spaces, dashes, dots, quotes
UNEVEN = re.compile(r"\s+|-{2,}|''|\u2026")


class EvenText:
    """A text whose rows of spaces, dashes and dots are one, with the place of each.

    Signs that nobody sees are left out.
    """

    def __init__(self, raw: str) -> None:
        plain = working_text(raw)
        parts: list[str] = []
        # where each character begins and ends in the raw text
        self.starts, self.ends = array("Q"), array("Q")
        at = 0
        for found in UNEVEN.finditer(plain):
            first, last = found.span()
            if first < at:
                continue
            even = even_form(found[0], raw[first:last])
            parts += (plain[at:first], even)
            self.starts.extend((*range(at, first), *[first] * len(even)))
            self.ends.extend((*range(at + 1, first + 1), *[last] * len(even)))
            at = last
        parts.append(plain[at:])
        self.starts.extend(range(at, len(plain)))
        self.ends.extend(range(at + 1, len(plain) + 1))
        self.text = "".join(parts)
        lower = self.text.lower()
        # a few letters grow when they are made small
        self.lower = lower if len(lower) == len(self.text) else self.text

    def places(
        self, words: str, span: TextSpan, *, lower: bool = False
    ) -> Iterator[TextSpan]:
        """Where words stand in a passage of the raw text, no word of it cut."""
        text = self.lower if lower else self.text
        sought = even_words(words)
        sought = sought.lower() if lower else sought
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        at = text.find(sought, first, last) if sought else -1
        while at >= 0:
            end = at + len(sought)
            if self.is_whole(at, end):
                yield TextSpan(self.starts[at], self.ends[end - 1])
            at = text.find(sought, at + 1, last)

    def is_whole(self, first: int, last: int) -> bool:
        """Whether no word is cut at either end."""
        text = self.text
        begins = first == 0 or not (text[first - 1].isalnum() and text[first].isalnum())
        ends = last == len(text) or not (
            text[last - 1].isalnum() and text[last].isalnum()
        )
        return begins and ends


def even_form(plain: str, raw: str) -> str:
    """How something that is written in several ways is read."""
    if plain.isspace():
        # inside a word nobody sees these: soft hyphens, joiners, marks of direction
        return "" if all(unicodedata.category(one) == "Cf" for one in raw) else " "
    return {"-": "-", "'": '"'}.get(plain[0], "...")


def even_words(words: str) -> str:
    """Words as they are looked for.

    >>> even_words(" The\\u00a0Front\\u00adline\\n said \\u2026 ")
    'The Frontline said ...'
    """
    plain = working_text(words)
    return UNEVEN.sub(
        lambda found: even_form(found[0], words[found.start() : found.end()]), plain
    ).strip()
