"""The sentences of an article that may speak, with their numbers and paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.extraction.text.normalise import working_text
from claimgraph.extraction.text.sentences import line_sentences
from claimgraph.extraction.text.zones import speaking_lines, without_outer_spaces
from claimgraph.model import Article, TextSpan

# a text without ends of sentences is cut, so that its parts can be asked about
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class NumberedSentence:
    """A sentence of the raw text, counted from 1; `paragraph` is that of its line."""

    number: int
    span: TextSpan
    paragraph: int


def numbered_sentences(article: Article) -> tuple[NumberedSentence, ...]:
    """The sentences of the lines that may speak, in their order."""
    text = working_text(article.text or "")
    spoken = (
        (paragraph, span)
        for paragraph, line in enumerate(speaking_lines(article), 1)
        for sentence in line_sentences(text, line)
        for span in parts(text, sentence)
    )
    return tuple(
        NumberedSentence(number, span, paragraph)
        for number, (paragraph, span) in enumerate(spoken, 1)
    )


def parts(text: str, sentence: TextSpan) -> Iterator[TextSpan]:
    """A sentence, or the parts of one that is too long, without spaces around them."""
    for start in range(sentence.start, sentence.end, LONGEST):
        span = without_outer_spaces(
            text, TextSpan(start, min(start + LONGEST, sentence.end))
        )
        if span.start < span.end:
            yield span
