"""The words that a person has in mind are found as they stand in the text."""

from pathlib import Path
from typing import TypedDict, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.coding.quotes import FoundPassage, near_passage, passages
from claimgraph.model import Article, Zone
from claimgraph.passages import line_numbers, locate_quote
from claimgraph.yaml_file import read_yaml

FILE = Path(__file__).parents[1] / "cases" / "coding" / "quotes.yaml"
LETTERS = st.text("ab \n\r-'\u2019\u201c\u00ad\ufb01fi", max_size=40)


class Place(TypedDict, total=False):
    """Where a case has its words."""

    line: int
    quote: str
    nth: int
    silent: bool


class Named(TypedDict):
    """What each case says."""

    name: str
    text: str
    words: str


class Case(Named, total=False):
    """One case of the file."""

    zone: str
    passages: list[Place]
    near: Place


CASES = cast("list[Case]", read_yaml(FILE).plain)


def article(text: str, zone: str | None = None) -> Article:
    zones = (Zone("comments", zone),) if zone else ()
    return Article(id="a", corpus="c", title="t", sha256="", text=text, zones=zones)


def place_of(found: FoundPassage) -> Place:
    place = Place(line=found.line, quote=found.quote)
    if found.nth is not None:
        place["nth"] = found.nth
    if found.silent:
        place["silent"] = True
    return place


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_words_are_found_where_they_stand(case: Case) -> None:
    text, words = case["text"], case["words"]
    found = passages(article(text, case.get("zone")), words)
    assert [*map(place_of, found)] == case.get("passages", [])
    if found:
        return
    near = near_passage(text, words)
    told = Place(line=near.line, quote=near.quote) if near else None
    assert told == case.get("near")
    assert near is None or near.differences


@given(LETTERS, LETTERS)
def test_what_is_found_leads_back_to_its_place(text: str, words: str) -> None:
    for found in passages(article(text), words):
        place = locate_quote(text, found.quote, found.nth)
        assert place is not None and place.start == found.start
        assert line_numbers(text, [found.start]) == [found.line]


@given(LETTERS, LETTERS, LETTERS)
def test_words_that_stand_there_are_found(before: str, words: str, after: str) -> None:
    found = passages(article(before + words + after), words)
    assert bool(found) is bool(words.strip())
    assert all(one.quote == words.strip() for one in found)


@given(LETTERS, LETTERS)
def test_the_nearest_passage_stands_in_the_text(text: str, words: str) -> None:
    near = near_passage(text, words)
    assert near is None or near.quote in text
