"""The words of the glossary that a page uses, with what each means."""

import re
from collections.abc import Mapping
from functools import cache

from claimgraph.reports.document import Report
from claimgraph.resources import packaged_path

# a row of a table: the word, or several, and its meaning
ROW = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \|", re.MULTILINE)
# an address behind a meaning, which no page that opens alone can follow
LINK = re.compile(r"; \[[^]]*\]\([^)]*\)")
MARKUP = str.maketrans("", "", "`*")
# the first cells of heads and of the lines below them
HEADS = re.compile(r"-+|word|polarity|modality|stance of a holder|status of an attack")


@cache
def glossary() -> Mapping[str, str]:
    """What each word of the tables of the glossary means, as a page writes the word."""
    text = packaged_path("docs", "glossary.md").read_text("utf-8").translate(MARKUP)
    return {
        word.replace("-", " "): LINK.sub("", meaning)
        for words, meaning in ROW.findall(text)
        if not HEADS.fullmatch(words)
        for word in words.split(", ")
    }


def words_used(report: Report) -> list[tuple[str, str]]:
    """The words that the short page of a report uses, sorted, with their meanings."""
    told = " ".join(
        point.text for chapter in report.brief for point in chapter.points
    ).lower()
    return sorted(
        (word, meaning)
        for word, meaning in glossary().items()
        if re.search(rf"\b{re.escape(word)}s?\b", told)
    )
