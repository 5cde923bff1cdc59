"""On whose word a claim stands: everybody who passes it on, from the outside in."""

import pytest

from claimgraph.extraction.proposing import propose
from claimgraph.model import Claim
from invented_articles import invented_article, shipped

pytest.importorskip("spacy", reason="needs the extra `nlp`")

FRONT = "group/northern-front"
MINISTRY, AGENCY = "org/interior-ministry", "org/orvel-press"


def claims(text: str) -> tuple[Claim, ...]:
    """What the rules propose for a little article."""
    article = invented_article(f"{text}\n", None)
    return propose(article, shipped(), "nlp").claims


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    """Each claim of who did a deed, with whom it names and its speakers."""
    return [
        (one.relation, one.object, [hop.holder for hop in one.chain[1:]])
        for one in claims(text)
        if one.relation in ("CLAIMED_BY", "ATTRIBUTED_TO")
    ]


PASSED_ON = [
    (
        "Tarim's interior ministry said in a statement that Northern Front militants "
        "had fired mortars at the city.",
        [MINISTRY],
    ),
    (
        "State television reported that the Northern Front was behind the ambush.",
        ["org/unnamed-a-state-television"],
    ),
    (
        "The Northern Front was behind the attack, the Orvel Press newspaper quoted "
        "police as saying.",
        [AGENCY, "org/unnamed-a-police"],
    ),
    (
        "The news agency SANA quoted a military source as saying that Northern Front "
        "fighters shelled Orvel.",
        ["org/sana", "person/unnamed-a-military-source"],
    ),
    (
        "Northern Front fighters stormed the base, Omar Haddad was quoted as saying.",
        ["person/omar-haddad"],
    ),
    (
        "The president, in a televised address, accused the Northern Front of bombing "
        "the market.",
        ["person/unnamed-a-president"],
    ),
    (
        'A car bomb killed ten in Orvel. "This was the work of the Northern Front," '
        "the governor of Tarim, Omar Haddad, told a news conference.",
        ["person/omar-haddad"],
    ),
    (
        "A police statement said the Northern Front was behind the bombing.",
        ["org/unnamed-a-police"],
    ),
    (
        "Spokesman Karim Bakri said Northern Front militants attacked a checkpoint, "
        "the Orvel Press news agency reported.",
        [AGENCY, "person/karim-bakri"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), PASSED_ON)
def test_everybody_who_passes_on_an_attribution_is_told(
    text: str, speakers: list[str]
) -> None:
    assert ("ATTRIBUTED_TO", FRONT, speakers) in told(text)


HEADED: list[tuple[str, list[str]]] = [
    ("Northern Front behind bombing - police", ["org/unnamed-a-police"]),
    ("Police: Northern Front behind bombing", ["org/unnamed-a-police"]),
    ("Minister says Northern Front behind bombing", ["person/unnamed-a-minister"]),
    ("Tarim: Northern Front behind bombing", []),
]


@pytest.mark.parametrize(("heading", "speakers"), HEADED)
def test_a_heading_tells_who_says_it_before_or_behind(
    heading: str, speakers: list[str]
) -> None:
    text = f"{heading}\n\nThe Northern Front is a militant group."
    assert told(text) == [("ATTRIBUTED_TO", FRONT, speakers)]


OWN_WORD = [
    (
        "A caller claiming to represent the Northern Front said the group planted the "
        "bomb at the bank.",
        ["person/unnamed-a-caller", FRONT],
    ),
    (
        'A car bomb killed ten in Orvel. "Yes, it was us who did it," Omar Haddad, a '
        "spokesman for the Northern Front, told AFP by phone.",
        ["org/afp", "person/omar-haddad", FRONT],
    ),
    (
        '"We are behind the blessed operation in Orvel," the Northern Front said in a '
        "leaflet.",
        [FRONT],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), OWN_WORD)
def test_whoever_speaks_for_a_group_claims_in_its_name(
    text: str, speakers: list[str]
) -> None:
    assert ("CLAIMED_BY", FRONT, speakers) in told(text)


def test_what_another_says_last_is_no_word_on_the_claim() -> None:
    text = (
        "The Northern Front claimed it had killed ten soldiers in an ambush, but the "
        "army said only four died."
    )
    assert told(text) == [("CLAIMED_BY", FRONT, [FRONT])]


def test_a_claim_that_is_not_confirmed_is_the_groups_and_withheld_by_others() -> None:
    text = "Police did not confirm the claim by the Northern Front that it shot A. B."
    found = {(one.relation, one.polarity, one.origin) for one in claims(text)}
    assert ("CLAIMED_BY", "affirmed", FRONT) in found
    assert ("ATTRIBUTED_TO", "withheld", "org/unnamed-a-police") in found


def test_whose_claim_is_denied_did_it_and_nobody_else() -> None:
    text = "The army denied the Northern Front's claim to have shot down the plane."
    assert {(one, who) for one, who, _ in told(text)} == {
        ("CLAIMED_BY", FRONT),
        ("ATTRIBUTED_TO", FRONT),
    }


def test_a_statement_by_the_group_is_its_own_word() -> None:
    text = (
        "The attack was carried out by a Northern Front bomber, according to a "
        "statement by the group."
    )
    assert told(text) == [("CLAIMED_BY", FRONT, [FRONT])]
