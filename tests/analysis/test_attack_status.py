"""Sides, joint doers, and what decides nothing, as the design lists them (U3)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from analysis.strategies_ledger import (
    ANN,
    BOB,
    BUREAU,
    CELL,
    CREW,
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
from claimgraph.analysis.ledger import Ledger, ledger
from claimgraph.model import MODALITIES, Claim, Reply

DOERS = (HILL, RIVER, CELL, CREW, ANN, BOB, MASKED)
ORIGINS = (HILL, RIVER, ANN, BUREAU, None)
SETTLED = ("partly-shared", "claimed-and-attributed", "claimed", "attributed")
STRONG = ("stated", "alleged", "suspected")
TIES = ("MEMBER_OF", "PART_OF", "LED_BY")


def stands(*claims: Claim) -> Ledger:
    """The ledger of the market."""
    return ledger(claims, around(claims), MARKET)


@st.composite
def sayings(draw: DrawFn, number: int) -> Claim:
    """A claim on who did it, of any polarity, strength and review."""
    doer = draw(st.sampled_from(DOERS))
    polarity = draw(st.sampled_from(("affirmed", "affirmed", "affirmed", "denied")))
    own = doer.startswith("group/") and draw(st.booleans())
    return made(
        "CLAIMED_BY" if own else "ATTRIBUTED_TO",
        MARKET,
        doer,
        doer if own else draw(st.sampled_from(ORIGINS)),
        start=number,
        polarity=polarity,
        modality=draw(st.sampled_from(("stated", *MODALITIES))),
        review=draw(st.sampled_from(("accepted", "accepted", "proposed"))),
    )


@st.composite
def belongings(draw: DrawFn, number: int) -> Claim:
    """A claim that makes a person or a cell part of a body, or denies it."""
    relation = draw(st.sampled_from(("MEMBER_OF", "PART_OF", "LED_BY")))
    body = draw(st.sampled_from((HILL, RIVER, CELL, CREW, MASKED)))
    small = (CELL, CREW) if relation == "PART_OF" else (ANN, BOB)
    part = draw(st.sampled_from([one for one in small if one != body]))
    ends = (body, part) if relation == "LED_BY" else (part, body)
    return made(
        relation,
        *ends,
        start=100 + number,
        polarity=draw(st.sampled_from(("affirmed", "affirmed", "denied"))),
        modality=draw(st.sampled_from(("stated", *MODALITIES))),
        review=draw(st.sampled_from(("accepted", "accepted", "proposed"))),
        former=relation != "PART_OF" and draw(st.sampled_from((False, False, True))),
    )


@st.composite
def stories(draw: DrawFn) -> list[Claim]:
    """Up to six claims on who did it, and up to four on who belongs to whom."""
    told = [draw(sayings(number)) for number in range(draw(st.integers(0, 6)))]
    ties = [draw(belongings(number)) for number in range(draw(st.integers(0, 4)))]
    return [*told, *ties]


def counts(claim: Claim) -> bool:
    """Whether a claim is strong and accepted."""
    return claim.modality in STRONG and claim.review == "accepted"


def keys(tie: Claim) -> tuple[str, str, str]:
    """The relation of a tie, whose it is, and to what."""
    ends = (tie.subject, tie.object or "")
    part, body = ends[::-1] if tie.relation == "LED_BY" else ends
    return tie.relation, part, body


def plain_side(doer: str, claims: Sequence[Claim]) -> set[str]:
    """The bodies of a doer: what claims tie it to, again and again, until no more."""
    up: dict[str, set[str]] = {}
    ties = [one for one in claims if one.relation in TIES and counts(one)]
    denied = {keys(one) for one in ties if one.polarity == "denied"}
    for one in ties:
        _, part, body = keys(one)
        if keys(one) not in denied and not one.former and body != MASKED:
            up.setdefault(part, set()).add(body)
    reached = {doer}
    for _ in DOERS:
        reached |= {body for one in reached for body in up.get(one, set())}
    return {one for one in reached if one not in up} or {min(reached)}


def plain_status(claims: Sequence[Claim]) -> str:
    """The status by the eight rules, written out for claims that answer none."""
    deciding = [
        one
        for one in claims
        if one.subject == MARKET and counts(one) and one.object != MASKED
    ]
    unions: dict[str, set[str]] = {}
    doers: set[str] = set()
    claimers: set[str] = set()
    for one in deciding:
        if one.polarity == "affirmed" and one.object is not None:
            side = plain_side(one.object, claims)
            unions.setdefault(one.origin, set()).update(side)
            doers |= {one.object, *side}
            if one.origin in {one.object, *side}:
                claimers.add(one.origin)
    denied = {one.object for one in deciding if one.polarity == "denied"}
    pairs = list(combinations(unions.values(), 2))
    if denied & doers or any(not one & other for one, other in pairs):
        return "disputed"
    if any(one != other for one, other in pairs):
        return "partly-shared"
    if unions and claimers:
        both = unions.keys() - claimers
        return "claimed-and-attributed" if both else "claimed"
    if unions:
        return "attributed"
    return "denied-only" if denied else "unattributed"


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
