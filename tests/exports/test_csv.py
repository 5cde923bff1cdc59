"""Tables that spreadsheets open: whole, guarded, and no denial looks like a tie."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.exports import ExportOptions
from claimgraph.exports.formats.csv import GUARDED, CsvTable, write
from claimgraph.exports.selection import selected_batches
from claimgraph.model import Batch
from examples import examples
from export_cases import sample, seeds
from verifying import disagreements

TABLES = ("entities", "articles", "claims", "chains", "judgements", "edges")
HEAD = (
    "from_id,from_label,from_type,to_id,to_label,to_type,link_type,link_label,"
    "direction,date_from,date_to,date_text,source_reference,source_type,grading,"
    "description,polarity,modality,origin,chain,article,char_start,char_end,quote,"
    "claim_id"
)


def written(
    batches: Sequence[Batch], target: Path, options: ExportOptions | None = None
) -> dict[str, list[dict[str, str]]]:
    """Every table as a plain reader gives it."""
    asked = options or ExportOptions()
    target.mkdir()
    write(selected_batches(batches, asked), target, asked)
    found: dict[str, list[dict[str, str]]] = {}
    for name in TABLES:
        with (target / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            found[name] = list(csv.DictReader(file, strict=True))
    return found


def test_counts_are_those_of_the_source(tmp_path: Path) -> None:
    source = seeds()
    found = written(source, tmp_path / "out")
    claims = [claim for batch in source for claim in batch.claims]
    assert [len(found[name]) for name in TABLES] == [
        len({one.id for batch in source for one in batch.entities}),
        len(source),
        len(claims),
        sum(len(claim.chain) for claim in claims),
        0,
        sum(claim.object is not None for claim in claims),
    ]
    assert {row["id"] for row in found["claims"]} == {claim.id for claim in claims}


def test_no_denied_or_withheld_claim_looks_affirmed(tmp_path: Path) -> None:
    """By the column of the type alone, which is all that link charts draw."""
    source = seeds()
    claims = {claim.id: claim for batch in source for claim in batch.claims}
    found = written(source, tmp_path / "out")
    plain = {row["claim_id"] for row in found["edges"] if " " not in row["link_type"]}
    assert plain == {
        claim.id
        for claim in claims.values()
        if claim.polarity == "affirmed" and claim.object is not None
    }
    others = [row for row in found["edges"] if row["claim_id"] not in plain]
    assert others
    for row in others:
        polarity = claims[row["claim_id"]].polarity
        assert row["link_type"].startswith(f"{polarity.upper()} ")
        assert row["polarity"] == polarity
        assert (
            f" {({'denied': 'denies', 'withheld': 'withholds'})[polarity]}: "
            in (row["link_label"])
        )


def test_form_of_the_files(tmp_path: Path) -> None:
    written(sample(), tmp_path / "out")
    for name in TABLES:
        raw = (tmp_path / "out" / f"{name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    first = (tmp_path / "out" / "edges.csv").read_text("utf-8-sig").splitlines()[0]
    assert first == HEAD


def test_formula_opens_as_text_unless_raw(tmp_path: Path) -> None:
    [batch] = sample()
    named = tuple(replace(one, name=f"={one.name}") for one in batch.entities)
    batches = [replace(batch, entities=named)]
    guarded = written(batches, tmp_path / "out")
    assert all(row["name"].startswith("'=") for row in guarded["entities"])
    assert all(row["from_label"].startswith("'=") for row in guarded["edges"])
    raw = written(batches, tmp_path / "raw", ExportOptions(raw=True))
    assert all(row["name"].startswith("=") for row in raw["entities"])


@settings(max_examples=examples(60))
@given(cells=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_every_cell_survives_and_none_begins_a_formula(
    cells: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    begun = [*cells, *(f"{one}{cell}" for one in GUARDED for cell in cells[:2])]
    path = tmp_path_factory.mktemp("table") / "t.csv"
    with CsvTable(path, ("n", "quote"), numeric=("n",)) as table:
        for number, cell in enumerate(begun, -2):
            table.add({"n": number, "quote": cell})
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = [(row["n"], row["quote"]) for row in csv.DictReader(file)]
    assert [number for number, _ in found] == [
        str(number) for number in range(-2, len(begun) - 2)
    ]
    for cell, (_, shown) in zip(begun, found, strict=True):
        assert not shown.startswith(GUARDED[:-1])
        assert shown.removeprefix("'") == cell


def test_hostile_quotes_come_back(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("x")\r\n<b>,"\x01\u202e;'
    [batch] = sample()
    claims = tuple(replace(one, quote=hostile) for one in batch.claims)
    found = written([replace(batch, claims=claims)], tmp_path / "out")
    assert {row["quote"] for row in found["claims"]} == {f"'{hostile}"}
    assert {row["quote"] for row in found["edges"]} == {f"'{hostile}"}


# of articles, entities and judgements: no feature of a claim tells of these
OTHERS = {
    *("articles corpus", "articles publisher", "articles published"),
    *("articles published_from", "articles published_to", "articles quote_checked"),
    *("articles rejected", "articles text", "entities type", "entities aliases"),
    *("entities kind", "entities collective", "judgements id", "judgements why"),
}
# worked out of the rest
WORKED_OUT = {"claims proposition", "claims digest"}


def changed(folder: Path, name: str, change: Callable[[list[str]], list[str]]) -> bool:
    """Whether the verifier notices a change of the rows below the head of a table."""
    path = folder / f"{name}.csv"
    before = path.read_bytes()
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *lines = list(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *map(change, lines)])
    found = disagreements("csv", folder, sample())
    path.write_bytes(before)
    return bool(found)


def test_every_column_that_is_emptied_shows(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    tables = written(sample(), folder)
    assert not changed(folder, "edges", list)
    unseen: set[str] = set()
    for name in TABLES:
        for at, column in enumerate(tables[name][0]):

            def emptied(line: list[str], at: int = at) -> list[str]:
                return [*line[:at], "", *line[at + 1 :]]

            filled = any(row[column] for row in tables[name])
            if filled and not changed(folder, name, emptied):
                unseen.add(f"{name} {column}")
    assert unseen == OTHERS | WORKED_OUT


@pytest.mark.parametrize("word", ["denies:", "alleged", "Bureau"])
def test_edge_that_says_something_else_shows(word: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    written(sample(), folder)
    assert word in (folder / "edges.csv").read_text("utf-8-sig")
    assert changed(
        folder, "edges", lambda line: [cell.replace(word, "says:") for cell in line]
    )


@pytest.mark.parametrize("name", ["edges", "chains"])
def test_rows_of_no_claim_show(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    written(sample(), folder)
    path = folder / f"{name}.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines, lines[-1]]))
    [first, *_] = disagreements("csv", folder, sample())
    assert "rows of no claim" in first or "lacks the hops" in first
