"""Which words of invented articles tell of one attack, and which of more than one."""

import pytest

from claimgraph.extraction.attacks.attacks import Attacks
from claimgraph.extraction.ground import ground_of
from invented_articles import invented_article, shipped


def attacks_of(text: str) -> Attacks:
    return ground_of(invented_article(text), shipped()).attacks


@pytest.mark.parametrize(
    ("told", "series"),
    [
        ("The rebels swept across northern Syria.", True),
        ("The rebels seized large parts of Syria.", True),
        ("The towns captured by the rebels lie in Syria.", True),
        ("The rebels captured the town of Yandeh.", False),
        ("The Front is accused of some of the deadliest bombings in Syria.", True),
        ("It was one of the deadliest bombings in Syria.", False),
        ("The army waged an air campaign against the rebels.", True),
    ],
)
def test_what_no_one_act_does_is_a_series(told: str, series: bool) -> None:
    first = "A bomb exploded in Kabul on May 3. "
    attacks = attacks_of(first + told + " The rebels fled.")
    last = attacks.deeds[-1][1]
    assert (attacks.members[last].entity.kind == "series") is series


def test_a_day_beside_a_place_is_no_part_of_its_name() -> None:
    attacks = attacks_of("A bomb killed ten people in Yandeh Friday, police said.")
    (one,) = attacks.members.values()
    assert (one.day, one.place) == ("2020-05-08", "place/yandeh")


def test_a_day_of_mourning_is_not_that_of_the_attack() -> None:
    attacks = attacks_of(
        "Relatives on Monday buried six villagers shot dead in Yandeh on Friday."
        " On Saturday the nation mourned ten people killed in Ruvu."
    )
    assert [one.day for one in attacks.members.values()] == ["2020-05-08", None]


def test_an_attempted_attack_is_one_attack() -> None:
    attacks = attacks_of(
        "The army blamed an attempted hijacking of a train in 2012 on the rebels."
    )
    (one,) = attacks.members.values()
    assert (one.entity.kind, one.day) == ("raid", "2012")


def test_the_attacks_are_not_only_the_last_of_several() -> None:
    text = (
        "A bomb exploded at a bank in Yandeh on Friday. Gunmen stormed a school in"
        " Ruvu on Saturday. The Red Front claimed the attacks."
    )
    found = [who for _, who in attacks_of(text).deeds]
    assert len(set(found)) == 3
    alone = attacks_of(
        text.replace(" Gunmen stormed a school in Ruvu on Saturday.", "")
    )
    assert len({who for _, who in alone.deeds}) == 1


def test_a_day_of_saying_before_a_colon_is_not_that_of_the_attack() -> None:
    said = attacks_of('He said on Friday: "We bombed the market on 3 May 2019."')
    assert [one.day for one in said.members.values()] == ["2019-05-03"]
    listed = attacks_of("- 3 May 2019: Gunmen bombed the market.")
    assert [one.day for one in listed.members.values()] == ["2019-05-03"]


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("Gunmen of the Front took control of the airport.", False),
        ("Gunmen of the Front took nine hostages at the airport.", True),
    ],
)
def test_who_takes_control_takes_nobody_away(told: str, held: bool) -> None:
    found = attacks_of("A bomb exploded in Kabul. " + told).members.values()
    kinds = [one.entity.kind for one in found]
    assert kinds
    assert ("kidnapping" in kinds) is held


@pytest.mark.parametrize(
    ("published", "day"), [("2012-09-14", "2012-09-11"), ("2012-05-14", "2001-09-11")]
)
def test_attacks_of_the_11th_of_september_are_of_2001_unless_they_are_news(
    published: str, day: str
) -> None:
    text = "The September 11 attacks killed many in Tarim."
    found = ground_of(invented_article(text, published), shipped()).attacks
    assert [one.day for one in found.members.values()] == [day]
