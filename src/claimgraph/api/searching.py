"""Full text: quotes, names and articles that hold words."""

import re
from dataclasses import dataclass

from claimgraph.cypher import commands
from claimgraph.errors import QueryError
from claimgraph.store.base import Row, Store

SPECIAL = re.compile(r'[+\-!(){}\[\]^"~*?:\\/&|<>=]')
OPERATORS = frozenset({"AND", "OR", "NOT", "TO"})
LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits of each kind, best first; `words` are what was looked for."""

    words: tuple[str, ...]
    quotes: list[Row]
    names: list[Row]
    articles: list[Row]


def search(store: Store, text: str, *, limit: int = 10) -> Hits:
    """Quotes, names of entities, and articles that hold all words of a text.

    The words count in any order and in any case; other signs are passed over.
    QueryError where there is no word.
    """
    words = query_words(text)
    if not words:
        raise QueryError(f"{text!r} holds no word to look for")
    asked = {"text": " AND ".join(words), "limit": limit}
    return Hits(
        words=words,
        quotes=store.read(commands.QUOTES_WITH, asked),
        names=store.read(commands.NAMES_WITH, asked),
        articles=store.read(commands.ARTICLES_WITH, asked),
    )


def query_words(text: str) -> tuple[str, ...]:
    """The words of a text, those that Lucene takes for operators in small letters.

    >>> query_words('ISIS-K "AND" temple*')
    ('ISIS', 'K', 'and', 'temple')
    """
    parts = SPECIAL.sub(" ", text).split()
    held = [part for part in parts if LETTER.search(part)]
    return tuple(part.lower() if part in OPERATORS else part for part in held)


def excerpt(text: str, words: tuple[str, ...], around: int = 70) -> str:
    """What stands around the first of the words in a text.

    >>> excerpt("The raid on the old market failed.", ("market",), 8)
    '…the old market f…'
    """
    low = text.lower()
    places = [low.find(word.lower()) for word in words]
    at = min((place for place in places if place >= 0), default=0)
    start, end = max(at - around, 0), at + around
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"
