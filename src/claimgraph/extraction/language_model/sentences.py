"""The sentences of an article that may speak, with their numbers and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.model import Article, TextSpan
from claimgraph.passages import silent_spans

LINE = re.compile(r"[^\r\n]+")
END = re.compile(r"[.!?]['\"\u2019\u201d)\]]*\s+(?=['\"\u2018\u201c(\[]*[A-Z0-9])")
ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Gov|Sen|Rep|St|Jr|Sr|vs|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Ltd|Prof|Rev|Adm)\.\s+$"
)
# a text without ends of sentences is cut, so that its parts can be asked about
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the raw text, counted from 1; `paragraph` is that of its line."""

    number: int
    span: TextSpan
    paragraph: int


def numbered_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences outside silent zones, in their order."""
    text = article.text or ""
    silent = silent_spans(article)
    spoken = (
        (paragraph, span)
        for paragraph, line in enumerate(LINE.finditer(text), 1)
        for span in sentence_spans(text, line.start(), line.end())
        if not any(one.start < span.end and span.start < one.end for one in silent)
    )
    return tuple(
        Sentence(number, span, paragraph)
        for number, (paragraph, span) in enumerate(spoken, 1)
    )


def sentence_spans(text: str, start: int, end: int) -> Iterator[TextSpan]:
    """The sentences of one line."""
    begun = start
    for found in END.finditer(text, start, end):
        if ABBREVIATED.search(text, max(begun, found.end() - 12), found.end()):
            continue
        yield from trimmed(text, begun, found.end())
        begun = found.end()
    yield from trimmed(text, begun, end)


def trimmed(text: str, start: int, end: int) -> Iterator[TextSpan]:
    """A sentence without the spaces around it, in parts where it is too long."""
    for first in range(start, end, LONGEST):
        words = text[first : min(first + LONGEST, end)]
        begun = first + len(words) - len(words.lstrip())
        if words.strip():
            yield TextSpan(begun, begun + len(words.strip()))
