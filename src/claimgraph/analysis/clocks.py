"""What did the graph say by a day, about a day, and what was known here by then?"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal, TypeVar

from claimgraph.analysis.claim_set import ClaimHead
from claimgraph.dates import EXPECTED, Span, span
from claimgraph.errors import ClaimgraphError, QueryError
from claimgraph.model import Claim

Mode = Literal["possible", "certain"]
MODES = ("possible", "certain")
C = TypeVar("C", bound=Claim | ClaimHead)


def as_of(
    claims: Iterable[C],
    valid: str | None = None,
    said: str | None = None,
    loaded: str | None = None,
    mode: Mode = "possible",
) -> tuple[C, ...]:
    """The claims, unchanged and sorted by id, that pass the filters of three clocks.

    `said` and `loaded` by D: on D or before; of a month or year its last day counts.
    `valid` at D: `valid_from <= D <= valid_to`; of a month or year some day for
    `possible`, every day for `certain`. `loaded` may be a date with a time (UTC where
    it has no offset); it is exact, so that the mode does not matter, and a claim that
    was never loaded was not known.

    `possible`: some day of a claim's range satisfies the filter; `certain`: all of it
    does. A clock that a claim leaves out is open on both sides. An open end is not
    known: possibly any day, certainly none (`../2020` ends in 2020 for certain, so
    that it was said by then). A mark (~ ? %) is never certain either, nor is one day
    out of several (`[2021-10..2021-12]`) certainly any one of them.
    QueryError for what is no such date, or no mode.
    """
    if mode not in MODES:
        known = ", ".join(MODES)
        raise QueryError(f"{mode} is no mode (there are: {known})", key="mode")
    at = None if valid is None else period(valid, "valid")
    by = None if said is None else period(said, "said")[1]
    until = None if loaded is None else moment_or_day(loaded)
    found = (
        claim
        for claim in claims
        if (at is None or holds(claim.valid, at, mode))
        and (by is None or was_said(claim.said, by, mode))
        and (until is None or was_loaded(claim.loaded, until))
    )
    return tuple(sorted(found, key=lambda claim: claim.id))


def period(text: str, key: str) -> tuple[str, str]:
    """First and last day of the date of a filter, which has no doubt about it."""
    try:
        found = span(text)
    except ClaimgraphError as error:
        raise QueryError(error.message, key=key) from error
    if found.earliest is None or found.latest is None:
        raise QueryError(f"{text} has an open end ({EXPECTED})", key=key)
    if found.approximate or text.startswith("["):
        raise QueryError(f"{text} is not exact ({EXPECTED})", key=key)
    return found.earliest, found.latest


def moment_or_day(text: str) -> str | datetime:
    """The last day of a date, or the moment of a date with a time."""
    if text[10:11] not in ("T", " "):
        return period(text, "loaded")[1]
    try:
        return moment(text)
    except (ValueError, OverflowError) as error:
        hint = f"{text} is no date with a time ({EXPECTED}, or 2021-08-26T12:00:00Z)"
        raise QueryError(hint, key="loaded") from error


def moment(text: str) -> datetime:
    """An ISO date and time in UTC; without an offset it is UTC already."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        return found.replace(tzinfo=UTC)
    return found.astimezone(UTC)


def holds(text: str | None, at: tuple[str, str], mode: Mode) -> bool:
    """Whether what a claim says held at some day of a period, or at every one."""
    if text is None:
        return mode == "possible"
    found = span(text)
    first, last = at
    if mode == "possible":
        begins = found.earliest is None or found.earliest <= last
        return begins and (found.latest is None or first <= found.latest)
    if found.earliest is None or found.latest is None or is_doubtful(found):
        return False
    return found.earliest <= first and last <= found.latest


def is_doubtful(found: Span) -> bool:
    """Whether a date is marked so, or is one of several days."""
    several = found.text.startswith("[") and found.earliest != found.latest
    return found.approximate or several


def was_said(text: str | None, by: str, mode: Mode) -> bool:
    """Whether something was said by a day; undated: possibly."""
    if text is None:
        return mode == "possible"
    found = span(text)
    if mode == "possible":
        return found.earliest is None or found.earliest <= by
    return not found.approximate and found.latest is not None and found.latest <= by


def was_loaded(text: str | None, until: str | datetime) -> bool:
    """Whether a claim was here by the end of a day (UTC), or at a moment."""
    if text is None:
        return False
    when = moment(text)
    if isinstance(until, datetime):
        return when <= until
    return when.date().isoformat() <= until
