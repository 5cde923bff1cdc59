"""Questions on relations that the seeds may lack, on a made-up corpus that has them."""

from pathlib import Path

import pytest

from claimgraph.errors import QueryError
from claimgraph.library import Rows, ask
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.store.base import Store

STONETOWN = Path(__file__).parents[1] / "cases" / "load" / "stonetown"


def columns(answer: Rows, *names: str) -> list[tuple[object, ...]]:
    """The rows, with those columns only."""
    return [tuple(row[name] for name in names) for row in answer]


def test_questions_show_what_is_said(fresh_store: Store) -> None:
    load(find_loader("corpus").read(STONETOWN), fresh_store)
    found = ask(fresh_store, "attacks/methods")
    assert columns(found, "attack", "method", "origin") == [
        ("bombing of the bus", "shooting", "the hospital"),
        ("bombing of the bus", "suicide-bombing", "the ministry"),
    ]
    found = ask(fresh_store, "attacks/methods", {"method": "Suicide Bombing"})
    assert columns(found, "origin") == [("the ministry",)]
    found = ask(fresh_store, "attacks/casualties")
    assert columns(found, "relation", "of", "min", "max", "origin") == [
        ("CASUALTIES", "people", 9, 9, "the hospital"),
        ("KILLED", "people", 3, 3, "the ministry"),
        ("WOUNDED", "people", 5, 5, "the ministry"),
    ]
    found = ask(fresh_store, "groups/splits-and-pledges")
    assert columns(found, "left", "relation", "right", "valid", "valid_earliest") == [
        ("River Front", "SPLIT_FROM", "Old Guard", "2014", "2014-01-01"),
        ("Hill Men", "MERGED_INTO", "River Front", None, None),
        ("River Front", "PLEDGED_TO", "Emir Zed", None, None),
    ]
    found = ask(fresh_store, "groups/splits-and-pledges", {"group": "person/zed"})
    assert columns(found, "relation") == [("PLEDGED_TO",)]
    found = ask(fresh_store, "people/arrests")
    assert columns(found, "who", "by_whom", "place") == [
        ("Commander Ash", "the army", "Stonetown")
    ]
    found = ask(fresh_store, "people/deaths")
    assert columns(found, "who", "how", "by_whom", "valid", "place") == [
        ("Emir Zed", "died", None, "2018", None),
        ("Birch", "killed", "the police", None, "the market of Stonetown"),
        ("Emir Zed", "died", None, None, None),
    ]


def test_misspelt_method_is_told_the_nearest(seeds_folder: Store) -> None:
    with pytest.raises(QueryError, match=r"is no method \(nearest: shooting\)"):
        ask(seeds_folder, "attacks/methods", {"method": "shoting"})
