"""A table becomes claims by a loader of forty lines; what is wrong in it is told."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import incidents
from claimgraph import loaders
from claimgraph.api.sources import load
from claimgraph.errors import GateError, LoaderError
from claimgraph.gate import check
from claimgraph.loaders import find_loader, loader_for, loader_names
from claimgraph.loaders.builder import ClaimBuilder, dataset_article
from claimgraph.model import Batch, Cell, XPath
from claimgraph.readback import read
from claimgraph.schema import load_schema
from claimgraph.store import open_store
from problems import problem_lines

HEAD = ("id", "what", "group", "sure", "dead", "source")
GOOD = (
    ("2020-05-01-market", "market bombing", "River Cell", "yes", "12", "Bureau"),
    ("2020-05-02-mill", "raid on a mill", "Hill Band", "no", "", ""),
    ("2020-05-03-bridge", "bridge bombing", "", "", "3", ""),
)
Table = Callable[..., Path]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Writes a table of incidents."""

    def written(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Path:
        path = tmp_path / "desk.incidents.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *rows])
        return path

    return written


def problems_of(path: Path) -> list[str]:
    """All that the gate says of a table."""
    return problem_lines(incidents.read(path), str(path))


def test_rows_become_claims_that_pass_the_gate(table: Table) -> None:
    path = table(*GOOD)
    (batch,) = incidents.read(path)
    assert problems_of(path) == []
    assert [(one.relation, one.selector, one.quote) for one in batch.claims] == [
        ("ATTRIBUTED_TO", Cell(1, "group"), "River Cell"),
        ("KILLED", Cell(1, "dead"), "12"),
        ("ATTRIBUTED_TO", Cell(2, "group"), "Hill Band"),
        ("KILLED", Cell(3, "dead"), "3"),
    ]
    first, _, second, _ = batch.claims
    assert [hop.holder for hop in first.chain] == ["org/incident-desk", "org/bureau"]
    assert [hop.stance for hop in first.chain] == ["reports", "asserts"]
    assert [hop.stance for hop in second.chain] == ["asserts"]
    assert (first.modality, second.modality) == ("stated", "alleged")
    assert not batch.article.quote_checked
    assert {one.id for one in batch.entities} >= {"group/river-cell", "org/bureau"}


def test_a_loaded_table_is_read_back_equal(table: Table, tmp_path: Path) -> None:
    path = table(*GOOD)
    with open_store(str(tmp_path / "graph")) as store:
        assert load(store, incidents.read(path)).created == 4
        assert load(store, incidents.read(path)).unchanged == 4
        back = {claim for batch in read(store) for claim in batch.claims}
    assert back == {claim for batch in incidents.read(path) for claim in batch.claims}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            ("a", "x", "Band", "yes", "many", ""),
            "3: row 2, column dead: invalid literal for int() with base 10: 'many'",
        ),
        (
            ("a", "x", "戦線", "yes", "", ""),
            "3: row 2, column group: '戦線' has no letter a-z for an id: write one by "
            "hand",
        ),
        (("a", "x", "Band"), "3: row 2: has 3 cells, the head 6"),
        (
            ("2020-05-01-market", "another name", "", "", "", ""),
            "3: row 2, column what: attack/2020-05-01-market is defined twice, "
            "differently",
        ),
    ],
)
def test_a_bad_row_is_a_problem_with_its_place(
    table: Table, row: tuple[str, ...], problem: str
) -> None:
    assert problems_of(table(GOOD[0], row)) == [problem]


def test_the_gate_names_row_and_column(table: Table) -> None:
    dead = ("x" * 9, "x", "", "", "-3", "")
    spaced = ("no stem", "x", "Band", "", "", "")
    found = problems_of(table(*GOOD, dead, spaced))
    assert any(one.startswith("5: row 4, column dead.value") for one in found)
    assert any(one.startswith("6: row 5.id") for one in found)


def test_all_bad_rows_are_told_and_nothing_is_loaded(
    table: Table, tmp_path: Path
) -> None:
    bad = [(f"a{n}", "x", "", "", "many", "") for n in range(3)]
    path = table(*GOOD, *bad)
    with open_store(str(tmp_path / "graph")) as store:
        with pytest.raises(GateError) as caught:
            load(store, incidents.read(path))
        assert list(read(store)) == []
    assert [one.line for one in caught.value.problems] == [5, 6, 7]


def test_a_large_table_comes_in_batches(table: Table) -> None:
    rows = [(f"a{n}", f"raid {n}", "Band", "yes", "1", "") for n in range(1250)]
    batches = list(incidents.read(table(*rows)))
    assert [len(one.claims) for one in batches] == [1000, 1000, 500]
    assert [(one.first, one.last) for one in batches] == [
        *((True, False), (False, False), (False, True)),
    ]
    assert [check(one, load_schema()) for one in batches] == [[], [], []]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no row"),
        (b"id,what\n", "no row"),
        (b"id,id\n1,2\n", "no two alike"),
        (b"id,\n1,2\n", "a name over each column"),
        (b"id\n\xff\n", "utf-8"),
        (b'id\n"a\n', "unexpected end of data"),
        (b"id\n" + b"x" * 200_000, "field larger"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "a.incidents.csv"
    path.write_bytes(raw)
    with pytest.raises(LoaderError, match=words) as caught:
        list(incidents.read(path))
    assert caught.value.file == str(path)


def test_a_column_that_is_lacking_is_told_with_the_nearest(table: Table) -> None:
    path = table(("a", "x"), head=("id", "whit"))
    assert problems_of(path) == [
        "2: row 1, column what: there is no such column (nearest: whit)"
    ]


@given(st.lists(st.text(), min_size=6, max_size=6))
def test_no_cell_makes_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    path = tmp_path_factory.mktemp("cells") / "a.incidents.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([HEAD, cells])
    try:
        (batch,) = incidents.read(path)
    except LoaderError:
        return
    for problem in check(batch, load_schema()):
        assert problem.file == str(path)


def test_a_bug_in_a_loader_keeps_its_traceback(table: Table) -> None:
    article = dataset_article(table(*GOOD), title="x", publisher="org/x")
    builder = ClaimBuilder(Path("a"), article)
    with pytest.raises(TypeError, match="modality"):
        builder.add("KILLED", "attack/a", quote="x", at=XPath("/a"), modalty="stated")
    with pytest.raises(TypeError, match="within `row`"):
        builder.add("KILLED", "attack/a", quote="x", at="dead")


def test_a_new_loader_is_found_by_its_ending(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    shutil.copy(incidents.__file__, folder / "desk_table.py")
    monkeypatch.setattr(loaders, "__path__", [*loaders.__path__, str(folder)])
    assert "desk_table" in loader_names()
    name = loader_for(table(*GOOD))
    assert name == "desk_table"
    batches: list[Batch] = list(find_loader(name).read(table(*GOOD)))
    assert len(batches[0].claims) == 4
