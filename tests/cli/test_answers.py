"""What is told of the rows of an answer: how many there are, and where they end."""

from pathlib import Path

import pytest

from cli_runs import Run

GURDWARA = "attack=attack/2020-03-25-kabul-gurdwara"


@pytest.mark.parametrize("limit", [["--limit", "2"], ["limit=2"]])
def test_a_limit_that_cuts_is_said(
    run: Run, seeds_graph: Path, limit: list[str]
) -> None:
    result = run("ask", "attacks/attributions", *limit, store=seeds_graph)
    told = " ".join(result.stdout.split())
    assert " the first 2 of more than 2 rows, " in told
    assert "; limit=10 shows more " in told
    words = ["ask", "attacks/attributions", *limit, "--format", "csv"]
    assert run(*words, store=seeds_graph).stdout.count("\n") == 3


def test_a_limit_of_just_as_many_rows_is_not_said(run: Run, seeds_graph: Path) -> None:
    for limit in ("2", "3"):
        result = run(
            "ask", "attacks/attributions", GURDWARA, f"limit={limit}", store=seeds_graph
        )
        assert "\n2 rows, 2 origins" in result.stdout
        assert "more" not in result.stdout.splitlines()[1]


def test_a_cut_of_a_question_without_a_limit_is_said(
    run: Run, seeds_graph: Path
) -> None:
    words = ["ask", "sources/by-kind", "a=Haqqani Network", "b=ISIS-K", "--limit"]
    told = run(*words, "2", store=seeds_graph).stdout
    assert "the first 2 of 6 rows; a higher --limit shows more" in told
    assert "\n6 rows\n" in run(*words, "6", store=seeds_graph).stdout


def test_a_limit_that_cuts_is_said_on_each_engine(run: Run, market: str) -> None:
    question = ["ask", "claims/about", "entity=River Cell"]
    whole = run(*question, "limit=2", store=market).stdout
    assert "\n2 rows, 2 origins" in whole and "more than" not in whole
    first = run(*question, "limit=1", store=market).stdout
    assert "\nthe first 1 of more than 1 row, 1 origin" in first
