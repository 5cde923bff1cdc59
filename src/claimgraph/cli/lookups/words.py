"""Full text: quotes, names and articles that hold words."""

import re
from typing import cast

from claimgraph.cypher import commands
from claimgraph.store.base import Row, Store

SPECIAL = re.compile(r'[+\-!(){}\[\]^"~*?:\\/&|<>=]')
OPERATORS = frozenset({"AND", "OR", "NOT", "TO"})
LETTER = re.compile(r"\w")


def lucene(text: str) -> str:
    r"""The words as a query that wants all of them, nothing in it an operator.

    >>> lucene('ISIS-K "AND" temple*')
    'ISIS AND K AND and AND temple'
    """
    return " AND ".join(words(text))


def words(text: str) -> list[str]:
    """The words of a text, those that Lucene takes for operators in small letters."""
    parts = SPECIAL.sub(" ", text).split()
    held = [part for part in parts if LETTER.search(part)]
    return [part.lower() if part in OPERATORS else part for part in held]


def find(store: Store, kind: str, text: str, limit: int) -> list[Row]:
    """The best hits among `quotes`, `names` or `articles`, best first."""
    queries = {
        "quotes": commands.QUOTES_WITH,
        "names": commands.NAMES_WITH,
        "articles": commands.ARTICLES_WITH,
    }
    return store.read(queries[kind], {"text": lucene(text), "limit": limit})


def passage(text: str, wanted: list[str], around: int = 70) -> str:
    """The words around the first that was looked for, on the whole text as given."""
    low = text.lower()
    places = [low.find(word.lower()) for word in wanted]
    at = min((place for place in places if place >= 0), default=0)
    start, end = max(at - around, 0), at + around
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"


def text_of(row: Row, key: str) -> str:
    """A text out of a row, empty where it is absent."""
    return cast("str | None", row[key]) or ""
