"""`claimgraph cypher`: reads anything, writes nothing."""

import json
from pathlib import Path

import pytest

from claimgraph.store import open_store
from cli_runs import Run


def test_prints_rows(run: Run, market: str) -> None:
    query = "MATCH (a)-[r:DENIED]->(b) RETURN a.name AS one, b.name AS other"
    result = run("cypher", query, "--format", "json", store=market)
    assert json.loads(result.stdout) == [{"one": "River Cell", "other": "Hill Band"}]


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
