"""Each claim is used, or stands under the first filter that leaves it out."""

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.strategies_ledger import (
    DAYS,
    MOMENTS,
    PATIENT,
    made,
    many_claims,
)
from claimgraph.analysis.clocks import Mode, as_of
from claimgraph.analysis.selection import Filters, select
from claimgraph.errors import QueryError
from claimgraph.model import MODALITIES, Claim, Modality

FILTERS = st.builds(
    Filters,
    valid=st.none() | DAYS,
    said=st.none() | DAYS,
    loaded=st.none() | DAYS | MOMENTS,
    mode=st.sampled_from(("possible", "certain")),
    accepted_only=st.booleans(),
    min_modality=st.none() | st.sampled_from(MODALITIES),
)


def failed(claim: Claim, filters: Filters) -> str | None:
    """The first filter that leaves a claim out, worked out one by one."""
    least, mode = filters.min_modality, filters.mode
    if filters.accepted_only and claim.review == "proposed":
        return "not accepted"
    if least and MODALITIES.index(claim.modality) > MODALITIES.index(least):
        return f"not at least {least}"
    if filters.valid and not as_of([claim], valid=filters.valid, mode=mode):
        return f"not valid at {filters.valid} ({mode})"
    if filters.said and not as_of([claim], said=filters.said, mode=mode):
        return f"not said by {filters.said} ({mode})"
    if filters.loaded and not as_of([claim], loaded=filters.loaded):
        return f"not loaded by {filters.loaded}"
    return None


@PATIENT
@given(many_claims(), FILTERS)
def test_each_claim_stands_under_the_first_filter_it_fails(
    claims: list[Claim], filters: Filters
) -> None:
    found = select(claims, filters)
    reasons = {claim.id: failed(claim, filters) for claim in claims}
    left_out = {one: part.reason for part in found.left_out for one in part.claims}
    assert left_out == {key: reason for key, reason in reasons.items() if reason}
    assert [claim.id for claim in found.claims] == sorted(
        key for key, reason in reasons.items() if reason is None
    )
    assert sum(len(part.claims) for part in found.left_out) == len(left_out)
    assert found.filters == filters


@PATIENT
@given(many_claims(), FILTERS)
def test_order_does_not_matter(claims: list[Claim], filters: Filters) -> None:
    found = select(claims, filters)
    assert select(claims[::-1], filters) == found
    assert all(list(part.claims) == sorted(part.claims) for part in found.left_out)


@PATIENT
@given(many_claims())
def test_without_filters_everything_is_used(claims: list[Claim]) -> None:
    found = select(claims, Filters())
    assert len(found.claims) == len(claims)
    assert found.left_out == ()
    assert found.words == ()


def test_words_say_every_filter_in_its_order() -> None:
    filters = Filters(
        valid="2015",
        said="2020-05-07",
        loaded="2026-11-22T10:00:00Z",
        accepted_only=True,
        min_modality="suspected",
    )
    assert select([], filters).words == (
        "accepted",
        "at least suspected",
        "valid at 2015 (possible)",
        "said by 2020-05-07 (possible)",
        "loaded by 2026-11-22T10:00:00Z",
    )
    assert select([], Filters(said="2020", mode="certain")).words == (
        "said by 2020 (certain)",
    )


# written here once more: `select` cuts by the order of the model's own list
LADDER: tuple[Modality, ...] = (
    *("stated", "alleged", "suspected"),
    *("possible", "hypothetical"),
)


@pytest.mark.parametrize("number", range(len(LADDER)))
def test_a_modality_lets_the_stronger_ones_pass(number: int) -> None:
    claim = made("PART_OF", "group/hill", "group/river")
    claims = [
        replace(claim, modality=one, id=f"{index}") for index, one in enumerate(LADDER)
    ]
    found = select(claims, Filters(min_modality=LADDER[number]))
    assert [one.modality for one in found.claims] == list(LADDER[: number + 1])


@pytest.mark.parametrize(
    ("filters", "key", "expected"),
    [
        (Filters(valid="soon"), "valid", "2021-08-26"),
        (Filters(said="2020-05-07/.."), "said", "2021-08-26"),
        (Filters(loaded="2020-05-07T99:00"), "loaded", "2021-08-26T12:00:00Z"),
        (Filters(min_modality="certain"), "min_modality", "stated, alleged, suspected"),
        (Filters(mode=cast(Mode, "maybe")), "mode", "possible, certain"),
    ],
)
def test_what_cannot_be_read_is_refused(
    filters: Filters, key: str, expected: str
) -> None:
    with pytest.raises(QueryError, match=expected) as found:
        select([], filters)
    assert found.value.key == key
