"""The prompt has all relations, and its worked examples pass the gate as they are."""

import json

import pytest

from claimgraph.extraction.known import known_among
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.examples import WorkedExample, examples
from claimgraph.extraction.language_model.prompt import data, prompt
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import requests_for
from claimgraph.model import Article, TextSpan
from claimgraph.schema import load_schema
from claimgraph.type_guards import is_map

NOBODY = known_among([])


def article_of(example: WorkedExample) -> Article:
    return Article(
        id="example",
        corpus="invented",
        title=example.title,
        published=example.published,
        text=example.text,
        sha256="0" * 64,
    )


def test_each_relation_of_the_schema_is_told_and_each_hint_is_for_one() -> None:
    told = prompt().text
    relations = load_schema().relations
    assert all(f"\n- {name}: " in told for name in relations)
    hints = data("rules.yaml")["relations"]
    assert is_map(hints) and hints.keys() <= relations.keys()
    assert "<<" not in told


@pytest.mark.parametrize("number", range(len(examples())))
def test_a_worked_example_is_coded_so_that_all_of_it_passes(number: int) -> None:
    example = examples()[number]
    article = article_of(example)
    answer = ModelAnswer(custom_id="example", content=example.answer)
    found = proposals_from(article, NOBODY, [answer])
    assert found.refused == ()
    assert len(found.claims) == len(json.loads(example.answer)["claims"])
    for claim in found.claims:
        place = claim.selector
        assert isinstance(place, TextSpan)
        assert example.text[place.start : place.end] == claim.quote


@pytest.mark.parametrize("number", range(len(examples())))
def test_an_example_is_shown_as_a_request_shows_an_article(number: int) -> None:
    example = examples()[number]
    request = requests_for(article_of(example), NOBODY)[0]
    assert request.sentences in example.shown
    assert prompt().version and request.system == prompt().text
