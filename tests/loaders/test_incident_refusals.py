"""Tables and mappings that are refused, and what is said of them."""

import re
import shutil
import sys
import zipfile
from collections import deque
from pathlib import Path

import pytest
from openpyxl import Workbook

from claimgraph.errors import ClaimgraphError, GateError, LoaderError, MissingExtraError
from claimgraph.loaders import loader_for
from claimgraph.tables.forms import SheetForm
from claimgraph.tables.guessing import look_at
from claimgraph.tables.workbook import workbook_rows
from incident_tables import (
    OWN,
    ROW,
    TABLES,
    batches_by,
    own_table,
    plain_rows,
    write_parquet,
)

DESK, GTD = TABLES / "desk.csv", TABLES / "gtd.csv"

REFUSED: dict[str, tuple[bytes, str]] = {
    "latin": (b"id,who\n1,caf\xe9\n", "is not in the encoding utf-8-sig"),
    "quotes": (b'id,day,town,lat,lon,who,dead\n1,"open\n', "unexpected end of data"),
    "empty": (b"", "has no row 1"),
    "no head": (b",,\n1,2,3\n", "names no column"),
    "no row": (b"id,day,town,lat,lon,who,dead\n", "holds no row below its head"),
    "lacking": (b"id,day,twon,lat,lon,who,dead\n1\n", "has no column 'town' (near"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_of_the_mapping_is_refused(name: str, tmp_path: Path) -> None:
    raw, words = REFUSED[name]
    path = own_table(tmp_path)
    path.write_bytes(raw)
    with pytest.raises(ClaimgraphError) as caught:
        batches_by(path)
    assert words in str(caught.value)


@pytest.mark.parametrize("ending", ["xlsx", "parquet", "jsonl"])
def test_what_only_has_the_name_of_a_table_is_refused(
    ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"own.{ending}"
    path.write_bytes(b"PK\x03\x04 nothing of the kind")
    with pytest.raises(LoaderError, match=r"own\.\w+.*: is no"):
        batches_by(path, "gtd")


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", bytes(70 * 2**20))
    with pytest.raises(LoaderError, match="more than a workbook of its size may"):
        batches_by(path, "gtd")


def test_a_sheet_of_a_row_far_down_is_refused(tmp_path: Path) -> None:
    usual, path = tmp_path / "usual.xlsx", tmp_path / "far.xlsx"
    book = Workbook()
    book.save(usual)
    row = b'<sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row>'
    with zipfile.ZipFile(usual) as known, zipfile.ZipFile(path, "w") as packed:
        for name in known.namelist():
            part = known.read(name)
            packed.writestr(
                name,
                re.sub(
                    rb"<sheetData(?: ?/>|></sheetData>)", row + b"</sheetData>", part
                ),
            )
    with pytest.raises(LoaderError, match="more than 1048576 rows"):
        deque(workbook_rows(path, SheetForm()), maxlen=0)


def test_a_wide_cell_does_not_hide_what_parts_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(f"a;b\n{'x' * 200_000};y\n")
    assert look_at(path).head == ("a", "b")


def test_a_ready_mapping_says_that_a_table_is_none_of_its_own() -> None:
    with pytest.raises(LoaderError, match=r"has not the columns of rand \(it lacks"):
        batches_by(DESK, "rand")


def test_a_missing_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_parquet(tmp_path / "gtd.parquet", plain_rows(GTD))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'claimgraph\[parquet\]'"):
        batches_by(path, "gtd")


SLIPS: dict[str, tuple[str, str, list[str]]] = {
    "key": ("doers:", "actors:", ["8: actors: is no key here (nearest: doers)"]),
    "word": (
        *("KILLED", "KILED"),
        [
            "9: figures[0].relation: 'KILED' is unknown (nearest: KILLED): expected is "
            "one of CASUALTIES, KILLED, WOUNDED"
        ],
    ),
    "form": (
        *("D.M.YYYY", "dd.mm.yyyy"),
        [
            "6: date.forms[0]: 'dd.mm.yyyy' is no form of a day: expected is a form as "
            "DD.MM.YYYY, M/D/YY, D MMM YYYY"
        ],
    ),
    "half": (", lon: lon", "", ["7: place: needs both `lat` and `lon`, or neither"]),
    "none": ("title: T\n", "", ["1: title: is missing"]),
    "comment": (
        *("id: id", "id: no #"),
        [
            "5: id[0]: own.csv has no column 'no': it ends before a comment (#), put "
            "the whole in quotes"
        ],
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slips_of_a_mapping_are_told_like_those_of_a_corpus(
    name: str, tmp_path: Path
) -> None:
    old, new, told = SLIPS[name]
    path = own_table(tmp_path, ROW, mapping=OWN.replace(old, new))
    with pytest.raises(GateError) as caught:
        batches_by(path)
    file = f"{path}.map.yaml:"
    assert [str(one).removeprefix(file) for one in caught.value.problems] == told


def test_without_a_mapping_the_next_command_is_named(tmp_path: Path) -> None:
    path = shutil.copy(GTD, tmp_path / "my own.csv")
    with pytest.raises(LoaderError, match=r"`claimgraph map '.*my own\.csv'` proposes"):
        loader_for(Path(path))
    with pytest.raises(LoaderError, match=r"gdt is unknown \(nearest: gtd\)"):
        batches_by(Path(path), "gdt")
