"""LibreOffice and SheetJS read tables and workbooks: text as text, days as days."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.exports.formats.xlsx import ORDER, WITHOUT
from claimgraph.exports.spreadsheet import NUMERIC
from outside_tools import output, program, script

pytestmark = pytest.mark.slow

Written = Callable[[str], Path]
# comma, quotes, UTF-8, from line 1, values and not what is shown, all sheets
FILTER = (
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
)


def table(path: Path) -> list[list[str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def as_in_sheets(folder: Path, name: str) -> list[list[str]]:
    """A table of CSV as LibreOffice shows it: no guards, no texts of articles."""
    [heads, *lines] = table(folder / f"{name}.csv")
    kept = [at for at, one in enumerate(heads) if one not in WITHOUT.get(name, ())]
    shown = [[shown_cell(heads[at], line[at]) for at in kept] for line in lines]
    return [[heads[at] for at in kept], *shown]


def shown_cell(name: str, text: str) -> str:
    """A cell of CSV as LibreOffice shows numbers, truths and texts."""
    if name in NUMERIC:
        return text.removesuffix(".0")
    return text.upper() if text in ("true", "false") else text.removeprefix("'")


def test_spreadsheet_reads_text_and_no_formula(
    node: Path, written: Written, hostile: Written
) -> None:
    for kind in (written, hostile):
        for path in sorted(kind("csv").glob("*.csv")):
            found = json.loads(script(node, "sheet.mjs", str(path)))
            rows = table(path)
            assert found["formulas"] == []
            assert len(found["rows"]) == len(rows)
            assert found["rows"] == rows


def test_spreadsheet_would_run_a_raw_formula(node: Path, tmp_path: Path) -> None:
    path = tmp_path / "raw.csv"
    path.write_text("quote\n=1+1\n", encoding="utf-8")
    assert json.loads(script(node, "sheet.mjs", str(path)))["formulas"]


def test_libreoffice_reads_every_cell_of_a_workbook(
    written: Written, hostile: Written, tmp_path: Path
) -> None:
    office = program("soffice", "libreoffice-calc-nogui")
    for kind in (written, hostile):
        path, folder = kind("xlsx"), tmp_path / kind("xlsx").parent.name
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [office, "--headless", profile, "--convert-to", FILTER]
        output([*command, "--outdir", str(folder), str(path)])
        for name in ORDER:
            found = table(folder / f"out-{name}.csv")
            assert found == as_in_sheets(kind("csv"), name)
