"""Nobody is taken for somebody else: who was hit for who did it, one for another."""

import pytest

from claimgraph.extraction.proposing import propose
from invented_articles import invented_article, shipped

pytest.importorskip("spacy", reason="needs the extra `nlp`")

FRONT, BRIGADE = "group/northern-front", "group/red-brigade"
HADDAD, SATO = "person/omar-haddad", "person/lina-sato"
MILITANTS = "the Northern Front, a militant group,"


def told(text: str) -> list[str]:
    """What is proposed, each claim as its relation, subject, object and origin."""
    article = invented_article(f"{text}\n", None)
    return [
        f"{one.relation} {one.subject} {one.object} {one.chain[-1].holder}"
        for one in propose(article, shipped(), "nlp").claims
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # who is named next was hit, or had come to look
        (
            "A gunman shot dead a man outside a mosque in Orvel on Monday.\n"
            "Omar Haddad, 54, a father of two, was hit by three bullets.",
            HADDAD,
        ),
        (
            "A suicide bomber killed ten people in Tarim on Monday.\n"
            "Omar Haddad, 31, who sold bread nearby, was among the dead.",
            HADDAD,
        ),
        (
            "A man was killed by the Northern Front in Orvel on Monday.\n"
            "Omar Haddad, the mayor of Orvel, arrived at the scene.",
            f"KILLED_BY {HADDAD}",
        ),
        # a group that is named next is another
        (
            "A group of villagers attacked a police post in Tarim on Monday and killed "
            "two officers.\nThe Northern Front, a rebel group, condemned the killings.",
            "ATTRIBUTED_TO",
        ),
        (
            "A rights group said on Monday that soldiers had killed ten villagers in "
            "Tarim.\nThe Northern Front, a rebel group, welcomed the report.",
            FRONT,
        ),
        (
            "Rebels killed ten soldiers in Tarim on Monday, the army said.\nThe attack "
            "came as the Northern Front, a rival militant group, held talks in Minra.",
            FRONT,
        ),
        # another who holds an office
        (
            "Omar Haddad, the foreign minister, met reporters in Tarim.\nThe interior "
            f"minister said {MILITANTS} had killed ten people in Orvel.",
            HADDAD,
        ),
        (
            "The Northern Front is led by Omar Haddad.\nA former Northern Front leader "
            "said the Red Brigade bombed a market in Orvel.",
            f"ATTRIBUTED_TO attack/undated-orvel-market {BRIGADE} {HADDAD}",
        ),
        (
            "Prison commander Omar Haddad said he was tired.\n"
            "A commander said the Northern Front bombed a market in Orvel.",
            HADDAD,
        ),
        (
            "School director Omar Haddad said gunmen of the Red Brigade robbed a "
            "bank.\n"
            "A bank director said the Northern Front bombed a market in Orvel.",
            f"{FRONT} {HADDAD}",
        ),
        (
            "School director Omar Haddad said gunmen of the Red Brigade robbed a bank."
            "\nThe bank director said the Northern Front bombed a market in Orvel.",
            f"{FRONT} {HADDAD}",
        ),
        # of another age, or another two
        (
            "Police arrested Omar Haddad over the killing of a student in Tarim.\n"
            f"The 26-year-old victim was a member of {MILITANTS[:-1]}.",
            f"MEMBER_OF {HADDAD}",
        ),
        (
            "Police arrested Omar Haddad, 31, over the killing of a student in Tarim.\n"
            f"The 19-year-old student had joined {MILITANTS[:-1]}.",
            f"MEMBER_OF {HADDAD}",
        ),
        (
            "Omar Haddad, the defence minister, met General Sami Bel in Tarim.\n"
            "Soldiers arrested two gunmen there. The two men killed ten people in "
            "Orvel.",
            HADDAD,
        ),
        (
            "Sami Noor and Karim Noor planted the bomb in Orvel. Judge Lina Noor "
            "ordered "
            f"that they be held. The Noor brothers belonged to {MILITANTS[:-1]}.",
            "MEMBER_OF person/lina-noor",
        ),
        # no man of theirs
        (
            "The Northern Front, a militant group, split last year. Militants "
            "rejecting "
            "allegiance to the Northern Front killed ten people in Tarim on Monday.",
            f"ATTRIBUTED_TO attack/undated-tarim-attack {FRONT}",
        ),
        (
            "Omar Haddad, a member of the Northern Front militant group, was arrested.",
            "group/omar-haddad",
        ),
        # whoever was hit does not tell of it
        (
            "The Northern Front bombed a market in Orvel on Monday, wounding Omar "
            "Haddad,"
            " officials said.",
            f"{FRONT} {HADDAD}",
        ),
        (
            "Gunmen of the Northern Front killed Omar Haddad, a police spokesman said.",
            f"{FRONT} {HADDAD}",
        ),
        (
            "Gunmen of the Northern Front killed Omar Haddad, a police spokesman said.",
            f"MEMBER_OF {HADDAD}",
        ),
        # "the group" is no ministry; whom a quotation tells of does not speak it
        (
            "The Interior Ministry said the Northern Front bombed a market in Orvel.\n"
            "The group said it carried out the attack.\n"
            "The group said the Red Brigade bombed a church in Tarim.",
            f"{BRIGADE} org/interior-ministry",
        ),
        (
            '"We have fought for years. The Northern Front bombed the market in '
            "Orvel.\n"
            '"The army said it was us," Omar Haddad told reporters.',
            f"{FRONT} org/unnamed-a-army",
        ),
        # one of many, and who only looks on
        (
            "Soldiers killed a top commander of the Northern Front, Omar Haddad, on "
            "Monday.",
            "LED_BY",
        ),
        (
            "Lina Sato, a journalist, visited a Northern Front camp near Orvel.",
            "ALLEGED_LINK",
        ),
        (
            "Lina Sato, whose son was killed, awaits the trial over the bombing in "
            "Orvel.",
            f"ATTRIBUTED_TO attack/undated-orvel-bombing {SATO}",
        ),
        (
            "Omar Haddad's capture of Orvel was cheered by the Northern Front.",
            "DETAINED_BY",
        ),
        # side by side, no part of each other
        (
            "The dead came from the 3 Brigade, the Northern Front and the Red Brigade.",
            "PART_OF",
        ),
        (
            "Soldiers of the 3 Battalion, the Red Brigade said, killed ten people.",
            "PART_OF",
        ),
        (
            "The Islamic State's South Africa branch killed ten people in Durban.",
            "group/un-qde-169",
        ),
        # a count, and a company
        (
            "The Northern Front, a militant group, seized Orvel on Monday.\nThe army "
            "is "
            "fighting on 4 front lines. The group killed ten people in Tarim.",
            "group/4-front",
        ),
        (
            f"Blue Nile Shipping of Orvel said {MILITANTS} attacked its ship off "
            f"Tarim.",
            "person/blue-nile-shipping",
        ),
    ],
)
def test_nobody_is_taken_for_another(text: str, wrong: str) -> None:
    assert [one for one in told(text) if wrong in one] == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "A gunman killed three people at a market in Orvel on Monday.\n"
            "Omar Haddad, 24, was arrested near the border.",
            f"ATTRIBUTED_TO attack/undated-orvel-market {HADDAD}",
        ),
        (
            "A militant group killed ten soldiers in Tarim on Monday.\n"
            "The Northern Front claimed responsibility for the attack.",
            f"ATTRIBUTED_TO attack/undated-tarim-attack {FRONT}",
        ),
        (
            "Army spokesman Omar Haddad said he was tired.\n"
            "The army spokesman said the Northern Front bombed a market in Orvel.",
            f"ATTRIBUTED_TO attack/undated-orvel-market {FRONT} {HADDAD}",
        ),
        (
            "Police arrested Omar Haddad, 26, over the killing of a student in Tarim.\n"
            f"The 26-year-old student had joined {MILITANTS[:-1]}.",
            f"MEMBER_OF {HADDAD} {FRONT}",
        ),
        (
            "Nigerian soldiers from Tarim killed 500 members of the Northern Front.",
            "org/nigerian-soldiers",
        ),
        (
            "Kenya mourned on Monday. A bomb had killed ten people in Kenya.\n"
            "Defence Minister Omar Haddad said it would not forget.",
            f"MEMBER_OF {HADDAD} state/kenya",
        ),
        (
            "Soldiers of 3 Battalion, 22 Brigade, killed ten people in Orvel.",
            "PART_OF org/3-battalion org/22-brigade",
        ),
    ],
)
def test_who_is_meant_is_still_found(text: str, right: str) -> None:
    assert [one for one in told(text) if right in one]


def test_two_deeds_are_no_one_by_a_distance_nor_by_the_line_of_a_list() -> None:
    first = (
        "A bomb killed a judge 14 miles from Tarim on Monday. The blast was claimed by "
        "the Northern Front, a militant group.\nRain fell in the capital all day. "
        "Ministers met. The market was open.\nGunmen killed a priest 14 miles from the "
        "border, said police in Orvel."
    )
    killed = [one for one in told(first) if one.startswith("KILLED ")]
    assert len({one.split()[1] for one in killed}) == len(killed) == 2
    listed = (
        "7 June 2021: Police arrest Sami Bel over the 12 March 2020 bombing of a "
        "church "
        "in Tarim.\n7 June 2021: A bomb kills three people in a church in Tarim."
    )
    blamed = [one.split()[1] for one in told(listed) if "ATTRIBUTED_TO" in one]
    dead = [one.split()[1] for one in told(listed) if one.startswith("KILLED ")]
    assert blamed == ["attack/2020-03-tarim-church"]
    assert dead == ["attack/2021-06-tarim-church"]


def test_who_is_hurt_by_another_is_no_toll_of_the_first_deed() -> None:
    said = (
        "The Northern Front bombed a market in Orvel on Monday and the army killed ten "
        "rebels."
    )
    tolls = [one for one in told(said) if one.startswith("KILLED attack")]
    assert tolls and all("orvel-market" not in one for one in tolls)


def test_a_deed_is_not_placed_where_its_reason_was() -> None:
    said = (
        "A bomb killed ten people at a market in Orvel on Monday.\n"
        "The Northern Front said it carried out the attack in retaliation for air "
        "strikes last week in Kunduz province."
    )
    places = [one.split()[1:3] for one in told(said) if "LOCATED_IN" in one]
    assert ["attack/undated-orvel-market", "place/orvel"] in places
    assert all(
        "kunduz" not in place for deed, place in places if deed.endswith("market")
    )
