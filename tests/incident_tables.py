"""Made-up tables of incidents, in every form in which people have them."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from claimgraph.loaders.incidents import read
from claimgraph.model import Batch, Cell, Claim
from list_loading import SAMPLES
from problems import problem_lines

TABLES = SAMPLES / "incidents"
OWN = """\
title: T
source: t
publisher: {id: org/t, name: T}
table: {unknown: ["-"]}
id: id
date: {column: day, forms: [D.M.YYYY]}
place: {names: [town], lat: lat, lon: lon}
doers: [{column: who}]
figures: [{relation: KILLED, best: dead}]
"""
HEAD = ["id", "day", "town", "lat", "lon", "who", "dead"]
ROW = ["1", "2.1.2030", "Rivertown", "34", "69", "Northern Front", "3"]
READY = ("acled", "gtd", "rand", "ucdp")


def batches_by(path: Path, mapping: str | Path | None = None) -> list[Batch]:
    """What a table comes to by a mapping; the gate lets it pass."""
    found = list(read(path, None if mapping is None else str(mapping)))
    assert problem_lines(found, str(path)) == []
    return found


def plain_rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    """The rows of a table of text, its head the first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def claim_words(claim: Claim) -> tuple[object, ...]:
    """What a claim says and where, but not in which file."""
    place = claim.selector
    assert isinstance(place, Cell)
    hops = tuple((hop.holder, hop.medium) for hop in claim.chain)
    ends = (claim.relation, claim.subject, claim.object, claim.value, claim.modality)
    return (*ends, place.row, place.column, claim.quote, claim.note, hops)


def write_book(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook whose one sheet has the rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def write_parquet(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A Parquet file whose columns are texts."""
    from pyarrow import table
    from pyarrow.parquet import write_table

    head, *below = rows
    columns = dict(zip(head, zip(*below, strict=True), strict=True))
    write_table(table({name: list(cells) for name, cells in columns.items()}), path)
    return path


def write_lines(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Objects, one a line; what is empty is left out."""
    head, *below = rows
    lines = [
        json.dumps(dict(zip(head, map(str, row), strict=True)), ensure_ascii=False)
        for row in below
    ]
    path.write_text("\n".join(lines), "utf-8")
    return path


def write_text(
    path: Path, rows: Sequence[Sequence[str]], delimiter: str, encoding: str = "utf-8"
) -> Path:
    """Separated values."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def own_table(folder: Path, *rows: list[str], mapping: str = OWN) -> Path:
    """A table of a few columns with its mapping beside it."""
    path = write_text(folder / "own.csv", [HEAD, *rows], ",")
    (folder / "own.csv.map.yaml").write_text(mapping, "utf-8")
    return path
