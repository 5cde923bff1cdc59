"""What is new by a clock, and what it turns."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.analysis.context import Proposition
from claimgraph.analysis.ledger import ledger
from claimgraph.analysis.selection import Filters
from claimgraph.dates import span
from claimgraph.reports.changes import is_new, report, turns
from claimgraph.reports.document.scope import scope_of
from report_cases import seeds

DAYS = st.dates().map(lambda day: day.isoformat())
LINK = Proposition(
    "ALLEGED_LINK", "group/haqqani-network", "group/islamic-state-khorasan"
)


def test_nothing_is_new_after_the_last_load() -> None:
    claim_set, context = seeds()
    found = report(claim_set, context, Filters(), since="2026-11-02", clock="loaded")
    assert found.claims == ()
    assert [one.text for one in found.summary] == ["Nothing is new by this clock."]


def test_all_is_new_on_the_day_of_the_load() -> None:
    claim_set, context = seeds()
    found = report(claim_set, context, Filters(), since="2026-11", clock="loaded")
    assert {one.id for one in found.claims} == {one.id for one in claim_set.claims}


@given(day=DAYS)
def test_what_is_certainly_new_is_possibly_new(day: str) -> None:
    claim_set, _ = seeds()
    for claim in claim_set.claims:
        certain = is_new(claim, day, "said", "certain")
        possible = is_new(claim, day, "said", "possible")
        assert possible or not certain
        assert is_new(claim, "0001-01-01", "said", "possible") == bool(claim.said)
        if possible and claim.said:
            latest = span(claim.said).latest
            assert latest is None or latest >= day


@given(first=DAYS, second=DAYS)
def test_less_is_new_by_a_later_day(first: str, second: str) -> None:
    early, late = sorted((first, second))
    for claim in seeds()[0].claims:
        for mode in ("possible", "certain"):
            assert is_new(claim, early, "said", mode) or not is_new(
                claim, late, "said", mode
            )


@pytest.mark.parametrize("polarity", ["affirmed", "denied"])
def test_a_status_that_stays_is_no_turn(polarity: str) -> None:
    claim_set, context = seeds()
    scope = scope_of(claim_set, context, Filters())
    new = [claim for claim in scope.alike[LINK] if claim.polarity == polarity]
    known = {claim.id for claim in new}
    old = [claim for claim in scope.claims if claim.id not in known]
    pair = (LINK.subject, str(LINK.object))
    now = ledger(scope.claims, context, pair).status
    before = ledger(old, context, pair).status
    found = {turn.target: (turn.before, turn.after) for turn in turns(scope, new)}
    assert found == ({} if now == before else {pair: (before, now)})
    assert now != before


def test_a_new_membership_turns_the_attack_of_which_nothing_new_is_said() -> None:
    claim_set, context = seeds()
    scope = scope_of(claim_set, context, Filters())
    cell, body = "group/joint-cell-kabul-2020-05", "group/islamic-state-khorasan"
    new = [
        one
        for one in claim_set.claims
        if (one.relation, one.subject, one.object) == ("PART_OF", cell, body)
    ]
    found = {turn.target[0]: turn for turn in turns(scope, new)}
    gurdwara = found["attack/2020-03-25-kabul-gurdwara"]
    assert (gurdwara.before, gurdwara.after) == ("disputed", "partly-shared")
    assert set(gurdwara.claims) == {one.id for one in new}


def test_a_claim_without_a_day_is_never_new() -> None:
    claim_set, _ = seeds()
    claim = next(one for one in claim_set.claims if one.said)
    undated = replace(claim, said=None)
    assert not is_new(undated, "0001-01-01", "said", "possible")
