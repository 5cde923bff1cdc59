"""When the ends of two claims are one, though their ids are not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from claimgraph.api.scoring import is_listed
from claimgraph.model import Claim, Entity, Modality, Polarity
from claimgraph.scoring import score_codings
from claimgraph.scoring.coded import CodedArticle, coded_articles
from claimgraph.scoring.tally import Tally
from small_batch import BAND, CELL, GUILD, OFFICERS, small_batch

SMALL = coded_articles([small_batch()])


@pytest.mark.parametrize(
    ("made", "is_hit"),
    [
        (Entity(id="group/unnamed-x", name="officers", unnamed=True), True),
        (Entity(id="group/unnamed-x", name="millers", unnamed=True), False),
        (Entity(id="place/unnamed-x", name="officers", unnamed=True), False),
        (Entity(id="group/officers", name="officers"), False),
        (Entity(id="community/officers", name="police officers"), True),
        (Entity(id="community/millers", name="millers"), False),
    ],
)
def test_people_without_a_name_may_be_a_band(made: Entity, is_hit: bool) -> None:
    def among(one: CodedArticle) -> CodedArticle:
        told = {**one.entities, made.id: made}
        return replace(one, entities=told)

    coding = [with_end(one, OFFICERS) for one in SMALL]
    other = [among(with_end(one, made.id)) for one in SMALL]
    tally = score_codings(coding, other, is_listed).tally("mention-att", "all")
    assert (tally.hits == tally.coded) is is_hit


def with_end(one: CodedArticle, end: str) -> CodedArticle:
    """An article with all that is told of the band told of another instead."""
    claims = [
        replace(claim, object=end) if claim.object == BAND else claim
        for claim in one.claims
    ]
    return replace(one, claims=tuple(claims))


@pytest.mark.parametrize(
    ("polarity", "modality", "own_word", "is_one"),
    [
        ("affirmed", "stated", True, True),
        ("denied", "stated", True, False),
        ("affirmed", "possible", True, False),
        ("affirmed", "stated", False, False),
    ],
)
def test_whom_the_article_says_is_one_is_one(
    polarity: Polarity, modality: Modality, own_word: bool, is_one: bool
) -> None:
    same = same_as(BAND, GUILD, polarity, modality, own_word=own_word)
    tally = score([same], with_end(SMALL[0], GUILD), "ALLEGED_LINK")
    assert (tally.hits == tally.coded) is is_one


def test_whom_the_proposals_alone_say_is_one_is_not() -> None:
    wrong = with_end(SMALL[0], GUILD)
    more = replace(wrong, claims=(*wrong.claims, same_as(BAND, GUILD)))
    assert score([], more, "ALLEGED_LINK") == score([], wrong, "ALLEGED_LINK")
    assert score([], more, "SAME_AS").hits == 0


def test_what_says_that_two_are_one_is_compared_by_these_two() -> None:
    gold = [same_as(BAND, GUILD), same_as(GUILD, CELL)]
    for proposed, hits in ((gold[0], 1), (same_as(BAND, CELL), 0)):
        one = replace(SMALL[0], claims=(proposed,))
        assert score(gold, one, "SAME_AS").hits == hits


def same_as(
    one: str,
    other: str,
    polarity: Polarity = "affirmed",
    modality: Modality = "stated",
    *,
    own_word: bool = True,
) -> Claim:
    """A claim that two are one."""
    told = SMALL[0].claims[2]
    return replace(
        told,
        relation="SAME_AS",
        subject=one,
        object=other,
        polarity=polarity,
        modality=modality,
        chain=told.chain[:1] if own_word else told.chain,
    )


def score(more: Sequence[Claim], other: CodedArticle, relation: str) -> Tally:
    """The counts of a relation, where the gold has some claims more."""
    gold = [replace(one, claims=(*one.claims, *more)) for one in SMALL]
    return score_codings(gold, [other], is_listed).tally("mention-att", relation)
