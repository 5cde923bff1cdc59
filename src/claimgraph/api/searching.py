"""Full text: quotes, names and articles that hold words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from claimgraph.cypher import commands
from claimgraph.errors import QueryError, near
from claimgraph.folding import fold, folded_words, holds_words
from claimgraph.store.base import Row, Store

SPECIAL = re.compile(r'[+\-!(){}\[\]^"~*?:\\/&|<>=]')
OPERATORS = frozenset({"AND", "OR", "NOT", "TO"})
LETTER = re.compile(r"\w")
TOKEN = re.compile(r"\S+")
# articles whose texts and quotes are looked through at once
READ_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits of each kind, best first; `words` are what was looked for.

    Where there is none, `nearest` has words of the graph in place of those that it
    lacks; it is empty where none are near.
    """

    words: tuple[str, ...]
    quotes: list[Row]
    names: list[Row]
    articles: list[Row]
    nearest: str = ""


@dataclass(slots=True)
class Reader:
    """The texts of a graph, looked through for words; it knows all words it has met."""

    words: tuple[str, ...]
    met: set[str] = field(default_factory=set[str])

    def holding(self, rows: Iterable[Row], keys: tuple[str, ...]) -> Iterator[Row]:
        """The rows whose texts hold all words, folded."""
        for row in rows:
            held = folded_words(" ".join(str(row[key] or "") for key in keys))
            self.met |= held
            if holds_words(held, self.words):
                yield row


def search(store: Store, text: str, *, limit: int = 10) -> Hits:
    """Quotes, names of entities, and articles that hold all words of a text.

    The words count in any order and as `fold` has them; other signs are passed over.
    What the index of the engine finds comes first: it takes letters as they are, so
    the texts themselves are looked through where it finds fewer than `limit`.
    QueryError where there is no word.
    """
    words = tuple(fold(text).split())
    if not words:
        raise QueryError(f"{text!r} holds no word to look for")
    reader = Reader(words)
    typed = " AND ".join(query_words(text))
    asked = {"text": typed, "limit": limit}

    def hits_of(query: str) -> list[Row]:
        return store.read(query, asked) if typed else []

    quotes = with_others(
        hits_of(commands.QUOTES_WITH),
        lambda: reader.holding(in_articles(store, commands.QUOTES_IN), ("quote",)),
        "claim",
        limit,
    )
    names = with_others(
        hits_of(commands.NAMES_WITH),
        lambda: reader.holding(store.read(commands.ENTITY_NAMES), ("names",)),
        "id",
        limit,
    )
    articles = with_others(
        hits_of(commands.ARTICLES_WITH),
        lambda: reader.holding(
            in_articles(store, commands.TEXTS_OF), ("title", "text")
        ),
        "article",
        limit,
    )
    empty = not (quotes or names or articles)
    return Hits(words, quotes, names, articles, nearest_words(reader) if empty else "")


def with_others(
    found: list[Row], others: Callable[[], Iterable[Row]], key: str, limit: int
) -> list[Row]:
    """The hits, and where they are fewer than the limit the others that there are."""
    if len(found) >= limit:
        return found
    seen = {row[key] for row in found}
    more = (row for row in others() if row[key] not in seen)
    return [*islice(chain(found, more), limit)]


def in_articles(store: Store, query: str) -> Iterator[Row]:
    """The rows of a statement for all articles, for some of them at a time."""
    ids = [str(row["id"]) for row in store.read(commands.ARTICLE_IDS)]
    for start in range(0, len(ids), READ_AT_ONCE):
        yield from store.read(query, {"ids": ids[start : start + READ_AT_ONCE]})


def nearest_words(reader: Reader) -> str:
    """The words that were asked for, the nearest ones in place of those never met."""
    found: list[str] = []
    for word in reader.words:
        like = [word] if word in reader.met else near(word, reader.met, 1)
        if not like:
            return ""
        found += like
    return " ".join(found) if tuple(found) != reader.words else ""


def query_words(text: str) -> tuple[str, ...]:
    """The words of a text, those that Lucene takes for operators in small letters.

    >>> query_words('ISIS-K "AND" temple*')
    ('ISIS', 'K', 'and', 'temple')
    """
    parts = SPECIAL.sub(" ", text).split()
    held = [part for part in parts if LETTER.search(part)]
    return tuple(part.lower() if part in OPERATORS else part for part in held)


def excerpt(text: str, words: tuple[str, ...], around: int = 70) -> str:
    """What stands around the first of the folded words in a text.

    >>> excerpt("The raid on the old Market failed.", ("market",), 8)
    '…the old Market f…'
    """
    tokens = TOKEN.finditer(text)
    at = next(
        (
            one.start()
            for one in tokens
            if any(holds_words(folded_words(one[0]), [word]) for word in words)
        ),
        0,
    )
    start, end = max(at - around, 0), at + around
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"
