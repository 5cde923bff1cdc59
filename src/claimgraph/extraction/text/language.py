"""Does a text look English? Rules read no other language."""

import re

from claimgraph.extraction.text.capitals import is_english
from claimgraph.extraction.text.zones import speaking_lines
from claimgraph.model import Article

WORD = re.compile(r"[^\W\d_]+")
ENGLISH = "en"
# of English articles nine in ten small words are on the list, of others one in four
SHARE = 0.6
# fewer words than these tell nothing
FEWEST = 5
# a longer text is in the language of its beginning
ENOUGH = 2000
# letters after these are of other scripts than the Latin one
LAST_LATIN = "\u024f"


def is_in_english(article: Article) -> bool:
    """Whether what speaks of an article looks English; of a short one its page says."""
    words = spoken_words(article)
    latin = [word for word in words if word[0] <= LAST_LATIN]
    if 2 * len(latin) < len(words):
        return False
    small = [word for word in latin if word.islower()]
    if len(small) < FEWEST:
        return article.language in (None, ENGLISH)
    return sum(map(is_english, small)) >= SHARE * len(small)


def spoken_words(article: Article) -> list[str]:
    """The first words of the lines that speak."""
    text, found = article.text or "", list[str]()
    for line in speaking_lines(article):
        found += WORD.findall(text, line.start, line.end)
        if len(found) >= ENOUGH:
            break
    return found
