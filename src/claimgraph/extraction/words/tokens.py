"""The words of a text with their places and the forms by which names are found."""

import re
from functools import lru_cache
from typing import NamedTuple

from claimgraph.folding import fold
from claimgraph.model import TextSpan

LETTERS = r"(?:[^\W_]++|[\u0300-\u036f\u0610-\u061a\u064b-\u0670]++)++"
WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{LETTERS}(?:'{LETTERS})*")
# no name has a word that is longer
LONGEST = 40


class WordToken(NamedTuple):
    """A word: `folded` as names are compared, `bare` without a possessive 's."""

    start: int
    end: int
    text: str
    folded: str
    bare: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins as names do."""
        return self.text[0].isupper()

    @property
    def bare_end(self) -> int:
        """Where it ends without a possessive 's."""
        return self.end - 2 if self.bare != self.folded else self.end


def tokens_of(text: str, span: TextSpan) -> list[WordToken]:
    """The words of a passage of a working text, in order."""
    return [
        WordToken(*one.span(), one[0], *forms(one[0]))
        for one in WORD.finditer(text, span.start, span.end)
    ]


def forms(word: str) -> tuple[str, str]:
    """A word as it is compared, whole and without a possessive 's.

    >>> forms("ISIS's"), forms("U.S.")
    (('isiss', 'isis'), ('us', 'us'))
    """
    return short_forms(word) if len(word) <= LONGEST else ("", "")


@lru_cache(1 << 15)
def short_forms(word: str) -> tuple[str, str]:
    """The forms of a word of usual length."""
    folded = fold(word)
    return folded, fold(word[:-2]) if word[-2:] in ("'s", "'S") else folded
