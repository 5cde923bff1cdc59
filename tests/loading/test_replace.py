"""After any edit of a corpus, loading it again gives what a fresh load gives."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from claimgraph.cypher import Step
from claimgraph.store.base import Store
from graph_snapshot import assert_equal, loaded_times, snapshot
from market import (
    copy_market,
    drop_claims,
    edit_claim,
    edit_entity,
    edit_header,
    fresh_load,
    judge,
    load_folder,
    rewrite_text,
    take_back,
)
from places import BOLT, NEO4J

Edit = Callable[[Path], None]
CUE = {"holder": "org/bureau", "cue": "it said", "said": "2020-05-03"}
OTHER_CUE = {"holder": "org/bureau", "cue": "The Bureau said"}
VALUE = {"min": 12, "max": 14, "of": "people"}
ZONE = {"kind": "advert", "from": "Comments"}
WORK = {"work": {"title": "Another lorry"}}


def all_of(*changes: Edit) -> Edit:
    """Several edits, one after the other."""

    def change(folder: Path) -> None:
        for one in changes:
            one(folder)

    return change


# only digests, names and nodes change: every claim keeps its id and its time
IN_PLACE: dict[str, Edit] = {
    "modality": lambda f: edit_claim(f, "alpha", 0, modality="alleged"),
    "note": lambda f: edit_claim(f, "alpha", 0, note="seen again"),
    "no note": lambda f: edit_claim(f, "alpha", 6, note=None),
    "label": all_of(
        lambda f: edit_claim(f, "alpha", 0, label=None),
        lambda f: edit_claim(f, "alpha", 5, replies_to=None),
    ),
    "reply": lambda f: edit_claim(f, "beta", 0, replies_to=None),
    "cue": lambda f: edit_claim(f, "alpha", 2, chain=[OTHER_CUE]),
    "said": lambda f: edit_claim(f, "alpha", 2, chain=[CUE]),
    "valid": lambda f: edit_claim(f, "alpha", 6, valid="../2018"),
    "grade": lambda f: edit_claim(f, "alpha", 6, grade="C3", confidence=0.25),
    "review": lambda f: edit_claim(f, "alpha", 8, review="accepted"),
    "published": lambda f: edit_header(f, "alpha", published="2020-05"),
    "unpublished": lambda f: edit_header(f, "gamma", published=None),
    "title": lambda f: edit_header(f, "alpha", title="Another title"),
    "author": lambda f: edit_header(f, "alpha", author="person/anna-miller"),
    "no author": lambda f: edit_header(f, "alpha", author=None),
    "zones": lambda f: edit_header(f, "alpha", zones=[ZONE]),
    "retells": lambda f: edit_header(f, "alpha", retells=[{"work": "gamma"}]),
    "another work": lambda f: edit_header(f, "alpha", retells=[WORK]),
    "name": lambda f: edit_entity(f, "organizations", "org/bureau", name="The Bureau"),
    "judged name": lambda f: edit_entity(f, "groups", "group/river-cell", name="RC"),
    "publisher name": lambda f: edit_entity(
        f, "organizations", "org/gazette", name="G"
    ),
    "kind": lambda f: edit_entity(f, "groups", "group/hill-band", kind="faction"),
    "aliases": lambda f: edit_entity(f, "groups", "group/hill-band", aliases=None),
    "unnamed": lambda f: edit_entity(f, "people", "person/anna-miller", unnamed=True),
    "unnamed voice": lambda f: edit_entity(
        f, "organizations", "org/gazette", unnamed=True
    ),
    "unnamed place": lambda f: edit_entity(f, "places", "place/town", unnamed=True),
    "unnamed judged": lambda f: edit_entity(
        f, "groups", "group/river-band", unnamed=True
    ),
    "within": lambda f: edit_entity(f, "places", "place/market-square", within=None),
    "within else": lambda f: edit_entity(
        f, "places", "place/market-square", within="place/country"
    ),
    "judgement gone": lambda f: take_back(f, '"same"'),
    "judgement more": lambda f: judge(f, "group/mill-guild", "group/river-band"),
    "two ends one": all_of(
        lambda f: judge(f, "group/hill-band", "group/river-band"),
        lambda f: take_back(f, '"different"'),
    ),
    "judged publisher": lambda f: judge(f, "org/publisher-beta", "org/daily-field"),
    "voice moved and changed": all_of(
        lambda f: judge(f, "org/gazette", "org/daily-field"),
        lambda f: edit_header(f, "alpha", author="person/anna-miller"),
    ),
}
# claims come and go
OTHERS: dict[str, Edit] = {
    "place of a quote": lambda f: edit_claim(
        f, "gamma", 1, quote="is the cousin of Boris Miller"
    ),
    "polarity": lambda f: edit_claim(f, "gamma", 0, polarity="affirmed"),
    "role": lambda f: edit_claim(f, "alpha", 6, role="chief", former=None),
    "value": lambda f: edit_claim(f, "alpha", 2, value=VALUE),
    "holder": lambda f: edit_claim(f, "alpha", 2, chain=[]),
    "publisher": lambda f: edit_header(f, "alpha", publisher="org/daily-field"),
    "no publisher": lambda f: edit_header(f, "gamma", publisher=None),
    "author alone": lambda f: edit_header(f, "alpha", publisher=None),
    "text": lambda f: rewrite_text(f, "alpha", "Comments", "Your comments\nComments"),
    "claims gone": lambda f: drop_claims(f, "alpha", 1, 4, 5),
    "all claims gone": lambda f: drop_claims(f, "beta", 0, 1),
    "standing one gone": all_of(
        lambda f: drop_claims(f, "beta", 0, 1),
        lambda f: judge(f, "group/hill-band", "group/mill-guild"),
        lambda f: take_back(f, '"different"'),
        lambda f: drop_claims(f, "gamma", 0),
    ),
    "rejected": lambda f: edit_claim(f, "alpha", 1, review="rejected"),
}


# one for each way in which the graph is changed
EACH_WAY = (
    "modality",
    "published",
    "retells",
    "judged name",
    "unnamed voice",
    "unnamed place",
    "unnamed judged",
    "within",
    "judgement gone",
    "two ends one",
    "publisher",
    "text",
    "standing one gone",
)
AT_FIRST = "2001-01-01T00:00:00Z"
LATER = [
    Step(f"MATCH {one} SET c.loaded = datetime($at)", {"at": AT_FIRST})
    for one in ("(c:Claim)", "()-[c]->() WHERE c.claim IS NOT NULL")
]
embedded = pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
servers = pytest.mark.parametrize("fresh_store", [BOLT, NEO4J], indirect=True)


def each_edit(edits: Mapping[str, Edit]) -> list[object]:
    """The names of edits; those that go the way of another are slow."""
    return [
        pytest.param(name, marks=[] if name in EACH_WAY else [pytest.mark.slow])
        for name in edits
    ]


def load_changed(change: Edit, store: Store, scratch: Path) -> dict[str, str]:
    """Load, edit, load again, compare; the times of loading before the edit."""
    folder = copy_market(scratch / "market")
    load_folder(folder, store)
    store.write(LATER)
    before = loaded_times(store)
    change(folder)
    load_folder(folder, store)
    assert_equal(store, fresh_load(scratch, folder))
    return before


@embedded
@pytest.mark.parametrize("name", each_edit(IN_PLACE))
def test_an_edit_in_place_is_taken_over(
    name: str, fresh_store: Store, tmp_path: Path
) -> None:
    before = load_changed(IN_PLACE[name], fresh_store, tmp_path)
    assert loaded_times(fresh_store) == before


@embedded
@pytest.mark.parametrize("name", each_edit(OTHERS))
def test_claims_that_left_their_file_go(
    name: str, fresh_store: Store, tmp_path: Path
) -> None:
    before = load_changed(OTHERS[name], fresh_store, tmp_path)
    after = loaded_times(fresh_store)
    assert before.keys() != after.keys()
    assert {after[one] for one in before.keys() & after.keys()} <= {AT_FIRST}
    assert all(after[one] > AT_FIRST for one in after.keys() - before.keys())


@pytest.mark.longer
@pytest.mark.slow
@servers
def test_each_edit_and_the_way_back_on_a_server(
    fresh_store: Store, tmp_path: Path
) -> None:
    original = copy_market(tmp_path / "original")
    load_folder(original, fresh_store)
    at_first = snapshot(fresh_store)
    for name in EACH_WAY:
        folder = copy_market(tmp_path / name)
        (IN_PLACE | OTHERS)[name](folder)
        load_folder(folder, fresh_store)
        assert_equal(fresh_store, fresh_load(tmp_path, folder))
        load_folder(original, fresh_store)
        assert_equal(fresh_store, at_first)
