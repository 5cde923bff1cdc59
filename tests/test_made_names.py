"""A publisher whom nobody names is told by the title of the article, never its stem."""

import pytest

from claimgraph.entity_closure import made_entities
from claimgraph.gate import check_entities
from claimgraph.made_names import UNTITLED, publisher_name, with_short_titles
from claimgraph.model import Article
from claimgraph.schema import load_schema

TITLES = ("Market bombed", "two\nlines", "", "\N{EM SPACE}", "word " * 1000, "x" * 5000)


@pytest.mark.parametrize("title", TITLES)
def test_whatever_the_title_the_name_passes_the_gate(title: str) -> None:
    article = Article(id="stem-of-it", corpus="x", title=title, sha256="0")
    made = made_entities(article)
    assert check_entities(made, load_schema(), {}) == []
    assert [one.name for one in made if "stem-of-it" in one.name] == []


def test_a_long_title_is_cut_where_it_is_shown_and_not_in_the_data() -> None:
    title = "Ten groups said that they would not attack the old market"
    name = publisher_name(title)
    assert title in name
    shown = with_short_titles(f"{name}, {publisher_name('Short')}; {UNTITLED}")
    assert shown == (
        "publisher of “Ten groups said that they …”, "
        "publisher of “Short”; publisher of an article without a title"
    )
