"""What did the graph say by a day, about a day, and what was known here by then?"""

from collections.abc import Iterable
from typing import Literal

from claimgraph.dates import Span, span
from claimgraph.model import Claim

Mode = Literal["possible", "certain"]


def as_of(
    claims: Iterable[Claim],
    valid: str | None = None,
    said: str | None = None,
    loaded: str | None = None,
    mode: Mode = "possible",
) -> tuple[Claim, ...]:
    """The claims, unchanged, that pass the filters of the three clocks.

    `valid` at D: `valid_from <= D <= valid_to`; `said` and `loaded` by D: on D or
    before. Each D is an EDTF text; of a longer period its last day counts, for
    `valid` any of its days. `possible`: some day of a claim's range satisfies the
    filter; `certain`: all of it does, which an open end or a mark such as ~ never
    does. No `valid` is unbounded: possibly on any day, certainly on none.
    ClaimgraphError where a text is no date.
    """
    at = None if valid is None else span(valid)
    by = None if said is None else last_day(said)
    known = None if loaded is None else last_day(loaded)
    return tuple(
        claim
        for claim in claims
        if (at is None or holds(claim.valid, at, mode))
        and (by is None or was_said(claim.said, by, mode))
        and (known is None or was_loaded(claim.loaded, known))
    )


def last_day(text: str) -> str:
    """The last day of an EDTF text; where it is open, the day before it is not."""
    found = span(text)
    return found.latest or found.earliest or text


def holds(text: str | None, at: Span, mode: Mode) -> bool:
    """Whether something of that period held at a day."""
    if text is None:
        return mode == "possible"
    found = span(text)
    first, last = at.earliest or "0000", at.latest or "9999"
    if mode == "possible":
        return (found.earliest or "0000") <= last and first <= (found.latest or "9999")
    if found.approximate or found.earliest is None or found.latest is None:
        return False
    return found.earliest <= first and last <= found.latest


def was_said(text: str | None, by: str, mode: Mode) -> bool:
    """Whether something of that day was said by a day; undated: possibly."""
    if text is None:
        return mode == "possible"
    found = span(text)
    if mode == "possible":
        return found.earliest is None or found.earliest <= by
    return not found.approximate and found.latest is not None and found.latest <= by


def was_loaded(text: str | None, by: str) -> bool:
    """Whether a claim was here by the end of a day; one never loaded was not."""
    return text is not None and text[:10] <= by
