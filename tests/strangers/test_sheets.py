"""Spreadsheets and data tools read our tables: text as text, days as days."""

import csv
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.exports.formats.xlsx import ORDER, WITHOUT
from claimgraph.exports.spreadsheet import NUMERIC
from export_cases import seeds
from outside_tools import output, program, script

pytestmark = pytest.mark.slow

Written = Callable[[str], Path]
# comma, quotes, UTF-8, from line 1, values and not what is shown, all sheets
FILTER = (
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
)

# what DuckDB and pandas make of columns when nobody tells them
FRAMES = """
import json, sys, duckdb, pandas
path, book = sys.argv[1:]
asked = f"FROM read_csv_auto('{path}')"
duck = {name: kind for name, kind, *_ in duckdb.sql(f"DESCRIBE {asked}").fetchall()}
count = duckdb.sql(f"SELECT polarity, count(*) {asked} GROUP BY ALL").fetchall()
frames = [pandas.read_csv(path), pandas.read_excel(book, sheet_name="claims")]
print(json.dumps({
    "duck": duck,
    "counts": [dict(count), *(one.polarity.value_counts().to_dict() for one in frames)],
    "kinds": [{name: str(kind) for name, kind in one.dtypes.items()} for one in frames],
}))
"""


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


def test_data_tools_find_types_and_denials(python: Path, written: Written) -> None:
    claims = str(written("csv") / "claims.csv")
    command = [str(python / "python"), "-c", FRAMES, claims, str(written("xlsx"))]
    found = json.loads(output(command))
    polarities = Counter(one.polarity for batch in seeds() for one in batch.claims)
    assert found["counts"] == [polarities] * 3
    assert found["duck"]["said_from"] == "DATE" and found["duck"]["hops"] == "BIGINT"
    assert found["duck"]["id"] == found["duck"]["said"] == "VARCHAR"
    of_csv, of_sheet = found["kinds"]
    assert of_csv["hops"] == of_sheet["hops"] == "int64"
    assert of_sheet["said_from"].startswith("datetime64")
    assert of_sheet["said"] in ("object", "str")
