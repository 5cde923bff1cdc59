"""Pointed silences: listed, and never support, denial or a missing value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.case_keys import text, texts
from analysis.seeds_again import cases, read_again
from analysis.strategies_analysis import PROPOSITIONS, Story, stories
from analysis.strategies_ledger import (
    BUREAU,
    HILL,
    MARKET,
    PATIENT,
    RIVER,
    around,
    made,
    many_claims,
)
from claimgraph.analysis.corroboration import corroborate_all, corroboration
from claimgraph.analysis.discrepancies import discrepancies
from claimgraph.analysis.fragility import fragility
from claimgraph.analysis.ledger import ledger
from claimgraph.analysis.standing import standing
from claimgraph.analysis.withheld import withheld_claims
from claimgraph.errors import QueryError
from claimgraph.model import REASONS, Claim
from claimgraph.store.base import Store


def spoken(story: Story) -> Story:
    """The story without what is withheld in it."""
    claims = tuple(one for one in story.claims if one.polarity != "withheld")
    return Story(claims, story.articles, story.entities)


@PATIENT
@given(stories())
def test_nothing_else_changes_when_all_of_it_is_gone(
    story: Story,
) -> None:
    silent = spoken(story)
    known, bare = story.context(), silent.context()
    every = list(corroborate_all(story.claims, known))
    assert every == list(corroborate_all(silent.claims, bare))
    for claim in silent.claims:
        assert standing(claim, known) == standing(claim, bare)
    for proposition in PROPOSITIONS:
        whole = fragility(story.claims, known, proposition)
        assert whole == fragility(silent.claims, bare, proposition)
        found = corroboration(story.claims, known, proposition)
        assert found == corroboration(silent.claims, bare, proposition)
    for subject in (MARKET, HILL, RIVER):
        before = discrepancies(story.claims, known, subject)
        assert before == discrepancies(silent.claims, bare, subject)
    attack = ledger(story.claims, known, MARKET).status
    assert attack == ledger(silent.claims, bare, MARKET).status


@PATIENT
@given(many_claims())
def test_a_ledger_knows_it_by_one_status_alone(claims: list[Claim]) -> None:
    silent = [one for one in claims if one.polarity != "withheld"]
    for target in (MARKET, (HILL, RIVER)):
        whole = ledger(claims, around(claims), target)
        bare = ledger(silent, around(silent), target)
        told = {"withheld-only": "none"}.get(whole.status, whole.status)
        assert told == bare.status
        kept = {row.claim for row in whole.rows if row.act not in REASONS}
        assert kept == {row.claim for row in bare.rows}


@PATIENT
@given(many_claims(), st.sampled_from(REASONS), st.sampled_from((MARKET, HILL)))
def test_target_and_reason_narrow_it(
    claims: list[Claim], reason: str, target: str
) -> None:
    known = around(claims)
    every = withheld_claims(claims, known)
    assert [one.id for one in every] == sorted(
        one.id for one in claims if one.polarity == "withheld"
    )
    assert withheld_claims(claims[::-1], known) == every
    assert withheld_claims(claims, known, reason=reason) == tuple(
        one for one in every if one.reason == reason
    )
    assert withheld_claims(claims, known, target) == tuple(
        one for one in every if target in (one.subject, one.object)
    )
    both = set(withheld_claims(claims, known, target)) & set(
        withheld_claims(claims, known, reason=reason)
    )
    assert set(withheld_claims(claims, known, target, reason)) == both


def test_a_target_is_meant_by_its_standing_id_and_not_as_a_speaker() -> None:
    one = made(
        "ATTRIBUTED_TO", MARKET, RIVER, BUREAU, polarity="withheld", reason="silent"
    )
    joined = around([one], [(HILL, RIVER)])
    assert withheld_claims([one], joined, HILL) == (one,)
    assert withheld_claims([one], joined, RIVER) == (one,)
    assert withheld_claims([one], joined, BUREAU) == ()


def test_what_is_no_reason_is_refused() -> None:
    with pytest.raises(QueryError, match="declines-to-name, does-not-blame"):
        withheld_claims([], around([]), reason="shy")


def test_the_seeds_give_what_the_cases_say(seeds_store: Store) -> None:
    claim_set, known = read_again(seeds_store)
    for case in cases("withheld"):
        target, reason = text(case, "target"), text(case, "reason")
        found = withheld_claims(claim_set.claims, known, target, reason)
        assert [one.id for one in found] == texts(case, "claims"), case
