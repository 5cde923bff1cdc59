"""`says`: polarity, modality, reason, former and doubting relays in words."""

from dataclasses import replace
from itertools import product

import pytest

from claimgraph.model import Claim, Hop, Stance
from claimgraph.schema import load_schema
from claimgraph.strength_words import RELAYED, says, words
from small_batch import small_batch

CLAIM = small_batch().claims[0]
LISTS = load_schema().claim.lists


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (CLAIM, "says"),
        (replace(CLAIM, polarity="denied"), "denies"),
        (replace(CLAIM, modality="alleged"), "says, as alleged"),
        (replace(CLAIM, modality="suspected"), "says, as suspected"),
        (replace(CLAIM, modality="possible"), "says, as possible"),
        (replace(CLAIM, modality="hypothetical"), "says, as hypothetical"),
        (replace(CLAIM, former=True), "said: formerly"),
        (
            replace(CLAIM, polarity="denied", modality="possible", former=True),
            "denied, as possible: formerly",
        ),
        (
            replace(CLAIM, polarity="withheld", reason="declines-to-name"),
            "declines to name",
        ),
        (replace(CLAIM, polarity="withheld", reason="silent"), "is silent"),
    ],
)
def test_how_strongly_it_is_said(claim: Claim, expected: str) -> None:
    assert says(claim) == expected


def test_the_outermost_doubt_of_a_relay_is_said_but_no_stance_of_the_origin() -> None:
    def relayed(*stances: Stance) -> str:
        hops = (Hop(f"org/{n}", stance) for n, stance in enumerate(stances))
        return says(replace(CLAIM, chain=tuple(hops)))

    assert relayed("reports", "asserts") == "says"
    assert relayed("reports", "unverified", "asserts") == "says; passed on unverified"
    assert relayed("doubts", "disputes", "asserts") == "says; passed on with doubt"
    assert relayed("reports", "doubts") == "says"


def test_each_way_of_saying_has_words_of_its_own() -> None:
    """A word that is added to a closed list needs words here."""
    ways = [
        (polarity, reason, modality, former, stance)
        for polarity, modality, former, stance in product(
            *(LISTS["polarity"], LISTS["modality"], (False, True), ("", *RELAYED))
        )
        for reason in (LISTS["reason"] if polarity == "withheld" else (None,))
    ]
    told = [words(*way) for way in ways]
    assert len(set(told)) == len(told) == (2 + len(LISTS["reason"])) * 5 * 2 * 4
    assert set(RELAYED) == set(LISTS["stance"]) - {"asserts", "reports"}
    assert not any("withholds" in one for one in told)
