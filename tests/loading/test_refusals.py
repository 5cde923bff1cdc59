"""What two articles, or two corpora, cannot both say; nothing half written after it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.errors import CorpusError
from claimgraph.loaders import find_loader
from claimgraph.loading import forget, load
from claimgraph.store.base import Store
from graph_snapshot import assert_equal, snapshot
from market import (
    copy_market,
    drop_article,
    edit_entity,
    edit_header,
    fresh_load,
    load_folder,
    load_stems,
    rename_corpus,
    rewrite_text,
)
from small_batch import small_batch


def other_stem(folder: Path) -> None:
    """The stem of the first corpus, in the second."""
    for part, suffix in (("articles", "txt"), ("claims", "yaml")):
        path = folder / part / f"other-gamma.{suffix}"
        path.rename(path.with_name(f"gamma.{suffix}"))


def same_bytes(folder: Path) -> None:
    """The bytes of an article of the first corpus under another stem."""
    rewrite_text(folder, "other-gamma", "\nother\n", "\n\n")


def other_group(folder: Path) -> None:
    """Another number for a group that both corpora need."""
    edit_entity(folder, "groups", "group/river-cell", ids={"UN": "RCe.002"})


def other_publisher(folder: Path) -> None:
    """No name for a publisher that both corpora need."""
    edit_entity(folder, "organizations", "org/gazette", unnamed=True)


def other_work(folder: Path) -> None:
    """A plural for the publisher of a work that both corpora retell."""
    edit_entity(folder, "organizations", "org/daily-field", collective=True)


def other_country(folder: Path) -> None:
    """A country in the town that the other corpus lays into it."""
    edit_entity(folder, "places", "place/market-square", within="place/country")
    edit_entity(folder, "places", "place/town", within=None)
    edit_entity(folder, "places", "place/country", within="place/town")


def other_person(folder: Path) -> None:
    """Nothing says that both corpora mean the same person."""
    edit_entity(folder, "people", "person/anna-miller", ids=None)


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "stem": (other_stem, "gamma is loaded already, from corpus market, not other"),
    "bytes": (same_bytes, "other-gamma has the same bytes as gamma"),
    "group": (
        other_group,
        r"UN: RCe.001 in .* market \(loaded\), .*groups.yaml:\d+ \(corpus other\)",
    ),
    "publisher": (
        other_publisher,
        r"gazette has a name in .* market \(loaded\), and is unnamed",
    ),
    "work": (
        other_work,
        r"daily-field is no plural in .*market \(loaded\), and is a plural",
    ),
    "place": (other_country, "country lies within itself .*: market, other"),
    "person": (
        other_person,
        r"anna-miller is defined in .*market \(loaded\) and .*two people",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_what_another_corpus_says_is_not_overwritten(
    name: str, fresh_store: Store, tmp_path: Path
) -> None:
    change, told = REFUSED[name]
    first = copy_market(tmp_path / "first")
    second = rename_corpus(copy_market(tmp_path / "second"), "other", "other-")
    for stem in ("other-alpha", "other-gamma"):
        if (stem == "other-gamma") != (name in ("stem", "bytes")):
            drop_article(second, stem)
    drop_article(second, "other-beta")
    change(second)
    load_folder(first, fresh_store)
    before = snapshot(fresh_store)
    with pytest.raises(CorpusError, match=told):
        load_folder(second, fresh_store)
    assert_equal(fresh_store, before)


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_text_that_becomes_that_of_another_stem_is_refused(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = copy_market(tmp_path / "market")
    load_folder(folder, fresh_store)
    before = snapshot(fresh_store)
    beta = (folder / "articles" / "beta.txt").read_text("utf-8")
    gamma = folder / "articles" / "gamma.txt"
    rewrite_text(folder, "gamma", gamma.read_text("utf-8"), beta)
    (folder / "claims" / "gamma.yaml").write_text(
        (folder / "claims" / "gamma.yaml").read_text("utf-8").partition("claims:")[0],
        "utf-8",
    )
    with pytest.raises(CorpusError, match="gamma has the same bytes as beta"):
        load_stems(folder, fresh_store, "gamma")
    assert_equal(fresh_store, before)


@pytest.mark.longer_served
def test_a_corpus_may_change_what_it_alone_defines(
    fresh_store: Store, tmp_path: Path
) -> None:
    first = copy_market(tmp_path / "first")
    second = rename_corpus(copy_market(tmp_path / "second"), "other", "other-")
    drop_article(second, "other-alpha")
    load_folder(first, fresh_store)
    load_folder(second, fresh_store)
    edit_entity(first, "groups", "group/mill-guild", kind="faction")
    edit_entity(first, "places", "place/country", lat=35.0)
    load_folder(first, fresh_store)
    edit_entity(second, "groups", "group/mill-guild", kind="faction")
    edit_entity(second, "places", "place/country", lat=35.0)
    assert_equal(fresh_store, fresh_load(tmp_path, second, first))


@pytest.mark.longer_served
def test_forgetting_every_article_leaves_an_empty_graph(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = copy_market(tmp_path / "market")
    empty = snapshot(fresh_store)
    load_folder(folder, fresh_store)
    counts = [forget(fresh_store, stem) for stem in ("beta", "alpha", "gamma")]
    assert counts == [2, 9, 2]
    assert_equal(fresh_store, empty)
    with pytest.raises(CorpusError, match="gamm is not loaded"):
        forget(fresh_store, "gamm")


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_claim_that_two_batches_bring_is_refused(fresh_store: Store) -> None:
    whole = small_batch()
    first = replace(whole, claims=whole.claims[:3], last=False)
    second = replace(whole, claims=whole.claims[2:], first=False)
    with pytest.raises(CorpusError, match="stands here a second time"):
        load([first, second], fresh_store)
    load([first, replace(second, claims=whole.claims[3:])], fresh_store)
    counted = fresh_store.read("MATCH (c:Claim) RETURN count(*) AS n")
    assert counted == [{"n": 5}]


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_an_article_whose_header_alone_changed_keeps_its_claims(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = copy_market(tmp_path / "market")
    load_folder(folder, fresh_store)
    edit_header(folder, "alpha", note="looked at again")
    summary = load(find_loader("corpus").read(folder), fresh_store)
    assert (summary.articles, summary.unchanged) == (3, 13)
    assert (summary.created, summary.changed, summary.taken_out) == (0, 0, 0)


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_two_stems_of_one_run_with_the_same_bytes_are_refused(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = copy_market(tmp_path / "market")
    for part in ("articles/gamma.txt", "claims/gamma.yaml"):
        copy = folder / part.replace("gamma", "twin")
        copy.write_bytes((folder / part).read_bytes())
    with pytest.raises(CorpusError, match="twin has the same bytes as gamma"):
        load_folder(folder, fresh_store)
    (folder / "articles" / "twin.txt").unlink()
    (folder / "claims" / "twin.yaml").unlink()
    assert_equal(fresh_store, fresh_load(tmp_path, folder))
