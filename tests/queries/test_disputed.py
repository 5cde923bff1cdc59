"""`attacks/disputed` says of an attack what the rules of reports say."""

from dataclasses import replace

import pytest

from analysis.seeds_again import read_again
from claimgraph.analysis.ledger import ledger
from claimgraph.library import ask
from claimgraph.model import Claim
from claimgraph.store.base import Store
from queries.made_claims import ANNA, BORIS, CREW, HIDDEN, claim, load_claims
from small_batch import BAND, BUREAU, CELL, GUILD, MARKET, OFFICERS

ASKED = ("disputed", "partly-shared")
OWN = claim("CLAIMED_BY", MARKET, GUILD, GUILD)


def blamed(whom: str, by: str = BUREAU) -> Claim:
    """The market is laid on somebody."""
    return claim("ATTRIBUTED_TO", MARKET, whom, by)


def denied(made: Claim) -> Claim:
    """The same claim, denied."""
    return replace(made, polarity="denied")


def told(store: Store) -> dict[str, str]:
    """The status of each attack that the question gives."""
    rows = ask(store, "attacks/disputed")
    return {str(row["attack_id"]): str(row["status"]) for row in rows}


def by_rules(store: Store) -> dict[str, str]:
    """The same by the functions that reports use."""
    claim_set, context = read_again(store)
    attacks = sorted({one.subject for one in claim_set.claims})
    statuses = {
        context.canonical(one): ledger(claim_set.claims, context, one).status
        for one in attacks
        if one.startswith("attack/")
    }
    return {one: status for one, status in statuses.items() if status in ASKED}


def test_the_seeds_stand_as_reports_say(seeds_store: Store) -> None:
    found = told(seeds_store)
    assert found == by_rules(seeds_store)
    assert set(found.values()) == set(ASKED)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([OWN, blamed(CELL)], "disputed"),
        ([OWN, blamed(GUILD)], None),
        ([OWN, blamed(CELL, GUILD)], None),
        ([OWN, blamed(GUILD), blamed(CELL)], "partly-shared"),
        ([OWN, blamed(ANNA)], "disputed"),
        ([OWN, blamed(ANNA), claim("MEMBER_OF", ANNA, GUILD)], None),
        ([OWN, blamed(ANNA), claim("LED_BY", GUILD, ANNA)], None),
        (
            [
                *(OWN, blamed(CREW), claim("PART_OF", CREW, GUILD)),
                claim("PART_OF", CREW, BAND),
            ],
            "partly-shared",
        ),
        # two steps: one of a crew that is a part of the guild
        (
            [
                *(OWN, blamed(ANNA), claim("MEMBER_OF", ANNA, CREW)),
                claim("PART_OF", CREW, GUILD),
            ],
            None,
        ),
        (
            [
                *(OWN, blamed(ANNA), claim("MEMBER_OF", ANNA, GUILD)),
                denied(claim("MEMBER_OF", ANNA, GUILD, CELL)),
            ],
            "disputed",
        ),
        ([OWN, denied(blamed(GUILD, CELL))], "disputed"),
        ([OWN, denied(blamed(BAND, CELL))], None),
        ([blamed(ANNA), blamed(BORIS, HIDDEN)], "disputed"),
        ([OWN, blamed(OFFICERS, CELL)], None),
        ([OWN, replace(blamed(CELL), modality="possible")], None),
        ([OWN, replace(blamed(CELL), review="proposed")], None),
    ],
)
def test_it_follows_the_rules(
    fresh_store: Store, claims: list[Claim], expected: str | None
) -> None:
    load_claims(fresh_store, *claims)
    found = told(fresh_store)
    assert found == by_rules(fresh_store)
    assert found.get(MARKET) == expected


def test_proposed_claims_are_counted_apart(fresh_store: Store) -> None:
    proposed = replace(blamed(BAND, CELL), review="proposed")
    load_claims(fresh_store, OWN, blamed(CELL), proposed)
    rows = ask(fresh_store, "attacks/disputed")
    assert [(row["by_whom"], row["does"], row["proposed"]) for row in rows] == [
        ("Mill Guild", "claims", 1),
        ("Bureau", "names", 1),
    ]
