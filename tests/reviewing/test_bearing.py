"""What other claims have to do with a proposal: equal values alone say the same."""

from pathlib import Path

import pytest

from claimgraph.api.reviewing import Review, open_review
from claimgraph.reviewing.queue import QueueFilter
from review_corpus import claims_file, river

DAY = """\
  - relation: OCCURRED_ON
    subject: attack/2020-05-osk-grain-market
    value: {{on: {day}}}
    quote: {quote}
    review: {review}
    by: {by}
"""
FIRST = ("2020-05-02", "on Monday", "proposed", "rules 0.3 day")
KILLED = """\
  - relation: KILLED
    subject: attack/2020-05-osk-grain-market
    value: {{min: {low}, max: {low}, of: people}}
    polarity: {polarity}
    quote: 12 people had died
"""


def with_claims(folder: Path, *claims: str) -> Review:
    """The corpus with some claims more."""
    with claims_file(folder).open("a", encoding="utf-8") as file:
        file.writelines(claims)
    review = open_review(folder)
    assert not review.unread()
    return review


def rests(review: Review, relation: str) -> tuple[str, ...]:
    """What is told beside the proposal of a relation."""
    waiting = review.queue(QueueFilter(hidden=True)).proposed
    one = next(one for one in waiting if one.claim.relation == relation)
    return review.card(one).rests


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return river(tmp_path / "c")


def day(on: str, quote: str, review: str, by: str) -> str:
    """A claim of the day of the attack."""
    return DAY.format(day=on, quote=quote, review=review, by=by)


def test_who_gives_another_day_does_not_say_the_same(folder: Path) -> None:
    others = (
        day("2020-05-01", "The Bureau of Safety said", "accepted", "hand"),
        day("2020-05-01", "said on Monday", "accepted", "hand"),
    )
    told = rests(with_claims(folder, day(*FIRST), *others), "OCCURRED_ON")
    assert "2 claims give another day (2 accepted): 2020-05-01" in told
    assert not any("the same" in one for one in told)
    assert "no other claim of this corpus says it" in told


def test_who_gives_that_day_says_the_same(folder: Path) -> None:
    same = day("2020-05-02", "The Bureau of Safety said", "accepted", "hand")
    told = rests(with_claims(folder, day(*FIRST), same), "OCCURRED_ON")
    assert "1 claim says the same (1 accepted): Osk Gazette" in told


def test_a_denial_speaks_against_its_own_number_alone(folder: Path) -> None:
    denials = (
        KILLED.format(low=12, polarity="denied"),
        KILLED.format(low=40, polarity="denied"),
        KILLED.format(low=11, polarity="affirmed"),
    )
    told = rests(with_claims(folder, *denials), "KILLED")
    assert "1 claim speaks against it (1 accepted): Osk Gazette" in told
    assert "1 claim gives another number (1 accepted): 11 people" in told
