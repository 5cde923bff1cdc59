"""Articles made up for tests."""

from functools import cache

from claimgraph.extraction.known import Known, known_in
from claimgraph.model import Article


@cache
def shipped() -> Known:
    """All whom what ships knows, looked up once: its index takes a second to make."""
    return known_in(None)


def invented_article(text: str, published: str | None = "2020-05-10") -> Article:
    """An article with that text, published on a Sunday."""
    return Article(
        id="a",
        corpus="c",
        title="t",
        sha256="0" * 64,
        text=text,
        published=published,
    )


def marked(text: str) -> tuple[str, list[tuple[int, str]]]:
    """A text without its marks, and where each marked word ends, with its mark."""
    plain, marks = "", list[tuple[int, str]]()
    while "[" in text:
        before, _, text = text.partition("[")
        name, _, text = text.partition("]")
        plain += before
        marks.append((len(plain), name))
    return plain + text, marks
