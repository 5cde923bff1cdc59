"""Proposed claims are told of and counted nowhere."""

from dataclasses import replace

from hypothesis import given

from analysis.strategies_ledger import (
    ANN,
    BUREAU,
    HILL,
    PATIENT,
    around,
    linked,
    made,
    many_claims,
)
from claimgraph.analysis.corroboration import corroborate_all
from claimgraph.analysis.edges import edges
from claimgraph.analysis.fragility import falls_without, fragility
from claimgraph.model import Claim


@PATIENT
@given(many_claims(7))
def test_no_count_has_proposed_claims_in_it(claims: list[Claim]) -> None:
    accepted = [one for one in claims if one.review == "accepted"]
    known = around(claims)
    alone = {
        (one.proposition, one.polarity): one for one in corroborate_all(accepted, known)
    }
    told = set[str]()
    for found in corroborate_all(claims, known):
        told |= {*found.supporting, *found.hypothetical, *found.proposed}
        before = alone.get((found.proposition, found.polarity))
        if before is None:
            assert found.reports == found.independent == 0
        else:
            same = replace(
                found, proposed=before.proposed, hypothetical=before.hypothetical
            )
            assert same == before
    assert told == {one.id for one in claims if one.polarity != "withheld"}
    assert edges(claims, known) == edges(accepted, known)
    for holder in (ANN, BUREAU, HILL):
        assert falls_without(claims, known, holder) == falls_without(
            accepted, known, holder
        )


@PATIENT
@given(many_claims(7))
def test_no_tie_rests_on_a_proposed_claim(claims: list[Claim]) -> None:
    accepted = [one for one in claims if one.review == "accepted"]
    assert around(claims).ties == around(accepted).ties
    assert around(claims).sides == around(accepted).sides


def test_a_proposed_membership_joins_no_speakers() -> None:
    said = [linked(ANN, start=1), linked(BUREAU, start=2)]
    member = made("MEMBER_OF", ANN, BUREAU)
    (joined,) = corroborate_all(said, around([*said, member]))
    ready = replace(member, review="proposed")
    (apart,) = corroborate_all(said, around([*said, ready]))
    assert (joined.independent, apart.independent) == (1, 2)


def test_nothing_falls_with_a_proposed_claim() -> None:
    said = [linked(ANN, start=1), linked(BUREAU, start=2, review="proposed")]
    known = around(said)
    found = fragility(said, known, known.proposition(said[0]))
    assert found.claims == (said[0].id,)
