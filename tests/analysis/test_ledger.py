"""Who said what about an attack or a pair, and how it stands."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.strategies_ledger import (
    ANN,
    BRIDGE,
    BUREAU,
    GROUPS,
    HILL,
    MARKET,
    NO,
    PATIENT,
    RIVER,
    around,
    blamed,
    claimed,
    linked,
    made,
    many_claims,
)
from claimgraph.analysis import attack_status, pair_status
from claimgraph.analysis.ledger import ledger
from claimgraph.analysis.strength import decides
from claimgraph.errors import QueryError
from claimgraph.model import REASONS, Claim, Reply, TextSpan

Target = str | tuple[str, str]
ATTACKS = st.sampled_from((MARKET, BRIDGE))
PAIRS = st.permutations(GROUPS).map(lambda some: (some[0], some[1]))
TARGETS = ATTACKS | PAIRS
JOINED = st.sampled_from(([], [(HILL, RIVER)], [(MARKET, BRIDGE)]))
SPOKEN_ACTS = {
    *("claims-own", "denies-own", "attributes", "clears"),
    *("asserts-relation", "denies-relation"),
}


def status(*claims: Claim, target: Target = MARKET) -> str:
    """How it stands."""
    return ledger(claims, around(claims), target).status


def about(claims: list[Claim], target: Target, joined: dict[str, str]) -> set[str]:
    """The ids of the claims about a target, by the words of the docstring."""
    found: set[str] = set()
    for claim in claims:
        ends = [joined.get(one, one) for one in (claim.subject, claim.object or "")]
        if isinstance(target, str):
            blames = claim.relation in ("CLAIMED_BY", "ATTRIBUTED_TO")
            if blames and ends[0] == joined.get(target, target):
                found.add(claim.id)
        elif sorted(ends) == sorted(joined.get(one, one) for one in target):
            found.add(claim.id)
    return found


@PATIENT
@given(many_claims(), TARGETS, JOINED)
def test_each_claim_about_the_target_is_one_row(
    claims: list[Claim], target: Target, same: list[tuple[str, str]]
) -> None:
    found = ledger(claims, around(claims, same), target)
    joined = {max(two): min(two) for two in same}
    ids = [row.claim for row in found.rows]
    assert len(ids) == len(set(ids))
    assert set(ids) == about(claims, target, joined)


@PATIENT
@given(many_claims(5), TARGETS, JOINED)
def test_it_is_total_and_order_does_not_matter(
    claims: list[Claim], target: Target, same: list[tuple[str, str]]
) -> None:
    found = ledger(claims, around(claims, same), target)
    if isinstance(target, str):
        rules = attack_status.RULES
        assert found.status_rule == rules[found.status] or found.denials
    else:
        rules = pair_status.RULES
        assert found.status_rule == rules[found.status]
    assert found.status in rules
    assert {row.act for row in found.rows} <= {*SPOKEN_ACTS, *REASONS}
    for order in list(permutations(claims))[::7]:
        assert ledger(order, around(claims, same), target) == found
    if not isinstance(target, str):
        assert ledger(claims, around(claims, same), (target[1], target[0])) == found


@PATIENT
@given(many_claims(), TARGETS, st.sampled_from(REASONS), st.booleans())
def test_what_is_withheld_changes_no_status_but_none(
    claims: list[Claim], target: Target, reason: str, takes_back: bool
) -> None:
    before = ledger(claims, around(claims), target).status
    for relation in ("CLAIMED_BY", "ATTRIBUTED_TO", "ALLEGED_LINK"):
        ends = target if not isinstance(target, str) else (target, HILL)
        one = made(relation, *ends, HILL, start=99, polarity="withheld", reason=reason)
        if takes_back:
            one = replace(one, reply=Reply("alpha#c0", "retracts"))
        after = ledger([*claims, one], around(claims), target).status
        assert after == before or (before, after) == ("none", "withheld-only")
        if before == "none" and relation == "ALLEGED_LINK":
            assert after == "withheld-only"


@PATIENT
@given(many_claims(), TARGETS)
def test_only_strong_claims_decide(claims: list[Claim], target: Target) -> None:
    strong = [
        claim
        for claim in claims
        if decides(claim) or (claim.polarity, claim.review) == ("withheld", "accepted")
    ]
    known = around(claims)
    whole = ledger(claims, known, target)
    assert ledger(strong, known, target).status == whole.status


def acts(*claims: Claim, target: Target = MARKET) -> list[str]:
    """The acts in the order of the rows."""
    return [row.act for row in ledger(claims, around(claims), target).rows]


def test_acts_depend_on_who_speaks() -> None:
    member = made("MEMBER_OF", ANN, HILL)
    assert acts(claimed()) == ["claims-own"]
    assert acts(blamed(ANN, ANN)) == ["claims-own"]
    assert acts(blamed(HILL, BUREAU)) == ["attributes"]
    assert acts(blamed(HILL, ANN), member) == ["attributes"]
    assert acts(blamed(HILL, HILL, **NO)) == ["denies-own"]
    assert acts(blamed(HILL, ANN, **NO), member) == ["denies-own"]
    assert acts(blamed(HILL, ANN, **NO)) == ["clears"]
    assert acts(claimed(**NO)) == ["denies-own"]


def test_a_membership_counts_when_speaking_only() -> None:
    early = made("MEMBER_OF", ANN, HILL, valid="2015")
    no = blamed(HILL, ANN, said="2020-02-01", **NO)
    assert acts(no, early) == ["clears"]
    assert acts(replace(no, said="2015-02-01"), early) == ["denies-own"]


def test_rows_stand_in_the_order_of_saying() -> None:
    said = ("2020-02-02", "[2020-02-01..]", "../2021", None)
    claims = [
        blamed(HILL, start=number, said=day)
        for number, day in enumerate((*said, "2020-02-02"))
    ]
    found = ledger(claims, around(claims), MARKET)
    by_id = {claim.id: claim for claim in claims}
    starts = [
        selector.start
        for row in found.rows
        if isinstance(selector := by_id[row.claim].selector, TextSpan)
    ]
    assert starts == [2, 1, 0, 4, 3]


def test_two_that_a_judgement_made_one_still_are_a_pair() -> None:
    claims = [linked(), made("CLAIMED_BY", MARKET, HILL, HILL)]
    found = ledger(claims, around(claims, [(HILL, RIVER)]), (RIVER, HILL))
    assert [row.claim for row in found.rows] == [claims[0].id]
    assert found.target == (HILL, HILL)


def test_a_judgement_ends_a_contest_and_its_removal_brings_it_back() -> None:
    claims = [claimed(HILL), blamed(RIVER)]
    joined = ledger(claims, around(claims, [(HILL, RIVER)]), MARKET)
    assert joined.status == "claimed-and-attributed"
    assert status(*claims) == "disputed"


def test_a_reply_is_printed_beside_the_act() -> None:
    one = blamed(RIVER, BUREAU, reply=Reply("x", "confirms"))
    assert ledger([one], around([one]), MARKET).rows[0].reply == "confirms"


def test_one_id_that_is_no_attack_is_refused() -> None:
    with pytest.raises(QueryError, match="no attack"):
        ledger([], around([]), HILL)
