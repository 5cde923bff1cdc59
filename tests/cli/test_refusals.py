"""What the operating system refuses is one line with a name, and nothing is half."""

import contextlib
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from claimgraph import cli, modules
from examples import mostly_slow
from hard_times import (
    CLAIMGRAPH,
    files_below,
    run_without_rights,
    run_without_room,
)
from own_terminal import on_terminal

NAMES = [cli.command_name(name) for name in modules.names(cli)]
JUDGED = ("--left", "group/river-cell", "--right", "group/hill-band")
JUDGEMENT = (*JUDGED, "--verdict", "different", "--why", "seen", "--who", "A. Tester")
WRITES = {
    "judge": ("judge", "{corpus}", *JUDGEMENT, "--yes"),
    "undo": ("judge", "{corpus}", "--undo", "--yes"),
    "rehash": ("check", "--rehash", "{corpus}"),
    "init": ("init", "{corpus}/new/one"),
}
# reads for as long as anybody waits, inside one call of the engine
LOOP = "reduce(s = 0, x IN range(1, 5000000) | s + x)"
ENDLESS = f"RETURN {' + '.join([LOOP] * 40)} AS s"


@pytest.fixture
def judged(corpus: Path) -> Path:
    """The small corpus with a judgement, and a text that its digest does not fit."""
    line = (
        '{"left": "org/gazette", "right": "org/bureau", "verdict": '
        '"%s", "who": "A. Tester", "when": "2024-05-06", "why": "seen"}\n'
    )
    lines = [line % verdict for verdict in ("unsure", "different")]
    (corpus / "judgements.jsonl").write_text("".join(lines), "utf-8")
    (text,) = (corpus / "articles").glob("*.txt")
    text.write_text(text.read_text("utf-8") + "more\n", "utf-8")
    return corpus


def words_of(name: str, corpus: Path) -> list[str]:
    return [word.format(corpus=corpus) for word in WRITES[name]]


def check_told(done: subprocess.CompletedProcess[str], *wanted: str) -> None:
    """One line, exit code 1, and these words in it."""
    assert done.returncode == 1, done.stderr
    assert re.fullmatch("claimgraph: .+\n", done.stderr), done.stderr
    for word in wanted:
        assert word in done.stderr


@pytest.mark.parametrize("name", WRITES)
def test_full_disk_leaves_a_corpus_as_it_was(name: str, judged: Path) -> None:
    before = files_below(judged)
    done = run_without_room(*words_of(name, judged))
    check_told(done, str(judged), "make room")
    assert files_below(judged) == before
    assert not (judged / "new").exists()


@pytest.mark.parametrize("name", WRITES)
def test_read_only_corpus_is_named(name: str, judged: Path) -> None:
    before = files_below(judged)
    folders = [judged, *(path for path in judged.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        done = run_without_rights(*words_of(name, judged))
    finally:
        for path in folders:
            path.chmod(0o755)
    check_told(done, str(judged), "ermission denied", "name another place")
    assert files_below(judged) == before


def test_init_goes_on_where_a_killed_one_ended(tmp_path: Path) -> None:
    assert run_without_room("init", str(tmp_path / "a"), size=10**6).returncode == 0
    whole = files_below(tmp_path / "a")
    for name in ("corpus.yaml", "README.md", "entities/people.yaml"):
        (tmp_path / "a" / name).unlink()
    assert run_without_room("init", str(tmp_path / "a"), size=10**6).returncode == 0
    assert files_below(tmp_path / "a") == whole
    check_told(run_without_room("init", str(tmp_path / "a")), "is not empty")
    (tmp_path / "a" / "corpus.yaml").unlink()
    (tmp_path / "a" / "README.md").write_text("mine")
    check_told(run_without_room("init", str(tmp_path / "a")), "is not empty")


@pytest.mark.parametrize("words", [["--help"], ["--version"], *([n] for n in NAMES)])
def test_full_standard_output_is_told(words: list[str]) -> None:
    command = words if words[0].startswith("-") else [*words, "--help"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*CLAIMGRAPH, *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    check_told(done, "standard output", "No space left")


ANSWERS = {
    "ask": ("ask", "claims/withheld"),
    "export": ("export", "trig"),
    "report": ("report", "source", "Amrullah Saleh"),
    "status": ("status",),
}


@pytest.mark.parametrize("name", mostly_slow(ANSWERS))
def test_full_standard_output_of_an_answer(name: str, seeds_graph: Path) -> None:
    command = [*CLAIMGRAPH, *ANSWERS[name], "--store", str(seeds_graph)]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    check_told(done, "standard output", "No space left")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert process.returncode == 1 and told == ""


def test_ctrl_c_with_a_call_in_the_engine_is_130(seeds_graph: Path) -> None:
    command = [*CLAIMGRAPH, "cypher", ENDLESS, "--store", str(seeds_graph)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        # the catalogue of the engine is open once it runs
        wait_for_engine(process.pid, seeds_graph)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert told.startswith("claimgraph: stopped") and told.count("\n") == 1


def wait_for_engine(process: int, folder: Path) -> None:
    """Wait until a process has files of the graph open, and a moment longer."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        names = opened_by(process)
        if sum(name.startswith(str(folder)) for name in names) > 5:
            time.sleep(2)
            return
        time.sleep(0.05)
    raise AssertionError("the graph was not opened")


def opened_by(process: int) -> list[str]:
    """The files that a process has open; one may be closed while this is read."""
    names: list[str] = []
    for link in Path(f"/proc/{process}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            names.append(os.readlink(link))
    return names


@pytest.mark.parametrize("words", [("ask", "groups/pairr", "a=x"), ("lod",)])
def test_an_error_breaks_no_word_on_a_terminal(words: tuple[str, ...]) -> None:
    with on_terminal(*words, columns=40) as terminal:
        lines = terminal.rest().splitlines()
        assert terminal.code() in (1, 2)
    assert len(lines) > 1
    assert max(map(len, lines)) <= 40
    done = subprocess.run([*CLAIMGRAPH, *words], capture_output=True, text=True)
    assert " ".join(lines) == " ".join(done.stderr.splitlines())
