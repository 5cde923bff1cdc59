"""Whom an answer means: known by our names, one over all parts, no namesake's twin."""

import pytest

from claimgraph.coding.names import KnownEntity
from claimgraph.extraction.known import Known, known_among
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import requests_for
from claimgraph.model import Alias, Claim, Entity, Hop, TextSpan, Value
from invented_answers import CAST, CLAIMED, DENIED, KILLED, TEXT, answered, article
from invented_articles import shipped

FRONT = Entity(id="group/un-9", name="Northern Front", aliases=(Alias("NF"),))
PARENT = Entity(id="group/marsh", name="Marsh League", aliases=(Alias("Brigade"),))
ATTACK = Entity(id="attack/2031-06-orvel-old-mill", name="blast at the old mill")
ORVEL = Entity(id="place/orvel", name="Orvel")
LONG = "\n\n".join(
    [
        TEXT.partition("\n\nComments")[0],
        "He went on. " * 1200,
        "The Free Marsh Brigade claimed responsibility once more, a paper wrote.",
    ]
)


def claim_of(relation: str, value: Value | None, target: str | None) -> Claim:
    return Claim(
        article="before",
        relation=relation,
        subject=ATTACK.id,
        object=target,
        value=value,
        chain=(Hop("org/paper", "asserts"),),
        quote="x",
        selector=TextSpan(0, 1),
    )


def known(*entities: Entity, claims: tuple[Claim, ...] = ()) -> Known:
    return known_among([KnownEntity(one, "") for one in entities], claims)


def ends(whom: Known, *claims: dict[str, object], text: str = TEXT) -> list[str]:
    content = answered(*claims)
    answer = ModelAnswer(custom_id="mill", content=content)
    found = proposals_from(article(text), whom, [answer])
    assert found.refused == ()
    return [f"{one.subject} {one.object or ''}".strip() for one in found.claims]


def test_a_known_body_is_found_by_its_name_and_not_by_a_short_form() -> None:
    found = ends(known(FRONT, PARENT), DENIED, CLAIMED)
    assert found == [
        "attack/2031-06-orvel-mill group/un-9",
        "attack/2031-06-orvel-mill group/free-marsh-brigade",
    ]


def test_an_attack_of_the_corpus_is_met_by_its_day_and_place() -> None:
    day = claim_of("OCCURRED_ON", Value(on="2031-06-06"), None)
    place = claim_of("LOCATED_IN", None, ORVEL.id)
    assert ends(known(ATTACK, ORVEL, claims=(day, place)), KILLED) == [ATTACK.id]
    later = claim_of("OCCURRED_ON", Value(on="2031-06-07"), None)
    assert ends(known(ATTACK, ORVEL, claims=(later, place)), KILLED) == [
        "attack/2031-06-orvel-mill"
    ]


def test_police_of_one_article_are_not_those_of_another() -> None:
    answer = ModelAnswer(custom_id="mill", content=answered(KILLED))
    found = proposals_from(article(), known(), [answer])
    assert found.claims[0].origin == "org/unnamed-mill-police"


def test_one_body_and_one_act_in_two_parts_are_one() -> None:
    long = article(LONG)
    parts = requests_for(long, known())
    assert len(parts) == 2
    last = [
        line for line in parts[1].sentences.splitlines() if "claimed responsib" in line
    ]
    number = int(last[0].partition("]")[0].removeprefix("["))
    renumbered = [
        one | {"sentence": number, "n": 10 - at} for at, one in enumerate(CAST)
    ]
    again = CLAIMED | {"subject": 10, "object": 9, "sentence": number}
    found = proposals_from(
        long,
        known(),
        [
            ModelAnswer(custom_id="mill#2", content=answered(again, cast=renumbered)),
            ModelAnswer(custom_id="mill", content=answered(CLAIMED)),
        ],
    )
    assert found.refused == ()
    assert len(found.claims) == 2
    assert len({(one.subject, one.object) for one in found.claims}) == 1


def test_a_part_without_an_answer_is_told() -> None:
    answer = ModelAnswer(custom_id="mill", content=answered(CLAIMED))
    found = proposals_from(article(LONG), known(), [answer])
    assert found.reasons == {"part 2 has no answer": 1}


def test_two_whom_a_claim_has_beside_each_other_are_two() -> None:
    # a list has both names for one body
    listed = Entity(
        id="group/un-9", name="Northern Front", aliases=(Alias("Free Marsh Brigade"),)
    )
    part = {**CLAIMED, "relation": "PART_OF", "subject": 2, "object": 3}
    assert ends(known(listed), CLAIMED)[0].endswith(" group/un-9")
    assert ends(known(listed), part) == ["group/free-marsh-brigade group/un-9"]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("ISIS's Khorasan branch", ["ISIS", "Islamic State of Iraq and Syria"]),
        ("Free Marsh Brigade", ["Islamic State of Iraq and Syria", "Wilayat Khorasan"]),
    ],
)
def test_a_branch_that_is_called_by_its_parents_name_is_the_branch(
    name: str, others: list[str]
) -> None:
    brigade = {**CAST[1], "name": name, "other_names": others}
    answer = answered(CLAIMED, cast=[CAST[0], brigade])
    given = ModelAnswer(custom_id="mill", content=answer)
    (claim,) = proposals_from(article(), shipped(), [given]).claims
    assert claim.object == "group/islamic-state-khorasan"


def test_who_is_called_as_a_list_has_it_first_is_the_listed_one() -> None:
    names = "Jamaat-ud-Dawa", "Lashkar-e-Tayyiba"
    two = [{**CAST[at], "name": name} for at, name in zip((1, 2), names, strict=True)]
    part = {**CLAIMED, "relation": "PART_OF", "subject": 3, "object": 2}
    given = ModelAnswer(custom_id="mill", content=answered(part, cast=two))
    (claim,) = proposals_from(article(), shipped(), [given]).claims
    assert claim.subject == "group/lashkar-e-taiba"
    assert claim.object == "group/free-marsh-brigade"
