"""A MISP galaxy: a made-up sample, bad ones, and the one at hand."""

from pathlib import Path

import pytest

from claimgraph.api.asking import ask
from claimgraph.api.sources import load
from claimgraph.errors import LoaderError
from claimgraph.loaders import find_loader
from claimgraph.model import Alias, Batch
from claimgraph.readback import read
from claimgraph.store import open_store
from claimgraph.store.base import Store
from list_counts import misp_counts
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

NAME = "misp_galaxy.json"
SAMPLE = SAMPLES / NAME
UUID = "misp-00000000-0000-4000-8000-00000000000"
FRONT, FUND, CELL = f"group/{UUID}1", f"org/{UUID}2", f"group/{UUID}3"


@pytest.fixture
def batches() -> list[Batch]:
    """The sample as it is loaded."""
    return batches_of(SAMPLE, "misp_galaxy")


def test_clusters_of_a_list_become_designations(batches: list[Batch]) -> None:
    found = [one for one in claims_of(batches) if one.relation == "DESIGNATED_BY"]
    assert [(one.subject, one.quote, one.valid) for one in found] == [
        (FRONT, "Northern Front (NF)", "2030-01-02/.."),
        (FUND, "River Relief Fund", "2030-01-03/.."),
        (CELL, "River Cell", None),
    ]
    assert {(one.object, one.origin, one.kind) for one in found} == {
        ("state/canada", "org/public-safety-canada", "proscription")
    }
    assert found[0].note == "the list of the Criminal Code, number 901"


def test_relations_are_those_that_the_galaxy_stands_by(batches: list[Batch]) -> None:
    found = [one for one in claims_of(batches) if one.relation != "DESIGNATED_BY"]
    assert [
        (one.relation, one.subject, one.object, one.modality, one.quote)
        for one in found
    ] == [
        ("ALLEGED_LINK", FUND, FRONT, "suspected", "linked-to"),
        ("PART_OF", CELL, FRONT, "stated", "part-of"),
    ]
    assert batches[-1].left_out == {
        "names in summaries that cannot be told apart": 2,
        "relations that the galaxy calls unlikely": 1,
        "relations to clusters of other galaxies": 1,
        "relations of the type similar": 1,
    }


def test_names_are_those_that_can_be_told_apart(batches: list[Batch]) -> None:
    named = {one.id: one for batch in batches for one in batch.entities}
    assert named[FRONT].aliases == (
        Alias("Northern Front"),
        Alias("NF", case_exact=True),
        Alias("Front of the North (FN)"),
        Alias("Front of the North"),
        Alias("FN", case_exact=True),
        Alias("the Northerners"),
    )
    assert named[CELL].names == [
        *("River Cell", "Cell by the River", "RC", "River Band"),
        "Band of the River",
    ]
    assert named[CELL].ids == (
        ("canada", "903"),
        ("misp", f"{UUID}3".removeprefix("misp-")),
    )


def test_the_sample_answers_a_question(tmp_path: Path) -> None:
    graph = str(tmp_path / "g")
    result = typed("load", str(SAMPLE), "--store", graph)
    assert result.exit_code == 0
    with open_store(graph) as store:
        rows = ask(store, "groups/designations", group="Front of the North")
        assert [(row["by_whom"], row["origin"]) for row in rows] == [
            ("Canada", "Public Safety Canada")
        ]
        [claim] = [one for one in claims_of(list(read(store))) if one.kind == "ties"]
    result = typed("show", claim.id, "--store", graph)
    assert "misp-galaxy, /values/1/related/0/type" in result.stdout


def test_every_claim_opens_to_its_value(fresh_store: Store) -> None:
    assert check_shown(fresh_store, SAMPLE, "misp_galaxy") == 5
    assert load(fresh_store, SAMPLE).unchanged == 5


def test_the_sample_counts_as_counted_another_way(batches: list[Batch]) -> None:
    check_counts(batches, "misp", misp_counts(SAMPLE))


def test_the_galaxy_at_hand_counts_as_counted_another_way(tmp_path: Path) -> None:
    path = list_at_hand("misp/terrorist-groups.json")
    check_counts(batches_of(path, "misp_galaxy"), "misp", misp_counts(path))
    with open_store(str(tmp_path / "g")) as store:
        assert check_shown(store, path, "misp_galaxy") == 90


def test_clusters_that_say_nothing_are_counted(tmp_path: Path) -> None:
    path = changed_copy(NAME, tmp_path, lambda text: text.replace("canada-listed", "x"))
    found = batches_of(path, "misp_galaxy")
    assert [one.relation for one in claims_of(found)] == ["ALLEGED_LINK", "PART_OF"]
    reason = "clusters that say nothing of others, no list being known"
    assert found[-1].left_out[reason] == 1


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            *('"2030-01-02"', '"early in 2030"'),
            "13: values[0].meta.published: 'early in 2030' is no day: expected is one "
            "as 2001-02-23",
        ),
        (
            *('"value": "River Cell"', '"value": 7'),
            "54: values[2].value: Expected `str`, got `int`",
        ),
        (
            *('8000-000000000003"', '8000-3"'),
            "54: values[2].uuid: '00000000-0000-4000-8000-3' is no UUID",
        ),
        (
            *('"uuid": "00000000-0000-4000-8000-000000000003",', ""),
            "54: values[2]: is missing required field `uuid`",
        ),
    ],
)
def test_a_bad_cluster_is_told_with_its_place(
    tmp_path: Path, before: str, after: str, problem: str
) -> None:
    path = changed_copy(NAME, tmp_path, lambda text: text.replace(before, after))
    told, held = refusal(path, "misp_galaxy", tmp_path / "g")
    assert problem in told
    assert held == []


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("", "is no whole JSON: Input data was truncated", None),
        ('{"authors": [],\n "values": [}', "is no whole JSON: ", 2),
        ('{"authors": [], "values": []}', "is no such file: ", None),
        (
            '{"authors": [], "name": "x", "type": "y", "values": []}',
            *("holds no cluster", None),
        ),
        ('{"values": ' + "[" * 100_000, "is no whole JSON: ", None),
        ("[]", "is no such file: Expected `object`, got `array`", None),
    ],
)
def test_what_is_no_galaxy_is_refused(
    tmp_path: Path, text: str, words: str, line: int | None
) -> None:
    path = tmp_path / NAME
    path.write_text(text, "utf-8")
    with pytest.raises(LoaderError) as caught:
        list(find_loader("misp_galaxy").read(path))
    assert caught.value.message.startswith(words)
    assert (caught.value.file, caught.value.line) == (str(path), line)
