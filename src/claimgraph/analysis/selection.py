"""Which claims a report uses, and which each filter leaves out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from claimgraph.analysis.clocks import Mode, as_of
from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError, QueryError
from claimgraph.model import MODALITIES, Claim

MODES = ("possible", "certain")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader wants to see; dates are EDTF texts, None leaves a filter out."""

    valid: str | None = None
    said: str | None = None
    loaded: str | None = None
    mode: Mode = "possible"
    accepted_only: bool = False
    min_modality: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOutClaims:
    """The claims that one filter leaves out, sorted by id."""

    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that pass all filters, sorted by id, and all others with a reason.

    `words` are the filters that are set, in plain words.
    """

    claims: tuple[Claim, ...]
    left_out: tuple[LeftOutClaims, ...]
    filters: Filters
    words: tuple[str, ...]


def select(claims: Iterable[Claim], filters: Filters) -> Selection:
    """The claims that pass; each other one stands under the first filter it fails.

    The order is: review, modality, valid, said, loaded. QueryError for what is no
    date, no modality or no mode.
    """
    check(filters)
    rest = tuple(sorted(claims, key=lambda claim: claim.id))
    left_out: list[LeftOutClaims] = []
    tests = steps(filters)
    for words, passes in tests:
        kept = tuple(claim for claim in rest if passes(claim))
        known = {claim.id for claim in kept}
        gone = tuple(claim.id for claim in rest if claim.id not in known)
        if gone:
            left_out.append(LeftOutClaims(f"not {words}", gone))
        rest = kept
    return Selection(rest, tuple(left_out), filters, tuple(words for words, _ in tests))


def steps(filters: Filters) -> list[tuple[str, Callable[[Claim], bool]]]:
    """The filters that are set, in their order: in words, and as a test."""
    found: list[tuple[str, Callable[[Claim], bool]]] = []
    mode = filters.mode
    if filters.accepted_only:
        found.append(("accepted", lambda claim: claim.review == "accepted"))
    if filters.min_modality is not None:
        strong = MODALITIES[: MODALITIES.index(filters.min_modality) + 1]
        words = f"at least {filters.min_modality}"
        found.append((words, lambda claim: claim.modality in strong))
    if filters.valid is not None:
        passes = partial(passes_clocks, Filters(valid=filters.valid, mode=mode))
        found.append((f"valid at {filters.valid} ({mode})", passes))
    if filters.said is not None:
        passes = partial(passes_clocks, Filters(said=filters.said, mode=mode))
        found.append((f"said by {filters.said} ({mode})", passes))
    if filters.loaded is not None:
        passes = partial(passes_clocks, Filters(loaded=filters.loaded, mode=mode))
        found.append((f"loaded by {filters.loaded}", passes))
    return found


def passes_clocks(filters: Filters, claim: Claim) -> bool:
    """Whether one claim passes the clocks of the filters."""
    days = filters.valid, filters.said, filters.loaded
    return bool(as_of((claim,), *days, mode=filters.mode))


def check(filters: Filters) -> None:
    """QueryError for the first filter that cannot be read."""
    for key in ("valid", "said", "loaded"):
        text: str | None = getattr(filters, key)
        if text is None:
            continue
        try:
            span(text)
        except ClaimgraphError as error:
            hint = f"{error.message} (expected is a day, month or year: 2021-08-26)"
            raise QueryError(hint, key=key) from error
    if filters.min_modality not in (None, *MODALITIES):
        known = ", ".join(MODALITIES)
        raise QueryError(
            f"{filters.min_modality} is no modality (there are: {known})",
            key="min_modality",
        )
    if filters.mode not in MODES:
        known = ", ".join(MODES)
        raise QueryError(f"{filters.mode} is no mode (there are: {known})", key="mode")
