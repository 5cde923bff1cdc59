"""Where the words that a person has in mind stand in an article."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimgraph.folding import fold
from claimgraph.gate.near_quotes import loose_text, near_spans, odd_signs
from claimgraph.model import Article, TextSpan
from claimgraph.passages import (
    gap,
    line_numbers,
    locate_quote,
    occurrences,
    silent_spans,
)

# how alike a passage is at least that is offered for words which stand nowhere, of 100
LEAST = 60
# what a sentence ends with, and its beginning need not
WORD = re.compile(r"\S+")
STOPS = frozenset(".,;:!?")


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


@dataclass(frozen=True, slots=True)
class NearPassage:
    """The passage that is most like some words, and what differs, one by one."""

    quote: str
    line: int
    differences: tuple[str, ...]


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


def near_passage(text: str, words: str) -> NearPassage | None:
    """The passage of a text that is most like the words; None where none is."""
    from rapidfuzz import fuzz

    loose, places = loose_text(text)
    sought = loose_text(words)[0].strip()
    if not sought or not loose:
        return None
    found = fuzz.partial_ratio_alignment(sought, loose, score_cutoff=LEAST)
    # a text that is shorter than the words is itself the needle
    if found is None or found.dest_end <= found.dest_start:
        return None
    span = whole_words(text, places[found.dest_start], places[found.dest_end - 1] + 1)
    span = without_ends(text, span, words)
    quote = text[span.start : span.end]
    while quote[-1:] in STOPS and quote[-1:] != words.strip()[-1:]:
        quote = quote[:-1]
    line = line_numbers(text, [span.start])[0]
    return NearPassage(quote, line, tuple(differences(words, quote)))


def without_ends(text: str, span: TextSpan, words: str) -> TextSpan:
    """A span without words at its ends that have none to stand for."""
    its = [*WORD.finditer(text, span.start, span.end)]
    mine = [*map(bare, words.split())]
    matcher = SequenceMatcher(None, mine, [bare(one[0]) for one in its], False)
    blocks = [one for one in matcher.get_opcodes() if one[0] != "insert"]
    if not blocks or not its:
        return span
    first, last = blocks[0][3], max(blocks[-1][4], blocks[0][3] + 1)
    return TextSpan(its[first].start(), its[min(last, len(its)) - 1].end())


def whole_words(text: str, start: int, end: int) -> TextSpan:
    """A span that begins and ends with whole words."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return TextSpan(start, end)


def differences(words: str, quote: str) -> Iterator[str]:
    """What the words have and the text has not, and the other way round.

    >>> list(differences("two men were shot", "two men had been shot"))
    ["the text has 'had been' for 'were'"]
    """
    mine, its = words.split(), quote.split()
    matcher = SequenceMatcher(None, [*map(bare, mine)], [*map(bare, its)], False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left, right = " ".join(mine[i1:i2]), " ".join(its[j1:j2])
        if tag == "replace":
            yield f"the text has {right!r} for {left!r}"
        elif tag == "delete":
            yield f"the text lacks {left!r}"
        elif tag == "insert":
            yield f"the text has {right!r} besides"


def bare(word: str) -> str:
    """A word as it is compared; one without letters as it stands."""
    return fold(word) or word
