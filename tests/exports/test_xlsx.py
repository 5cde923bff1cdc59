"""A workbook that opens without a question: typed, guarded, the same tables as CSV."""

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from claimgraph.errors import ExportError
from claimgraph.exports.formats.xlsx import ORDER
from claimgraph.exports.verify import csv as csv_reader
from claimgraph.exports.verify import xlsx as xlsx_reader
from claimgraph.exports.workbook import MOST_LETTERS, MOST_ROWS, new_workbook
from claimgraph.model import Batch
from claimgraph.safe_text import FORMULA
from examples import examples
from export_cases import sample, seeds
from verifying import disagreements, write_plainly

Cells = list[dict[str, object]]
HOSTILE = (
    *(f"{begin}1+1" for begin in FORMULA),
    *(
        "=",
        "#N/A",
        "'x",
        "_x000D_",
        "a\r\n\x07\ufffe_x",
        " edge ",
        "2015",
        "\U0001f600",
    ),
)


@pytest.fixture(scope="module")
def book_of_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as a workbook, written once."""
    return write_plainly("xlsx", seeds(), tmp_path_factory.mktemp("seeds"))


def sheets(path: Path) -> dict[str, Cells]:
    """Every sheet as its verifier reads it."""
    with closing(load_workbook(path, read_only=True)) as book:
        return {name: [*map(dict, xlsx_reader.rows(book, name))] for name in ORDER}


def as_texts(rows: Sequence[Mapping[str, object]]) -> list[dict[str, str]]:
    """The rows as CSV would have them, without the texts of articles."""
    return [
        {
            name: str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in row.items()
            if name != "text"
        }
        for row in rows
    ]


@pytest.mark.parametrize("batches", [seeds(), sample()], ids=["seeds", "sample"])
def test_sheets_hold_what_the_tables_of_csv_hold(
    batches: Sequence[Batch], tmp_path: Path
) -> None:
    found = sheets(write_plainly("xlsx", batches, tmp_path))
    folder = write_plainly("csv", batches, tmp_path)
    for name in ORDER:
        assert as_texts(found[name]) == as_texts([*csv_reader.rows(folder, name)])
    assert any(found.values())


def test_head_stays_in_view_and_every_column_has_a_filter(
    book_of_seeds: Path,
) -> None:
    book = load_workbook(book_of_seeds)
    assert book.sheetnames == [*ORDER]
    for name in ORDER:
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        widths = [one.width for one in sheet.column_dimensions.values()]
        assert len(widths) == sheet.max_column and min(widths) >= 12


def test_days_are_days_and_dates_as_written_are_text(book_of_seeds: Path) -> None:
    kinds = {"said": "s", "said_from": "d", "hops": "n", "char_start": "n", "id": "s"}
    [heads, *lines] = load_workbook(book_of_seeds)["claims"].iter_rows()
    columns = {str(cell.value): at for at, cell in enumerate(heads)}
    for name, kind in kinds.items():
        cells = [line[columns[name]] for line in lines]
        assert {one.data_type for one in cells if one.value is not None} == {kind}


def test_file_says_of_no_time_and_holds_no_formula(tmp_path: Path) -> None:
    with ZipFile(write_plainly("xlsx", sample(), tmp_path)) as file:
        parts = file.infolist()
        assert {one.date_time for one in parts} == {(1980, 1, 1, 0, 0, 0)}
        texts = {one.filename: file.read(one).decode() for one in parts}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", texts["docProps/core.xml"])) == {
        "1980-01-01T"
    }
    assert not any("<f" in text for name, text in texts.items() if "sheet" in name)


TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))


@settings(max_examples=examples(40))
@given(texts=TEXTS, numbers=st.lists(st.integers() | st.floats(allow_nan=False)))
def test_every_cell_survives_and_none_is_a_formula(
    texts: list[str],
    numbers: list[float],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("book") / "t.xlsx"
    given: Cells = [{"quote": text} for text in (*HOSTILE, *texts)]
    finite = [one for one in numbers if abs(one) != float("inf")]
    given.extend({"n": number} for number in finite)
    with new_workbook(path, {"t": ("n", "quote")}) as tables:
        for row in given:
            tables["t"].add(row)
    with closing(load_workbook(path, read_only=True)) as book:
        # the reader refuses formulas
        assert [*map(dict, xlsx_reader.rows(book, "t"))] == given


def test_day_that_excel_does_not_know_is_text(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    days = ["1747-10-01", "1900-02-28", "1900-03-01", "2021-08-26", "-0043-03-15"]
    with new_workbook(path, {"t": ("valid_from",)}) as tables:
        for day in days:
            tables["t"].add({"valid_from": day})
    [_, *lines] = load_workbook(path)["t"].iter_rows()
    assert [line[0].data_type for line in lines] == ["s", "s", "d", "d", "s"]
    with closing(load_workbook(path, read_only=True)) as book:
        found = [row["valid_from"] for row in xlsx_reader.rows(book, "t")]
    assert found == days


@pytest.mark.parametrize("letter", ["x", "\U0001f600"])
def test_text_that_no_cell_holds_is_refused(letter: str, tmp_path: Path) -> None:
    [batch] = sample()
    wide = len(letter.encode("utf-16-le")) // 2
    note = letter * (MOST_LETTERS // wide)

    def noted(text: str) -> list[Batch]:
        claims = tuple(replace(one, note=text) for one in batch.claims)
        return [replace(batch, claims=claims)]

    path = write_plainly("xlsx", noted(note), tmp_path)
    assert disagreements("xlsx", path, noted(note)) == []
    with pytest.raises(ExportError, match=r"claims: note .* 32,767 letters.*csv"):
        write_plainly("xlsx", noted(note + letter), tmp_path)


def test_row_that_no_sheet_holds_is_refused(tmp_path: Path) -> None:
    told = r"t has more than the 1,048,576 rows of a sheet: take the format csv"
    with (
        pytest.raises(ExportError, match=told),
        new_workbook(tmp_path / "t.xlsx", {"t": ("n",)}) as tables,
    ):
        assert tables["t"].rows == 1
        # as if as many had been added
        tables["t"].rows = MOST_ROWS - 1
        tables["t"].add({"n": 1})
        tables["t"].add({"n": 2})
    assert list(tmp_path.iterdir()) == []


def changed(book: Workbook, table: str, column: str, value: object) -> None:
    """Puts a value into every filled cell of a column."""
    [heads, *lines] = book[table].iter_rows()
    [at] = [at for at, cell in enumerate(heads) if cell.value == column]
    for line in lines:
        if line[at].value is not None:
            line[at].value = value


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("claims", "polarity", "affirmed", "polarity is lost"),
        ("edges", "link_type", "ALLEGED_LINK", "polarity is lost"),
        ("claims", "said_from", None, "said is lost"),
        ("claims", "quote", "=1+1", "quote holds a formula: =1\\+1"),
        ("chains", "hop", 7, "chains lacks the hops"),
    ],
)
def test_change_shows(
    table: str, column: str, value: object, told: str, tmp_path: Path
) -> None:
    path = write_plainly("xlsx", sample(), tmp_path)
    book = load_workbook(path)
    book.save(path)
    assert disagreements("xlsx", path, sample()) == []
    changed(book, table, column, value)
    book.save(path)
    assert re.search(told, " ".join(disagreements("xlsx", path, sample())))
