"""`claimgraph demo`: the headline answer, and nothing left behind."""

import re
import tempfile
from pathlib import Path

from cli_runs import Run, Typed


def test_answers_the_headline_question(typed: Typed, tmp_path: Path) -> None:
    done = typed("demo", TMPDIR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    text = " ".join(done.stdout.split())
    for words in (
        "Islamic State-Khorasan claims it",
        "National Directorate of Security blames joint cell in Kabul",
        "Salaam Times > National Directorate of Security",
        "including an attack on a Sikh temple in March",
        "Taliban denies it",
        "everything is somebody's claim",
    ):
        assert words in text
    assert "\x1b" not in done.stdout
    assert not list(tmp_path.glob("claimgraph-*/graph"))


def test_keeps_the_graph_where_it_is_told(run: Run, tmp_path: Path) -> None:
    graph = tmp_path / "kept"
    first = run("demo", "--store", str(graph))
    assert first.exit_code == 0
    again = run("demo", "--store", str(graph))
    assert again.stdout == first.stdout
    assert run("status", store=graph).exit_code == 0


def test_a_claim_that_it_names_can_be_shown(run: Run, tmp_path: Path) -> None:
    graph = tmp_path / "kept"
    shown = re.findall(
        r"claim ([0-9a-f]{8})", run("demo", "--store", str(graph)).stdout
    )
    assert shown
    assert run("show", shown[0], store=graph).exit_code == 0


def test_its_commands_work(run: Run, seeds_graph: Path) -> None:
    assert tempfile.gettempdir()
    for words in (
        ["ask"],
        ["ask", "groups/pair", "a=Haqqani Network", "b=ISIS-K"],
        ["ask", "claims/withheld"],
        ["search", "Sikh temple"],
    ):
        result = run(*words, store=seeds_graph)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.count("\n") > 3
