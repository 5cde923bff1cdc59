"""`claimgraph cypher`: reads anything, writes nothing."""

import csv
import io
import json
from pathlib import Path

import pytest

from claimgraph.store import open_store
from cli_runs import Run


def test_prints_rows(run: Run, market: str) -> None:
    query = "MATCH (a)-[r:DENIED]->(b) RETURN a.name AS one, b.name AS other"
    result = run("cypher", query, "--format", "json", store=market)
    assert json.loads(result.stdout) == [{"one": "River Cell", "other": "Hill Band"}]


def test_prints_a_table(run: Run, market: str) -> None:
    query = "MATCH (a)-[r]->(b) WHERE r.claim IS NOT NULL RETURN a.name AS one, type(r)"
    result = run("cypher", query + " AS how ORDER BY how", store=market)
    head, line, *rows = result.stdout.splitlines()
    assert head.split() == ["one", "how"] and set(line) == {"-"}
    assert rows == ["market bombing   ATTRIBUTED_TO", "River Cell       DENIED"]
    every = run("cypher", query + " AS how ORDER BY how", "--all", store=market)
    assert every.stdout.startswith("[1]\none  market bombing\n")


def test_csv_holds_lists_and_maps_as_json(run: Run, market: str) -> None:
    query = "RETURN ['a; b', 1] AS list, {name: 'x'} AS map"
    result = run("cypher", query, "--format", "csv", store=market)
    _, row = csv.reader(io.StringIO(result.stdout))
    assert [json.loads(cell) for cell in row] == [["a; b", 1], {"name": "x"}]


def test_a_path_is_ids_and_types(run: Run, market: str) -> None:
    """Whichever way its edges go, alone, in a list and in a map."""
    query = (
        "MATCH p = (:Attack)-[:ATTRIBUTED_TO]->(g)-[:DENIED]->() "
        "MATCH q = (g)<-[:ATTRIBUTED_TO]-() RETURN p, [q] AS list, {one: q} AS map"
    )
    attack, cell, band = (
        "attack/2020-05-01-market",
        "group/river-cell",
        "group/hill-band",
    )
    there = [attack, "-[ATTRIBUTED_TO]->", cell, "-[DENIED]->", band]
    back = [cell, "<-[ATTRIBUTED_TO]-", attack]
    found = run("cypher", query, "--format", "json", store=market)
    assert json.loads(found.stdout) == [
        {"p": there, "list": [back], "map": {"one": back}}
    ]
    _, row = csv.reader(
        io.StringIO(run("cypher", query, "--format", "csv", store=market).stdout)
    )
    assert [json.loads(cell) for cell in row] == [there, [back], {"one": back}]
    shown = run("cypher", query, "--all", store=market, COLUMNS="200").stdout
    assert f"\np     {' '.join(there)}\n" in shown
    assert f"\nlist  {' '.join(back)}\n" in shown


def test_a_text_like_a_path_stays_a_text(run: Run, market: str) -> None:
    query = "MATCH p = (:Attack) RETURN '(#9999:0)' AS text"
    found = run("cypher", query, "--format", "json", store=market)
    assert json.loads(found.stdout) == [{"text": "(#9999:0)"}]


def test_takes_parameters(run: Run, graph: Path) -> None:
    result = run(
        "cypher", "RETURN $n + 1 AS n, $text AS text, $list AS list",
        "--param", "n=3", "--param", "text=a=b", "--param", 'list=["x"]',
        "--format", "json", store=graph,
    )  # fmt: skip
    assert json.loads(result.stdout) == [{"n": 4, "text": "a=b", "list": ["x"]}]
    assert run("cypher", "RETURN 1", "--param", "n", store=graph).exit_code == 1


@pytest.mark.parametrize(
    "query", ["CREATE (n:Claim)", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.x = 1"]
)
def test_refuses_to_write(run: Run, graph: Path, query: str) -> None:
    result = run("cypher", query, store=graph)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    with open_store(str(graph), create=False) as store:
        rows = store.read("MATCH (n:Claim) RETURN count(n) AS claims, count(n.x) AS x")
    assert rows == [{"claims": 2, "x": 0}]


def test_no_rows_and_bad_cypher(run: Run, graph: Path) -> None:
    result = run("cypher", "MATCH (n:Nothing) RETURN n", store=graph)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no rows\n")
    result = run("cypher", "MATCH (n RETURN n", store=graph)
    assert result.exit_code == 1
    assert result.stderr.startswith("claimgraph: ")
