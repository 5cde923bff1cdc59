"""What helps a person who codes articles by hand."""

from dataclasses import dataclass
from pathlib import Path

from claimgraph.coding.articles import article_for
from claimgraph.coding.blocks import Block, item_lines
from claimgraph.coding.quotes import FoundPassage, NearPassage, places

# how the lists of claims files are indented
INDENT = "  "


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Where words stand in an article, else the passage that is most like them."""

    article: str
    words: str
    passages: tuple[FoundPassage, ...]
    near: NearPassage | None


def find_quote(folder: str | Path, stem: str, words: str) -> FoundQuote:
    """Where the words of a quote stand in an article of a corpus, as they stand there.

    Verbatim, else but for what a reader hardly sees (line ends, hyphens, kinds of
    quotation marks, capitals). CorpusError where the corpus has no such article.
    """
    article = article_for(Path(folder), stem)
    found, near = places(article, words)
    return FoundQuote(article.id, words, tuple(found), near)


def quote_block(passage: FoundPassage) -> str:
    """The claim that begins with a quote, in YAML, its other keys to be filled in."""
    block: Block = {
        "relation": None,
        "subject": None,
        "object": None,
        "chain": [],
        "quote": passage.quote,
    }
    if passage.nth is not None:
        block = {**block, "nth": passage.nth}
    return "\n".join(item_lines(block, INDENT))
