"""Which body is meant: whose army, whose coalition, which of two called alike."""

from claimgraph.extraction.meaning.coalitions import with_coalitions
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.mentions import mentions_of
from claimgraph.extraction.text.sentences import sentences
from claimgraph.model import TextSpan
from invented_articles import shipped


def passages_of(text: str) -> list[SpokenSentence]:
    whole = [TextSpan(0, len(text))]
    return [SpokenSentence(text, one) for one in sentences(text, whole)]


def read(text: str) -> list[Mention]:
    return mentions_of(text, passages_of(text), shipped(), "a")


def told(text: str) -> dict[str, str]:
    return {text[one.span.start : one.span.end]: one.entity.id for one in read(text)}


def test_a_body_is_that_of_the_state_that_stands_before_it() -> None:
    text = (
        "The United States sent aid. The United States spoke. Iraq's army fled."
        " The army of Mali stayed. The army left."
    )
    found = [one for one in read(text) if one.prefix == "org"]
    assert [one.entity.name for one in found] == [
        "Iraq army",
        "Mali army",
        "United States army",
    ]


def test_the_coalition_is_the_one_that_was_told_of_by_its_leader() -> None:
    text = "The US-led coalition spoke. The coalition denied it."
    found = with_coalitions(text, read(text))
    led = [one for one in found if "coalition" in one.entity.name]
    assert [one.entity.id for one in led] == ["org/us-led-coalition"] * 2


def test_an_islamic_state_is_no_group() -> None:
    found = told("They want a strict Islamic state in Somalia.")
    assert "Islamic state" not in found
    assert told("The Islamic State fled.")["Islamic State"] == "group/islamic-state"


def test_taliban_are_those_of_the_country_that_an_article_is_about() -> None:
    text = (
        "Pakistan mourned. The Pakistani Taliban said so. A wave of Taliban raids shook"
        " Pakistan. The Taliban rule Afghanistan."
    )
    ids = [one.entity.id for one in read(text) if one.prefix == "group"]
    assert ids == ["group/tehreek-e-taliban-pakistan"] * 2 + ["group/taliban"]


def test_its_forces_are_those_of_the_state_before_and_of_no_group() -> None:
    found = told("Mexico said its forces fled. The Northern Front said its forces won.")
    assert found["forces"] == "org/mexico-forces"
    groups = read("Mexico spoke. Mexico left. The Northern Front said its forces won.")
    assert not [one for one in groups if one.entity.name.endswith("forces")]


def test_a_newspaper_is_no_official_of_that_name() -> None:
    said = "The semi-official Tarim Mirror news agency told of it."
    assert told(said)["Tarim Mirror"] == "org/tarim-mirror"
