"""The sentences of lines: a line end always ends one, a full stop only sometimes."""

import re
from collections.abc import Iterable, Iterator

from claimgraph.extraction.words.word_lists import words
from claimgraph.model import TextSpan

TITLES, NUMBERED, ENDING, BEGINNERS = (
    words("sentences", name) for name in ("titles", "numbered", "ending", "beginners")
)
# what is longer is no sentence, and what looks at all of one would take too long
LONGEST = 1500
CLOSING = "\"')]"
LATIN_ENDS = ".!?\N{HORIZONTAL ELLIPSIS}"
END = re.compile(r"\.{1,4}|[!?]+|[\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]")
# the word before a full stop, with the full stops inside it, and how far to look for it
LAST_WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*$")
LOOK_BACK, LOOK_AHEAD = 24, 40
# the place and the agency that an article begins with: TARIM, Arland (AB) -
# agencies after which a dateline may have no dash: (CNN)The Front spoke
AGENCIES = "CNN|Reuters|REUTERS|AP|AFP|UPI|BBC|ANI|PTI|IANS|Xinhua|dpa|DPA|TASS|EFE"
DATELINE = re.compile(
    r"(?:[A-Z][A-Z .'/-]{2,30}(?:, ?[A-Z][\w. ]{1,20})?(?: ?\([^()]{2,20}\))?"
    r"(?:,? [A-Z]\w+\.? \d+)?|(?:[A-Z][\w.'/ -]{2,30}(?:, ?[A-Z][\w. ]{1,20})? )?"
    r"\([A-Z][\w /.]{1,20}\)) ?(?:--?|:) ?(?=[\"'A-Z])"
    rf"|(?:[A-Z][\w.'/ -]{{2,30}}(?:, ?[A-Z][\w. ]{{1,20}})? ?)?\((?:{AGENCIES})\) ?"
    r"(?=[\"'A-Z])"
)
FIRST_WORD = re.compile(r"[\"'(\[]*([^\W_]+)")


def sentences(text: str, lines: Iterable[TextSpan]) -> list[TextSpan]:
    """The sentences of some lines of a working text, in order, without outer spaces."""
    return [
        part
        for line in lines
        for span in line_sentences(text, line)
        for part in parts_of(text, span)
    ]


def parts_of(text: str, span: TextSpan) -> Iterator[TextSpan]:
    """A sentence, or the parts of one that is longer than any that people write."""
    start = span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        end = space if space > 0 else start + LONGEST
        yield TextSpan(start, end)
        start = end + (space > 0)
    if start < span.end:
        yield TextSpan(start, span.end)


def line_sentences(text: str, line: TextSpan) -> Iterator[TextSpan]:
    """The sentences of one line."""
    start = line.start
    for found in END.finditer(text, line.start, line.end):
        end = found.end()
        while end < line.end and text[end] in CLOSING:
            end += 1
        if end < line.end and ends_sentence(text, line.start, found, end):
            yield TextSpan(start, end)
            start = end
            while start < line.end and text[start].isspace():
                start += 1
    if start < line.end:
        yield TextSpan(start, line.end)


def ends_sentence(text: str, first: int, sign: re.Match[str], end: int) -> bool:
    """Whether a sign ends a sentence, together with the quotes closed up to `end`."""
    if sign[0][0] not in LATIN_ENDS:
        return True
    before = LAST_WORD.search(text, max(first, sign.start() - LOOK_BACK), sign.start())
    word = before[0] if before else ""
    if not text[end].isspace():
        return end == sign.end() and sign[0] == "." and is_run_on(text, word, end)
    begun = FIRST_WORD.match(text[end : end + LOOK_AHEAD].lstrip())
    if begun is None:
        return sign[0] != "."
    if begun[1][0].islower():
        # a quotation goes on: "Who?" he asked
        return False
    return sign[0] != "." or end > sign.end() or not is_short_form(word, begun[1])


def is_run_on(text: str, word: str, end: int) -> bool:
    """Whether a space was forgotten after a full stop: "was killed.The group".

    >>> is_run_on("killed.The group", "killed", 7), is_run_on("Maj.-Gen. A", "Maj", 4)
    (True, False)
    """
    after = text[end : end + 2]
    begins = after[:1].isupper() and after.istitle()
    return word[-2:].islower() and len(word) > 2 and begins


def is_short_form(word: str, following: str) -> bool:
    """Whether a word before a full stop is one that is written with it.

    >>> is_short_form("Gen", "Khan"), is_short_form("U.S", "The")
    (True, False)
    """
    low = word.lower()
    if low.rpartition("-")[2] in TITLES:
        return True
    if low in NUMBERED:
        return following[0].isdigit()
    dotted = "." in word and len(word) <= 6
    initial = len(word) == 1 and word.isupper()
    return (low in ENDING or dotted or initial) and following.lower() not in BEGINNERS


def after_dateline(text: str, sentence: TextSpan) -> TextSpan:
    """A sentence without the place and the agency that an article begins with.

    >>> line = "TARIM, Arland (AB) - The Front spoke."
    >>> after_dateline(line, TextSpan(0, len(line))).start
    21
    >>> line = "Tarim, Arland (AB) -- The Front spoke."
    >>> after_dateline(line, TextSpan(0, len(line))).start
    22
    >>> line = "(CNN)The Front spoke."
    >>> after_dateline(line, TextSpan(0, len(line))).start
    5
    """
    found = DATELINE.match(text, sentence.start, sentence.end)
    return TextSpan(found.end(), sentence.end) if found else sentence
