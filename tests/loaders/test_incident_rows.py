"""Rows in are rows with claims and rows left out, whatever stands in their cells."""

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimgraph.loaders.incidents import read
from claimgraph.model import Cell
from claimgraph.tables.delimited import delimited_rows
from claimgraph.tables.forms import SheetForm
from incident_tables import write_lines, write_parquet
from list_loading import claims_of
from problems import problem_lines

HEAD = [
    *("id", "kind", "day", "prec", "end", "town", "land", "lat", "lon", "who", "sure"),
    *("own", "hit", "dead", "low", "high", "told"),
]
MAPPING = """\
title: T
source: t
publisher: {id: org/t, name: T}
table: {unknown: ["-"]}
only: [{column: kind, not: [protest]}]
id: id
name: "{kind} in {town}"
date:
  column: day
  forms: [D.M.YYYY]
  end: end
  precision: {column: prec, words: {1: day, 2: week, 3: month, 4: about}}
place: {names: [town, land], lat: lat, lon: lon}
reporters: [{column: told, several: ";"}]
doers:
  - column: who
    unnamed: ["un*"]
    modality: {column: sure, words: {1: stated, 0: suspected}}
    claimed: {column: own, is: 1}
targets: [{column: hit, type: place}]
methods: [{column: kind, words: {bomb: planted-bomb, shots: shooting}}]
figures: [{relation: KILLED, best: dead, low: low, high: high}]
"""
WORDS = [
    *("", "-", "1", "2", "0", "3", "bomb", "protest", "31.2.2030", "2.1.2030", "9999"),
    *("34.5", "-91", "un", "North; South", "Nordfront", "\u5317\u65b9", "a\tb", " x "),
    "01",
]
# whatever a file of text can hold, and what stands in such cells
CELLS = st.sampled_from(WORDS) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=8
)
ROWS = st.lists(
    st.lists(CELLS, min_size=len(HEAD), max_size=len(HEAD)), min_size=1, max_size=12
)


def rows_left_out(left_out: dict[str, int]) -> int:
    """How many rows a load counts as not read."""
    return sum(number for told, number in left_out.items() if told.startswith("rows:"))


def write_own(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    """The rows as CSV, with their mapping beside them."""
    path = folder / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([HEAD, *rows])
    for ending in ("csv", "jsonl", "parquet"):
        (folder / f"t.{ending}.map.yaml").write_text(MAPPING, "utf-8")
    return path


@given(ROWS)
@example([["0\n0", *[""] * 8, "1", *[""] * 7]])
def test_no_row_is_lost_without_a_word(rows: list[list[str]]) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = write_own(Path(folder), rows)
        batches = list(read(path))
        assert problem_lines(batches, str(path)) == []
        claims = list(claims_of(batches))
        told: set[int] = set()
        for claim in claims:
            assert isinstance(claim.selector, Cell)
            place = claim.selector
            told.add(place.row)
            assert claim.quote == rows[place.row - 1][HEAD.index(place.column)]
        left = rows_left_out(dict(batches[-1].left_out))
        assert len(told) + left == len(filled)
        assert len({claim.id for claim in claims}) == len(claims)


@settings(max_examples=30)
@given(ROWS)
def test_the_order_of_rows_moves_no_id(rows: list[list[str]]) -> None:
    # numbers of their own: of two rows with one number the first is read
    numbered = [[f"n{at}", *row[1:]] for at, row in enumerate(rows)]
    turned = numbered[::-1]
    found: list[set[tuple[object, ...]]] = []
    for order in (numbered, turned):
        with tempfile.TemporaryDirectory() as folder:
            batches = list(read(write_own(Path(folder), order)))
        found.append(
            {
                (claim.relation, claim.subject, claim.object, claim.value, claim.origin)
                for claim in claims_of(batches)
            }
        )
    assert found[0] == found[1]


@settings(max_examples=20)
@given(ROWS)
def test_forms_of_a_table_agree(rows: list[list[str]]) -> None:
    if not any(cell.strip() for row in rows for cell in row):
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [
            write_own(folder, rows),
            write_lines(folder / "t.jsonl", [HEAD, *rows]),
            write_parquet(folder / "t.parquet", [HEAD, *rows]),
        ]
        first, *others = (
            [
                (claim.relation, claim.subject, claim.object, claim.value, claim.quote)
                for claim in claims_of(list(read(path)))
            ]
            for path in paths
        )
    assert others == [first, first]


def test_a_table_leaves_the_limit_of_other_readers_alone(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("id,note\n1," + "x" * 200_000 + "\n", "utf-8")
    usual = csv.field_size_limit()
    rows = delimited_rows(path, SheetForm(), ",")
    for _, cells in rows:
        assert csv.field_size_limit() == usual
        assert len(cells) == 2
