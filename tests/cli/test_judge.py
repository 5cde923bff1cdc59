"""`claimgraph judge`: what may be one, what follows, and back again."""

import json
from pathlib import Path

import pytest

from cli_runs import Run, Typed
from own_terminal import on_terminal

CELL, BAND = "group/river-cell", "group/hill-band"
LIKE = "group/river-cells"
GROUPS = (
    "- {id: group/river-cells, name: River Cells}\n"
    "- {id: group/unlike, name: Coast Guard}\n"
)


@pytest.fixture
def corpus(corpus: Path) -> Path:
    """The small corpus with a group that is named like another."""
    path = corpus / "entities" / "groups.yaml"
    text = path.read_text("utf-8") + GROUPS
    unsure = "[{name: the Cell, ambiguous: true}]"
    path.write_text(text.replace("[the Cell]", unsure), "utf-8")
    return corpus


def judge(
    run: Run, corpus: Path, left: str, right: str, verdict: str, *more: str
) -> tuple[int, str, str]:
    given = ("--left", left, "--right", right, "--verdict", verdict)
    why = ("--why", "seen", "--who", "A. Tester", "--yes")
    result = run("judge", str(corpus), *given, *why, *more)
    return result.exit_code, result.stdout, result.stderr


def held(corpus: Path) -> bytes:
    path = corpus / "judgements.jsonl"
    return path.read_bytes() if path.exists() else b""


def test_lists_candidates_in_a_pipe(run: Run, corpus: Path) -> None:
    result = run("judge", str(corpus), "--format", "json")
    (row,) = json.loads(result.stdout)
    assert (row["left"], row["right"], row["score"]) == (CELL, LIKE, 95)
    assert row["names"] == ["River Cell ~ River Cells"]
    assert row["forbidden"] is None
    assert held(corpus) == b""


def test_shows_the_effect_writes_a_line_and_takes_it_back(
    run: Run, corpus: Path
) -> None:
    code, out, _ = judge(run, corpus, BAND, "River Cell", "same")
    assert code == 0
    assert f"{BAND}: 1 claim, 1 proposition, 1 origin; 0 claims on its own" in out
    assert f"{CELL}: 2 claims, 2 propositions, 2 origins; 1 claim on its own" in out
    assert "claims whose two ends are one, which lose their edge: 1\n" in out
    assert "the graph follows at the next `claimgraph load`" in out.replace("\n", " ")
    line = json.loads(held(corpus))
    assert [line[key] for key in ("left", "right", "verdict", "who", "why")] == [
        *(BAND, CELL, "same", "A. Tester", "seen"),
    ]
    assert run("check", str(corpus)).stderr.count("judgements") == 0
    result = run("judge", str(corpus), "--undo", "--yes")
    assert result.exit_code == 0
    assert "which get their edge back: 1\n" in result.stdout
    assert held(corpus) == b""


def test_the_graph_follows_at_the_next_load(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    store = tmp_path / "graph"
    edges = "MATCH (a)-[r:DENIED]->(b) RETURN count(r) AS number"

    def denied() -> str:
        assert run("load", str(corpus), store=store).exit_code == 0
        return run("cypher", edges, "--format", "csv", store=store).stdout

    apart = denied()
    judge(run, corpus, BAND, CELL, "same")
    assert "1" in apart and "0" in denied()
    run("judge", str(corpus), "--undo", "--yes")
    assert denied() == apart


def test_propositions_that_become_one_are_named(run: Run, corpus: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    other = "    object: group/river-cell\n    chain: [{holder: org/bureau"
    text = path.read_text("utf-8")
    assert other in text
    entry = (
        "  - relation: ATTRIBUTED_TO\n    subject: attack/2020-05-01-market\n"
        f"    object: {LIKE}\n    quote: the river cell had bombed\n"
        "    chain: [{holder: org/bureau, cue: The bureau said}]\n"
    )
    path.write_text(text + entry, "utf-8")
    code, out, _ = judge(run, corpus, CELL, LIKE, "same", "--dry-run")
    assert code == 0 and held(corpus) == b""
    assert "propositions that become one: 1\n" in out
    assert f"ATTRIBUTED_TO attack/2020-05-01-market {CELL}, from 2 prop" in out


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_other_verdicts_move_no_claim(run: Run, corpus: Path, verdict: str) -> None:
    code, out, _ = judge(run, corpus, CELL, LIKE, verdict)
    assert code == 0
    assert "stay two ids; no claim changes its place" in out
    assert run("judge", str(corpus), "--format", "json").stdout == "[]\n"


def test_twice_the_same_is_refused(run: Run, corpus: Path) -> None:
    judge(run, corpus, CELL, LIKE, "unsure")
    before = held(corpus)
    for pair in ((CELL, LIKE), (LIKE, CELL)):
        code, _, error = judge(run, corpus, *pair, "same")
        assert code == 1
        assert "judgements.jsonl:1: " in error
        assert "were judged unsure by A. Tester" in error
    assert held(corpus) == before


def test_what_is_one_or_different_already(run: Run, corpus: Path) -> None:
    assert judge(run, corpus, CELL, LIKE, "same")[0] == 0
    assert judge(run, corpus, LIKE, "group/unlike", "different")[0] == 0
    before = held(corpus)
    code, _, error = judge(run, corpus, CELL, "group/unlike", "same")
    assert code == 1
    assert f"{CELL} and group/unlike were judged different, so not the same" in error
    assert "group/river-cells and group/unlike, by A. Tester on " in error
    assert judge(run, corpus, BAND, LIKE, "same")[0] == 0
    code, _, error = judge(run, corpus, BAND, CELL, "different")
    assert (code, "are one already, by other judgements" in error) == (1, True)
    assert held(corpus).startswith(before)


def test_a_parent_and_its_branch_are_refused_with_the_claims(run: Run) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    before = held(seeds)
    parent = "group/islamic-state"
    code, out, error = judge(run, seeds, parent, "IS-K", "same", "--dry-run")
    assert (code, out) == (1, "")
    assert "are a parent and its branch, so not the same: " in error
    assert "group/islamic-state-khorasan PART_OF group/islamic-state" in error
    assert "ISIS-K is the Afghanistan affiliate of Islamic State" in error
    assert held(seeds) == before


def test_unknown_and_unclear_ends(run: Run, corpus: Path) -> None:
    code, _, error = judge(run, corpus, "group/river-sell", CELL, "same")
    assert code == 1
    assert "no id of this corpus (nearest: group/river-cell)" in error
    error = judge(run, corpus, "River Sell", BAND, "same")[2]
    assert (
        "nobody is called 'River Sell' in this corpus (nearest: River Cell, " in error
    )
    error = judge(run, corpus, "the cell", BAND, "same")[2]
    assert "may be any of group/hill-band, group/river-cell: give the id" in error
    error = judge(run, corpus, CELL, CELL, "same")[2]
    assert "is compared with itself" in error
    error = judge(run, corpus, CELL, "org/bureau", "same")[2]
    assert "cannot be one" in error
    assert held(corpus) == b""


@pytest.mark.parametrize(
    "words",
    [
        ["--left", CELL],
        ["--left", CELL, "--right", BAND],
        ["--verdict", "same", "--why", "x"],
        ["--left", CELL, "--right", BAND, "--verdict", "same"],
        ["--left", CELL, "--right", BAND, "--verdict", "same", "--why", " "],
        ["--undo", "--verdict", "same"],
    ],
)
def test_wrong_usage(run: Run, corpus: Path, words: list[str]) -> None:
    assert run("judge", str(corpus), *words).exit_code == 2


def test_who_is_taken_from_git(run: Run, corpus: Path, tmp_path: Path) -> None:
    settings = tmp_path / "gitconfig"
    ends = ("--left", CELL, "--right", LIKE)
    words = ("judge", str(corpus), *ends, "--verdict", "unsure", "--why", "x", "--yes")
    settings.write_text("", "utf-8")
    nobody = {"GIT_CONFIG_GLOBAL": str(settings), "GIT_CONFIG_NOSYSTEM": "1"}
    result = run(*words, **nobody)
    assert result.exit_code == 1 and "who judges? give --who NAME" in result.stderr
    settings.write_text("[user]\n\tname = Käthe\n", "utf-8")
    assert run(*words, **nobody).exit_code == 0
    assert json.loads(held(corpus))["who"] == "Käthe"


def test_undo_of_a_named_pair_leaves_the_other_lines(run: Run, corpus: Path) -> None:
    judge(run, corpus, CELL, LIKE, "unsure")
    first = held(corpus)
    judge(run, corpus, BAND, LIKE, "unsure")
    second = held(corpus)[len(first) :]
    undo = ("judge", str(corpus), "--undo", "--yes")
    assert run(*undo, "--left", LIKE, "--right", "River Cell").exit_code == 0
    assert held(corpus) == second
    result = run(*undo, "--left", LIKE, "--right", CELL)
    assert (result.exit_code, held(corpus)) == (1, second)
    assert run(*undo).exit_code == 0
    assert run(*undo).exit_code == 1


def test_bad_lines_stop_it(run: Run, corpus: Path) -> None:
    (corpus / "judgements.jsonl").write_bytes(b'{"left": 1}\n')
    code, _, error = judge(run, corpus, CELL, LIKE, "same")
    assert code == 1 and "judgements.jsonl:1" in error
    assert held(corpus) == b'{"left": 1}\n'


def test_hostile_names_steer_no_terminal(run: Run, corpus: Path) -> None:
    name = "\x1b[31mRiver Cell\x07 \u202e[bold]"
    path = corpus / "entities" / "groups.yaml"
    entry = f"- {{id: group/red, name: {json.dumps(name)}}}\n"
    path.write_text(path.read_text("utf-8") + entry, "utf-8")
    listed = run("judge", str(corpus), "--least", "60").stdout
    assert "group/red" in listed and "\x1b" not in listed and "\u202e" not in listed
    why = ("--why", "\x1b[2J\nnewline", "--who", "\x1b[31mme")
    code, out, _ = judge(run, corpus, name, CELL, "same", *why)
    assert code == 0 and "\x1b" not in out
    assert len(held(corpus).splitlines()) == 1
    out = run("judge", str(corpus), "--undo", "--yes").stdout
    assert "\\x1b[2J newline" in out and "\x1b" not in out


def judged_on_terminal(corpus: Path, typed: bytes, *words: str) -> tuple[int, str]:
    """The command on a terminal of its own, with what a person types there."""
    with on_terminal("judge", str(corpus), *words) as terminal:
        terminal.put(typed)
        seen = terminal.rest()
        return terminal.code(), seen


def test_asks_one_by_one_on_a_terminal(corpus: Path) -> None:
    path = corpus / "entities" / "groups.yaml"
    more = "- {id: group/river-cellz, name: River Cellz}\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    # yes and why, but not written; skip; unsure, written; none is left
    typed = b"x\ny\none leader\nn\ns\nu\nno idea\ny\n"
    code, seen = judged_on_terminal(corpus, typed, "--who", "Ann")
    assert code == 0, seen
    assert "3 pairs to judge, 0 more may not be one" in seen
    assert "'x' is not one of" in seen
    assert "as one they are group/river-cell:" in seen
    line = json.loads(held(corpus))
    assert (line["verdict"], line["who"], line["why"]) == ("unsure", "Ann", "no idea")
    before = held(corpus)
    code, seen = judged_on_terminal(corpus, b"y\nsame men\ny\nq\n", "--who", "Ann")
    assert code == 0, seen
    assert held(corpus).startswith(before) and held(corpus).count(b"\n") == 2
    code, seen = judged_on_terminal(corpus, b"n\n", "--undo")
    assert (code, held(corpus).count(b"\n")) == (0, 2), seen
    code, seen = judged_on_terminal(corpus, b"", "--undo", "--yes")
    assert (code, held(corpus)) == (0, before), seen


def test_works_in_a_process_of_its_own(typed: Typed, corpus: Path) -> None:
    done = typed("judge", str(corpus), "--list")
    assert done.returncode == 0 and CELL in done.stdout
