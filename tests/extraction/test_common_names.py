"""Names that all news use: each is one entity's, of a list where that has it."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from claimgraph.coding.likeness import folded_name, without_article
from claimgraph.extraction.ground import ground_of
from claimgraph.extraction.known import Known
from claimgraph.extraction.names.common_names import (
    CommonNames,
    common_rows,
    commonly_called,
)
from claimgraph.ids import id_prefix
from claimgraph.model import Article
from claimgraph.schema import load_schema
from invented_articles import shipped

# what the ids of lists end in
NUMBER = re.compile(r"/(?:ofac-\d|un-qd|misp-)")
KNOWN = shipped()
NOBODY = Known({}, {})


def found_as(name: str) -> set[str]:
    """The ids of whom the rules see named in a sentence with a name."""
    text = f"It was about {name}, officials said."
    article = Article(id="a", corpus="c", title="t", sha256="0" * 64, text=text)
    end = text.index(name) + len(name)
    start = end - len(name.removeprefix("The "))
    return {
        one.entity.id
        for one in ground_of(article, KNOWN).mentions
        if one.span.start <= start and one.span.end >= end
    }


def test_ids_and_kinds_are_those_of_the_schema() -> None:
    for row in common_rows():
        node = load_schema().by_prefix[id_prefix(row.id)]
        assert row.kind is None or row.kind in node.kinds, row


def test_no_two_have_one_name() -> None:
    """A name in capitals is another one than the same in small letters."""
    names = Counter(
        key
        for row in common_rows()
        for key in {
            (without_article(folded_name(one)), one.isupper()) for one in row.names
        }
    )
    ids = Counter(row.id for row in common_rows())
    assert [one for one, times in (*names.items(), *ids.items()) if times > 1] == []


def test_who_is_on_a_list_has_the_id_of_the_list() -> None:
    wrong = {
        row.id: found.id
        for row in common_rows()
        if (found := row.known_by_name(KNOWN)) is not None and found.id != row.id
    }
    assert wrong == {}


def test_a_number_of_a_list_is_one_that_is_there() -> None:
    numbers = [row.id for row in common_rows() if NUMBER.search(row.id)]
    assert numbers
    assert [one for one in numbers if one not in KNOWN.entities] == []


def not_seen(rows: Iterable[CommonNames]) -> list[str]:
    """The names of some entities in which the rules see somebody else, or nobody."""
    return [
        name
        for row in rows
        for name in row.names
        if row.entity(KNOWN).id not in found_as(name)
    ]


def test_rules_see_the_names() -> None:
    assert not_seen(common_rows()[::12]) == []


@pytest.mark.longer
@pytest.mark.parametrize("part", range(12))
def test_rules_see_each_name(part: int) -> None:
    assert not_seen(common_rows()[part::12]) == []


def test_a_model_may_call_them_so_too() -> None:
    zetas = commonly_called(NOBODY, "the Zetas", ("group",))
    assert zetas is not None
    assert (zetas.id, zetas.name) == ("group/los-zetas", "Los Zetas")
    assert commonly_called(NOBODY, "Zetas", ("person",)) is None
    assert commonly_called(NOBODY, "us", ("state",)) is None
