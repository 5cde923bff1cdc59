"""Where the sentences of a text begin: by signs alone, the same for every producer."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from claimgraph.model import Claim, TextSpan

# the end of a sentence with its closing marks, or the end of a line
CLOSED_BY = "\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}»)\\]"
END = re.compile(rf"[.!?…][{CLOSED_BY}]*\s+|\s*\n\s*")
OPENING = (
    "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}«([-"
    "\N{EN DASH}\N{EM DASH}•* \t"
)
# what a full stop after them does not end
SHORTENED = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt"),
        *("brig", "adm", "cmdr", "sen", "rep", "gov", "rev", "hon", "st", "no", "vs"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct"),
        *("nov", "dec", "mt", "ft", "inc", "ltd", "co", "e.g", "i.e", "etc", "approx"),
    }
)
LAST_WORD = re.compile(r"([\w.]+)\.$")


def sentence_starts(text: str) -> tuple[int, ...]:
    """The offsets at which sentences begin, the first one 0.

    >>> sentence_starts("Gen. Roe fled. “Who?” he said.\\nA list\\nof names")
    (0, 15, 31)
    """
    starts = [0]
    for found in END.finditer(text):
        if ends_there(text, found):
            starts.append(found.end())
    return tuple(starts)


def ends_there(text: str, found: re.Match[str]) -> bool:
    """Whether a sign that may end a sentence ends this one."""
    rest = text[found.end() : found.end() + 8].lstrip(OPENING)
    if "\n\n" in found[0]:
        return True
    if not rest or rest[0].islower():
        return False
    if "\n" in found[0]:
        return True
    before = LAST_WORD.search(text[max(found.start() - 12, 0) : found.start() + 1])
    if before is None or not found[0].startswith(".") or found[0][1:2].strip():
        return True
    word = before[1].casefold()
    # an initial: J. Roe, U.S.
    initial = len(word) == 1 or re.fullmatch(r"\w(\.\w)+", word)
    return word not in SHORTENED and not initial


def sentences_of(claim: Claim, starts: Sequence[int]) -> frozenset[object]:
    """The sentences in which a quote stands; a place in a table is its own."""
    place = claim.selector
    if not isinstance(place, TextSpan):
        return frozenset({place})
    first = bisect_right(starts, place.start)
    last = bisect_right(starts, max(place.end - 1, place.start))
    return frozenset(range(first, last + 1))
