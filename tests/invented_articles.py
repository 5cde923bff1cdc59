"""Articles made up for tests."""

from claimgraph.model import Article


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
