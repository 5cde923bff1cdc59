"""Tables of incidents by mappings: ready ones, odd ones, the same in every form."""

import gzip
from collections import Counter
from pathlib import Path

import pytest

from claimgraph.api.asking import ask
from claimgraph.api.showing import show
from claimgraph.api.sources import load
from claimgraph.loaders import loader_for
from claimgraph.model import Value
from claimgraph.readback import read as read_back
from claimgraph.store import open_store
from claimgraph.tables.mapping import ready_names
from incident_tables import (
    HEAD,
    OWN,
    READY,
    ROW,
    TABLES,
    batches_by,
    claim_words,
    own_table,
    plain_rows,
    write_book,
    write_lines,
    write_parquet,
    write_text,
)
from list_loading import claims_of

DESK = TABLES / "desk.csv"
GTD = TABLES / "gtd.csv"
FRONT = "group/desk-northern-front-126bec"


def test_own_claims_stand_apart_from_attributions() -> None:
    assert loader_for(DESK) == "incidents"
    found = [one for one in claims_of(batches_by(DESK)) if one.object == FRONT]
    assert [(one.relation, one.origin, one.quote) for one in found] == [
        ("ATTRIBUTED_TO", "org/desk-daily-bugle-ad4e11", "Northern Front"),
        ("CLAIMED_BY", FRONT, "Northern Front"),
    ]
    assert [hop.medium for hop in found[1].chain] == [None, None, "video"]


def test_dates_figures_and_doubts_are_those_of_the_row() -> None:
    claims = list(claims_of(batches_by(DESK)))
    days = [one.value.on for one in claims if one.value and one.value.on]
    assert days == ["2030-01-02", "[2030-02-05..2030-02-09]", "2030-03"]
    figures = [one.value for one in claims if one.relation in ("KILLED", "WOUNDED")]
    assert figures == [
        Value(min=2, max=5, best=3, of="people"),
        Value(min=1204, max=1204, of="people"),
        Value(min=0, max=0, of="people"),
        Value(min=2, max=2, of="people"),
    ]
    doers = [one for one in claims if one.relation == "ATTRIBUTED_TO"]
    assert [one.modality for one in doers] == ["stated", "suspected", "suspected"]


def test_somebody_whom_nobody_names_is_another_one_in_each_row() -> None:
    batches = batches_by(TABLES / "acled.csv", "acled")
    named = {one.id: one for batch in batches for one in batch.entities}
    [found] = [one for one in named.values() if one.unnamed]
    assert (found.id, found.name) == (
        "group/unnamed-acled-rur3-2eae8c",
        "Unidentified Armed Group (Ruritania)",
    )


def test_what_is_left_out_is_counted_with_its_first_place() -> None:
    assert batches_by(DESK)[-1].left_out == {
        "cells of By whom: say that nobody knows (first: row 3, 'unknown')": 1,
        "cells of What: the mapping has no word for them (first: row 4, 'kites')": 1,
        "cells of Day: is no day in the form DD.MM.YYYY or MM.YYYY "
        "(first: row 4, '31/02/2030')": 1,
        "cells of Lat: is not between -90 and 90 degrees (first: row 4, '134,5')": 1,
        "cells of Dead (best): is no whole number of zero or more "
        "(first: row 4, 'many')": 1,
        "rows: the same number stood further up (first: row 5)": 1,
    }


def test_the_ready_mappings_are_those_with_a_sample() -> None:
    assert tuple(ready_names()) == READY


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        (
            "gtd",
            {"OCCURRED_ON": 4, "LOCATED_IN": 4, "ATTRIBUTED_TO": 4, "CLAIMED_BY": 2}
            | {"TARGETED": 1, "METHOD": 2, "KILLED": 3, "WOUNDED": 3},
        ),
        (
            "acled",
            {"OCCURRED_ON": 3, "LOCATED_IN": 3, "ATTRIBUTED_TO": 2, "RIVAL_OF": 1}
            | {"TARGETED": 2, "METHOD": 1, "KILLED": 3},
        ),
        (
            "ucdp",
            {"OCCURRED_ON": 2, "LOCATED_IN": 2, "ATTRIBUTED_TO": 1, "RIVAL_OF": 1}
            | {"TARGETED": 1, "KILLED": 7},
        ),
        (
            "rand",
            {"OCCURRED_ON": 2, "LOCATED_IN": 2, "ATTRIBUTED_TO": 1, "METHOD": 1}
            | {"KILLED": 2, "WOUNDED": 2},
        ),
    ],
)
def test_ready_mappings_read_what_people_download(
    name: str, counted: dict[str, int]
) -> None:
    claims = list(claims_of(batches_by(TABLES / f"{name}.csv", name)))
    assert Counter(one.relation for one in claims) == counted


def test_a_table_answers_a_question_and_opens_to_its_row(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "g")) as store:
        assert load(store, GTD, mapping="gtd").created == 23
        assert load(store, GTD, mapping="gtd").unchanged == 23
        answer = ask(store, "attacks/attributions", attack="attack/gtd-203002000001")
        assert {(row["culprit"], row["modality"]) for row in answer} == {
            ("River Cell", "suspected"),
            ("Northern Front", "suspected"),
        }
        held = {claim for batch in read_back(store) for claim in batch.claims}
        assert held == set(claims_of(batches_by(GTD, "gtd")))
        rows = plain_rows(GTD)
        for claim in held:
            found = show(store, claim.id).claim
            _, _, _, _, _, row, column, quote, *_ = claim_words(found)
            assert rows[int(str(row))][rows[0].index(str(column))] == quote


def test_every_form_of_a_table_gives_the_same_claims(tmp_path: Path) -> None:
    rows = plain_rows(GTD)
    wide = tmp_path / "wide"
    wide.mkdir()
    forms = [
        GTD,
        write_book(tmp_path / "gtd.xlsx", rows),
        write_parquet(tmp_path / "gtd.parquet", rows),
        write_lines(tmp_path / "gtd.jsonl", rows),
        write_text(tmp_path / "gtd.tsv", rows, "\t"),
        write_text(wide / "gtd.csv", rows, ",", "utf-16"),
    ]
    packed = tmp_path / "gtd.csv.gz"
    packed.write_bytes(gzip.compress(GTD.read_bytes()))
    first, *others = (
        [claim_words(one) for one in claims_of(batches_by(path, "gtd"))]
        for path in (*forms, packed)
    )
    assert others == [first] * 6


def test_typed_cells_are_read_as_they_are(tmp_path: Path) -> None:
    import datetime

    day = datetime.datetime(2030, 1, 2)
    typed = [1, day, "Rivertown", 34.0, 69.25, "Northern Front", 3.0]
    path = write_book(tmp_path / "own.xlsx", [HEAD, typed])
    (tmp_path / "own.xlsx.map.yaml").write_text(OWN, "utf-8")
    claims = list(claims_of(batches_by(path)))
    assert [one.quote for one in claims] == [
        *("2030-01-02", "Rivertown", "Northern Front", "3"),
    ]


HOSTILE: dict[str, tuple[list[str], str]] = {
    "formula": (["1", "2.1.2030", "=1+1", "34", "69", "=cmd", "=3"], "cells of dead"),
    "long": (["1", "2.1.2030", "x" * 2**20, "34", "69", "F", "3"], "cells of town"),
    "nul": (["1", "2.1.2030", "a\0b", "34", "69", "F", "3"], "cells of town"),
    "no day": (["1", "31.2.2030", "A", "34", "69", "F", "3"], "cells of day"),
    "range": (["1", "2.1.2030", "A", "91", "69", "F", "3"], "cells of lat"),
    "huge": (["1", "2.1.2030", "A", "34", "69", "F", "9" * 40], "cells of dead"),
    "negative": (["1", "2.1.2030", "A", "34", "69", "F", "-3"], "cells of dead"),
    "nothing": (["1", "", "-", "", "", "", ""], "rows: no cell of them"),
    "more": ([*ROW, "and more"], "cells beyond the last column"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_cells_are_counted(name: str, tmp_path: Path) -> None:
    row, reason = HOSTILE[name]
    left = batches_by(own_table(tmp_path, row))[-1].left_out
    assert [number for told, number in left.items() if told.startswith(reason)] == [1]


def test_year_25_stays_as_it_is_written(tmp_path: Path) -> None:
    path = own_table(tmp_path, ["1", "2.1.0025", *ROW[2:]])
    days = [one.value.on for one in claims_of(batches_by(path)) if one.value]
    assert days[0] == "0025-01-02"


def test_columns_of_one_name_and_of_none_are_told_apart(tmp_path: Path) -> None:
    rows = [["id", "who", "who", ""], ["1", "A", "B", "3"]]
    write_text(tmp_path / "own.csv", rows, ",")
    mapping = OWN.partition("date:")[0] + (
        "doers: [{column: who}, {column: who (2)}]\n"
    )
    (tmp_path / "own.csv.map.yaml").write_text(mapping, "utf-8")
    claims = list(claims_of(batches_by(tmp_path / "own.csv")))
    assert [one.quote for one in claims] == ["A", "B"]
