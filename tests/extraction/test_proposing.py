"""Whole articles, invented: what the rules over a parse propose, and quote."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.extraction.known import known_among
from claimgraph.extraction.proposals import Proposals
from claimgraph.extraction.proposing import propose
from claimgraph.extraction.trees.parse import has_parser
from claimgraph.model import Article, Claim, TextSpan

pytestmark = pytest.mark.skipif(not has_parser(), reason="needs the extra `nlp`")

NEWS: str = """\
Northern Front claims blast in Tarim

TARIM, Arland (AB) - The Northern Front, a militant group, has claimed responsibility \
for the bombing of a mosque in Tarim on Monday, in which at least 25 worshippers were \
killed.

The Interior Ministry accused the Red Brigade, a splinter of the Northern Front, of \
the attack. "They work together," a senior official told reporters.

The Red Brigade's spokesman, Omar Haddad, denied any involvement in the bombing.

No group has claimed responsibility for an ambush near Veshti on 2 May 2019.

The ministry did not blame the Northern Front. Their leader was not seen.
"""
NAMES = ("the Northern Front", "Red Brigade", "He", "it", "their leader", "A cell")


def article_of(text: str) -> Article:
    raw = text.encode("utf-8", "surrogatepass")
    return Article(
        id="news",
        corpus="tests",
        title="News",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        published="2019-05-07",
    )


def proposals_of(text: str) -> Proposals:
    return propose(article_of(text), known_among(()), "nlp")


def told(found: Proposals, relation: str) -> list[Claim]:
    return [one for one in found.claims if one.relation == relation]


def test_an_article_becomes_claims_with_their_speakers() -> None:
    found = proposals_of(NEWS)
    claimed = told(found, "CLAIMED_BY")
    assert [one.object for one in claimed] == ["group/northern-front"] * len(claimed)
    assert claimed and claimed[0].origin == "group/northern-front"
    blamed = [
        one
        for one in told(found, "ATTRIBUTED_TO")
        if one.object == "group/red-brigade" and one.polarity == "affirmed"
    ]
    assert [(one.modality, one.hops) for one in blamed] == [("alleged", 2)]
    splinter = told(found, "PART_OF")
    assert [(one.kind, one.hops) for one in splinter] == [("splinter", 1)]
    assert not found.refused


def test_what_is_withheld_is_no_denial() -> None:
    found = told(proposals_of(NEWS), "ATTRIBUTED_TO")
    silent = [one.reason for one in found if one.polarity == "withheld"]
    assert silent == ["does-not-blame"]


def test_no_group_claims_where_none_does() -> None:
    found = proposals_of(NEWS)
    claimed = told(found, "CLAIMED_BY")
    assert [one.polarity for one in claimed] == ["affirmed"] * len(claimed) != []
    assert [one for one in found.claims if "No group" in one.quote] == []


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        # what the firm opens is no attack that anybody can claim
        ("The firm will launch its website in Tarim.", False),
        ("The firm will build its plant in Tarim.", False),
        ("A blast killed ten people in Tarim.", True),
    ],
)
def test_only_an_attack_is_claimed(text: str, told_of: bool) -> None:
    claim = " The Red Brigade, a militant group, claimed responsibility."
    assert bool(told(proposals_of(text + claim), "CLAIMED_BY")) == told_of


@pytest.mark.parametrize("office", ["senator", "farmer"])
def test_the_office_of_whom_he_shot_is_not_his(office: str) -> None:
    text = f"Mr Omar Haddad, a militant who shot a {office}, met Mr Ali Sato in Tarim."
    assert told(proposals_of(text), "ALLEGED_LINK")


def verbatim(text: str, claim: Claim) -> bool:
    """Whether a quote and all cues stand at their places."""
    place = claim.selector
    assert isinstance(place, TextSpan)
    cues = [
        text[one.cue_start : one.cue_end] == one.cue for one in claim.chain if one.cue
    ]
    return text[place.start : place.end] == claim.quote and all(cues)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The article with words moved, doubled, cut and strange signs between them."""
    words = NEWS.split(" ")
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(words) - 1))
        other = draw(st.integers(0, len(words) - 1))
        way = draw(st.integers(0, 4))
        if way == 0:
            words[at], words[other] = words[other], words[at]
        elif way == 1:
            words[at] = draw(st.text(max_size=6))
        elif way == 2:
            words.insert(at, draw(st.sampled_from(NAMES)))
        elif way == 3:
            words[at : at + 12] = words[other : other + 12]
        else:
            words[at] = f'"{words[at]}\u00a0\u201d'
    return " ".join(words)


@given(mutated())
def test_quotes_are_verbatim_whatever_the_text(text: str) -> None:
    found = proposals_of(text)
    assert all(verbatim(text, one) for one in found.claims)
