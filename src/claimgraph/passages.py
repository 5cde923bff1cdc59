"""Where words stand in a raw text: quotes, cues and zones, by code-point offsets."""

import re
from itertools import pairwise

from claimgraph.model import Article, Claim, Retelling, TextSpan, Zone

# how much of its line is shown with a quote, and how much of a quote there
AROUND = 600
QUOTED = 6000


def occurrences(text: str, words: str) -> list[int]:
    """Where the words begin, not overlapping, from the start of the text.

    >>> occurrences("aaaa b aa", "aa")
    [0, 2, 7]
    """
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return found


def locate_quote(text: str, quote: str, nth: int | None) -> TextSpan | None:
    """The only occurrence, or the nth counted from 1; None where that is undecided."""
    found = occurrences(text, quote)
    if nth is None:
        nth = 1 if len(found) == 1 else 0
    if not 1 <= nth <= len(found):
        return None
    return TextSpan(found[nth - 1], found[nth - 1] + len(quote))


def locate_cue(
    text: str, cue: str, nth: int | None, quote: TextSpan | None
) -> TextSpan | None:
    """The nth occurrence, else the one nearest to the quote; ties go to the earlier."""
    found = occurrences(text, cue)
    if nth is not None:
        if not 1 <= nth <= len(found):
            return None
        return TextSpan(found[nth - 1], found[nth - 1] + len(cue))
    if not found:
        return None
    if quote is None:
        return TextSpan(found[0], found[0] + len(cue))
    start = min(found, key=lambda at: (gap(at, at + len(cue), quote), at))
    return TextSpan(start, start + len(cue))


def quotes_meet(one: Claim, other: Claim) -> bool:
    """Whether the quotes of two claims of an article share a letter, or a cell."""
    mine, its = one.selector, other.selector
    if not isinstance(mine, TextSpan) or not isinstance(its, TextSpan):
        return mine is not None and mine == its
    return mine.start < its.end and its.start < mine.end


def gap(start: int, end: int, quote: TextSpan) -> int:
    """How many code points lie between a passage and a quote; 0 where they touch."""
    return max(quote.start - end, start - quote.end, 0)


def excerpt(text: str, span: TextSpan) -> tuple[str, str, str]:
    """The words of the line before a quote, the quote, and those of the line after.

    Before and after are `AROUND` characters at most together, the quote `QUOTED`: a
    text without line ends must not stand whole beside each of its claims. What is cut
    is cut between words and has an ellipsis.

    >>> excerpt("One.\\nTwo is two.\\nThree.", TextSpan(9, 11))
    ('Two ', 'is', ' two.')
    """
    least, most = max(span.start - AROUND, 0), span.end + AROUND
    # one character beyond the room tells whether the line goes on
    first = text.rfind("\n", max(least - 1, 0), span.start) + 1
    last = text.find("\n", span.end, most + 1)
    before = text[max(first, least - 1) : span.start]
    after = text[span.end : most + 1 if last < 0 else last]
    half = AROUND // 2
    if len(before) + len(after) > AROUND:
        for_before = max(half, AROUND - len(after))
        after = cut_end(after, max(half, AROUND - len(before)))
        before = cut_start(before, for_before)
    return before, cut_end(text[span.start : span.end], QUOTED), after


def line_around(text: str, span: TextSpan, most: int) -> str:
    """The line, or the lines, of a span; at most so many characters on either side.

    >>> line_around("Title\\nA man was killed.", TextSpan(8, 11), 80)
    'A man was killed.'
    """
    start, end = max(span.start - most, 0), span.end + most
    before = text.rfind("\n", start, span.start)
    after = text.find("\n", span.end, end)
    return text[start if before < 0 else before + 1 : end if after < 0 else after]


def cut_end(text: str, most: int) -> str:
    """The beginning of a text, to the end of a word, with an ellipsis where it is cut.

    >>> cut_end("one two three", 9), cut_end("one two", 7), cut_end("onetwo", 4)
    ('one two …', 'one two', 'one…')
    """
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    at = next((at for at in range(len(kept), 0, -1) if kept[at - 1].isspace()), 0)
    return f"{kept[:at] or kept}…"


def cut_start(text: str, most: int) -> str:
    """The end of a text, from the start of a word, with an ellipsis where it is cut.

    >>> cut_start("one two three", 9), cut_start("onetwo", 4)
    ('… three', '…two')
    """
    if len(text) <= most:
        return text
    kept = text[len(text) - most + 1 :]
    at = next((at for at, letter in enumerate(kept) if letter.isspace()), 0)
    return f"…{kept[at:]}"


def line_numbers(text: str, starts: list[int]) -> list[int]:
    """The lines, counted from 1, on which ascending offsets lie."""
    numbers: list[int] = []
    line = 1
    for before, at in pairwise([0, *starts]):
        line += text.count("\n", before, at)
        numbers.append(line)
    return numbers


def line_beginning(text: str, words: str) -> int | None:
    """The offset of the first line that begins with the words."""
    found = re.search("^" + re.escape(words), text, re.MULTILINE)
    return found.start() if found and words else None


def zone_span(text: str, zone: Zone) -> TextSpan | None:
    """From the line that begins with `from` to the end of `to`, or of the text."""
    start = line_beginning(text, zone.start_words)
    if start is None:
        return None
    return until(text, start, zone.end_words)


def retelling_span(text: str, retelling: Retelling) -> TextSpan | None:
    """The passage that retells; the whole text where no words are given."""
    start = text.find(retelling.start_words or "")
    return None if start < 0 else until(text, start, retelling.end_words)


def until(text: str, start: int, words: str | None) -> TextSpan | None:
    """From an offset to the end of the words after it, or to the end of the text."""
    if words is None:
        return TextSpan(start, len(text))
    at = text.find(words, start)
    return None if at < 0 else TextSpan(start, at + len(words))


def silent_spans(article: Article) -> list[TextSpan]:
    """The parts of the article that make no claims, as far as its zones are found."""
    if article.text is None:
        return []
    spans = [zone_span(article.text, zone) for zone in article.zones]
    return [span for span in spans if span is not None]
