"""Sides, joint doers, and what decides nothing, as the design lists them (U3)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.strategies_ledger import (
    ANN,
    BUREAU,
    CELL,
    HILL,
    MARKET,
    MASKED,
    NO,
    PATIENT,
    RIVER,
    around,
    blamed,
    claimed,
    linked,
    made,
)
from analysis.strategies_sides import (
    DOERS,
    ORIGINS,
    belongings,
    counts,
    plain_status,
    stories,
)
from claimgraph.analysis.ledger import Ledger, ledger
from claimgraph.model import Claim, Reply

SETTLED = ("partly-shared", "claimed-and-attributed", "claimed", "attributed")


def stands(*claims: Claim) -> Ledger:
    """The ledger of the market."""
    return ledger(claims, around(claims), MARKET)


@PATIENT
@given(stories())
def test_the_status_is_that_of_the_rules_written_out(claims: list[Claim]) -> None:
    assert stands(*claims).status == plain_status(claims)


@PATIENT
@given(stories(), st.randoms(use_true_random=False))
def test_it_is_the_same_in_any_order(claims: list[Claim], order: object) -> None:
    found = stands(*claims)
    mixed = list(claims)
    order.shuffle(mixed)  # type: ignore[attr-defined]  # a Random
    assert stands(*mixed) == found


@PATIENT
@given(stories(), st.sampled_from(ORIGINS))
def test_without_its_only_rival_a_disputed_attack_is_settled(
    claims: list[Claim], rival: str | None
) -> None:
    gone = made("ATTRIBUTED_TO", MARKET, HILL, rival).origin
    rest = [one for one in claims if one.origin != gone or one.subject != MARKET]
    if stands(*claims).status != "disputed" or stands(*rest).status == "disputed":
        return
    named = [one for one in rest if one.subject == MARKET and counts(one)]
    if any(one.polarity == "affirmed" and one.object != MASKED for one in named):
        assert stands(*rest).status in SETTLED


@PATIENT
@given(
    st.lists(st.sampled_from(DOERS[:-1]), min_size=1, unique=True),
    st.sampled_from((ANN, BUREAU, HILL)),
    st.lists(belongings(0), max_size=3),
)
def test_whom_one_origin_names_together_dispute_nothing(
    doers: list[str], origin: str, ties: list[Claim]
) -> None:
    spoken = [blamed(one, origin, start=at) for at, one in enumerate(doers)]
    assert stands(*spoken, *ties).status in ("attributed", "claimed")


@PATIENT
@given(stories(), st.sampled_from(DOERS), st.sampled_from(("affirmed", "denied")))
def test_what_decides_nothing_changes_no_status(
    claims: list[Claim], doer: str, polarity: str
) -> None:
    before = stands(*claims)
    known = around(claims)
    silent = {"polarity": "withheld", "reason": "declines-to-name"}
    for one in (
        blamed(MASKED, BUREAU, start=50, polarity=polarity),
        claimed(MASKED, start=51, polarity=polarity),
        blamed(doer, BUREAU, start=52, polarity=polarity, modality="possible"),
        blamed(doer, doer, start=53, polarity=polarity, modality="hypothetical"),
        blamed(doer, BUREAU, start=54, **silent),
        blamed(doer, BUREAU, start=55, polarity=polarity, review="proposed"),
        blamed(doer, BUREAU, start=56, modality="possible", review="proposed"),
    ):
        after = ledger([*claims, one], known, MARKET)
        assert (after.status, after.status_rule) == (before.status, before.status_rule)
        assert after.namings == before.namings
        assert len(after.rows) == len(before.rows) + 1
        told = [aside.claim for aside in after.asides]
        assert one.review == "accepted" or one.id not in told


@PATIENT
@given(stories())
def test_each_accepted_claim_decides_or_is_said_beside(claims: list[Claim]) -> None:
    found = stands(*claims)
    told = {one.claim for one in found.asides} | set(found.denials)
    told |= {
        one for named in found.namings for doer in named.doers for one in doer.claims
    }
    strongly = {doer.doer for named in found.namings for doer in named.doers}
    for claim in claims:
        if claim.subject == MARKET and claim.review == "accepted":
            again = claim.polarity == "affirmed" and claim.object in strongly
            assert claim.id in told or again


@PATIENT
@given(stories())
def test_proposed_claims_are_counted_that_would_change_it(claims: list[Claim]) -> None:
    found = stands(*claims)
    about = [one for one in claims if one.subject == MARKET]
    proposed = {one.id for one in about if one.review == "proposed"}

    def accepted(some: set[str]) -> str:
        judged = [
            replace(one, review="accepted") if one.id in some else one for one in about
        ]
        return ledger(judged, around(claims), MARKET).status

    alone = {one for one in proposed if accepted({one}) != found.status}
    if alone or accepted(proposed) == found.status:
        assert set(found.would_change) == alone
    else:
        assert set(found.would_change) == proposed


PART = made("PART_OF", CELL, HILL, start=9)
PARTS = (PART, made("PART_OF", CELL, RIVER, start=8))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((claimed(), blamed(CELL, BUREAU)), "disputed"),
        ((claimed(), blamed(CELL, BUREAU), PART), "claimed-and-attributed"),
        ((claimed(), blamed(CELL, BUREAU), *PARTS), "partly-shared"),
        ((claimed(), blamed(ANN, HILL)), "claimed"),
        (
            (claimed(), blamed(ANN, BUREAU), made("MEMBER_OF", ANN, HILL)),
            "claimed-and-attributed",
        ),
        (
            (claimed(), blamed(ANN, BUREAU), made("LED_BY", HILL, ANN)),
            "claimed-and-attributed",
        ),
        (
            (claimed(), blamed(ANN, BUREAU), made("MEMBER_OF", ANN, CELL), PART),
            "claimed-and-attributed",
        ),
        (
            (claimed(), blamed(ANN, BUREAU), made("MEMBER_OF", ANN, HILL, former=True)),
            "disputed",
        ),
        (
            (claimed(), blamed(CELL, BUREAU), PART, made("PART_OF", CELL, HILL, **NO)),
            "disputed",
        ),
        (
            (claimed(), blamed(CELL, BUREAU), replace(PART, review="proposed")),
            "disputed",
        ),
        (
            (claimed(), blamed(CELL, BUREAU), replace(PART, modality="possible")),
            "disputed",
        ),
        ((claimed(), blamed(RIVER), made("PART_OF", RIVER, HILL)), "disputed"),
        ((blamed(CELL, BUREAU), PART, blamed(HILL, HILL, **NO)), "disputed"),
        ((blamed(HILL, BUREAU), PART, blamed(CELL, HILL, **NO)), "attributed"),
        ((blamed(ANN, HILL), made("MEMBER_OF", ANN, HILL)), "claimed"),
    ],
)
def test_persons_and_cells_stand_on_the_side_of_their_bodies(
    claims: tuple[Claim, ...], expected: str
) -> None:
    assert stands(*claims).status == expected


def test_the_rule_of_a_dispute_says_which_of_the_two_it_is() -> None:
    apart = stands(claimed(), blamed(RIVER)).status_rule
    denied = stands(claimed(), blamed(HILL, BUREAU, **NO)).status_rule
    both = stands(claimed(), blamed(RIVER), blamed(HILL, BUREAU, **NO)).status_rule
    assert "nothing in common" in apart and "denied" not in apart
    assert "denied" in denied and "in common" not in denied
    assert "nothing in common, and one who is named is denied" in both


def test_what_a_pair_says_beside_its_status() -> None:
    weak = linked(start=1, modality="possible")
    silent = linked(start=2, polarity="withheld", reason="silent")
    ready = linked(start=3, review="proposed", **NO)
    claims = [linked(), weak, silent, ready]
    found = ledger(claims, around(claims), (HILL, RIVER))
    assert found.status == "affirmed"
    assert {(one.kind, one.claim) for one in found.asides} == {
        ("weak", weak.id),
        ("withheld", silent.id),
    }
    assert found.would_change == (ready.id,)


def test_a_retraction_is_said_beside_what_still_stands() -> None:
    ours = replace(claimed(start=1), label="ours")
    back = blamed(RIVER, HILL, start=2, reply=Reply("ours", "retracts"))
    found = stands(ours, back)
    assert found.status == "claimed"
    assert [(one.kind, one.claim) for one in found.asides] == [("taken-back", back.id)]
