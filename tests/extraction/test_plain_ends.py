"""Fighters and suspects without a name who are tied to somebody with one."""

import pytest

from claimgraph.extraction.proposing import propose
from claimgraph.extraction.trees.parse import has_parser
from invented_articles import invented_article, shipped

pytestmark = pytest.mark.skipif(not has_parser(), reason="needs spaCy and its model")


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        (
            "The gunman had ties to Islamic State, police said.",
            "person/unnamed-a-gunman",
        ),
        (
            "Two of the suspects had links to Islamic State.",
            "person/unnamed-a-suspects",
        ),
        ("The rebels held talks with Islamic State.", "group/unnamed-a-rebels"),
    ],
)
def test_one_without_a_name_is_tied_to_a_group(said: str, subject: str) -> None:
    assert subject in subjects_of_ties(said)


def test_two_without_a_name_are_not_tied() -> None:
    assert not subjects_of_ties("The gunmen had ties to the rebels, police said.")


def subjects_of_ties(said: str) -> list[str]:
    """Who is tied to somebody in a text of its own."""
    found = propose(invented_article(said), shipped(), "nlp").claims
    return [one.subject for one in found if one.relation == "ALLEGED_LINK"]
