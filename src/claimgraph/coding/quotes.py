"""Where the words that a person has in mind stand in an article."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimgraph.gate.near_passages import NearPassage, near_passage, whole_words
from claimgraph.gate.near_quotes import near_spans, odd_signs
from claimgraph.model import Article, TextSpan
from claimgraph.passages import (
    gap,
    line_numbers,
    locate_quote,
    occurrences,
    silent_spans,
)

__all__ = [
    "FoundPassage",
    "NearPassage",
    "near_passage",
    "nearest_first",
    "passages",
    "places",
    "surroundings",
]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """Words as they stand in a text: where, and what a claim has to say of that.

    `nth` is None where they stand once. `signs` are those of the text that the words
    asked for lack. A `silent` one stands in a zone that makes no claims.
    """

    quote: str
    start: int
    line: int
    nth: int | None
    signs: tuple[str, ...]
    silent: bool


def places(
    article: Article, words: str
) -> tuple[list[FoundPassage], NearPassage | None]:
    """Where words stand in an article, else the passage that is most like them."""
    found = passages(article, words)
    return found, None if found else near_passage(article.text or "", words)


def passages(article: Article, words: str) -> list[FoundPassage]:
    """Where the words stand: verbatim, else but for what a reader hardly sees."""
    text, words = article.text or "", words.strip()
    spans = [TextSpan(at, at + len(words)) for at in occurrences(text, words)]
    if not spans:
        spans = list(near_spans(text, words))
    silent = silent_spans(article)
    lines = line_numbers(text, [span.start for span in spans])
    found: list[FoundPassage] = []
    for span, line in zip(spans, lines, strict=True):
        quote = text[span.start : span.end]
        places = occurrences(text, quote)
        if span.start not in places:
            # it overlaps with itself: no number leads there
            continue
        nth = places.index(span.start) + 1 if len(places) > 1 else None
        hushed = any(span.start < one.end and one.start < span.end for one in silent)
        signs = tuple(odd_signs(quote, words)) if quote != words else ()
        found.append(FoundPassage(quote, span.start, line, nth, signs, hushed))
    return found


def surroundings(text: str, passage: FoundPassage, around: int = 60) -> str:
    """A passage with whole words before and behind it, to tell it from others.

    >>> found = FoundPassage("b", 2, 1, None, (), False)
    >>> surroundings("a b c", found)
    'a \u00bbb\u00ab c'
    """
    end = passage.start + len(passage.quote)
    first, last = max(passage.start - around, 0), min(end + around, len(text))
    span = whole_words(text, first, last)
    lead = "\u2026 " if span.start > 0 else ""
    tail = " \u2026" if span.end < len(text.rstrip()) else ""
    before, behind = text[span.start : passage.start], text[end : span.end]
    return f"{lead}{before}\u00bb{passage.quote}\u00ab{behind}{tail}"


def nearest_first(
    article: Article, words: str, keys: Mapping[str, object]
) -> list[FoundPassage]:
    """Where words stand, those nearest to the quote of a claim first, as with a cue."""
    found = passages(article, words)
    quote, nth = keys.get("quote"), keys.get("nth")
    if not isinstance(quote, str):
        return found
    number = nth if isinstance(nth, int) else None
    place = locate_quote(article.text or "", quote, number)
    if place is None:
        return found
    return sorted(
        found,
        key=lambda one: (gap(one.start, one.start + len(one.quote), place), one.start),
    )
