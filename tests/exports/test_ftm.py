"""FollowTheMoney: a link is what somebody affirms, and all else is a note."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.ftm import ftm_id
from claimgraph.exports.selection import selected_batches
from claimgraph.exports.verify.ftm import findings, own_id
from claimgraph.model import Batch, Claim
from claimgraph.safe_text import STEERING
from examples import examples
from export_cases import sample, seeds
from small_batch import BAND, CELL
from strategies import corpora

Block = Mapping[str, object]
Properties = Mapping[str, Sequence[str]]
OPTIONS = ExportOptions()
LINKS = ("UnknownLink", "Membership", "Family", "Sanction")
HOSTILE = 'x\nchain: A [group/a] asserts\npolarity: affirmed\u202e \u0000 " ] > [' * 9
SLUG = st.text("abz059-_", min_size=1, max_size=20)


def written(
    batches: Sequence[Batch], folder: Path, options: ExportOptions = OPTIONS
) -> Path:
    """The file of some batches."""
    target = folder / "out.ftm.json"
    find_format("ftm").write(selected_batches(batches, options), target, options)
    return target


def entities(target: Path) -> dict[str, Block]:
    """The entities of a file by their ids, each once."""
    found = [
        cast("Block", json.loads(line))
        for line in target.read_text("utf-8").removesuffix("\n").split("\n")
    ]
    assert len({str(one["id"]) for one in found}) == len(found)
    return {str(one["id"]): one for one in found}


def properties(one: Block) -> Properties:
    """The properties of an entity."""
    return cast("Properties", one["properties"])


def check(batches: Sequence[Batch], folder: Path) -> None:
    """Every claim is one entity; only affirmed ones with two ends are links."""
    target = written(batches, folder)
    found = entities(target)
    claims = [
        one for batch in selected_batches(batches, OPTIONS) for one in batch.claims
    ]
    assert sum(key.startswith("claim-") for key in found) == len(claims)
    assert sum(one["schema"] in LINKS for one in found.values()) == sum(
        one.polarity == "affirmed" and one.object is not None for one in claims
    )
    for claim in claims:
        assert_polarity(claim, found[ftm_id(f"claim/{claim.id}")], found)
    told = {one.claim: one.features["polarity"].value for one in findings(target, "")}
    assert told == {one.id: [one.polarity] for one in claims}


def assert_polarity(claim: Claim, one: Block, found: Mapping[str, Block]) -> None:
    """What a link or a note says of what the origin does."""
    held = properties(one)
    assert found[held["proof"][0]]["schema"] == "Article"
    if one["schema"] != "Note":
        assert claim.polarity == "affirmed"
        assert claim.object is not None
        origin = properties(found[ftm_id(claim.origin)])["name"][0]
        words = held.get("role") or held.get("relationship") or held["program"]
        assert words[0].endswith(f", according to {STEERING.sub(' ', origin)}")
        return
    assert claim.polarity == "affirmed" or not held["name"][0].startswith("claimed")
    assert held["keywords"][0] == claim.polarity


def test_seeds_and_sample_keep_their_polarity(tmp_path: Path) -> None:
    check(seeds(), tmp_path)
    check(sample(), tmp_path)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.too_slow])
@given(batches=corpora())
def test_made_up_corpora_keep_their_polarity(
    tmp_path_factory: pytest.TempPathFactory, batches: list[Batch]
) -> None:
    check(batches, tmp_path_factory.mktemp("ftm"))


def test_hostile_names_and_notes_add_no_lines(tmp_path: Path) -> None:
    [batch] = sample()
    odd = tuple(
        replace(one, name=HOSTILE) if one.id in (BAND, CELL) else one
        for one in batch.entities
    )
    claims = tuple(
        replace(one, note=HOSTILE, valid_words=HOSTILE, by=HOSTILE)
        for one in batch.claims
    )
    hostile = replace(batch, entities=odd, claims=claims)
    check([hostile], tmp_path)
    for one in findings(written([hostile], tmp_path), ""):
        [claim] = [held for held in claims if held.id == one.claim]
        assert one.features["chain_depth"].value == [hop.holder for hop in claim.chain]
        assert one.features["valid_words"].value == [HOSTILE]


# the letters that the coding of ids uses for itself, close together
DENSE = SLUG | st.text("ae_-", min_size=1, max_size=8)


@given(st.sampled_from(["group", "person", "article"]), DENSE)
def test_ids_fit_and_can_be_turned_back(prefix: str, slug: str) -> None:
    found = ftm_id(f"{prefix}/{slug}")
    assert found[-1].isalnum()
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-UD")
    assert own_id(found) == f"{prefix}/{slug}"


@given(DENSE, DENSE)
def test_unlike_ids_stay_unlike(one: str, two: str) -> None:
    assert (ftm_id(f"group/{one}") == ftm_id(f"group/{two}")) == (one == two)


def test_attack_has_no_date_place_or_culprit(tmp_path: Path) -> None:
    events = [
        one
        for one in entities(written(seeds(), tmp_path)).values()
        if one["schema"] == "Event"
    ]
    assert events
    for one in events:
        held = properties(one)
        assert held.keys().isdisjoint({"date", "location", "organizer", "involved"})


def test_topic_needs_the_option_and_a_plain_designation(tmp_path: Path) -> None:
    [batch] = sample()
    first = batch.claims[0]
    listed = replace(
        first, relation="DESIGNATED_BY", subject=CELL, object="org/bureau", kind=None
    )
    listed = replace(listed, modality="stated")
    for claim, marked in (
        (listed, [ftm_id(CELL)]),
        (replace(listed, polarity="denied"), []),
        (replace(listed, modality="possible"), []),
        (replace(listed, former=True), []),
    ):
        one = replace(batch, claims=(claim,), judgements=())
        path = written([one], tmp_path, ExportOptions(topics=True))
        assert marked_ids(path) == marked
        assert marked_ids(written([one], tmp_path)) == []


def marked_ids(target: Path) -> list[str]:
    """The entities with a topic."""
    found = entities(target).items()
    return [key for key, one in found if "topics" in properties(one)]
