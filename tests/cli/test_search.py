"""`claimgraph search`: words in quotes, names and articles."""

from pathlib import Path

import pytest

from cli_runs import Run


def test_groups_what_it_finds(run: Run, market: str) -> None:
    result = run("search", "CELL river", store=market)
    assert result.exit_code == 0
    heads = [line for line in result.stdout.splitlines() if line.endswith(")")]
    assert heads == ["quotes (1)", "names (1)", "articles (1)"]
    assert "the river cell had bombed the market" in result.stdout
    assert "group/river-cell" in result.stdout
    assert "group/hill-band" not in result.stdout


@pytest.mark.parametrize(
    "text",
    ["river:cell", "river* AND cell)", "+river -\\cell", '"river cell', "cell/river~2",
     "river && cell", "{river TO cell]", "river^2 | cell", "(river) <cell> = !"],
)  # fmt: skip
def test_signs_of_lucene_are_no_operators(run: Run, market: str, text: str) -> None:
    result = run("search", text, store=market)
    assert result.exit_code == 0, result.stderr


def test_minus_excludes_nothing(run: Run, graph: Path) -> None:
    result = run("search", "river -cell", store=graph)
    assert "group/river-cell" in result.stdout


def test_nothing_found_and_nothing_asked(run: Run, graph: Path) -> None:
    result = run("search", "zeppelin", store=graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("no quote, name or article holds all of: zeppelin")
    result = run("search", "*?", store=graph)
    assert result.exit_code == 1
    assert "holds no word" in result.stderr


def test_a_limit_is_said(run: Run, seeds_graph: Path) -> None:
    result = run("search", "Haqqani", "--limit", "3", store=seeds_graph)
    assert "quotes (3, the best of them)" in result.stdout


def test_hostile_text_steers_no_terminal(run: Run, hostile: Path) -> None:
    result = run("search", "cell denied", store=hostile)
    assert "\\u202e" in result.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)


@pytest.mark.parametrize(
    "text",
    [
        "Ri\u0301ver ce\u200bll",
        "R\u012aVER \uff23\uff25\uff2c\uff2c",
        "\u00abriver\u00bb cell",
    ],
)
def test_texts_are_found_as_names_are(run: Run, market: str, text: str) -> None:
    plain = run("search", "river cell", store=market)
    assert plain.stdout.count("\n") > 10
    assert run("search", text, store=market).stdout == plain.stdout


def test_the_nearest_words_are_told(run: Run, seeds_graph: Path) -> None:
    result = run("search", "Sikh tempel", store=seeds_graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("holds all of: sikh tempel (nearest: sikh temple)\n")
    # each word is there, but not together
    result = run("search", "minivan Mumbai gurdwara", store=seeds_graph)
    assert "nearest" not in result.stderr
