"""What was nearly right is mended, and what was missed is added."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.api.corpora import check
from claimgraph.api.reviewing import Review, open_review
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.errors import GateError
from claimgraph.reviewing.desk import open_desk
from review_corpus import claims_file, river, the


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return river(tmp_path / "c")


def edited(
    review: Review, relation: str, change: Callable[[ClaimDraft], object], by: str = ""
) -> None:
    """A proposal with a draft of it changed and written."""
    claim = the(relation, review.desk, by)
    draft = review.draft_of(claim)
    change(draft)
    review.correct(claim, draft)


def test_another_quote_keeps_the_entry_and_accepts_it(folder: Path) -> None:
    review, path = open_review(folder), claims_file(folder)
    before = path.read_text("utf-8")
    edited(review, "ALLEGED_LINK", lambda one: one.say("quote", "denied any tie"))
    after = path.read_text("utf-8")
    old = before[
        before.index("    quote: >-") : before.index("    by: rules 0.3 denied")
    ]
    new = "    quote: denied any tie\n    review: accepted\n"
    assert after == before.replace(old, new)
    review.undo()
    assert path.read_text("utf-8") == before


def test_a_key_that_comes_or_goes_is_a_line(folder: Path) -> None:
    review, path = open_review(folder), claims_file(folder)
    before = path.read_text("utf-8")
    edited(review, "PART_OF", lambda one: one.say("kind", "cell"))
    edited(review, "ATTRIBUTED_TO", lambda one: one.say("modality", "alleged"), "llm")
    after = path.read_text("utf-8")
    head, tail = before.split("quote: The River Cell is part of the Hill Band\n")
    assert "    review: accepted\n    kind: cell\n" in after
    assert "review: accepted, modality: alleged}\n" in after
    assert after.startswith(head[: head.index("  - {relation")])
    assert after.endswith(tail[tail.index("  # written by a person") :])


def test_another_end_rejects_it_and_adds_a_claim_by_hand(folder: Path) -> None:
    review, path = open_review(folder), claims_file(folder)
    before = path.read_text("utf-8")
    edited(review, "KILLED", lambda one: one.say("value", {"min": 12, "of": "people"}))
    after = path.read_text("utf-8")
    flipped = before.replace("  - review: proposed\n", "  - review: rejected\n")
    assert after.startswith(flipped)
    added = after.removeprefix(flipped)
    assert "relation: KILLED" in added
    assert "by:" not in added and "review:" not in added
    assert not check(folder).problems
    review.undo()
    assert path.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("polarity", "affirmed"),
        ("chain", [{"holder": "group/river-cell", "implicit": True}]),
    ],
)
def test_another_origin_or_polarity_is_another_claim(
    folder: Path, key: str, value: object
) -> None:
    review = open_review(folder)
    edited(review, "ALLEGED_LINK", lambda one: one.say(key, value))
    found = [one for one in open_desk(folder).claims if one.relation == "ALLEGED_LINK"]
    assert [(one.review, one.by) for one in found] == [
        ("rejected", "rules 0.3 denied-tie"),
        ("accepted", "hand"),
    ]


def test_what_the_gate_refuses_is_not_written(folder: Path) -> None:
    review, before = open_review(folder), claims_file(folder).read_bytes()
    claim = the("KILLED", review.desk)
    draft = review.draft_of(claim)
    draft.keys["quote"] = "12 people had perished"
    with pytest.raises(GateError):
        review.correct(claim, draft)
    assert claims_file(folder).read_bytes() == before
    assert not review.desk.steps


def test_a_claim_that_was_missed_is_added_with_its_entity(folder: Path) -> None:
    review, path = open_review(folder), claims_file(folder)
    before = path.read_text("utf-8")
    draft = review.new_draft("a")
    for key, value in {
        "quote": "bombed the grain market in Osk",
        "relation": "LOCATED_IN",
        "subject": "attack/2020-05-osk-grain-market",
        "object": "place/osk",
    }.items():
        assert draft.say(key, value) == []
    assert review.draft_sentence(draft).startswith("Osk Gazette, in the article's own")
    review.add(draft)
    after = path.read_text("utf-8")
    assert after.startswith(before)
    assert not check(folder).problems
    review.undo()
    assert path.read_text("utf-8") == before
