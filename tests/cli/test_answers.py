"""What is told of the rows of an answer: how many there are, of which articles."""

import re
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


def test_an_article_is_told_by_its_title(run: Run, market: str) -> None:
    """In a table; where other programs read, and all columns stand, by its id."""
    question = ["ask", "claims/about", "entity=River Cell"]
    assert "article = The market" in " ".join(
        run(*question, store=market).stdout.split()
    )
    for form in ("json", "csv", "markdown"):
        told = run(*question, "--format", form, store=market).stdout
        assert "small" in told and "The market" not in told
    whole = run(*question, "--all", store=market).stdout
    assert re.search(r"^article +small$", whole, re.M)


def test_a_title_of_many_words_is_cut(run: Run, seeds_graph: Path) -> None:
    question = ["ask", "attacks/who-did-it", "attack=gurdwara", "--limit", "2"]
    told = run(*question, store=seeds_graph, COLUMNS="300").stdout
    assert "Taliban far closer to Islamic …" in told
    assert "003_7cc125320d65fb31" not in told


def test_an_answer_with_titles_keeps_its_ids(run: Run, seeds_graph: Path) -> None:
    told = run("ask", "sources/articles", store=seeds_graph, COLUMNS="200").stdout
    assert "003_7cc125320d65fb31" in told
