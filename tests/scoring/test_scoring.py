"""Scores: a coding against itself is perfect; each fault lowers what it should."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.api.scoring import is_listed, read_coding
from claimgraph.model import Alias, Claim, Entity, TextSpan
from claimgraph.scoring import CodingScore, score_codings
from claimgraph.scoring.attacks import ATTACK
from claimgraph.scoring.coded import CodedArticle, coded_articles
from claimgraph.scoring.entities import type_of
from claimgraph.scoring.faults import (
    ELSEWHERE,
    NOTHING_CODED,
    NOTHING_PROPOSED,
    TOO_MANY,
    WRONG_ATTACK,
    WRONG_OBJECT,
)
from claimgraph.scoring.pairs import COMPARED, LEVELS
from claimgraph.scoring.tally import Tally
from places import SEEDS
from small_batch import CELL, MARKET, TEXT, small_batch

GOLD = read_coding(SEEDS)
SMALL = coded_articles([small_batch()])
Change = Callable[[Claim], Claim | None]
WRONG_FIELDS: list[tuple[Change, str]] = [
    (lambda one: replace(one, polarity="denied"), "polarity"),
    (lambda one: replace(one, modality="possible"), "modality"),
    (lambda one: replace(one, kind="ties"), "kind and role"),
    (lambda one: replace(one, chain=one.chain[:1]), "origin"),
    (lambda one: replace(one, chain=(*one.chain, *one.chain[1:])), "chain"),
]


def changed(coding: list[CodedArticle], change: Change) -> list[CodedArticle]:
    """A coding with other claims in each article; None takes a claim out."""
    found: list[CodedArticle] = []
    for coded in coding:
        made = [change(one) for one in coded.claims]
        found.append(replace(coded, claims=tuple(one for one in made if one)))
    return found


def scored(change: Change, coding: list[CodedArticle] = SMALL) -> CodingScore:
    """The score of a changed coding against itself."""
    return score_codings(coding, changed(coding, change), is_listed)


def f_of(score: CodingScore) -> list[float | None]:
    """F of all relations at each level."""
    return [score.tally(level, "all").f for level in LEVELS]


def shares(score: CodingScore) -> dict[str, float | None]:
    """What is right of the hits."""
    return {what: score.portion("all", what).share for what in COMPARED}


def test_a_coding_against_itself_is_right_in_everything() -> None:
    score = scored(lambda one: one, GOLD)
    assert f_of(score) == [1, 1, 1]
    assert set(shares(score).values()) == {1.0}
    assert score.clusters() == (1, 1, 1)
    assert score.faults("misses", "all") == score.faults("false_alarms", "all") == []
    assert score.interval("mention-att", "core") == (1.0, 1.0)
    parts = [score.tally("mention-att", one) for one in ("listed", "unlisted")]
    assert all(one.coded and one.f == 1 for one in parts)


@pytest.mark.parametrize(("change", "what"), WRONG_FIELDS)
def test_a_wrong_field_lowers_its_share_and_no_hit(change: Change, what: str) -> None:
    score = scored(change)
    assert f_of(score)[:2] == [1, 1]
    found = shares(score)
    right = {name: share for name, share in found.items() if name != what}
    assert found[what] != 1
    right.pop("chain" if what == "origin" else what, None)
    assert set(right.values()) == {1.0}
    assert score.portion("all", "everything").share != 1


def test_polarity_counts_at_the_level_of_articles_and_for_denials() -> None:
    score = scored(lambda one: replace(one, polarity="affirmed"))
    assert score.tally("article", "all").hits == len(SMALL[0].claims) - 1
    assert score.recalled("denied").right == 0
    assert score.recalled("denied").of == 1


def test_claims_that_lack_lower_recall_alone() -> None:
    score = scored(lambda one: None if one.relation == "CLAIMED_BY" else one)
    tally = score.tally("mention-att", "core")
    assert (tally.precision, tally.recall) == (1.0, 0.75)
    assert score.faults("misses") == [(NOTHING_PROPOSED, 1)]
    assert score.faults("false_alarms") == []


def test_claims_too_many_lower_precision_alone() -> None:
    score = score_codings(
        changed(SMALL, lambda one: None if one.relation == "CLAIMED_BY" else one),
        SMALL,
        is_listed,
    )
    tally = score.tally("mention-att", "core")
    assert (tally.precision, tally.recall) == (0.75, 1.0)
    assert score.faults("false_alarms") == [(NOTHING_CODED, 1)]


def test_a_claim_hits_once() -> None:
    double = replace(SMALL[0], claims=(*SMALL[0].claims, *SMALL[0].claims))
    score = score_codings(SMALL, [double], is_listed)
    assert score.tally("mention-att", "all").precision == 0.5
    assert score.tally("article", "all").precision == 1
    assert {reason for reason, _ in score.faults("false_alarms")} == {TOO_MANY}


def test_another_attack_is_a_hit_of_the_sentence_alone() -> None:
    other = "attack/2019-07-harbour"

    def moved(one: Claim) -> Claim:
        return replace(one, subject=other) if one.subject == MARKET else one

    score = scored(moved)
    rel, att, article = f_of(score)
    assert rel == 1 and att is not None and att < 1 and article == att
    assert (WRONG_ATTACK, 2) in score.faults("misses")
    clusters = score.clusters()
    assert clusters == (1, 1, 1)


def test_attacks_thrown_together_lower_the_score_of_clusters() -> None:
    score = scored(
        lambda one: (
            replace(one, subject="attack/all")
            if type_of(one.subject) == ATTACK
            else one
        ),
        GOLD,
    )
    clusters = score.clusters()
    assert clusters is not None
    assert clusters[0] < 0.5 < clusters[1] <= 1


def test_another_end_is_no_hit() -> None:
    score = scored(lambda one: replace(one, object=one.object and CELL))
    assert score.tally("mention-rel", "CLAIMED_BY").hits == 0
    assert score.faults("misses") == [(WRONG_OBJECT, 3)]


def test_another_sentence_is_a_hit_of_the_article_alone() -> None:
    score = scored(lambda one: replace(one, selector=TextSpan(0, 5)))
    assert f_of(score)[2] == 1
    assert score.tally("mention-rel", "CLAIMED_BY").hits == 0
    assert score.faults("misses") == [(ELSEWHERE, 3)]


def test_ends_of_symmetric_relations_may_change_places() -> None:
    def turned(one: Claim) -> Claim:
        return replace(one, subject=one.object or "", object=one.subject)

    score = scored(lambda one: turned(one) if one.relation == "ALLEGED_LINK" else one)
    assert f_of(score) == [1, 1, 1]
    assert scored(lambda one: turned(one) if one.object else one).tally(
        "mention-rel", "CLAIMED_BY"
    ) == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("name", "aliases", "is_same"),
    [
        ("the River Cell", [], True),
        ("Cell", [], True),
        ("River Cell of the North", [], True),
        ("RC", ["River Cell"], True),
        ("RC", [], True),
        ("Mill Band", [], False),
        ("group", [], False),
    ],
)
def test_entities_are_matched_by_their_names(
    name: str, aliases: list[str], is_same: bool
) -> None:
    made = Entity(id="group/made", name=name, aliases=tuple(map(Alias, aliases)))
    other = changed(SMALL, lambda one: renamed(one, CELL, made.id))
    proposed = replace(
        other[0], entities={**other[0].entities, made.id: made}, known=()
    )
    score = score_codings([replace(SMALL[0], known=())], [proposed], is_listed)
    hits = score.tally("mention-rel", "ATTRIBUTED_TO").hits
    assert hits == int(is_same)


def test_an_entity_that_the_coder_had_at_hand_is_another() -> None:
    made = Entity(id="group/made", name="Cell")
    other = changed(SMALL, lambda one: renamed(one, CELL, made.id))
    proposed = replace(other[0], entities={**other[0].entities, made.id: made})
    gold = replace(SMALL[0], known={made.id})
    score = score_codings([gold], [proposed], is_listed)
    assert score.tally("mention-rel", "ATTRIBUTED_TO").hits == 0


def renamed(claim: Claim, old: str, new: str) -> Claim:
    """The claim with another id in place of one."""
    ends = (new if one == old else one for one in (claim.subject, claim.object))
    subject, target = ends
    chain = tuple(
        replace(hop, holder=new) if hop.holder == old else hop for hop in claim.chain
    )
    return replace(claim, subject=subject or "", object=target, chain=chain)


def test_unnamed_holders_are_one_if_called_alike() -> None:
    officers = SMALL[0].claims[3].origin
    for name, share in (("senior officers", 1.0), ("three villagers", 0.8)):
        made = Entity(id="person/unnamed-x", name=name, unnamed=True)
        other = changed(SMALL, lambda one: renamed(one, officers, "person/unnamed-x"))
        proposed = replace(other[0], entities={**other[0].entities, made.id: made})
        assert shares(score_codings(SMALL, [proposed], is_listed))["origin"] == share


def test_optional_claims_count_neither_way() -> None:
    gold = changed(SMALL, lambda one: one)[0]
    optional = frozenset({gold.claims[0].id})
    score = score_codings([replace(gold, optional=optional)], SMALL, is_listed)
    assert score.tally("mention-att", "all") == Tally(4, 4, 4)
    without = score_codings(
        [replace(gold, optional=optional)],
        changed(SMALL, lambda one: None if one.id in optional else one),
        is_listed,
    )
    assert without.tally("mention-att", "all") == Tally(4, 4, 4)


def test_articles_that_lack_are_left_out_or_missed() -> None:
    left = score_codings(GOLD, GOLD[:3], is_listed)
    assert len(left.articles) == 3 and left.lacking == (
        *(one.article.id for one in GOLD[3:]),
    )
    assert left.tally("mention-att", "all").f == 1
    missed = score_codings(GOLD, GOLD[:3], is_listed, lacking_count=True)
    tally = missed.tally("mention-att", "all")
    assert tally.precision == 1 and tally.recall is not None and tally.recall < 1
    assert score_codings(GOLD[:3], GOLD, is_listed).spare == left.lacking


def test_a_text_that_differs_is_told_and_its_quotes_are_found_again() -> None:
    article = replace(SMALL[0].article, text=f"\n\n{TEXT}", sha256="0" * 64)
    moved = changed(
        SMALL,
        lambda one: replace(
            one,
            selector=TextSpan(one.selector.start + 2, one.selector.end + 2)
            if isinstance(one.selector, TextSpan)
            else None,
        ),
    )
    score = score_codings(SMALL, [replace(moved[0], article=article)], is_listed)
    assert score.moved == ("small",)
    assert f_of(score) == [1, 1, 1]


@given(st.data())
def test_shares_of_any_part_of_a_coding(data: st.DataObject) -> None:
    claims = SMALL[0].claims
    kept = data.draw(st.lists(st.sampled_from(claims), unique_by=id))
    part = replace(SMALL[0], claims=tuple(kept))
    one = score_codings(SMALL, [part], is_listed)
    other = score_codings([part], SMALL, is_listed)
    for level in LEVELS:
        tally, turned = one.tally(level, "all"), other.tally(level, "all")
        assert tally.hits == turned.hits == len(kept)
        assert (tally.coded, tally.proposed) == (turned.proposed, turned.coded)
