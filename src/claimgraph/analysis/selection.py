"""Which claims a report uses, and which each filter leaves out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimgraph.analysis.claim_set import ClaimHead
from claimgraph.analysis.clocks import Mode, as_of
from claimgraph.errors import QueryError
from claimgraph.model import MODALITIES, Claim

Claims = tuple[Claim | ClaimHead, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader wants to see: dates as `as_of` takes them; None leaves one out."""

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

    claims: Claims
    left_out: tuple[LeftOutClaims, ...]
    filters: Filters
    words: tuple[str, ...]


def select(claims: Iterable[Claim | ClaimHead], filters: Filters) -> Selection:
    """The claims that pass; each other one stands under the first filter it fails.

    The order is: review, modality, valid, said, loaded. QueryError for what is no
    date, no modality or no mode, with what is expected.
    """
    check(filters)
    rest = tuple(sorted(claims, key=lambda claim: claim.id))
    left_out: list[LeftOutClaims] = []
    tests = steps(filters)
    for words, passing in tests:
        kept = passing(rest)
        known = {claim.id for claim in kept}
        gone = tuple(claim.id for claim in rest if claim.id not in known)
        if gone:
            left_out.append(LeftOutClaims(f"not {words}", gone))
        rest = kept
    return Selection(rest, tuple(left_out), filters, tuple(words for words, _ in tests))


def steps(filters: Filters) -> list[tuple[str, Callable[[Claims], Claims]]]:
    """The filters that are set, in their order: in words, and what they let pass."""
    found: list[tuple[str, Callable[[Claims], Claims]]] = []
    valid, said, loaded = filters.valid, filters.said, filters.loaded
    least, mode = filters.min_modality, filters.mode
    if filters.accepted_only:
        found.append(("accepted", accepted_claims))
    if least is not None:
        found.append((f"at least {least}", lambda some: at_least(some, least)))
    if valid is not None:
        words = f"valid at {valid} ({mode})"
        found.append((words, lambda some: as_of(some, valid=valid, mode=mode)))
    if said is not None:
        words = f"said by {said} ({mode})"
        found.append((words, lambda some: as_of(some, said=said, mode=mode)))
    if loaded is not None:
        # no mode: the moment of loading is exact
        found.append((f"loaded by {loaded}", lambda some: as_of(some, loaded=loaded)))
    return found


def accepted_claims(claims: Claims) -> Claims:
    """The claims that a person has accepted."""
    return tuple(claim for claim in claims if claim.review == "accepted")


def at_least(claims: Claims, least: str) -> Claims:
    """The claims whose origin says them so strongly or more."""
    strong = MODALITIES[: MODALITIES.index(least) + 1]
    return tuple(claim for claim in claims if claim.modality in strong)


def check(filters: Filters) -> None:
    """QueryError for the first filter that cannot be read."""
    as_of((), filters.valid, filters.said, filters.loaded, filters.mode)
    if filters.min_modality not in (None, *MODALITIES):
        known = ", ".join(MODALITIES)
        raise QueryError(
            f"{filters.min_modality} is no modality (there are: {known})",
            key="min_modality",
        )
