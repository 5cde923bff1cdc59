"""What those who are charged with a deed say to it, or do not say; all invented."""

import pytest

from claimgraph.extraction.proposing import propose
from claimgraph.extraction.trees.parse import has_parser
from claimgraph.model import Claim
from invented_articles import invented_article, shipped

pytestmark = pytest.mark.skipif(not has_parser(), reason="needs the extra `nlp`")

CHARGED = "A bomb killed ten people in Tarim on Monday. Iran blamed Israel for it. "
TRIED = "Omar Haddad is on trial over the bombing of a hotel in Tarim. "
CLAIMED = "The Northern Front claimed responsibility for the bombing of a bank. "
ISRAEL, FRONT, HADDAD = "state/israel", "group/northern-front", "person/omar-haddad"


def answers(text: str) -> list[Claim]:
    """The claims that somebody did not do a deed, or that it is not said."""
    return [
        one
        for one in propose(invented_article(text, None), shipped()).claims
        if one.relation == "ATTRIBUTED_TO" and one.polarity != "affirmed"
    ]


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Who is denied, or not said, to have done a deed, and on whose word."""
    return [(one.polarity, one.object, one.chain[-1].holder) for one in answers(text)]


SPOKESMAN = "person/unnamed-a-israeli-military-spokesman"
ANSWERS = [
    (CHARGED + "Israel did not comment.", "withheld", ISRAEL, ISRAEL),
    (
        CHARGED + "An Israeli military spokesman declined to comment.",
        *("withheld", ISRAEL, SPOKESMAN),
    ),
    (
        CHARGED + "An Israeli military spokesman denied the report.",
        *("denied", ISRAEL, SPOKESMAN),
    ),
    (TRIED + '"I am innocent," Haddad said.', "denied", HADDAD, HADDAD),
    (
        TRIED + "His lawyer said he had nothing to do with it.",
        *("denied", HADDAD, "person/unnamed-a-lawyer"),
    ),
    (
        CLAIMED + "Officials could not verify the claim.",
        *("withheld", FRONT, "person/unnamed-a-officials"),
    ),
]


@pytest.mark.parametrize(("text", "polarity", "doer", "speaker"), ANSWERS)
def test_an_answer_to_a_charge(
    text: str, polarity: str, doer: str, speaker: str
) -> None:
    assert told(text) == [(polarity, doer, speaker)]


NO_ANSWERS = [
    CHARGED + "The White House did not comment.",
    CHARGED + "Israel did not comment on the budget.",
    CLAIMED + "Officials could not verify the number of dead.",
]


@pytest.mark.parametrize("text", NO_ANSWERS)
def test_no_answer_to_a_charge(text: str) -> None:
    assert told(text) == []


QUOTED = {
    "The Northern Front said none of its men took part in the raid on Tarim.": "none",
    "Police said there was no sign that the Northern Front raided Tarim.": "no sign",
    "Police declined to say whether Iran was behind the raid on Tarim.": "whether",
}


@pytest.mark.parametrize("text", QUOTED)
def test_a_quote_holds_what_turns_it_round(text: str) -> None:
    assert [one.quote.startswith(QUOTED[text]) for one in answers(text)] == [True]
