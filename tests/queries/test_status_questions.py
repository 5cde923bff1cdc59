"""Questions that restate a status agree with its rules."""

from dataclasses import replace

import pytest

from claimgraph.library import ask
from claimgraph.model import Claim
from claimgraph.store.base import Store
from queries.made_claims import ANNA, CREW, HIDDEN, claim, load_claims
from small_batch import BAND, BUREAU, CELL, GUILD, MARKET, OFFICERS

OWN = claim("CLAIMED_BY", MARKET, GUILD, GUILD)
ELSEWHERE = "attacks/claimed-and-attributed-elsewhere"
TWO = "attacks/one-origin-two-culprits"


def blamed(whom: str, by: str = BUREAU) -> Claim:
    """The market is laid on somebody."""
    return claim("ATTRIBUTED_TO", MARKET, whom, by)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([blamed(CELL)], ["River Cell"]),
        ([blamed(CELL, GUILD)], []),
        ([blamed(ANNA)], ["Anna"]),
        ([blamed(ANNA), claim("MEMBER_OF", ANNA, GUILD)], []),
        ([blamed(ANNA), claim("LED_BY", GUILD, ANNA)], []),
        ([blamed(CREW), claim("PART_OF", CREW, GUILD)], []),
        (
            [blamed(CREW), claim("PART_OF", CREW, GUILD), claim("PART_OF", CREW, BAND)],
            ["crew"],
        ),
        ([blamed(CELL), claim("PART_OF", CELL, GUILD)], ["River Cell"]),
        (
            [blamed(ANNA), replace(claim("MEMBER_OF", ANNA, GUILD), former=True)],
            ["Anna"],
        ),
        (
            [
                blamed(ANNA),
                claim("MEMBER_OF", ANNA, GUILD),
                replace(claim("MEMBER_OF", ANNA, GUILD, CELL), polarity="denied"),
            ],
            ["Anna"],
        ),
        (
            [
                blamed(ANNA),
                replace(claim("MEMBER_OF", ANNA, GUILD), modality="possible"),
            ],
            ["Anna"],
        ),
        ([blamed(OFFICERS, CELL)], []),
        ([replace(blamed(CELL), review="proposed")], []),
    ],
)
def test_others_are_those_on_another_side(
    fresh_store: Store, claims: list[Claim], expected: list[str]
) -> None:
    load_claims(fresh_store, OWN, *claims)
    rows = ask(fresh_store, ELSEWHERE)
    assert [row["attributed_to"] for row in rows] == expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([blamed(CELL), blamed(BAND)], 1),
        ([blamed(CELL), blamed(BAND, CELL)], 0),
        ([blamed(CELL), blamed(ANNA)], 1),
        ([blamed(CELL), blamed(ANNA), claim("MEMBER_OF", ANNA, CELL)], 0),
        ([blamed(CELL), blamed(ANNA), claim("LED_BY", CELL, ANNA)], 0),
        ([blamed(CELL), blamed(CREW), claim("PART_OF", CREW, CELL)], 0),
        ([blamed(CELL), blamed(BAND), claim("PART_OF", BAND, CELL)], 1),
        (
            [
                blamed(CELL),
                blamed(ANNA),
                claim("MEMBER_OF", ANNA, CELL),
                replace(claim("MEMBER_OF", ANNA, CELL, BAND), polarity="denied"),
            ],
            1,
        ),
        ([blamed(CELL), blamed(OFFICERS)], 0),
        ([blamed(CELL), replace(blamed(BAND), review="proposed")], 0),
    ],
)
def test_two_culprits_of_an_origin_are_on_two_sides(
    fresh_store: Store, claims: list[Claim], expected: int
) -> None:
    load_claims(fresh_store, *claims)
    assert len(ask(fresh_store, TWO).rows) == expected


@pytest.mark.parametrize(
    ("origins", "proposed", "expected"),
    [
        ((BUREAU, HIDDEN), (), [("Bureau", 1, 1, 0)]),
        ((BUREAU,), (BAND, HIDDEN), [("Bureau", 1, 0, 2)]),
        ((HIDDEN,), (), [("unspecified", 1, 0, 0)]),
        ((), (BUREAU,), []),
        ((BUREAU, BAND), (), []),
    ],
)
def test_hidden_and_proposed_claims_are_counted_apart(
    fresh_store: Store,
    origins: tuple[str, ...],
    proposed: tuple[str, ...],
    expected: list[tuple[object, ...]],
) -> None:
    load_claims(
        fresh_store,
        *(blamed(CELL, one) for one in origins),
        *(claim("ALLEGED_LINK", CELL, GUILD, one) for one in origins),
        *(replace(blamed(CELL, one), review="proposed") for one in proposed),
        *(
            replace(claim("ALLEGED_LINK", CELL, GUILD, one), review="proposed")
            for one in proposed
        ),
    )
    for name in ("attacks/single-origin-attributions", "groups/single-origin-links"):
        answer = ask(fresh_store, name)
        counted = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        keys = ("origin", "claims", "hidden", "proposed")
        assert [tuple(row[key] for key in keys) for row in counted] == expected
