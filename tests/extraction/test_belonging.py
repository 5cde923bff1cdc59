"""Who heads or belongs to what, told without a word for it; all of it invented."""

import pytest

from claimgraph.extraction.proposing import propose
from claimgraph.extraction.trees.parse import has_parser
from invented_articles import invented_article, shipped

pytestmark = pytest.mark.skipif(not has_parser(), reason="needs the extra `nlp`")


def told(text: str, relation: str) -> set[tuple[str, str | None]]:
    """The ends of the claims of a relation."""
    found = propose(invented_article(text, None), shipped()).claims
    return {
        (one.subject.partition("/")[2], (one.object or "").partition("/")[2])
        for one in found
        if one.relation == relation
    }


FRONT, HADDAD = "veshti-liberation-front", "omar-haddad"
HEADED = [
    "Fighters of Omar Haddad's Veshti Liberation Front hold the town.",
    "Omar Haddad and his Veshti Liberation Front hold the town.",
    "Omar Haddad, whose Veshti Liberation Front holds the town, spoke.",
    "Gen. Omar Haddad leads the Veshti Liberation Front. His group holds the town.",
    "The late leader of the Veshti Liberation Front, Omar Haddad, spoke.",
    "Omar Haddad, executive director of the Veshti Liberation Front, spoke.",
    "The Secretary-General of the Veshti Liberation Front, Omar Haddad, spoke.",
    "Men of the Veshti Liberation Front, under the command of Omar Haddad, fled.",
    "The Veshti Liberation Front has named Omar Haddad to lead the group.",
    "The Veshti Liberation Front of warlord Omar Haddad holds the town.",
    "Under Omar Haddad's leadership, the Veshti Liberation Front grew.",
    "At the helm of the Veshti Liberation Front is Omar Haddad, a poet.",
    "The Veshti Liberation Front's number two, Omar Haddad, was caught.",
]


@pytest.mark.parametrize("text", HEADED)
def test_who_heads_a_group(text: str) -> None:
    assert told(text, "LED_BY") == {(FRONT, HADDAD)}


@pytest.mark.parametrize(
    "text",
    [
        "The Veshti Liberation Front holds the house of Omar Haddad.",
        "Gen. Omar Haddad spoke of his group. The Veshti Liberation Front fled.",
        "Gen. Omar Haddad's Veshti Liberation Front policy failed.",
        "Omar Haddad is said to have commanded half the Veshti Liberation Front men.",
    ],
)
def test_who_heads_nothing(text: str) -> None:
    assert told(text, "LED_BY") == set()


PARTS = [
    "The Veshti Liberation Front's Tarim Battalion fled.",
    "The Tarim Battalion of the Veshti Liberation Front fled.",
]
UNITS = [
    "Troops of 3 Battalion, 22 Brigade, fled.",
    "The 3 Battalion under 22 Brigade fled.",
    "Commanding Officer 3 Battalion, 22 Brigade, fled.",
]


@pytest.mark.parametrize("text", UNITS)
def test_whose_part_a_numbered_unit_is(text: str) -> None:
    assert told(text, "PART_OF") == {("3-battalion", "22-brigade")}


@pytest.mark.parametrize("text", PARTS)
def test_whose_part_a_body_is(text: str) -> None:
    assert told(text, "PART_OF") == {("tarim-battalion", FRONT)}


def test_whose_part_no_body_is() -> None:
    text = "The Veshti Liberation Front's Red Brigade allies fled."
    assert told(text, "PART_OF") == set()


MEMBERS = [
    ("Iraqi officials spoke.", "unnamed-a-iraqi-officials", "iraq"),
    ("A senior CIA official spoke.", "unnamed-a-senior-cia-official", "cia"),
    ("Officials of the FBI spoke.", "unnamed-a-officials", "fbi"),
    ("Iraqi President Omar Haddad spoke.", "omar-haddad", "iraq"),
    ("NATO spokesman Col. Omar Haddad spoke.", "omar-haddad", "nato"),
    ("Iraqi army Maj. Gen. Omar Haddad spoke.", "omar-haddad", "iraqi-army"),
    ("CIA officer Omar Haddad spoke.", "omar-haddad", "cia"),
    ("Iraqi army spokesman Col. Omar Haddad spoke.", "omar-haddad", "iraqi-army"),
    ("Omar Haddad, the Iraqi government spokesman, spoke.", "omar-haddad", "iraq"),
    (
        "A senior Iraqi military official spoke.",
        "unnamed-a-senior-iraqi-military-official",
        "iraqi-military",
    ),
]


@pytest.mark.parametrize(("text", "person", "body"), MEMBERS)
def test_whose_somebody_is(text: str, person: str, body: str) -> None:
    assert told(text, "MEMBER_OF") == {(person, body)}


def test_a_front_of_guerrillas_is_told_by_its_number() -> None:
    text = "The Veshti Liberation Front's 10th Front fled."
    assert told(text, "PART_OF") == {("10th-front", FRONT)}


def test_whose_men_are_told_by_their_names() -> None:
    text = "Omar Haddad, 40, spoke. The Veshti Liberation Front's Omar Haddad fled."
    assert told(text, "MEMBER_OF") == {("omar-haddad", FRONT)}


OFFICES = [
    "Defence Minister Omar Haddad spoke.",
    "The interior minister, Omar Haddad, spoke.",
    "Omar Haddad, the foreign minister, spoke.",
    "It was said that former President Omar Haddad fled.",
]


@pytest.mark.parametrize("text", OFFICES)
def test_officials_are_of_the_country_that_is_spoken_of(text: str) -> None:
    found = told(f"Iraq mourns. Iraq is sad. {text}", "MEMBER_OF")
    assert found == {("omar-haddad", "iraq")}


@pytest.mark.parametrize(
    "text",
    [
        "Company president Omar Haddad spoke.",
        "The French defence minister's aide, Omar Haddad, spoke.",
        "Iran and Defence Minister Omar Haddad spoke.",
    ],
)
def test_officials_of_others_are_not(text: str) -> None:
    found = told(f"Iraq mourns. Iraq is sad. {text}", "MEMBER_OF")
    assert ("omar-haddad", "iraq") not in found


@pytest.mark.parametrize(
    "text", ["Gunmen killed a police officer.", "Iraq's official account grew."]
)
def test_whose_nobody_is_told_to_be(text: str) -> None:
    assert told(text, "MEMBER_OF") == set()


def test_a_camp_without_a_name_belongs_to_the_group_that_it_left() -> None:
    text = "A splinter group of the Veshti Liberation Front fled."
    assert told(text, "PART_OF") == {("unnamed-a-splinter-group", FRONT)}


AFFILIATES = [
    ("The Veshti Liberation Front and its affiliates fled.", "unnamed-a-affiliates"),
    ("An affiliate of the Veshti Liberation Front fled.", "unnamed-a-affiliate"),
]


@pytest.mark.parametrize(("text", "affiliate"), AFFILIATES)
def test_an_affiliate_without_a_name_belongs_to_its_group(
    text: str, affiliate: str
) -> None:
    assert told(text, "PART_OF") == {(affiliate, FRONT)}


def test_a_group_without_a_name_has_the_ties_it_is_told_of_by() -> None:
    text = "The attack was the work of Islamist groups with ties to {}."
    ends = told(text.format("the Veshti Liberation Front"), "ALLEGED_LINK")
    assert ends == {("unnamed-a-islamist-groups", FRONT)}


FORCES = [
    ("Iraqi Army Chief Gen. Omar Haddad spoke.", "iraqi-army"),
    ("Omar Haddad, the Iraqi police chief, spoke.", "iraqi-police"),
    ("BAGHDAD, Iraq - Police chief Omar Haddad spoke.", "iraq-police"),
    ("Iraqi deputy police chief Omar Haddad spoke.", "iraqi-police"),
    ("Tarim Police Commissioner Omar Haddad spoke.", "tarim-police"),
    (
        "The police chief of Tarim province, Omar Haddad, spoke.",
        "tarim-province-police",
    ),
    ("The Commissioner of Police in Tarim, Mr Omar Haddad, spoke.", "tarim-police"),
    ("The GOC, 7 Division, Maj.-Gen. Omar Haddad, spoke.", "7-division"),
    ("The commandant of the 3rd Brigade, Gen. Omar Haddad, spoke.", "3rd-brigade"),
    ("Omar Haddad, the Theatre Commander, 7 Division, spoke.", "7-division"),
]


@pytest.mark.parametrize(("text", "body"), FORCES)
def test_who_heads_a_force(text: str, body: str) -> None:
    assert told(text, "LED_BY") == {(body, "omar-haddad")}


@pytest.mark.parametrize(
    "text",
    [
        "Retired police chief Omar Haddad spoke in Tarim.",
        "Omar Haddad, a commander, 7 Division, spoke.",
        "Senior Superintendent of Police Omar Haddad spoke.",
        "Iraqi Police Chief Inspector Omar Haddad spoke.",
        "Iraqi army commander Omar Haddad spoke.",
        "Omar Haddad, the intelligence chief of rebels in Iraq, spoke.",
    ],
)
def test_who_heads_no_force(text: str) -> None:
    assert told(text, "LED_BY") == set()


REBELS = [
    ("Veshti Liberation Front men fled. Rebel leader Omar Haddad spoke.", FRONT),
    ("Rebel leader Omar Haddad was hurt in Tarim.", "unnamed-a-rebel"),
    ("Chechen rebel leader Omar Haddad was hurt.", "unnamed-a-chechen-rebel"),
    (
        "The leader of the Veshti Liberation Front was hurt. Omar Haddad, leader of "
        "the Veshti Liberation Front, spoke.",
        FRONT,
    ),
]


@pytest.mark.parametrize(("text", "group"), REBELS)
def test_who_heads_the_rebels(text: str, group: str) -> None:
    assert told(text, "LED_BY") == {(group, HADDAD)}


def test_heads_without_a_name_are_those_named_elsewhere() -> None:
    text = (
        "Omar Haddad leads the Veshti Liberation Front. The Veshti Liberation Front's "
        "leader is ill. The Veshti Liberation Front's new leader is well."
    )
    found = propose(invented_article(text, None), shipped()).claims
    assert [one.quote for one in found if one.relation == "LED_BY"] == [
        "Omar Haddad leads the Veshti Liberation Front",
        "Veshti Liberation Front's leader",
    ]
