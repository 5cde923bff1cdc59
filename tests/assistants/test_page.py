"""The page for language models: its questions run, and it stays two pages."""

import pytest

from claimgraph.assistants.page import examples, page
from claimgraph.schema import load_schema
from claimgraph.store.base import Store


@pytest.mark.parametrize(("question", "cypher"), examples())
def test_an_example_answers_on_the_seeds(
    seeds_store: Store, question: str, cypher: str
) -> None:
    assert seeds_store.read(cypher), question


def test_it_tells_every_relation_on_two_pages() -> None:
    text = page()
    for name in load_schema().relations:
        assert f"* {name}: " in text
    # two pages of some sixty lines
    assert len(text.splitlines()) <= 120
    assert "relation that is denied stands in `r.relation`" in text
