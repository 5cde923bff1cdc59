"""`claimgraph find`: who has a text in a name."""

import json
import re
from pathlib import Path
from typing import cast

import pytest

from cli_runs import Run

GURDWARA = "attack/2020-03-25-kabul-gurdwara"


def test_lists_by_any_part_of_a_name(run: Run, market: str) -> None:
    result = run("find", "rive", "--format", "csv", store=market)
    assert result.exit_code == 0
    head, *lines = result.stdout.splitlines()
    assert head == "id,name,days,names"
    assert [line.split(",")[0] for line in lines] == ["group/river-cell"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["GURDW SIKH"], [GURDWARA, "place/kabul-sikh-gurdwara"]),
        (["kabul gurdw\u00e2ra", "--type", "Attack"], [GURDWARA]),
        (["Haqq\u0101n\u012b", "--type", "state"], []),
    ],
)
def test_types_and_marks(
    run: Run, seeds_graph: Path, words: list[str], ids: list[str]
) -> None:
    result = run("find", *words, "--format", "json", store=seeds_graph)
    if not ids:
        assert (result.exit_code, result.stdout) == (1, "")
        return
    rows = cast("list[dict[str, object]]", json.loads(result.stdout))
    assert [row["id"] for row in rows] == ids
    assert rows[0]["days"] == ["2020-03", "2020-03-25"]


def test_nobody_is_told_with_the_nearest(run: Run, seeds_graph: Path) -> None:
    result = run("find", "gurdwarra", "--type", "attack", store=seeds_graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no attack is called 'gurdwarra' in the graph (nearest: " in result.stderr
    assert GURDWARA in result.stderr
    assert run("find", "x", "--type", "attak", store=seeds_graph).exit_code == 2


def test_a_known_name_that_the_graph_lacks_is_told(run: Run, market: str) -> None:
    result = run("find", "Boko Haram", store=market)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nobody is called 'Boko Haram' in the graph; known names" in result.stderr
    assert "Boko Haram, group/un-qde-138 (`uses: [claimgraph:names]`" in result.stderr
    other = run("find", "Boko Haram", "--type", "person", store=market)
    assert "known names" not in other.stderr


def test_of_many_known_names_the_first_are_told(run: Run, market: str) -> None:
    told = run("find", "Haramain", store=market).stderr
    assert "group/un-qde-110" in told
    assert told.count("/un-") + told.count("/ofac-") == 8
    assert " more (`uses" in told


def test_without_a_graph_the_names_that_ship_are_looked_through(
    run: Run, tmp_path: Path
) -> None:
    store = tmp_path / "none"
    result = run("find", "AQAP", "--format", "json", store=store)
    assert (result.exit_code, store.exists()) == (0, False)
    [row] = json.loads(result.stdout)
    assert row["id"] == "group/un-qde-129"
    assert f"no graph was asked: there is none in {store}" in result.stderr
    other = run("find", "AQAP", "--type", "person", store=store)
    assert (other.exit_code, other.stdout) == (1, "")
    assert "there is no graph yet, and claimgraph:names does not" in other.stderr


def test_an_id_stays_whole_on_a_narrow_screen(run: Run, seeds_graph: Path) -> None:
    told = run("find", "gurdwara", store=seeds_graph, COLUMNS="80").stdout
    assert f"{GURDWARA} " in told
    assert run("search", "gurdwara", store=seeds_graph, COLUMNS="80").stdout.count(
        GURDWARA
    )
    narrow = run("find", "gurdwara", store=seeds_graph, COLUMNS="40").stdout
    assert f"id: {GURDWARA}\n" in narrow


def test_a_type_alone_lists_all_of_it(run: Run, market: str) -> None:
    told = run("find", "--type", "group", "--format", "csv", store=market).stdout
    assert len(told.splitlines()) > 2
    assert all(line.startswith("group/") for line in told.splitlines()[1:])
    nothing = run("find", store=market)
    assert nothing.exit_code == 2
    assert "--type alone lists a type" in nothing.stderr


def test_of_many_the_first_are_shown(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "none"
    told = run("find", "bank", store=store, COLUMNS="80")
    assert "the first 20 of " in told.stderr and "--limit" in told.stderr
    ids = [line for line in told.stdout.splitlines() if re.match(r"[a-z]+/", line)]
    assert len(ids) == 20
    assert "days" not in told.stdout.splitlines()[0]
    whole = run("find", "bank", "--format", "csv", store=store).stdout
    assert len(whole.splitlines()) > 21
    two = run("find", "bank", "--limit", "2", "--format", "csv", store=store).stdout
    assert len(two.splitlines()) == 3


def test_what_stands_in_a_text_alone_is_told(run: Run, graph: Path) -> None:
    told = run("find", "bombed", store=graph).stderr
    assert "it stands in articles: `claimgraph search bombed`" in told
    assert "nor does it stand in an article" in run("find", "qzx", store=graph).stderr


def test_few_of_a_type_are_named(run: Run, graph: Path) -> None:
    told = run("ask", "attacks/who-did-it", "attack=station", store=graph).stderr
    assert "there are: market bombing, attack/2020-05-01-market" in told


def test_a_type_of_which_there_is_none_is_told(run: Run, graph: Path) -> None:
    told = run("find", "--type", "community", store=graph)
    assert told.exit_code == 1
    assert "the graph does not have a community" in told.stderr
