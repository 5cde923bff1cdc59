"""Nothing is written where nobody can be asked, and a load tells what changed."""

from pathlib import Path

from cli_runs import Run

WORDS = ("--left", "group/river-cell", "--right", "group/hill-band", "--why", "x")


def held(corpus: Path) -> bytes:
    path = corpus / "judgements.jsonl"
    return path.read_bytes() if path.exists() else b""


def test_a_pipe_writes_nothing_without_yes(run: Run, corpus: Path) -> None:
    words = ("judge", str(corpus), *WORDS, "--verdict", "unsure", "--who", "Ann")
    result = run(*words)
    assert (result.exit_code, held(corpus)) == (1, b"")
    assert result.stderr == (
        "claimgraph: --yes: nothing was written: nobody can be asked in a pipe; --yes "
        "writes it, --dry-run only shows what changes\n"
    )
    assert run(*words, "--yes").exit_code == 0
    written = held(corpus)
    result = run("judge", str(corpus), "--undo")
    assert (result.exit_code, held(corpus)) == (1, written)


def test_a_load_tells_what_judgements_changed(run: Run, corpus: Path) -> None:
    graph = corpus / "graph"
    assert "judgement" not in run("load", str(corpus), store=graph).stdout
    words = ("judge", str(corpus), *WORDS, "--verdict", "same", "--who", "Ann")
    assert run(*words, "--yes").exit_code == 0
    told = run("load", str(corpus), store=graph).stdout
    assert ", 1 judgement new, changed or gone, in " in told
    assert "judgement" not in run("load", str(corpus), store=graph).stdout
