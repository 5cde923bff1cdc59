"""Enclosing sentences of claims, and the word 3-shingles by which they are compared."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from claimgraph.analysis.context import Context
from claimgraph.model import Claim, TextSpan

# fewer words than this are a phrase that anybody may happen to use
LEAST_WORDS = 8
SHINGLE = 3
# a text without sentence ends is no sentence: so far is read on either side
REACH = 500
WORD = re.compile(r"\w+")
END = re.compile(r"[.!?](?=\s)|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to find the sentence of a claim.

    `start` and `end` are offsets in the article's text; where there is no text,
    `marks` holds the shingles of the quote, eight bytes each.
    """

    start: int = 0
    end: int = 0
    marks: bytes | None = None


def place(claim: Claim, context: Context) -> Place:
    """Where a claim has its sentence; without a text the quote stands for it."""
    article = context.articles.get(claim.article)
    if isinstance(claim.selector, TextSpan) and article and article.text is not None:
        return Place(claim.selector.start, claim.selector.end)
    numbers = array("Q", sorted(shingles(claim.quote)))
    return Place(marks=numbers.tobytes())


def shingles(sentence: str) -> frozenset[int]:
    """The word 3-shingles of a sentence as hashes of 64 bits; none below 8 words.

    The hashes are the same in every run, and two shingles of one proposition share
    one by chance about once in 10^12 propositions.
    """
    words = WORD.findall(sentence.casefold())
    if len(words) < LEAST_WORDS:
        return frozenset()
    return frozenset(
        words_hash(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)
    )


def words_hash(words: Sequence[str]) -> int:
    """A number for words in their order."""
    digest = blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


class Sentences:
    """The sentences of all articles; the ends of an article's are found once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.ends: dict[str, array[int]] = {}

    def bounds(self, article: str, text: str) -> array[int]:
        """The offsets after each sentence of an article, in order."""
        found = self.ends.get(article)
        if found is None:
            found = array("Q", (one.end() for one in END.finditer(text)))
            self.ends[article] = found
        return found

    def around(self, article: str, start: int, end: int) -> tuple[int, int]:
        """The offsets of the sentences of which a passage has a part, within reach."""
        text = self.context.articles[article].text or ""
        bounds = self.bounds(article, text)
        before, after = bisect_right(bounds, start), bisect_left(bounds, end)
        first = bounds[before - 1] if before else 0
        last = bounds[after] if after < len(bounds) else len(text)
        return max(first, start - REACH), min(last, end + REACH)

    def of(self, article: str, where: Place) -> frozenset[int]:
        """The shingles of the sentence at a place of an article."""
        if where.marks is not None:
            return frozenset(array("Q", where.marks))
        text = self.context.articles[article].text or ""
        first, last = self.around(article, where.start, where.end)
        return shingles(text[first:last])
