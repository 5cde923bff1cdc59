"""Which attack an entry tells of: known, of an earlier part, once more, or another."""

from collections.abc import Mapping, Sequence

import pytest

from claimgraph.coding.names import KnownEntity
from claimgraph.extraction.known import Known, known_among
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import requests_for
from claimgraph.model import Claim, Entity, Hop, TextSpan, Value
from invented_answers import NOBODY, answered, article

ORVEL = Entity(id="place/orvel", name="Orvel")
KNOWN = Entity(id="attack/2031-06-orvel-church", name="attack on the church in Orvel")
BEGINS = """Gunmen stormed the church in Orvel on Friday.
A bomb killed two policemen in Tarim the same day.
"""
ENDS = "The church massacre and the bombing in Tarim shook the land."
LONG = "\n\n".join(
    [
        BEGINS.strip(),
        *(f"He went on about matter {at} and on. " * 25 for at in range(18)),
        ENDS,
    ]
)
CHURCH: dict[str, object] = {
    "n": 1, "type": "attack", "name": "attack on the church in Orvel",
    "mention": "Gunmen stormed the church", "sentence": 1, "date": "2031-06-06",
    "place": "Orvel", "target": "church", "kind": "raid",
}  # fmt: skip
POLICE: dict[str, object] = {
    "n": 2, "type": "attack", "name": "bombing of policemen in Tarim",
    "mention": "A bomb killed two policemen", "sentence": 2, "date": "2031-06-06",
    "place": "Tarim", "target": "two policemen", "kind": "mine",
}  # fmt: skip


def method(number: object, quote: str, sentence: object) -> dict[str, object]:
    return {
        "relation": "METHOD", "subject": number, "value": {"is": "shooting"},
        "quote": quote, "sentence": sentence,
    }  # fmt: skip


def told(of: Known, *cast: Mapping[str, object], text: str = BEGINS) -> list[str]:
    claims = [method(one["n"], str(one["mention"]), one["sentence"]) for one in cast]
    answer = ModelAnswer(custom_id="mill", content=answered(*claims, cast=cast))
    found = proposals_from(article(text), of, [answer])
    assert found.refused == ()
    return [one.subject for one in found.claims]


def in_two_parts(*again: Mapping[str, object]) -> list[str]:
    long = article(LONG)
    last = next(
        line
        for line in requests_for(long, NOBODY)[1].sentences.splitlines()
        if "massacre" in line
    )
    number = int(last.partition("]")[0].removeprefix("["))
    cast = [{**one, "n": at, "sentence": number} for at, one in enumerate(again, 1)]
    content = [
        answered(
            *(method(n, q, n) for n, q in ((1, "stormed"), (2, "killed"))),
            cast=[CHURCH, POLICE],
        ),
        answered(
            *(method(one["n"], str(one["mention"]), number) for one in cast), cast=cast
        ),
    ]
    given = [
        ModelAnswer(custom_id=one, content=said)
        for one, said in zip(("mill", "mill#2"), content, strict=True)
    ]
    found = proposals_from(long, NOBODY, given)
    assert found.refused == ()
    return [one.subject for one in found.claims]


def corpus() -> Known:
    own: Sequence[tuple[str, Value | None, str | None]] = (
        ("OCCURRED_ON", Value(on="2031-06-06"), None),
        ("LOCATED_IN", None, ORVEL.id),
    )
    claims = [
        Claim(
            article="before",
            relation=relation,
            subject=KNOWN.id,
            object=target,
            value=value,
            chain=(Hop("org/paper", "asserts"),),
            quote="x",
            selector=TextSpan(0, 1),
        )
        for relation, value, target in own
    ]
    return known_among([KnownEntity(one, "") for one in (ORVEL, KNOWN)], claims)


@pytest.mark.parametrize(
    ("again", "same"),
    [
        ({"place": "Orvel, Karsia"}, 0),
        ({"place": None}, 0),
        ({"target": "church in Orvel"}, 0),
        ({"date": "2031-06"}, 0),
        ({"kind": "series"}, None),
        ({"date": "2031-06-05"}, None),
        ({"place": "Tarim"}, None),
        ({"place": None, "date": "2031-06"}, None),
        ({"place": "Tarim", "target": "policemen"}, 1),
        ({"place": "Tarim", "target": "police station"}, None),
    ],
)
def test_one_act_in_two_parts(again: dict[str, object], same: int | None) -> None:
    entry = {**CHURCH, "name": "church massacre", "mention": "church massacre"}
    *acts, last = in_two_parts({**entry, **again})
    assert [at for at, one in enumerate(acts) if one == last] == (
        [] if same is None else [same]
    )


def test_of_two_acts_in_a_later_part_that_of_the_same_name_is_the_same() -> None:
    other = {**CHURCH, "name": "church massacre", "mention": "massacre"}
    same = {**CHURCH, "mention": "church massacre"}
    church, _, *last = in_two_parts(other, same)
    assert last[1] == church != last[0]


def test_of_two_acts_the_known_one_is_that_whose_target_it_has() -> None:
    police = {**POLICE, "n": 1, "place": "Orvel"}
    church = {**CHURCH, "n": 2}
    found = told(corpus(), police, church)
    assert found == ["attack/2031-06-orvel-two-policemen", KNOWN.id]


def test_a_place_may_have_its_land_behind_it() -> None:
    found = told(corpus(), {**CHURCH, "target": None, "place": "Orvel, Karsia"})
    assert found == [KNOWN.id]


def test_the_id_of_an_act_has_its_town_and_its_name_common_words() -> None:
    entry = {**CHURCH, "place": "Orvel, Upper Marsh, Karsia"}
    assert told(NOBODY, entry) == ["attack/2031-06-orvel-church"]
    entry |= {"name": "second assault at the church in Orvel"}
    answer = answered(method(1, "stormed", 1), cast=[entry])
    given = ModelAnswer(custom_id="mill", content=answer)
    (act,) = proposals_from(article(BEGINS), NOBODY, [given]).entities
    assert act.name == "second assault at the church in Orvel"


def test_a_town_is_no_land_of_its_name() -> None:
    land = Entity(id="place/orvelia", name="Orvel", kind="country")
    town: dict[str, object] = {
        "n": 2, "type": "place", "name": "Orvel", "mention": "Orvel", "sentence": 1,
    }  # fmt: skip
    claim = {**method(1, "in Orvel", 1), "relation": "LOCATED_IN", "object": 2}
    del claim["value"]
    for kind, ends in (("city", "place/orvel"), (None, land.id)):
        content = answered(claim, cast=[CHURCH, {**town, "kind": kind}])
        answer = ModelAnswer(custom_id="mill", content=content)
        known = known_among([KnownEntity(land, "")])
        (found,) = proposals_from(article(BEGINS), known, [answer]).claims
        assert found.object == ends


def test_a_series_is_no_single_act_of_the_corpus() -> None:
    found = told(corpus(), {**CHURCH, "kind": "series", "name": "attacks in Orvel"})
    assert found == ["attack/2031-06-06-orvel-church"]


@pytest.mark.parametrize("mention", ["two policeman", "the bombing of policemen"])
def test_an_entry_is_mentioned_by_any_of_its_names(mention: str) -> None:
    cast = [{**POLICE, "mention": mention, "other_names": ["killed two policemen"]}]
    answer = answered(method(2, "A bomb killed", 2), cast=cast)
    given = ModelAnswer(custom_id="mill", content=answer)
    assert proposals_from(article(BEGINS), NOBODY, [given]).refused == ()


def test_one_act_that_is_listed_twice_is_one() -> None:
    again = {**CHURCH, "n": 2}
    assert len(set(told(NOBODY, CHURCH, again))) == 1
    later = {**again, "date": "2031-06-07"}
    assert len(set(told(NOBODY, CHURCH, later))) == 2
    bare = [{**CHURCH, "n": at, "target": None, "date": None} for at in (1, 2)]
    assert len(set(told(NOBODY, *bare))) == 2
