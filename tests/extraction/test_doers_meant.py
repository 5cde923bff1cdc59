"""Who is meant by the words for the doer of a deed; all of it invented."""

import pytest

from claimgraph.extraction.proposing import propose
from claimgraph.extraction.trees.parse import has_parser
from invented_articles import invented_article, shipped

pytestmark = pytest.mark.skipif(not has_parser(), reason="needs the extra `nlp`")


def doers(text: str, relation: str = "ATTRIBUTED_TO") -> list[str]:
    """Who did the deeds that an article tells of, each once."""
    found = propose(invented_article(text, None), shipped()).claims
    return sorted({one.object or "" for one in found if one.relation == relation})


FRONT, TARIM = "group/northern-front", "group/tarim-liberation-army"
NAMED = [
    ("Islamist rebels of the Northern Front killed ten men.", FRONT),
    ("Members of the Northern Front killed ten men.", FRONT),
    ("Dissidents of the Northern Front killed ten men.", FRONT),
    ("A group of Northern Front fighters killed ten men.", FRONT),
    ("A unit of the Northern Front's elite force killed ten men.", FRONT),
    ("Gunmen from the Nueva Orvel cartel killed ten men.", "group/nueva-orvel"),
    ("Mercenaries of the Volga Group killed ten men.", "group/volga-group"),
    ("The Dozo Guard, a vigilante group, killed ten men.", "group/dozo-guard"),
    ("The New Orvel Army killed ten men.", "group/new-orvel-army"),
    ("The People's Army of Orvel killed ten men.", "group/peoples-army-of-orvel"),
    ("Mujahideen Orvel killed ten men.", "group/mujahideen-orvel"),
    ("The Front for Orvel Justice killed ten men.", "group/front-for-orvel-justice"),
    ("The Islamic Army of Orvel killed ten men.", "group/islamic-army-of-orvel"),
    (
        "An unknown group, the Orvel Eagles, said it killed ten men.",
        "group/orvel-eagles",
    ),
    ("The Rapid Orvel Forces killed ten men.", "org/rapid-orvel-forces"),
    (
        "The Northern Front demanded 10 million euros for the release of Karim Bel, the"
        " American journalist kidnapped and killed by the terrorist group in Tarim,"
        " according to a spokesman for his paper.",
        FRONT,
    ),
]


@pytest.mark.parametrize(("text", "doer"), NAMED)
def test_a_doer_by_his_name(text: str, doer: str) -> None:
    assert doers(text) + doers(text, "CLAIMED_BY") == [doer]


MEANT = [
    # troops are the army's that the article names
    ("Troops killed ten bandits in Orvel, the Malian Army said.", "org/malian-army"),
    # nobody shoots "him" who tells of it, nor kills at a trial
    (
        "Lina Sato told how the men of the Northern Front laughed, then shot her.",
        FRONT,
    ),
    (
        "Karim Bel spoke at the trial of Northern Front men who stormed a bank in"
        " Orvel, killing ten people.",
        FRONT,
    ),
    # nor is he who says it the "he" of his own words
    (
        "Police chief Karim Bel spoke of Omar Haddad, a militant."
        ' "He killed ten men," he said.',
        "person/omar-haddad",
    ),
    # who is told of a deed did not do it
    (
        "A doctor told CNN government forces shelled a clinic in Orvel.",
        "org/unnamed-a-government-forces",
    ),
    (
        "A resident told Al Jazeera police shot two men in Orvel.",
        "org/unnamed-a-police",
    ),
    (
        "A man told AFP Northern Front fighters killed ten men in Orvel.",
        FRONT,
    ),
    ("Gen. Omar Haddad's forces killed ten men.", "org/omar-haddads-forces"),
    (
        "Forces loyal to Gen. Omar Haddad killed ten men.",
        "org/forces-loyal-to-gen-omar-haddad",
    ),
    (
        "Gen. Omar Haddad, whose forces killed ten men, left.",
        "org/omar-haddads-forces",
    ),
    ("Gen. Omar Haddad left. His forces killed ten men.", "org/omar-haddads-forces"),
    (
        "The Orvel Defence Force left. The militia killed ten men.",
        "org/orvel-defence-force",
    ),
    ("Kyiv blamed Moscow for the bombing of a market.", "state/russia"),
    (
        "Tarim rebels kill ten men.\n\nThe Northern Front fled. The Northern Front"
        " left a town in Tarim.",
        FRONT,
    ),
    (
        "Libya is at war. Libya fears the rebels. The rebels left. Rebels killed ten"
        " men.",
        "group/libya-rebels",
    ),
    ("The Northern Front left. The al-Qaeda-linked group killed ten men.", FRONT),
    ("The Northern Front left. The Iran-backed militia killed ten men.", FRONT),
    ("The Damascus regime killed ten men.", "state/syria"),
    ("The presidential guard killed ten men.", "org/unnamed-a-presidential-guard"),
    (
        "Government troops, backed by tanks, killed ten men, witnesses said.",
        "org/unnamed-a-government-troops",
    ),
    ("The Basque group TRA killed ten men.", "group/tra"),
    ("The Fulani militia Dan Orvel killed ten men.", "group/dan-orvel"),
    ("TLA rebels killed ten men. The Tarim Liberation Army (TLA) left.", TARIM),
]


@pytest.mark.parametrize(("text", "doer"), MEANT)
def test_a_doer_who_is_told_of_otherwise(text: str, doer: str) -> None:
    assert doers(text) == [doer]


def test_the_men_of_somebody_are_led_by_him() -> None:
    text = "Rami Haddad, the president's son, left. Haddad's forces killed ten men."
    assert doers(text, "LED_BY") == ["person/haddad"]


NOBODY = [
    "The head of the Northern Front, Lina Sato, approves every strike on Orvel.",
    "The Northern Front has battled soldiers for years.",
    "Moslem rebels killed ten men.",
    "Former Arlandish rebels and former Iraqi rebels killed ten men.",
    "Hijackers of a Sudanese jet were charged with a hijack.",
    "Gen. Omar Haddad's army career ended with an attack.",
    "Libya is at war. Libya fears the rebels. Suspected rebels killed ten men.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_told_to_have_done_it(text: str) -> None:
    assert doers(text) == []
