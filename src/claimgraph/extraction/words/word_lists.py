"""Lists of words that the stages know, from a table in a file."""

import re
import tomllib
from functools import cache
from importlib.resources import files


def words(table: str, name: str) -> frozenset[str]:
    """The words of one list, in small letters.

    >>> "gen" in words("sentences", "titles")
    True
    """
    listed = tables()[table][name]
    return frozenset(listed.split() if isinstance(listed, str) else listed)


@cache
def tables() -> dict[str, dict[str, str | list[str]]]:
    """All lists of the file."""
    text = (files("claimgraph.extraction.words") / "word_lists.toml").read_text("utf-8")
    return tomllib.loads(text)


def one_of(*lists: frozenset[str]) -> str:
    """A group of alternatives of some lists, for a pattern."""
    every = sorted({word for one in lists for word in one}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, every))})"
