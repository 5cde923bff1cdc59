"""What every check of the gate needs: dates and closed lists."""

from collections.abc import Collection

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError, Problem, unknown_word
from claimgraph.model import Where


def check_choice(
    where: Where, key: str, value: str | None, known: Collection[str]
) -> list[Problem]:
    """A problem where a value is given that is not on the list."""
    if value is None or value in known:
        return []
    if not known:
        return [where.problem(key, f"{value} has no place here: none is allowed")]
    return [where.problem(key, unknown_word(value, known))]


def check_date(where: Where, key: str, edtf: str | None) -> list[Problem]:
    """A problem where a date is given that is not EDTF."""
    if edtf is None:
        return []
    try:
        span(edtf)
    except ClaimgraphError as error:
        return [where.problem(key, error.message)]
    return []
