"""Whether an article says it in its title: the property `headline` of a claim."""

from claimgraph.model import Article, Claim, TextSpan
from claimgraph.passages import line_around


def is_headline(claim: Claim, article: Article) -> bool:
    """Whether the article itself says it, in a line of its text that is its title.

    Where no text is at hand, a quote that is the whole title stands in for the line.
    """
    if not may_be_headline(claim, article):
        return False
    line = claim.quote
    if article.text is not None and isinstance(claim.selector, TextSpan):
        # a text without line ends is not read whole for each of its claims
        most = 2 * len(article.title)
        line = line_around(article.text, claim.selector, most)
    return one_line(line) == one_line(article.title)


def may_be_headline(claim: Claim, article: Article) -> bool:
    """Whether the article itself says it in words of its title, wherever they stand."""
    return len(claim.chain) == 1 and one_line(claim.quote) in one_line(article.title)


def one_line(text: str) -> str:
    """A line as it is compared: without its case, outer spaces and double ones.

    >>> one_line(" A  Title ")
    'a title'
    """
    return " ".join(text.split()).casefold()
