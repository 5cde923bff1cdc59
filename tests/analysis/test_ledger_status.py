"""By which rule an attack or a pair stands as it does."""

from dataclasses import replace

import pytest

from analysis.strategies_ledger import (
    ANN,
    BUREAU,
    HILL,
    MARKET,
    MASKED,
    NO,
    RIVER,
    around,
    blamed,
    claimed,
    linked,
    made,
)
from claimgraph.analysis.ledger import ledger
from claimgraph.model import Claim, Reply

Target = str | tuple[str, str]


def status(*claims: Claim, target: Target = MARKET) -> str:
    """How it stands."""
    return ledger(claims, around(claims), target).status


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((), "unattributed"),
        ((claimed(),), "claimed"),
        ((blamed(HILL),), "attributed"),
        ((claimed(), blamed(HILL)), "claimed-and-attributed"),
        ((claimed(), blamed(RIVER)), "disputed"),
        ((blamed(HILL), blamed(RIVER)), "attributed"),
        ((claimed(HILL), claimed(RIVER)), "disputed"),
        ((blamed(HILL), blamed(HILL, HILL, **NO)), "disputed"),
        ((claimed(), blamed(HILL, BUREAU, **NO)), "disputed"),
        ((blamed(HILL), blamed(RIVER, RIVER, **NO)), "attributed"),
        ((blamed(HILL, HILL, **NO),), "denied-only"),
        ((claimed(**NO),), "denied-only"),
        ((blamed(HILL, HILL, modality="possible", **NO),), "unattributed"),
        ((blamed(HILL, modality="possible"),), "unattributed"),
        ((blamed(HILL, review="proposed"),), "unattributed"),
        ((claimed(), blamed(RIVER, review="proposed")), "claimed"),
        ((claimed(), blamed(HILL, BUREAU, review="proposed", **NO)), "claimed"),
        ((claimed(), blamed(RIVER, modality="hypothetical")), "claimed"),
        ((blamed(HILL), blamed(RIVER, BUREAU)), "disputed"),
        ((claimed(HILL), blamed(RIVER, HILL), blamed(HILL, BUREAU)), "partly-shared"),
        ((blamed(HILL), blamed(RIVER), blamed(RIVER, BUREAU)), "partly-shared"),
        ((claimed(), blamed(RIVER, HILL)), "claimed"),
        ((blamed(ANN, ANN),), "claimed"),
        ((claimed(), blamed(HILL), blamed(HILL, BUREAU)), "claimed-and-attributed"),
        ((claimed(), blamed(MASKED)), "claimed"),
        ((blamed(MASKED, BUREAU, **NO),), "unattributed"),
        ((claimed(MASKED),), "unattributed"),
        ((blamed(MASKED),), "unattributed"),
        ((blamed(HILL, BUREAU, polarity="withheld", reason="silent"),), "unattributed"),
    ],
)
def test_an_attack_stands_by_the_first_rule_that_fits(
    claims: tuple[Claim, ...], expected: str
) -> None:
    assert status(*claims) == expected


RETRACTED = replace(claimed(start=1), label="ours")


@pytest.mark.parametrize(
    ("fields", "origin", "expected"),
    [
        ({"reply": Reply(RETRACTED.id, "retracts")}, HILL, "retracted"),
        ({"reply": Reply("ours", "retracts")}, HILL, "retracted"),
        (
            {"reply": Reply("alpha#ours", "retracts"), "article": "beta"},
            HILL,
            "retracted",
        ),
        ({"reply": Reply("ours", "retracts"), "article": "beta"}, HILL, "disputed"),
        ({"reply": Reply("ours", "disputes")}, HILL, "disputed"),
        ({"reply": Reply("ours", "retracts")}, BUREAU, "disputed"),
        ({"reply": Reply("ours", "retracts"), "modality": "possible"}, HILL, "claimed"),
    ],
)
def test_only_who_made_a_claim_takes_it_back(
    fields: dict[str, object], origin: str, expected: str
) -> None:
    answer = blamed(HILL, origin, polarity="denied", **fields)
    assert status(RETRACTED, answer) == expected


def test_what_is_withheld_takes_nothing_back() -> None:
    silence = blamed(
        HILL,
        HILL,
        reply=Reply("ours", "retracts"),
        polarity="withheld",
        reason="silent",
    )
    assert status(RETRACTED, silence) == "claimed"


def test_a_retracted_claim_beside_a_culprit_is_disputed() -> None:
    answer = blamed(HILL, HILL, reply=Reply("ours", "retracts"), **NO)
    assert status(RETRACTED, answer, blamed(RIVER)) == "disputed"
    assert status(RETRACTED, claimed(start=2), answer) == "disputed"


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((), "none"),
        ((linked(),), "affirmed"),
        ((linked(**NO),), "denied"),
        ((linked(), linked(BUREAU, **NO)), "affirmed-and-denied"),
        ((linked(valid="2021/.."), linked(valid="2015", **NO)), "changed"),
        ((linked(valid="2021/.."), linked(**NO)), "affirmed-and-denied"),
        ((linked(valid="2015~"), linked(valid="2015-03", **NO)), "affirmed-and-denied"),
        ((linked(), linked(modality="possible", **NO)), "affirmed"),
        ((linked(polarity="withheld", reason="silent"),), "withheld-only"),
        ((linked(modality="hypothetical"),), "none"),
        ((made("PART_OF", HILL, RIVER),), "none"),
        ((linked(review="proposed"),), "none"),
        ((linked(), linked(review="proposed", **NO)), "affirmed"),
    ],
)
def test_a_pair_stands_by_its_alleged_links(
    claims: tuple[Claim, ...], expected: str
) -> None:
    assert status(*claims, target=(HILL, RIVER)) == expected
    assert status(*claims, target=(RIVER, HILL)) == expected
