"""A flat row holds all of a claim, and what no claim can be is refused by name."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from claimgraph.errors import ClaimgraphError
from claimgraph.flat import Row, claim_from, flat, flat_hops, hop_from
from claimgraph.model import Batch, Cell, Claim, Hop, Pointer, Reply, Value, XPath
from examples import examples
from small_batch import small_batch
from strategies import corpora

BLAMED, DATED, *_ = small_batch().claims


def chain_again(claim: Claim) -> tuple[Hop, ...]:
    """The hops of a claim from their rows."""
    return tuple(map(hop_from, flat_hops(claim)))


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_every_claim_comes_back_from_its_row(made: list[Batch]) -> None:
    for batch in made:
        for claim in batch.claims:
            row, hops = flat(claim), flat_hops(claim)
            assert claim_from(row, tuple(map(hop_from, hops))) == claim
            assert [hop["hop"] for hop in hops] == list(range(1, len(hops) + 1))
            assert all(held is not None and held is not False for held in row.values())


@pytest.mark.parametrize(
    "claim",
    [
        replace(DATED, value=Value(max=0, of="men", about=True)),
        replace(BLAMED, selector=Cell(1, "dead"), confidence=0.0),
        replace(BLAMED, selector=XPath("//dead"), reply=Reply("first#c1", "disputes")),
        replace(BLAMED, selector=Pointer("/dead/0")),
        replace(BLAMED, selector=None, loaded="2026-11-22T12:00:00Z"),
    ],
)
def test_parts_that_are_rare_come_back(claim: Claim) -> None:
    again = claim_from(flat(claim), chain_again(claim))
    assert again == claim
    assert again.loaded == claim.loaded


def test_row_has_the_names_of_the_graph() -> None:
    row = flat(BLAMED)
    assert (row["subject_id"], row["origin_id"]) == (BLAMED.subject, BLAMED.origin)
    assert row["hops"] == len(BLAMED.chain)
    assert "former" not in row and "note" not in row


@pytest.mark.parametrize(
    ("change", "key", "reason"),
    [
        ({"polarity": "afirmed"}, "polarity", "unknown (nearest: affirmed)"),
        ({"reply_claim": "a", "reply_how": "x"}, "reply_how", "x is unknown"),
        ({"start": "4"}, "start", "another type"),
        ({"hops": 4, "start": True}, "start", "another type"),
        ({"quote": None}, "quote", "is missing"),
    ],
)
def test_what_no_claim_can_be_is_refused(change: Row, key: str, reason: str) -> None:
    with pytest.raises(ClaimgraphError) as caught:
        claim_from({**flat(BLAMED), **change}, chain_again(BLAMED))
    assert caught.value.key == key
    assert reason in caught.value.message


def test_half_a_place_is_none() -> None:
    row = flat(BLAMED)
    del row["end"]
    assert claim_from(row, chain_again(BLAMED)).selector is None
