"""What every check of the gate needs: dates and closed lists."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime
from functools import lru_cache

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError, Problem, nearest, unknown_word
from claimgraph.model import Where

NO_ENTRY = "is not in entities/"
TIME = re.compile(r"\d{4}(?:-\d\d){2}T\d\d(?::\d\d){2}Z", re.ASCII)


def check_choice(
    where: Where, key: str, value: str | None, known: Collection[str]
) -> list[Problem]:
    """A problem where a value is given that is not on the list."""
    if value is None or value in known:
        return []
    if not known:
        return [where.problem(key, f"{value} has no place here: none is allowed")]
    return [where.problem(key, unknown_word(value, known))]


def no_entry(entity_id: str, known: Iterable[str]) -> str:
    """That an id has no entry, with the one that is likely meant."""
    return f"{entity_id} {NO_ENTRY}{nearest(entity_id, known)}"


def check_date(where: Where, key: str, edtf: str | None) -> list[Problem]:
    """A problem where a date is given that is not EDTF."""
    if edtf is None:
        return []
    try:
        span(edtf)
    except ClaimgraphError as error:
        return [where.problem(key, error.message)]
    return []


def check_time(where: Where, key: str, time: str) -> list[Problem]:
    """A problem where a time never was, or is written otherwise."""
    if is_time(time):
        return []
    reason = f"{time[:40]!r} is no time such as 2026-11-22T12:00:00Z"
    return [where.problem(key, reason)]


# one load has one time
@lru_cache(16)
def is_time(text: str) -> bool:
    """Whether a text is a time that was, to the second, in UTC."""
    try:
        if TIME.fullmatch(text):
            datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
            return True
    except ValueError:
        pass
    return False


def is_date(value: object) -> bool:
    """Whether something is a text that EDTF can read."""
    if not isinstance(value, str):
        return False
    try:
        span(value)
    except ClaimgraphError:
        return False
    return True
