"""Can offsets, a cell, an XPath or a JSON Pointer be the place of some words?"""

from claimgraph.errors import Problem
from claimgraph.model import Pointer, Selector, TextSpan, Where, XPath

# what both engines can keep as an integer
LARGEST = 2**63 - 1


def check_selector(selector: Selector, quote: str, where: Where) -> list[Problem]:
    """Whether a place is one that a text, a table, an XML or a JSON file can have."""
    if isinstance(selector, TextSpan):
        return check_span((selector.start, selector.end), quote, where, "quote")
    if isinstance(selector, XPath):
        empty = not selector.xpath.strip()
        return [where.problem("xpath", "is empty")] if empty else []
    if isinstance(selector, Pointer):
        reason = f"{selector.pointer!r} is no place in JSON: expected is one as /a/0/b"
        starts = selector.pointer.startswith("/")
        return [] if starts else [where.problem("pointer", reason)]
    if not 1 <= selector.row <= LARGEST:
        return [where.problem("row", f"{selector.row} is no row: they begin with 1")]
    if not selector.column.strip():
        return [where.problem("column", "is empty")]
    return []


def check_span(
    span: tuple[int | None, int | None], words: str, where: Where, key: str
) -> list[Problem]:
    """Whether two offsets can be those of the words."""
    start, end = span
    if start is None or end is None or start < 0 or end - start != len(words):
        reason = f"{start}-{end} cannot be the place of {len(words)} characters"
        return [where.problem(key, reason)]
    return [] if end <= LARGEST else [where.problem(key, f"{end} is no offset")]
