"""When the ends of two claims are one, though their ids are not."""

from dataclasses import replace

import pytest

from claimgraph.api.scoring import is_listed
from claimgraph.model import Entity, Modality, Polarity
from claimgraph.scoring import score_codings
from claimgraph.scoring.coded import CodedArticle, coded_articles
from small_batch import BAND, GUILD, OFFICERS, small_batch

SMALL = coded_articles([small_batch()])


@pytest.mark.parametrize(
    ("made", "is_hit"),
    [
        (Entity(id="group/unnamed-x", name="officers", unnamed=True), True),
        (Entity(id="group/unnamed-x", name="millers", unnamed=True), False),
        (Entity(id="place/unnamed-x", name="officers", unnamed=True), False),
        (Entity(id="group/officers", name="officers"), False),
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
    told = SMALL[0].claims[2]
    same = replace(
        told,
        relation="SAME_AS",
        subject=BAND,
        object=GUILD,
        polarity=polarity,
        modality=modality,
        chain=told.chain[:1] if own_word else told.chain,
    )
    gold = [replace(one, claims=(*one.claims, same)) for one in SMALL]
    other = [with_end(one, GUILD) for one in SMALL]
    tally = score_codings(gold, other, is_listed).tally("mention-att", "ALLEGED_LINK")
    assert (tally.hits == tally.coded) is is_one
