"""The passage of a text that is most like words which stand nowhere in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest

from claimgraph.folding import fold
from claimgraph.gate.loose_text import loose_text
from claimgraph.model import TextSpan
from claimgraph.passages import line_numbers

# how alike a passage is at least that is offered for words which stand nowhere, of 100,
# and one for which nobody asked
LEAST, QUITE = 60, 82
WORD = re.compile(r"\S+")
# what a sentence ends with, and its beginning need not
STOPS = frozenset(".,;:!?")
LETTERS = re.compile(r"\w+")
# of so many characters of a text the words are known together, two such pieces are
# looked at closely; what is longer than these words and that text takes too long
PIECE, CLOSELY, MOST_WORDS, MOST_TEXT = 1_000, 2, 400, 2_000_000


@dataclass(frozen=True, slots=True)
class NearPassage:
    """The passage that is most like some words, and what differs, one by one."""

    quote: str
    line: int
    differences: tuple[str, ...]


def quick_passage(text: str, words: str) -> NearPassage | None:
    """The passage that is really like the words, looked for where most of them stand.

    Takes moments, however often it is asked of a text; None in one that is too large,
    and for too many words.
    """
    if len(words) > MOST_WORDS or len(text) > MOST_TEXT:
        return None
    places, shares = word_pieces(text), defaultdict[int, float](float)
    for word in {*LETTERS.findall(words.casefold())}:
        found = places.get(word, set[int]())
        for at in found | {one - 1 for one in found if one}:
            shares[at] += 1 / len(found)
    for at in nlargest(CLOSELY, shares, key=shares.__getitem__):
        start = at * PIECE
        near = near_passage(text[start : start + 2 * PIECE], words, QUITE)
        if near is not None:
            line = near.line + text.count("\n", 0, start)
            return NearPassage(near.quote, line, near.differences)
    return None


@lru_cache(2)
def word_pieces(text: str) -> Mapping[str, set[int]]:
    """In which pieces of a text each of its words begins."""
    found = defaultdict[str, set[int]](set)
    for one in LETTERS.finditer(text):
        found[one[0].casefold()].add(one.start() // PIECE)
    return found


def near_passage(text: str, words: str, least: int = LEAST) -> NearPassage | None:
    """The passage of a text that is most like the words; None where none is."""
    from rapidfuzz import fuzz

    loose, places = loose_text(text)
    sought = loose_text(words)[0].strip()
    if not sought or not loose:
        return None
    found = fuzz.partial_ratio_alignment(sought, loose, score_cutoff=least)
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
