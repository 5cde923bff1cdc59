"""`claimgraph forget`: an article and what rests only on it."""

from pathlib import Path

import pytest

from claimgraph.store import open_store
from cli_runs import Run


def test_takes_an_article_out(run: Run, market: str) -> None:
    result = run("forget", "small", store=market)
    assert result.exit_code == 0
    assert result.stdout == "small is out of the graph, with 2 claims\n"
    again = run("forget", "small", store=market)
    assert again.exit_code == 1
    assert "small is not loaded" in again.stderr


def test_says_that_its_files_stay_where_they_are_at_hand(
    run: Run, market: str, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    told = " ".join(run("forget", "small", store=market).stdout.split())
    assert (
        "its files stay, and `claimgraph load .` brings it back; to lose it, delete "
        in told
    )
    assert told.endswith(" delete articles/small.* and claims/small.yaml")


def test_leaves_nothing_but_the_stamp(run: Run, graph: Path) -> None:
    run("forget", "small", store=graph)
    with open_store(str(graph), create=False) as store:
        rows = store.read("MATCH (n) RETURN labels(n) AS labels")
    assert rows == [{"labels": ["Graph"]}]


def test_tells_the_nearest(run: Run, graph: Path) -> None:
    result = run("forget", "smallish", store=graph)
    assert result.exit_code == 1
    assert "nearest: small" in result.stderr


def test_takes_a_beginning_that_only_one_has_and_says_so(run: Run, market: str) -> None:
    result = run("forget", "sm", store=market)
    assert result.stdout == "small is out of the graph, with 2 claims\n"
    assert result.stderr == "'sm' is taken for small\n"
    for start in ("", "x"):
        assert run("forget", start, store=market).exit_code == 1


def test_a_beginning_of_several_lists_them(run: Run, seeds_graph: Path) -> None:
    result = run("forget", "00", store=seeds_graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "000_2c56f325ed44745d, 001_ef2bba291d2961f0" in result.stderr
