"""`claimgraph ask`: questions by name, values by name, answers in every format."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from claimgraph.api.asking import article_titles, ask
from claimgraph.cli.ask import print_answer, with_titles
from claimgraph.cli.terminal.columns import LONGEST_WORD, choose
from claimgraph.library import Question, questions
from claimgraph.store.base import Store
from cli_runs import Run, Typed

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff20")
GURDWARA = "attack=attack/2020-03-25-kabul-gurdwara"
TABLES = [one for one in questions() if one.draws is None]
PICTURES = [one for one in questions() if one.draws is not None]


def test_lists_every_question_by_topic(run: Run) -> None:
    result = run("ask", store="/nowhere")
    assert result.exit_code == 0
    for question in questions():
        assert f"  {question.name}" in result.stdout
    assert "\nhealth\n" in result.stdout


def test_answers_in_plain_text(typed: Typed, seeds_graph: Path) -> None:
    done = typed("ask", "attacks/attributions", GURDWARA, "--store", str(seeds_graph))
    assert done.returncode == 0
    assert "joint cell" in done.stdout
    assert "\x1b" not in done.stdout
    lines = done.stdout.splitlines()
    assert all(line == line.rstrip() and len(line) <= 120 for line in lines)
    assert "(--all shows everything)" in " ".join(done.stdout.split())


def test_all_shows_every_column(run: Run, seeds_graph: Path) -> None:
    result = run("ask", "attacks/attributions", GURDWARA, "--all", store=seeds_graph)
    for column in ("chain", "start", "attack_id", "origin_id", "hops"):
        assert f"\n{column} " in result.stdout


@pytest.mark.parametrize("width", [30, 60, 200])
def test_a_table_fits_its_width(run: Run, seeds_graph: Path, width: int) -> None:
    result = run(
        "ask", "groups/pair", "a=Haqqani Network", "b=ISIS-K", "--limit", "5",
        store=seeds_graph, COLUMNS=str(width),
    )  # fmt: skip
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= width
    (hidden,) = re.findall(r"not shown: ([^(]+)", result.stdout)
    assert not {"kind", "says", "origin"} & set(re.split(r"[,\s]+", hidden))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("question", TABLES, ids=lambda one: one.name)
def test_no_question_loses_an_answer_column(
    seeds_folder: Store,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    question: Question,
    width: int,
) -> None:
    """Its name, and each word of it in each row, unless all rows share it."""
    monkeypatch.setenv("COLUMNS", str(width))
    given = {one.name: one.example for one in question.parameters}
    given |= {"limit": 40} if "limit" in given else {}
    given |= {"claim": "034ba690"} if "claim" in given else {}
    answer = ask(seeds_folder, question.name, given)
    answer = with_titles(answer, article_titles(seeds_folder, answer))
    print_answer(answer, "table", everything=False, limit=None)
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= width
    if not answer.rows:
        return
    assert f"{len(answer)} row" in printed.replace("\n", " ")
    shown = choose(answer.columns, answer.rows, width, question.answers)
    told = {*shown.columns, *shown.alike, *shown.empty}
    asked = dict.fromkeys(re.sub("^said_(from|to)$", "said", one)
                          for one in question.answers)  # fmt: skip
    assert [name for name in asked if name not in told] == []
    assert "claim" not in answer.columns or "claim" in told
    answers = [name for name in asked if name in shown.columns]
    assert shown.columns[: len(answers)] == answers
    assert [name for name in answers if name not in printed] == []
    words = {
        word
        for row in shown.rows
        for name, text in zip(shown.columns, row, strict=True)
        for word in text.split()
        if name in answers and len(word) <= LONGEST_WORD
    }
    assert sorted(word for word in words if word not in printed) == []


def test_what_all_rows_share_stands_above(run: Run, seeds_graph: Path) -> None:
    result = run(
        "ask", "attacks/attributions", GURDWARA, store=seeds_graph, COLUMNS="80"
    )
    first, second, third, *_ = result.stdout.splitlines()
    assert first.startswith("Who attributes which attack")
    assert second.startswith(("2 rows, 2 origins (says", "3 rows"))
    assert third.startswith("all rows: attack = ")


def test_blocks_hold_what_no_table_fits(run: Run, seeds_graph: Path) -> None:
    narrow: dict[str, str] = {"COLUMNS": "60"}
    result = run("ask", "people/leaders", "group=ISIS-K", store=seeds_graph, **narrow)
    assert "1  leader: Aslam Farooqi\n" in result.stdout
    assert "   valid: some day between 25 March and 31 Dec" in result.stdout
    heads = run("ask", "people/leaders", "group=Haqqani Network", store=seeds_graph)
    assert "said: formerly" in heads.stdout


def test_a_proposed_claim_is_marked() -> None:
    rows = [["a", "says", "accepted"], ["b", "says", "proposed"]]
    shown = choose(["name", "says", "review"], rows, 80, ["name", "says"])
    assert (shown.columns, shown.alike) == (["name", "review"], {"says": "says"})


def test_a_question_has_its_own_help(run: Run) -> None:
    told = run("ask", "People/Leaders", "--help", store="/nowhere").stdout
    assert "Who leads a group, according to whom?" in told
    assert "Answers with:\n  group, leader" in told
    assert "\n  group " in told and "id of the group (" in told and "null" not in told
    assert max(map(len, told.splitlines())) <= 80
    assert "Usage: " in run("ask", "--help").stdout


def test_a_name_stands_for_its_id(run: Run, seeds_graph: Path) -> None:
    by_id = run(
        "ask", "groups/pair", "a=group/haqqani-network",
        "b=group/islamic-state-khorasan", store=seeds_graph,
    )  # fmt: skip
    by_name = run(
        "ask", "groups/pair", "a=haqqani NETWORK", "b=ISIS-K", store=seeds_graph
    )
    assert by_name.stdout == by_id.stdout
    assert by_id.stdout.count("\n") > 5


def test_an_ambiguous_name_lists_who_may_be_meant(run: Run, graph: Path) -> None:
    result = run("ask", "attacks/attributions", "culprit=the cell", store=graph)
    assert result.exit_code == 1
    assert "group/hill-band, group/river-cell: give the id" in result.stderr


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["attack/attributions"], "attacks/attributions"),
        (["groups/pair", "a=River Cell"], "needs it"),
        (["groups/pair", "ISIS-K"], "is no NAME=VALUE (groups/pair takes: a, b"),
        (["groups/pair", "a=x", "a=y"], "is given twice"),
        (["groups/pair", "c=x"], "no such parameter"),
        (["groups/strength", "group=group/river-sell"], "nearest: group/river-cell"),
        (["groups/strength", "group=Rivver Cell"], "nearest: River Cell"),
        (["groups/strength", "limit=many"], "a whole number"),
        (["claims/open", "claim=ffffffff"], "no claim in the graph begins with"),
    ],
)
def test_says_what_is_wrong(
    run: Run, graph: Path, words: list[str], reason: str
) -> None:
    result = run("ask", *words, store=graph)
    assert result.exit_code == 1
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_wrong_option_is_wrong_usage(run: Run, graph: Path) -> None:
    assert run("ask", "groups/strength", "--format", "xml", store=graph).exit_code == 2
    assert run("ask", "groups/strength", "--limit", "0", store=graph).exit_code == 2
    assert run("answer").exit_code == 2


@pytest.mark.parametrize("question", PICTURES, ids=lambda one: one.name)
def test_a_picture_is_refused_and_its_table_named(
    run: Run, graph: Path, question: Question
) -> None:
    result = run("ask", question.name, store=graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"claimgraph ask {question.draws}" in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_rows_are_no_failure(run: Run, graph: Path) -> None:
    result = run("ask", "groups/strength", store=graph)
    assert (result.exit_code, result.stderr) == (0, "no rows\n")


def test_json_is_one_array_of_objects(run: Run, seeds_graph: Path) -> None:
    result = run(
        "ask", "attacks/attributions", GURDWARA, "--format", "json", store=seeds_graph
    )
    rows = cast("list[dict[str, object]]", json.loads(result.stdout))
    assert {row["origin_id"] for row in rows} >= {"org/nds"}
    assert all(isinstance(row["start"], int) for row in rows)
    assert json.loads(run("ask", "groups/strength", "group=ISIS-K", "--format", "json",
                          store=seeds_graph).stdout) is not None  # fmt: skip


def test_hostile_text_steers_no_terminal(run: Run, hostile: Path) -> None:
    for form in ("table", "json", "markdown"):
        result = run("ask", "groups/pair", "a=group/hill-band",
            "b=River Cell", "--format", form,
                     store=hostile, COLUMNS="400")  # fmt: skip
        assert result.exit_code == 0
        assert "\\u202e" in result.stdout
        assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)
    table = run(
        "ask",
        "groups/pair",
        "a=group/hill-band",
        "b=River Cell",
        "--all",
        store=hostile,
    )
    assert "[red]Band[/red]" in table.stdout


def test_hostile_names_steer_no_terminal_where_they_are_told(
    run: Run, hostile: Path
) -> None:
    taken = run("ask", "groups/strength", "group=red band", store=hostile)
    assert "taken for group/hill-band (=\\x1b[2JHill | [red]Band" in taken.stderr
    refused = run("ask", "groups/strength", "group=redd bandd", store=hostile)
    assert "\\x1b[2JHill" in refused.stderr
    assert "\x1b" not in taken.stderr + refused.stderr


def test_hostile_text_in_json_is_what_it_was(run: Run, hostile: Path) -> None:
    result = run("ask", "groups/pair", "a=group/hill-band",
            "b=River Cell", "--format", "json",
                 store=hostile)  # fmt: skip
    (row,) = cast("list[dict[str, str]]", json.loads(result.stdout))
    assert "\x1b[31mred\x07 \u202e[bold]" in row["quote"]


def test_csv_holds_no_formula(run: Run, hostile: Path) -> None:
    result = run("ask", "groups/pair", "a=group/hill-band",
            "b=River Cell", "--format", "csv",
                 store=hostile)  # fmt: skip
    header, row = csv.reader(io.StringIO(result.stdout))
    assert len(header) == len(row)
    assert [cell for cell in row if cell.startswith(FORMULAS)] == []


def test_markdown_keeps_its_columns(run: Run, hostile: Path) -> None:
    result = run("ask", "groups/pair", "a=group/hill-band",
            "b=River Cell", "--format", "markdown",
                 store=hostile)  # fmt: skip
    lines = result.stdout.splitlines()
    bars = {line.replace("\\|", "").count("|") for line in lines}
    assert len(lines) == 3
    assert len(bars) == 1


def test_a_closed_pipe_is_quiet(seeds_graph: Path) -> None:
    words = ["ask", "claims/by-origin", "--format", "json", "--store", str(seeds_graph)]
    with subprocess.Popen(
        [sys.executable, "-m", "claimgraph", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_shell_completes_names(typed: Typed) -> None:
    done = typed(
        _CLAIMGRAPH_COMPLETE="bash_complete",
        COMP_WORDS="claimgraph ask attacks/attr",
        COMP_CWORD="2",
    )
    assert "attacks/attributions" in done.stdout


def test_no_graph_says_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("ask", "groups/strength", store=tmp_path / "none")
    assert result.exit_code == 1
    assert "run `claimgraph load` first" in result.stderr
    assert not (tmp_path / "none").exists()


def test_on_each_engine(run: Run, market: str) -> None:
    result = run("ask", "attacks/attributions", "culprit=River Cell", store=market)
    assert result.exit_code == 0
    assert "the river cell had bombed" in result.stdout.replace("\n", " ")
