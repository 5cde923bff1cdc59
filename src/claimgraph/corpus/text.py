"""The raw text of an article: UTF-8, byte for byte as given."""

import os
import re
from pathlib import Path

from claimgraph.corpus.listing import new_article
from claimgraph.errors import Problem, system_reason
from claimgraph.regular_file import read_regular

MARKUP = re.compile(r"\ufeff?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def read_text(path: Path) -> tuple[str | None, list[Problem]]:
    """The text with its line ends and its byte order mark, or why it cannot be read."""
    if not os.path.lexists(path):
        return None, [Problem(str(path), None, "", "is missing: the article's text")]
    try:
        raw = read_regular(path)
    except OSError as error:
        reason = f"cannot be read: {system_reason(error)}"
        return None, [Problem(str(path), None, "", reason)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        reason = (
            f"is not UTF-8 at byte {error.start}; it may be {guess(raw)}: convert it, "
            "keep the original beside it"
        )
        return None, [Problem(str(path), line, "", reason)]
    at = text.find("\x00")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        return None, [Problem(str(path), line, "", f"has a NUL at offset {at}")]
    if MARKUP.match(text):
        page = path.with_suffix(".html")
        reason = (
            f"is a web page, not its text: rename it to {page.name}, then "
            f"{new_article(page)} makes its text"
        )
        return None, [Problem(str(path), 1, "", reason)]
    return text, []


def guess(raw: bytes) -> str:
    """What encoding bytes that are not UTF-8 are likely to be in."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[1:64:2].count(0) > 8:
        return "UTF-16"
    return "Windows-1252"
