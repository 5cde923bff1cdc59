"""`claimgraph demo`: the headline answer, from a graph that is made once."""

import re
import tempfile
from pathlib import Path

import pytest

from claimgraph.store import open_store
from cli_runs import Run, Typed


def test_answers_the_headline_question(typed: Typed, tmp_path: Path) -> None:
    done = typed("demo", TMPDIR=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
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


@pytest.mark.slow
def test_second_time_answers_from_the_kept_graph(typed: Typed, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = typed("demo", XDG_CACHE_HOME=str(cache))
    [kept] = (cache / "claimgraph").glob("demo-*")
    made = kept.stat().st_ino
    again = typed("demo", XDG_CACHE_HOME=str(cache))
    assert again.stdout == first.stdout
    assert kept.stat().st_ino == made
    assert [one.name for one in (cache / "claimgraph").iterdir()] == [kept.name]


@pytest.mark.slow
def test_nothing_can_be_kept(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    done = typed("demo", XDG_CACHE_HOME=str(file), TMPDIR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Taliban denies it" in done.stdout
    assert not list(tmp_path.glob("claimgraph-*/graph"))


@pytest.mark.slow
def test_kept_graph_that_another_demo_has_open(typed: Typed, tmp_path: Path) -> None:
    first = typed("demo", XDG_CACHE_HOME=str(tmp_path))
    [kept] = (tmp_path / "claimgraph").glob("demo-*")
    with open_store(str(kept), create=False):
        again = typed("demo", XDG_CACHE_HOME=str(tmp_path))
    assert (again.returncode, again.stdout) == (0, first.stdout)


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
