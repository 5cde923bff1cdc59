"""Judgements join and separate what is loaded, without reading articles again."""

from pathlib import Path

import pytest

from claimgraph.errors import CorpusError, GateError
from claimgraph.loading import Summary, forget
from claimgraph.store.base import Store
from examples import mostly_slow
from graph_snapshot import assert_equal, snapshot
from market import (
    copy_market,
    drop_article,
    edit_entity,
    fresh_load,
    judge,
    load_folder,
    load_stems,
    rename_corpus,
    take_back,
)

SAME = "group/river-cell", "group/river-band"
ENDS_OF = "MATCH (c:Claim {id: $id})-[r:SUBJECT|OBJECT]->(e) RETURN e.id AS id"
EDGES_OF = "MATCH ()-[r]->() WHERE r.claim = $id RETURN type(r) AS type"
ONE_END = (
    "MATCH (c:Claim) MATCH (c)-[:SUBJECT]->(e) MATCH (c)-[:OBJECT]->(e) "
    "RETURN c.id AS id"
)


def without_judgements(scratch: Path) -> Path:
    """The corpus with an empty list of judgements."""
    folder = copy_market(scratch)
    (folder / "judgements.jsonl").write_text("", "utf-8")
    return folder


@pytest.mark.longer_served
def test_a_judgement_and_its_end_leave_no_trace(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = without_judgements(tmp_path / "market")
    load_folder(folder, fresh_store)
    apart = snapshot(fresh_store)
    judge(folder, *SAME)
    summary = load_folder(folder, fresh_store)
    assert (summary.created, summary.changed, summary.taken_out) == (0, 0, 0)
    assert summary.judgements == 1
    assert snapshot(fresh_store) != apart
    assert_equal(fresh_store, fresh_load(tmp_path, folder))
    take_back(folder, *SAME)
    assert load_folder(folder, fresh_store) == Summary(
        3, 0, 0, 13, rejected=1, judgements=1
    )
    assert_equal(fresh_store, apart)


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_work_goes_whose_publisher_is_judged(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = without_judgements(tmp_path / "market")
    judge(folder, "org/gazette", "org/daily-field")
    load_folder(folder, fresh_store)
    forget(fresh_store, "alpha")
    drop_article(folder, "alpha")
    assert_equal(fresh_store, fresh_load(tmp_path, folder))


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_three_ids_are_one_through_their_middle(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = without_judgements(tmp_path / "market")
    judge(folder, "group/mill-guild", "group/river-band")
    judge(folder, "group/river-band", "group/river-cell")
    load_folder(folder, fresh_store)
    rows = fresh_store.read(
        "MATCH (e:Entity)<-[:SUBJECT|OBJECT|SAID_BY]-() "
        "WHERE e.id STARTS WITH 'group/' RETURN DISTINCT e.id AS id ORDER BY id"
    )
    assert [row["id"] for row in rows] == ["group/hill-band", "group/mill-guild"]
    take_back(folder, "mill-guild", "river-band")
    load_folder(folder, fresh_store)
    assert_equal(fresh_store, fresh_load(tmp_path, folder))


def test_a_claim_whose_ends_are_one_keeps_its_node_alone(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = without_judgements(tmp_path / "market")
    load_folder(folder, fresh_store)
    assert not fresh_store.read(ONE_END)
    judge(folder, "group/river-band", "group/hill-band")
    load_folder(folder, fresh_store)
    [row] = fresh_store.read(ONE_END)
    assert not fresh_store.read(EDGES_OF, row)
    assert_equal(fresh_store, fresh_load(tmp_path, folder))
    take_back(folder, "river-band")
    load_folder(folder, fresh_store)
    assert fresh_store.read(EDGES_OF, row) == [{"type": "ALLEGED_LINK"}]


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
@pytest.mark.parametrize("order", mostly_slow(["gba", "abg", "bag", "gab"]))
def test_the_standing_id_may_come_late(
    fresh_store: Store, tmp_path: Path, order: str
) -> None:
    folder = copy_market(tmp_path / "market")
    take_back(folder, '"different"')
    judge(folder, "group/hill-band", "group/mill-guild")
    judge(folder, "group/hill-band", "group/a-group-that-nothing-needs")
    names = {"a": "alpha", "b": "beta", "g": "gamma"}
    load_stems(folder, fresh_store, *(names[one] for one in order))
    assert_equal(fresh_store, fresh_load(tmp_path, folder))
    forget(fresh_store, "beta")
    drop_article(folder, "beta")
    assert_equal(fresh_store, fresh_load(tmp_path, folder))


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
@pytest.mark.parametrize("gone", mostly_slow(["alpha", "beta", "gamma"]))
def test_forgetting_moves_what_hung_on_an_id_that_goes(
    fresh_store: Store, tmp_path: Path, gone: str
) -> None:
    folder = copy_market(tmp_path / "market")
    judge(folder, "person/anna-miller", "person/boris-miller")
    judge(folder, "org/publisher-beta", "org/gazette")
    load_folder(folder, fresh_store)
    forget(fresh_store, gone)
    drop_article(folder, gone)
    assert_equal(fresh_store, fresh_load(tmp_path, folder))


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_class_with_a_different_pair_is_refused(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = copy_market(tmp_path / "market")
    load_folder(folder, fresh_store)
    before = snapshot(fresh_store)
    judge(folder, "group/hill-band", "group/river-band")
    judge(folder, "group/mill-guild", "group/river-cell")
    with pytest.raises(GateError, match="are judged different by ann"):
        load_folder(folder, fresh_store)
    assert_equal(fresh_store, before)


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_two_corpora_cannot_join_what_one_of_them_keeps_apart(
    fresh_store: Store, tmp_path: Path
) -> None:
    first = without_judgements(tmp_path / "first")
    judge(first, *SAME)
    second = rename_corpus(copy_market(tmp_path / "second"), "other", "other-")
    (second / "judgements.jsonl").write_text("", "utf-8")
    judge(second, *SAME, verdict="different")
    load_folder(first, fresh_store)
    before = snapshot(fresh_store)
    with pytest.raises(CorpusError, match="are judged different by bea"):
        load_folder(second, fresh_store)
    assert_equal(fresh_store, before)


@pytest.mark.longer_served
def test_a_judgement_of_two_corpora_ends_with_the_second(
    fresh_store: Store, tmp_path: Path
) -> None:
    first = without_judgements(tmp_path / "first")
    second = rename_corpus(without_judgements(tmp_path / "second"), "other", "other-")
    judge(first, *SAME)
    judge(second, *SAME)
    load_folder(first, fresh_store)
    load_folder(second, fresh_store)
    assert_equal(fresh_store, fresh_load(tmp_path, second, first))
    take_back(first, *SAME)
    load_folder(first, fresh_store)
    assert_equal(fresh_store, fresh_load(tmp_path, second, first))
    for stem in ("other-alpha", "other-beta", "other-gamma"):
        forget(fresh_store, stem)
    assert_equal(fresh_store, fresh_load(tmp_path, first))


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_judgement_that_two_corpora_tell_differently_is_refused(
    fresh_store: Store, tmp_path: Path
) -> None:
    first = without_judgements(tmp_path / "first")
    second = rename_corpus(without_judgements(tmp_path / "second"), "other", "other-")
    judge(first, *SAME)
    judge(second, *reversed(SAME))
    load_folder(first, fresh_store)
    with pytest.raises(CorpusError, match=r"by corpus market, .* and by corpus other"):
        load_folder(second, fresh_store)


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_an_alias_of_one_corpus_is_not_that_of_the_other(
    fresh_store: Store, tmp_path: Path
) -> None:
    """What counts is which corpus writes an id, not where its edges hang."""
    first = copy_market(tmp_path / "first")
    second = rename_corpus(copy_market(tmp_path / "second"), "other", "other-")
    for folder, stems in ((first, ("alpha", "gamma")), (second, ("other-beta",))):
        for stem in stems:
            drop_article(folder, stem)
    load_folder(first, fresh_store)
    load_folder(second, fresh_store)
    edit_entity(second, "groups", "group/river-cell", kind="faction")
    load_folder(second, fresh_store)
    assert_equal(fresh_store, fresh_load(tmp_path, first, second))
    edit_entity(second, "groups", "group/hill-band", kind="faction")
    load_folder(second, fresh_store)
    assert_equal(fresh_store, fresh_load(tmp_path, second, first))
