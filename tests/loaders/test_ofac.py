"""OFAC's SDN list: made-up samples in both forms, bad ones, and the list at hand."""

from pathlib import Path

import pytest

from claimgraph.api.asking import ask
from claimgraph.api.sources import load
from claimgraph.corpus.reading import read_corpus
from claimgraph.errors import LoaderError
from claimgraph.loaders import find_loader
from claimgraph.loaders.listing import UNITED_STATES
from claimgraph.loaders.sdn import COLUMNS
from claimgraph.model import Alias, Batch
from claimgraph.readback import read
from claimgraph.store import open_store
from claimgraph.store.base import Store
from list_counts import ofac_counts
from list_loading import (
    SAMPLES,
    batches_of,
    changed_copy,
    check_counts,
    check_shown,
    claims_of,
    list_at_hand,
    refusal,
    typed,
)
from places import SEEDS
from problems import problem_lines

NAME = "ofac.csv"
SAMPLE = SAMPLES / NAME
XML = SAMPLES / "ofac.xml"
HEAD = ",".join(COLUMNS)
OTHERS = "listings of no programme against terrorism (SDGT, FTO)"
FRONT, ADAM = "group/ofac-9001", "person/ofac-9002"


@pytest.fixture
def batches() -> list[Batch]:
    """The table as it is loaded."""
    return batches_of(SAMPLE, "ofac")


def test_listings_become_designations(batches: list[Batch]) -> None:
    found = [one for one in claims_of(batches) if one.relation == "DESIGNATED_BY"]
    assert [(one.subject, one.quote) for one in found] == [
        (FRONT, "FTO] [SDGT"),
        (ADAM, "SDGT"),
        ("org/ofac-9003", "SDGT] [IFSR"),
        ("group/ofac-9004", "SDGT"),
    ]
    assert {(one.object, one.origin, one.kind, one.valid) for one in found} == {
        ("state/united-states", "org/ofac", "sanctions-list", None)
    }
    assert found[0].note == "SDN list, number 9001, programmes FTO, SDGT"


def test_ties_are_those_to_the_very_name_of_one_listing(batches: list[Batch]) -> None:
    found = [one for one in claims_of(batches) if one.relation != "DESIGNATED_BY"]
    assert [
        (one.relation, one.subject, one.object, one.kind, one.role) for one in found
    ] == [
        ("MEMBER_OF", ADAM, FRONT, None, "member"),
        ("ALLEGED_LINK", ADAM, "org/ofac-9003", "ties", None),
        ("ALLEGED_LINK", "org/ofac-9003", ADAM, "ties", None),
    ]
    assert batches[-1].left_out == {
        "vessels": 1,
        "aircraft": 1,
        OTHERS: 1,
        "ties to a name that no listing read here has, or several have": 1,
    }


def test_names_are_turned_and_weak_ones_are_ambiguous(batches: list[Batch]) -> None:
    named = {one.id: one for batch in batches for one in batch.entities}
    assert named[ADAM].name == "Adam NORTH"
    assert named[ADAM].aliases == (
        Alias("NORTH, Adam"),
        Alias("The SMITH", ambiguous=True),
        Alias("SMITH, The", ambiguous=True),
    )
    assert named[ADAM].ids == (("ofac", "9002"),)


def test_the_sample_answers_a_question(tmp_path: Path) -> None:
    graph = str(tmp_path / "g")
    result = typed("load", str(SAMPLE), "--store", graph)
    assert result.exit_code == 0
    assert f"       1  {OTHERS}" in result.stdout.splitlines()
    with open_store(graph) as store:
        rows = ask(store, "groups/members", group="NORTHERN BAND")
        assert [row["person"] for row in rows] == ["Adam NORTH"]
        [claim] = [one for one in claims_of(list(read(store))) if one.role]
    result = typed("show", claim.id, "--store", graph)
    assert "ofac, row 2, column Remarks" in result.stdout
    assert "Member NF; Linked To: RIVER TRADING LTD.." in result.stdout


def test_every_claim_opens_to_its_cell(fresh_store: Store, tmp_path: Path) -> None:
    path = changed_copy(NAME, tmp_path, lambda text: f"{HEAD}\n{text}")
    assert check_shown(fresh_store, path, "ofac") == 7
    assert load(fresh_store, path).unchanged == 7


def test_every_claim_of_the_xml_opens_to_its_element(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "g")) as store:
        assert check_shown(store, XML, "ofac") == 4


def test_a_head_moves_no_id_and_may_name_a_day(
    batches: list[Batch], tmp_path: Path
) -> None:
    def dated(text: str) -> str:
        lines = [line for line in text.splitlines() if line[:1].isdigit()]
        named = HEAD.replace("ent_num", "ID").replace("Program", "Programme")
        days = ["02/23/2030", "2030-02-24", *[""] * 5]
        rows = [f"{line},{day}" for line, day in zip(lines, days, strict=True)]
        return "\n".join([f"{named},Listed_On", *rows])

    found = batches_of(changed_copy(NAME, tmp_path, dated), "ofac")
    assert {one.id for batch in found for one in batch.entities} == {
        one.id for batch in batches for one in batch.entities
    }
    listed = [one for one in claims_of(found) if one.relation == "DESIGNATED_BY"]
    assert [one.valid for one in listed] == [
        *("2030-02-23/..", "2030-02-24/..", None, None)
    ]


def test_the_xml_has_the_day_of_the_list_and_strong_names() -> None:
    batches = batches_of(XML, "ofac")
    assert batches[0].article.published == "2031-03-04"
    named = {one.id: one for batch in batches for one in batch.entities}
    assert named[FRONT].aliases == (
        Alias("FRONT OF THE NORTH"),
        Alias("NF", ambiguous=True),
    )
    assert [
        (one.relation, one.subject, one.object, one.quote) for one in claims_of(batches)
    ] == [
        ("DESIGNATED_BY", FRONT, "state/united-states", "FTO"),
        ("DESIGNATED_BY", FRONT, "state/united-states", "SDGT"),
        ("DESIGNATED_BY", ADAM, "state/united-states", "SDGT"),
        ("ALLEGED_LINK", ADAM, FRONT, "(Linked To: FRONT OF THE NORTH)"),
    ]
    assert batches[-1].left_out == {"vessels": 1, OTHERS: 1}


def test_the_sample_counts_as_counted_another_way(batches: list[Batch]) -> None:
    check_counts(batches, "ofac", ofac_counts(SAMPLE))


def test_the_list_at_hand_counts_as_counted_another_way() -> None:
    path = list_at_hand("ofac/sdn.csv")
    batches = batches_of(path, "ofac")
    check_counts(batches, "ofac", ofac_counts(path))
    assert len(batches) > 2


@pytest.mark.longer
@pytest.mark.slow
def test_each_claim_of_the_list_at_hand_opens_to_its_cell(tmp_path: Path) -> None:
    path = list_at_hand("ofac/sdn.csv")
    with open_store(str(tmp_path / "g")) as store:
        assert check_shown(store, path, "ofac") > 2700


def test_it_loads_beside_the_seeds(tmp_path: Path) -> None:
    assert read_corpus(SEEDS).entities[UNITED_STATES.id] == UNITED_STATES
    with open_store(str(tmp_path / "g")) as store:
        load(store, SEEDS)
        assert load(store, SAMPLE).created == 7


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("9004,", "x9004,", "4: row 4.ent_num: 'x9004' is no number of a listing: "),
        ('"RIVER CELL"', '"-0- "', "4: row 4.SDN_Name: is missing"),
        ('9004,"RIVER CELL",', '9004,"RIVER CELL","x",', "4: row 4: has 13 cells, "),
        ("9004,", "9001,", "4: row 4: group/ofac-9001 is defined twice, differently"),
    ],
)
def test_a_bad_row_is_told_with_its_place(
    tmp_path: Path, before: str, after: str, problem: str
) -> None:
    path = changed_copy(NAME, tmp_path, lambda text: text.replace(before, after))
    told, held = refusal(path, "ofac", tmp_path / "g")
    assert [one for one in told if one.startswith(problem)], told
    assert held == []


def test_a_bad_day_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / NAME
    row = '9001,"X","-0- ","SDGT",,,,,,,,,6 May'
    path.write_text(f"{HEAD},date\n{row}\n", "utf-8")
    assert problem_lines(find_loader("ofac").read(path), str(path)) == [
        "2: row 1.date: '6 May' is no day: expected is one as 2001-02-23"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "holds no row"),
        ("ID,Name\n1,2\n", "has 2 columns: expected are ent_num, SDN_Name"),
        ('1,"a\n', "unexpected end of data"),
        ("<sdnList><sdnEntry>", "is no whole XML: "),
        ("<sdnList/>", "holds no listing"),
        (
            '<!DOCTYPE sdnList [<!ENTITY a "b">]><sdnList>&a;</sdnList>',
            "declares entities or a document type",
        ),
    ],
)
def test_what_is_no_such_list_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / NAME
    path.write_text(text, "utf-8")
    with pytest.raises(LoaderError) as caught:
        list(find_loader("ofac").read(path))
    assert caught.value.message.startswith(words)
    assert caught.value.file == str(path)
