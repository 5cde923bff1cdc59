"""News of elections, games and storms tells of no attack; all of it invented."""

import pytest

from claimgraph.extraction.proposing import propose
from claimgraph.extraction.trees.parse import has_parser
from claimgraph.model import Claim
from invented_articles import invented_article, shipped

pytestmark = pytest.mark.skipif(not has_parser(), reason="needs the extra `nlp`")


def proposed(text: str) -> list[Claim]:
    """What is proposed of a little article."""
    return list(propose(invented_article(text, None), shipped()).claims)


def told(text: str) -> set[str]:
    """The relations of what is proposed."""
    return {one.relation for one in proposed(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Meadow Party lost Orvel to the Harbour Party in November.",
        "The Meadow Party took Orvel and captured Tarim in the mid-term election.",
        "Arland bowled out Veshti; Arland's captain fired back with three wickets.",
        "Storm Lina destroyed 30 houses in Orvel, police said.",
        "Hurricane Omar struck Tarim.",
        "Arland striker Omar Haddad attacked Orvel's defence on Sunday.",
        "Opposition leader Omar Haddad attacked President Lina Sato over the budget.",
        "A measles outbreak killed 12 children in Orvel in August.",
        "A cholera epidemic has killed 40 people in Tarim since May.",
    ],
)
def test_nobody_attacks(text: str) -> None:
    assert told(text).isdisjoint({"ATTRIBUTED_TO", "CLAIMED_BY", "TARGETED", "KILLED"})


@pytest.mark.parametrize(
    "text",
    [
        "Had the Northern Front carried out the attack, it would have said so.",
        "Had the Red Brigade planted the bomb, it would have claimed it, he said.",
        "The chief, Pottu Amman, had ordered the attack in Orvel.",
    ],
)
def test_nobody_did_what_is_not_told_as_done(text: str) -> None:
    doers = {one.object for one in proposed(text) if one.object is not None}
    assert not any(one.startswith(("group/", "state/")) for one in doers)


@pytest.mark.parametrize(
    ("said", "polarity"),
    [
        ("It is a lie", "denied"),
        ("It is untrue", "denied"),
        ("It is no lie", "affirmed"),
    ],
)
def test_what_is_called_a_lie_is_denied(said: str, polarity: str) -> None:
    text = f"{said} that the Northern Front bombed the market in Orvel, he said."
    found = [one for one in proposed(text) if one.relation == "ATTRIBUTED_TO"]
    assert [one.polarity for one in found] == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front attacked a post for failing to pay it, killing ten men.",
        "The Northern Front clashed with the Red Brigade over control of Tarim.",
        "Northern Front fighters fired back at the post in Tarim.",
        "The Northern Front attacked a police post in Tarim over the weekend.",
        "The Northern Front attacked the village over three nights.",
        "A Northern Front bomber killed 20 people at a volleyball match in Tarim.",
        "The Northern Front killed an Orvel goalkeeper in Tarim.",
        "The Orvel striker Omar Haddad was attacked by the Northern Front in Tarim.",
        "The Northern Front attacked a bus of players a minute after the match.",
    ],
)
def test_somebody_attacks_for_all_that(text: str) -> None:
    assert "ATTRIBUTED_TO" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front has killed thousands in Orvel since 2007.",
        "The Sunday Leader said the Northern Front bombed the market in Orvel.",
    ],
)
def test_no_day_of_the_deed_is_told(text: str) -> None:
    assert "OCCURRED_ON" not in told(text)


def test_who_breaks_into_computers_stabs_nobody() -> None:
    text = "The hacking unit of the Northern Front stole data from a bank in Orvel."
    assert told(text).isdisjoint({"ATTRIBUTED_TO", "METHOD"})
    assert "METHOD" in told("Gunmen hacked ten villagers to death in Orvel on Monday.")


def test_an_adverb_that_is_said_often_is_read_once() -> None:
    # twice as long for each more, this would never end
    assert told(f"Moscow {'repeatedly ' * 60}slept.") == set()


def test_one_who_meets_a_chief_is_not_that_chief() -> None:
    text = "The Turkish police chief, Omar Haddad, met the Greek army chief."
    heads = {
        (one.subject, one.object) for one in proposed(text) if one.relation == "LED_BY"
    }
    assert ("org/turkish-police", "person/omar-haddad") in heads
    assert ("org/greek-army", "person/omar-haddad") not in heads
