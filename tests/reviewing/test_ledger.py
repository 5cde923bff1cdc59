"""Confidence is counted from decisions alone."""

from pathlib import Path

import pytest

from claimgraph.api.extracting.done import DoneList
from claimgraph.api.reviewing import open_review
from claimgraph.reviewing.desk import Desk, open_desk
from claimgraph.reviewing.ledger import HitRate, ProposalSource, producer_of
from claimgraph.reviewing.queue import QueueFilter, queue_of
from review_corpus import claims_file, river

RULE = ProposalSource("rules", "carried-out")
MODEL = ProposalSource("llm", "small-1")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The corpus on the desk."""
    return open_desk(river(tmp_path / "c"))


def test_versions_of_rules_and_prompts_do_not_count() -> None:
    assert producer_of("rules 0.4 carried-out") == RULE
    assert producer_of("llm small-1 9c") == MODEL
    assert producer_of("hand") == ProposalSource("hand")


def test_decisions_move_the_confidence_of_their_rule_alone(desk: Desk) -> None:
    assert desk.scores() == {}
    killed = next(one for one in desk.claims if one.relation == "KILLED")
    desk.decide(killed, "rejected")
    assert desk.scores() == {RULE: HitRate(0, 1)}
    assert HitRate(0, 1).confidence == pytest.approx(1 / 3)
    assert HitRate(9, 0).confidence == pytest.approx(10 / 11)


def test_the_second_of_two_that_say_the_same_costs_nobody(desk: Desk) -> None:
    rule, model = (
        one.claim for one in desk.waiting() if one.claim.relation == "ATTRIBUTED_TO"
    )
    desk.decide(rule, "accepted")
    desk.decide(model, "rejected")
    assert desk.scores() == {producer_of(rule.by): HitRate(1, 0)}


def test_agreed_ones_come_first_and_a_model_alone_needs_a_look(desk: Desk) -> None:
    waiting = desk.waiting()
    assert [bool(one.agreeing) for one in waiting] == [True, True, False, False, False]
    alone = [one.claim.relation for one in waiting if one.needs_look]
    assert alone == ["PART_OF"]


def test_whoever_proposed_the_same_later_agrees(tmp_path: Path) -> None:
    folder = river(tmp_path / "c")
    part = next(one for one in open_desk(folder).claims if one.relation == "PART_OF")
    article = open_review(folder).article("a")
    # its own producer agrees with itself
    DoneList(folder, part.by).add(article, [part.id])
    queue = open_review(folder).queue(QueueFilter()).proposed
    assert [one.is_agreed for one in queue if one.claim.id == part.id] == [False]
    DoneList(folder, "rules 0.1").add(article, [part.id])
    review = open_review(folder)
    queue = review.queue(QueueFilter()).proposed
    (found,) = [one for one in queue if one.claim.id == part.id]
    assert found.is_agreed and not found.needs_look
    assert review.mark_words(found) == "rule says the same"


def test_another_polarity_is_no_agreement(tmp_path: Path) -> None:
    folder = river(tmp_path / "c")
    path = claims_file(folder)
    text = path.read_text("utf-8").replace(
        "by: llm small-1 4f2a, review", "polarity: denied, by: llm small-1 4f2a, review"
    )
    path.write_text(text, "utf-8")
    assert not any(one.agreeing for one in open_desk(folder).waiting())


def test_what_was_mostly_rejected_is_hidden_until_asked_for(desk: Desk) -> None:
    killed = next(one for one in desk.claims if one.relation == "KILLED")
    desk.decide(killed, "rejected")
    waiting = desk.waiting()
    # the other claim of that rule is agreed on, and stays
    assert queue_of(waiting, QueueFilter()).hidden == 0
    model = next(one for one in waiting if one.claim.relation == "ATTRIBUTED_TO")
    twin = next(one for one in waiting if one.claim in model.agreeing)
    desk.decide(
        next(one for one in (model, twin) if one.producer == MODEL).claim, "rejected"
    )
    queue = queue_of(desk.waiting(), QueueFilter())
    assert queue.hidden == 2
    assert {str(one.producer) for one in queue.proposed} == {"rule denied-tie"}
    shown = queue_of(desk.waiting(), QueueFilter(hidden=True))
    assert len(shown.proposed) == 3
    # the surest first
    assert shown.proposed[0].claim.relation == "ALLEGED_LINK"


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        (QueueFilter(rule="rule carried-out"), 2),
        (QueueFilter(producer="llm"), 2),
        (QueueFilter(relation="KILLED"), 1),
        (QueueFilter(article="a"), 5),
        (QueueFilter(article="b"), 0),
        (QueueFilter(producer="rules", relation="ALLEGED_LINK"), 1),
    ],
)
def test_the_queue_can_be_narrowed(desk: Desk, shown: QueueFilter, number: int) -> None:
    assert len(queue_of(desk.waiting(), shown).proposed) == number
