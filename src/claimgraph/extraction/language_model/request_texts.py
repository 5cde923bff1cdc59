"""What a request shows of an article: what is known of it, then numbered sentences."""

from collections.abc import Iterable, Iterator
from datetime import date

from claimgraph.model import TextSpan


def shown_sentences(
    text: str, sentences: Iterable[tuple[int, int, TextSpan]]
) -> Iterator[str]:
    """Lines with the sentences, which come with their numbers and paragraphs."""
    last = None
    for number, paragraph, span in sentences:
        if last is not None and paragraph != last:
            yield ""
        last = paragraph
        yield f"[{number}] {text[span.start : span.end]}"


def between_marks(mark: str, *parts: str) -> str:
    """Parts between two marks; one that holds a hash of the text it cannot close."""
    shown = "\n\n".join(filter(None, parts))
    return f"<article-{mark}>\n{shown}\n</article-{mark}>"


def known_lines(title: str, publisher: str | None, published: str | None) -> str:
    """What is known of an article besides its text."""
    lines = [f"Headline: {' '.join(title.split())}"]
    if publisher:
        lines.append(f"Publisher: {' '.join(publisher.split())}")
    told = day_words(published) if published else "on a day that is not known"
    return "\n".join([*lines, f"Published: {told}"])


def day_words(published: str) -> str:
    """A day of publication, with its day of the week where it is one day.

    >>> day_words("2031-06-10"), day_words("2031-06")
    ('2031-06-10 (Tuesday)', '2031-06')
    """
    try:
        return f"{published} ({date.fromisoformat(published):%A})"
    except ValueError:
        return published
