"""What people write where the files of a corpus have another word."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files


def likely_word(word: str, known: Collection[str]) -> str | None:
    """The known word that people mean by another one; None where the table has none.

    >>> likely_word("Date", ["title", "published"]), likely_word("date", ["title"])
    ('published', None)
    """
    written = word.strip().casefold().replace("-", "_").replace(" ", "_")
    return next((one for one in words_meant().get(written, ()) if one in known), None)


@cache
def words_meant() -> Mapping[str, list[str]]:
    """For what is written, the words of ours that may be meant, the likeliest first."""
    text = (files("claimgraph") / "likely_words.toml").read_text("utf-8")
    rows: list[dict[str, list[str]]] = tomllib.loads(text)["words"]
    return {written: row["meant"] for row in rows for written in row["written"]}
