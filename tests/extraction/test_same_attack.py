"""Which words of invented articles tell of the same attack, and which of another.

In square brackets stands the attack that a word before them belongs to, a series with
a capital.
"""

import pytest

from claimgraph.extraction.ground import ground_of
from claimgraph.extraction.proposing import propose
from invented_articles import invented_article, marked, shipped

# by whoever did it, told right beside it
DOERS = [
    "Gunmen stormed[a] a bank in Orvel on Monday. Police raided[b] a house in the next"
    " street and killed[b] two men.",
    "The Northern Front claimed a blast[a] in Tarim on Sunday. Turkey's jets have since"
    " carried out strikes[B] near Tarim, and the Front's attacks[C] go on.",
    "Gunmen killed[a] four clerks in the bank before troops stormed[b] the building.",
    "Rebels attacked[a] the convoy near Tarim. The army shelled[b] two farms in reply,"
    " a doctor said.",
    "Insurgents fired[a] mortars at the base. Turkish warplanes bombed[b] a hill beside"
    " it.",
    "Militants shot[a] a judge in Orvel. Security forces later shot[b] dead three of"
    " them in a wood.",
    "Gunmen dressed as police stormed[a] the hotel. The attackers shot[a] two guests.",
    "The hall was bombed[a] by the Red Brigade. A day later a car was blown[b] up by"
    " the Northern Front.",
    "Syria's airstrikes[A] on the valley went on. Airstrikes[B] by Turkey hit the"
    " coast.",
    "The Northern Front bombed[a] a bridge in Tarim. Lina Sato said that soldiers"
    " killed[b] her brother.",
]
# one act, or more than one
SERIES = [
    "A bomb exploded[a] at a bank in Orvel. The Northern Front's attacks[B] have cost"
    " many lives.",
    "Rebels have shot[a] dead three soldiers near Tarim, the radio said.",
    "A bomb exploded[a] in Orvel. The Brigade is blamed for violence[B] in the hills.",
    "The March 2011 serial bombings[A] in Orvel are on his charge sheet.",
    "A mine exploded[a] in Tarim. It was followed by 57 attacks[B] in a month.",
    "The 2009 Orvel bombings[a] killed ninety. The bombings[a] were well planned.",
    "A bomb exploded[a] in Orvel. They speak of the Brigade's terrorist campaign[B].",
    "The army began its Tarim offensive[A] in May. Gunmen shot[b] a judge on Friday.",
    "The regime has bombed[A] towns in the north.",
    "Gunmen tried to kill[a] lawmaker Lina Sato in Orvel on Friday.",
    "Troops have killed[A] hundreds of rebels. They have killed[b] a doctor by"
    " mistake.",
]
NURSES = (
    "Gunmen killed[a] nine nurses at a clinic in Orvel on Friday. The attack[a] shook"
    " the town. Police called the assault[a] cruel. "
)
# behind an attack of another time a text goes on with the one it is about
ASIDE = [
    NURSES + "In March 2015 rebels stormed[b] a school in Ruvu. They killed[b] six"
    " pupils.",
    NURSES + "In 2012 a bomb exploded[b] in Tarim. The rebels denied it. A spokesman"
    " did so twice. The attack[a] was an error, he said now.",
    NURSES + "A judge was shot[b] in Tarim in May 2011. Two men were tried for it."
    " They were freed. Many feared the worst. A nurse was killed[a] with one shot, a"
    " doctor said.",
]
# by when and where each was, and by what it is called
TIMES = [
    "A bomb killed[a] six people at a bank in Orvel. On April 21 a hidden mine"
    " exploded[b] in Tarim.",
    "Gunmen stormed[a] a hotel in Tarim on 3 May 2019. A blast[b] killed[b] nine at a"
    " market in Tarim on 8 July 2020. The blast[b] was heard far away. The market"
    " bombing[b] was claimed. Traders fear a repeat of the Tarim attack[b].",
    "Monday's massacre[a] of nine traders in Orvel shocked the land. In Tarim gunmen"
    " kidnapped[b] a priest on Tuesday. Survivors of Monday's massacre[a] spoke.",
    "A bomb killed[a] six people in Orvel on Friday. In a talk with a radio station in"
    " Tarim on Sunday, a minister named two suspects in Friday's attack[a].",
    "Gunmen killed[a] one teacher and wounded another in Orvel. The attack[a] was"
    " claimed.",
    "A bomb exploded[a] at a school in Orvel on Friday. Reports on Sunday named the men"
    " who bombed[a] the school.",
    "Police shot[a] dead a man suspected of killing[b] a judge in Tarim.",
    "Gunmen killed[a] six people in Orvel. In 2010 a trader was killed[b] in Tarim.",
    NURSES + "A trader had been killed[b] in Tarim in 2010.",
]
# in the course of years or months
LONG = [
    "Fifty hostages have been taken[A] by the Northern Front over the past five years."
    " A bomb exploded[b] in Orvel on Friday.",
    "The army killed[A] many farmers during the last ten years, he said. On Friday"
    " troops shot[b] a judge in Orvel.",
    "From June to August the rebels stormed[A] towns in the north. A bomb exploded[b]"
    " in Orvel on Friday.",
    "The blast killed[a] ten people in Orvel in the deadliest attack[a] in recent"
    " years.",
    "Six clerks were killed[a] in the worst bombing[a] in Orvel in the past ten years.",
]

# what those did who were told of, and what somebody only set about
GOING_ON = [
    "Rebels attacked[a] the town of Tarim on Tuesday. They burned[a] shops and"
    " killed[a] nine people, residents said.",
    "Two men were killed[a] in Orvel on Monday. The victims were in a car when gunmen"
    " blocked it and started shooting[a]. The attackers then torched[a] the car.",
    "Rebels attacked[a] Tarim on Tuesday. They had previously stormed[b] a school in"
    " Orvel.",
    "Rebels attacked[a] Tarim on Tuesday. The gunmen stormed[b] Orvel on Friday.",
    "He is accused of trying to blow[a] up a flight to Orvel in May. The attack[a]"
    " failed.",
    "Omar Haddad tried to break[a] into the home of a painter in Orvel. A policeman was"
    " hurt in the attack[a].",
    "Rebels killed[a] an officer in Tarim on Sunday. The town was the site of the"
    " land's deadliest attack[b] in 2015, when a massacre[b] killed[b] 38 people.",
    "Rebels killed[a] nine men in Tarim in 2019. It was the deadliest attack[a] in 2019"
    " in Tarim.",
    "A bomb exploded[a] at a bank in Orvel. Ten people were killed[B] last week when"
    " Arlandish jets carried out strikes[B] near Tarim.",
    "Haddad is on trial for storming[a] a prison in Orvel. He is charged with"
    " raiding[B] other prisons.",
    "Rebels stormed[a] a bank in Orvel. They killed[a] other customers as well.",
    "They tried to storm[A] villages near Tarim. A bomb exploded[b] in Orvel.",
    "Two boys were killed[a] by bombs left in bins in Orvel. The Front admits"
    " planting[a] the bombs.",
    "Two hostages were killed[a]. Soldiers then executed[b] the rebels.",
    "A spate of attacks[A] on churches is blamed on the Front. On Sunday, gunmen"
    " killed[b] four worshippers in a church in Orvel.",
]


@pytest.mark.parametrize("article", [*DOERS, *SERIES, *ASIDE, *TIMES, *LONG, *GOING_ON])
def test_words_tell_of_the_attack_that_is_meant(article: str) -> None:
    text, marks = marked(article)
    attacks = ground_of(invented_article(text), shipped()).attacks
    who = {span.end: attack for span, attack in attacks.deeds}
    found = [(who[end], mark) for end, mark in marks]
    assert len(set(found)) == len(dict(found)) == len({mark for _, mark in found})
    for attack, mark in found:
        several = attacks.members[attack].entity.kind == "series"
        assert several is mark.isupper(), mark


CLAIMED = "Gunmen killed six clerks at a bank in Orvel on Friday. "


@pytest.mark.parametrize(
    "claim",
    [
        "The Taliban claimed responsibility, citing U.S. airstrikes in the valley.",
        "The Taliban claimed responsibility, blaming the U.S. for raids in the valley.",
        "The Taliban said they were behind it in revenge for raids in the valley.",
        "The Taliban took responsibility, in response to strikes on their camps.",
    ],
)
def test_what_a_deed_was_for_is_not_what_is_claimed(claim: str) -> None:
    pytest.importorskip("spacy", reason="needs the extra `nlp`")
    proposed = propose(invented_article(CLAIMED + claim), shipped(), "nlp")
    claims = [one for one in proposed.claims if one.relation == "CLAIMED_BY"]
    assert [one.subject for one in claims] == ["attack/2020-05-orvel-bank"]


def test_whom_a_series_hit_is_nobody_who_did_it() -> None:
    pytest.importorskip("spacy", reason="needs the extra `nlp`")
    text = "The Taliban carried out many attacks against Syria, the minister said."
    proposed = propose(invented_article(text), shipped(), "nlp")
    claims = [one for one in proposed.claims if one.relation == "ATTRIBUTED_TO"]
    (one,) = {one.subject: one for one in claims}
    names = {each.id: each.name for each in proposed.entities}
    assert names[one] == "attacks of Taliban"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels swept across Syria in June, and Kabul sent troops.", "Syria"),
        ("A bomb killed six in Syria in June, and Kabul sent money.", "Syria"),
        ("A bomb exploded in Syria's city of Aleppo.", "Aleppo"),
        ("A bomb killed six in Syria, near Aleppo, on Friday.", "Aleppo"),
        ("On 3 May near the town of Yandeh a bomb killed six.", "Yandeh"),
        ("A bomb killed six in Tel Omar, a town near Aleppo.", "Tel Omar"),
        ("A bomb hit Wadi Sato, the district capital, on Friday.", "Wadi Sato"),
        ("A bomb killed Omar Haddad, a village elder, in Kabul.", "Kabul"),
        ("They claimed the attack in a call to a reporter in Kabul.", ""),
        ("They claimed the attack in a statement to an outlet in Kabul.", ""),
        ("At a news conference in the Syrian city of Aleppo, he said he attacked.", ""),
        ("They claimed the attack at a market in Kabul.", "Kabul"),
        ("The attack near a market in Kabul on Friday killed six.", "Kabul"),
        ("The Kabul attack killed six, a reporter in Aleppo said.", "Kabul"),
    ],
)
def test_an_attack_was_where_its_own_words_say(text: str, place: str) -> None:
    attacks = ground_of(invented_article(text), shipped()).attacks
    (one,) = attacks.members.values()
    assert one.entity.name.partition(" in ")[2].partition(" (")[0] == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Friday police named the gunmen who attacked a bank in Orvel.", None),
        ("Four men who seized an airliner were on Friday charged.", None),
        (
            "In a talk with a French radio on Friday he named those who killed ten.",
            None,
        ),
        (
            "In an interview with a local French radio station on Friday, he spoke of"
            " the men who killed ten.",
            None,
        ),
        ("On Friday gunmen attacked a bank in Orvel.", "2020-05-08"),
        ("Gunmen who attacked a bank on Friday fled.", "2020-05-08"),
    ],
)
def test_a_day_of_what_is_said_of_the_doers_is_not_that_of_the_deed(
    text: str, day: str | None
) -> None:
    attacks = ground_of(invented_article(text), shipped()).attacks
    assert {one.day for one in attacks.members.values()} == {day}


def test_the_attack_that_is_claimed_is_not_that_of_a_heading_between() -> None:
    pytest.importorskip("spacy", reason="needs the extra `nlp`")
    text = (
        "Gunmen killed six clerks at a bank in Orvel on Friday.\n\n"
        "Troops shot a judge in Tarim\n\n"
        "The Taliban claimed responsibility."
    )
    proposed = propose(invented_article(text), shipped(), "nlp")
    claims = [one for one in proposed.claims if one.relation == "CLAIMED_BY"]
    assert [one.subject for one in claims] == ["attack/2020-05-orvel-bank"]


def test_a_series_is_called_by_the_noun_of_the_text() -> None:
    pytest.importorskip("spacy", reason="needs the extra `nlp`")
    text = "The Taliban went on with their campaign of terror. It was a terror campaign"
    text += " by the Taliban."
    proposed = propose(invented_article(text), shipped(), "nlp")
    names = {one.name for one in proposed.entities}
    assert "campaign of Taliban" in names
