"""The functions of `claimgraph`: what they take, what they refuse, in which words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest

import claimgraph
from claimgraph.api.exporting import ExportChoices
from claimgraph.api.reporting import ENDINGS, FORMS
from claimgraph.api.sources import BIG
from claimgraph.exports import ExportOptions
from claimgraph.store.base import Store
from jsonl_files import dataset, write_lines
from small_batch import BAND, CELL, MARKET, small_batch


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A graph with the claims of the small batch, given as batches."""
    folder = tmp_path_factory.mktemp("api") / "graph"
    with claimgraph.open_store(folder) as opened:
        claimgraph.load(opened, [small_batch()])
        yield opened


def test_an_answer_is_a_sequence_of_dicts(store: Store) -> None:
    rows = claimgraph.ask(store, "attacks/attributions", attack="market bombing")
    assert rows[0]["attack_id"] == MARKET
    assert list(rows[0]) == list(rows.columns)
    assert [*rows] == rows[:] == [dict(zip(rows.columns, rows.rows[0], strict=True))]
    assert rows[-1] == rows[0]
    with pytest.raises(IndexError):
        rows[1]


def test_names_do_where_an_id_is_wanted(store: Store) -> None:
    by_id = claimgraph.ask(store, "groups/links", {"group": CELL}, limit=1)
    assert claimgraph.ask(store, "groups/links", group="river cell", limit=1) == by_id
    assert claimgraph.find(store, "River Cell", "group") == CELL
    assert claimgraph.find(store, CELL) == CELL
    with pytest.raises(claimgraph.QueryError, match="nearest: River Cell"):
        claimgraph.ask(store, "groups/links", group="Rivr Cell")


def test_a_null_is_passed_on_as_it_is(store: Store) -> None:
    everything = claimgraph.ask(store, "attacks/attributions", attack=None)
    assert everything == claimgraph.ask(store, "attacks/attributions")


def test_batches_that_do_not_pass_raise_one_error(store: Store) -> None:
    batch = small_batch()
    wrong = replace(batch, claims=(replace(batch.claims[0], quote=""),))
    with pytest.raises(claimgraph.ClaimgraphError) as caught:
        claimgraph.load(store, [wrong])
    assert isinstance(caught.value, claimgraph.GateError)
    assert caught.value.message == "1 problem"
    assert str(caught.value).splitlines()[1] == str(caught.value.problems[0])


@pytest.mark.parametrize(("more", "whole"), [(0, True), (1, False)])
def test_a_file_is_loaded_as_a_whole_from_some_size_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int, whole: bool
) -> None:
    path = write_lines(tmp_path / "a.claims.jsonl", dataset(20))
    monkeypatch.setattr("claimgraph.api.sources.BIG", path.stat().st_size + more)
    mark, seen = tmp_path / "graph" / "claimgraph.unfinished", set[bool]()
    with claimgraph.open_store(tmp_path / "graph") as store:
        claimgraph.load(store, path, progress=lambda batch: seen.add(mark.exists()))
    assert seen == {whole} and not mark.exists()


def test_that_size_is_the_one_in_the_docs() -> None:
    page = Path(__file__).parents[1] / "docs" / "python.md"
    assert f"from {BIG / 10**6:.0f} MB on" in " ".join(page.read_text("utf-8").split())


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_a_report_is_one_call(
    store: Store, tmp_path: Path, form: str
) -> None:
    found = claimgraph.report(store, "linkage", "River Cell", BAND)
    [ending] = [end for end, name in ENDINGS.items() if name == form][:1] or [".txt"]
    path = tmp_path / f"report{ending}"
    found.write(path)
    calls = {
        "terminal": found.text,
        "markdown": found.markdown,
        "html": found.html,
        "json": found.json,
    }
    assert path.read_text("utf-8") == calls[form]() == found.form(form)
    assert found.content.subjects == (CELL, BAND)
    with pytest.raises(claimgraph.QueryError, match=r"hmtl is unknown .*html"):
        found.write(path, "hmtl")
    assert path.read_text("utf-8") == found.form(form)


@pytest.mark.parametrize(
    ("name", "subjects", "options", "words"),
    [
        ("linkage", ("River Cell",), {}, r"2 subjects \(left, right\), not 1"),
        ("overview", ("River Cell",), {}, "about 0 subjects, not 1"),
        ("linkage", ("River Cell", CELL), {}, "are one entity"),
        ("group", (MARKET,), {}, "wanted is a group"),
        ("changes", (), {}, "needs it"),
        ("changes", (), {"since": "2020", "sinse": "x"}, "nearest: since"),
        ("changes", (), {"since": "soon"}, "soon"),
        ("changes", (), {"since": "2020", "clock": "sun"}, "none of"),
        ("group", (CELL,), {"min_modality": "certain"}, "certain"),
    ],
)
def test_what_does_not_fit_a_report_is_refused(
    store: Store,
    name: str,
    subjects: tuple[str, ...],
    options: Mapping[str, str],
    words: str,
) -> None:
    with pytest.raises(claimgraph.ClaimgraphError, match=words):
        # as somebody without a type checker calls it
        claimgraph.report(store, name, *subjects, **options)  # type: ignore[arg-type]


def test_an_export_takes_the_options_of_its_format(
    store: Store, tmp_path: Path
) -> None:
    assert ExportChoices.__annotations__.keys() == {
        one.name for one in fields(ExportOptions)
    }
    path = tmp_path / "claims.jsonl"
    account = claimgraph.export(store, "claims", path, no_text=True, beside=False)
    assert account.claims.out == len(small_batch().claims)
    assert [one.name for one in tmp_path.iterdir()] == ["claims.jsonl"]
    with pytest.raises(claimgraph.ExportError, match=r"there are: .*accepted_only"):
        claimgraph.export(store, "claims", path, topics=True)
    with pytest.raises(claimgraph.ClaimgraphError, match="there are: claims"):
        claimgraph.export(store, "docx", path)


def test_a_search_needs_a_word(store: Store) -> None:
    with pytest.raises(claimgraph.QueryError, match="holds no word"):
        claimgraph.search(store, "*?")
    assert claimgraph.search(store, "market").words == ("market",)


def test_an_empty_graph_says_so(tmp_path: Path) -> None:
    with claimgraph.open_store(tmp_path / "graph") as empty:
        claimgraph.load(empty, [])
        held = claimgraph.status(empty)
        assert (held.articles, held.claim_count) == ([], 0)
        with pytest.raises(claimgraph.QueryError, match="holds no claims"):
            claimgraph.report(empty, "overview")
        with pytest.raises(claimgraph.ExportError, match="holds no articles"):
            claimgraph.export(empty, "trig", tmp_path / "a.trig")
        assert not (tmp_path / "a.trig").exists()
