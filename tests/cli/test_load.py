"""`claimgraph load`: what goes in, what is refused, what is said of it."""

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from claimgraph.api.sources import open_sources
from claimgraph.gate import CheckedBatch
from claimgraph.store import open_store
from claimgraph.store.arcade import ArcadeStore
from cli_runs import Run, Typed
from places import free_ports

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLES = Path(__file__).parents[1] / "cases" / "loaders"
COUNT = "MATCH (c:Claim) RETURN count(c) AS claims"


def claims_in(graph: Path) -> object:
    with open_store(str(graph), create=False) as store:
        return store.read(COUNT)[0]["claims"]


def test_loads_a_corpus_and_says_what_it_did(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    result = run("load", str(corpus), store=tmp_path / "g")
    assert result.exit_code == 0
    assert result.stdout.startswith("1 article: 2 claims new, 0 changed, 0 unchanged")
    assert result.stderr == ""
    assert claims_in(tmp_path / "g") == 2


def test_loading_twice_changes_nothing(run: Run, corpus: Path, graph: Path) -> None:
    result = run("load", str(corpus), store=graph)
    assert "0 claims new, 0 changed, 2 unchanged, 0 taken out" in result.stdout
    assert claims_in(graph) == 2


def test_what_a_review_decided_is_told(run: Run, corpus: Path, graph: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8")
    first, second = text.split("  - relation: ALLEGED_LINK\n")
    path.write_text(
        f"{first}    review: proposed\n  - relation: ALLEGED_LINK\n"
        f"    review: rejected\n{second}",
        "utf-8",
    )
    told = run("load", str(corpus), store=graph).stdout.splitlines()
    assert "0 claims new, 1 changed, 0 unchanged, 1 taken out" in told[0]
    assert told[1:] == ["not in the graph: 1 claim that somebody rejected"]
    again = run("load", str(corpus), store=graph).stdout.splitlines()
    assert "0 changed, 1 unchanged, 0 taken out" in again[0]
    assert again[1:] == told[1:]


def test_a_path_twice_is_loaded_once(run: Run, corpus: Path, tmp_path: Path) -> None:
    result = run("load", str(corpus), f"{corpus}/", store=tmp_path / "g")
    assert result.stdout.startswith("1 article:")


def test_loads_the_article_of_a_file(run: Run, corpus: Path, tmp_path: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    result = run("load", str(path), store=tmp_path / "g")
    assert result.stdout.startswith("1 article: 2 claims new")


def test_nothing_is_loaded_where_anything_is_wrong(
    run: Run, corpus: Path, graph: Path
) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8").replace("ATTRIBUTED_TO", "ATRIBUTED_TO")
    path.write_text(text.replace("denied any tie", "denied each tie"), "utf-8")
    result = run("load", str(corpus), store=graph)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.startswith(f"{path}:") for line in lines] == [True, True, False]
    assert "nearest: ATTRIBUTED_TO" in lines[0]
    assert lines[2] == "claimgraph: 2 problems, nothing was loaded"
    assert claims_in(graph) == 2


def test_an_unused_entry_does_not_stop_a_load(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    path = corpus / "entities" / "states.yaml"
    path.write_text("- {id: state/nowhere, name: Nowhere}\n", "utf-8")
    assert run("load", str(corpus), store=tmp_path / "g").exit_code == 0


def test_names_what_it_cannot_read(run: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "news.html").write_text("<p>Quiet.</p>", "utf-8")
    (tmp_path / "notes.doc").write_bytes(b"%PDF")
    (corpus / "articles" / "small.txt").unlink()
    (corpus / "claims" / "small.yaml").unlink()
    for path, reason in (
        (tmp_path / "nowhere", "does not exist"),
        (tmp_path / "empty", "is no corpus: it has no corpus.yaml, and is empty ("),
        (
            tmp_path / "pages",
            "is no corpus, but a folder of articles: `claimgraph extract "
            f"{tmp_path / 'pages'} --corpus corpus` reads them into one",
        ),
        (tmp_path / "notes.doc", "is not read as it is: "),
        (corpus, "holds no article"),
    ):
        result = run("load", str(path), store=tmp_path / "g")
        assert result.exit_code == 1
        assert result.stderr.startswith(f"claimgraph: {path}: {reason}")
        assert result.stderr.count("\n") == 1
    assert not (tmp_path / "g").exists()


def test_wants_a_path(run: Run) -> None:
    assert run("load").exit_code == 2
    assert run("load", "--from", "nonsense", "x").exit_code == 2


def test_loads_claims_jsonl(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "few.jsonl"
    article = {"id": "few", "corpus": "few", "title": "Few", "text": "A B."}
    article |= {"sha256": hashlib.sha256(b"A B.").hexdigest()}
    lines = [{"claimgraph": 1}, {"article": article}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    result = run("load", str(path), store=tmp_path / "g")
    assert (result.exit_code, result.stdout[:10]) == (0, "1 article:")
    for wrong in ("hello\n", '{"claimgraph": 1}\n', ""):
        path.write_text(wrong, "utf-8")
        result = run("load", str(path), store=tmp_path / "g")
        assert result.exit_code == 1
        assert result.stderr.startswith(f"claimgraph: {path}")


@pytest.mark.slow
def test_a_cut_pipe_is_told(corpus: Path, tmp_path: Path) -> None:
    graph, path = str(tmp_path / "g"), tmp_path / "a.claims.jsonl"
    program = [sys.executable, "-m", "claimgraph"]
    subprocess.run([*program, "load", str(corpus), "--store", graph], check=True)
    written = [*program, "export", "claims", "--out", str(path), "--store", graph]
    subprocess.run(written, check=True)
    whole = path.read_bytes()
    for raw, code in ((whole, 0), (whole[: whole.index(b'{"end"')], 1)):
        done = subprocess.run(
            [*program, "load", "-", "--store", graph], input=raw, capture_output=True
        )
        assert done.returncode == code
        assert (b"0 taken out" in done.stdout) == (code == 0)
        assert (b"it was cut; get it again, whole" in done.stderr) == (code == 1)
        counted = [*program, "status", "--store", graph]
        assert b"1 article, 2 claims" in subprocess.check_output(counted)


def test_no_server(typed: Typed, corpus: Path) -> None:
    address = f"bolt://127.0.0.1:{free_ports(1)[0]}"
    done = typed("load", str(corpus), "--store", address, NEO4J_PASSWORD="secret-4711")
    assert done.returncode == 3
    assert done.stderr.startswith(f"claimgraph: no Neo4j server answers at {address}")
    assert "secret-4711" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_is_asked_before_an_article_is_read(
    typed: Typed, tmp_path: Path
) -> None:
    article = tmp_path / "news.txt"
    article.write_text("The bureau said so.\n", "utf-8")
    address = f"bolt://127.0.0.1:{free_ports(1)[0]}"
    held = tmp_path / "held"
    words = ("load", str(article), "--corpus", str(held), "--store", address)
    done = typed(*words, NEO4J_PASSWORD="secret-4711")
    assert done.returncode == 3 and "no Neo4j server answers" in done.stderr
    assert not held.exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_what_a_terminal_waits_for_is_told() -> None:
    from own_terminal import on_terminal

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        words = ("find", "cell", "--store", address)
        with on_terminal(*words, NEO4J_PASSWORD="secret-4711") as terminal:
            terminal.shown_until(f"waiting for {address} to answer".encode())
            assert "no Neo4j server answers" in terminal.rest()


def test_a_missing_password_is_no_prompt_without_a_terminal(
    run: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    result = run("load", str(corpus), "--store", "bolt://127.0.0.1:1")
    assert result.exit_code == 3
    assert "set NEO4J_PASSWORD" in result.stderr


def test_an_address_with_a_password_is_refused_without_showing_it(
    run: Run, corpus: Path
) -> None:
    result = run("load", str(corpus), "--store", "bolt://neo4j:geheim@127.0.0.1:1")
    assert result.exit_code == 1
    assert "NEO4J_PASSWORD" in result.stderr
    assert "geheim" not in result.output


def test_a_graph_that_is_open_elsewhere(
    typed: Typed, corpus: Path, graph: Path
) -> None:
    with open_store(str(graph)):
        done = typed("load", str(corpus), "--store", str(graph))
    assert done.returncode == 1
    assert "has the graph in" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_that_is_no_graph(run: Run, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(corpus, tmp_path / "full")
    result = run("load", str(corpus), store=tmp_path / "full")
    assert result.exit_code == 1
    assert "is not a claimgraph database" in result.stderr
    assert not list((tmp_path / "full").glob("*.lock"))


@pytest.mark.neo4j
def test_a_wrong_password(
    run: Run, corpus: Path, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue("neo4j_server")
    result = run("load", str(corpus), store=server.target, NEO4J_PASSWORD="wrong")
    assert result.exit_code == 3
    assert "refuses the user name and password" in result.stderr


def test_paths_are_loaded_in_their_order() -> None:
    first, second = sorted((SEEDS / "articles").glob("*.txt"))[:2]
    found = open_sources([second, first, second])
    loaded = [
        (one.batch if isinstance(one, CheckedBatch) else one).article.id
        for one in found.batches
    ]
    assert loaded == [second.stem, first.stem]


@pytest.mark.parametrize("command", ["load", "import"])
def test_a_big_file_is_loaded_as_a_whole(
    run: Run,
    graph: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    out, calls = tmp_path / "big.jsonl", list[str]()
    assert run("export", "claims", "--out", str(out), store=graph).exit_code == 0
    whole_load = ArcadeStore.whole_load

    def note(store: ArcadeStore) -> AbstractContextManager[None]:
        calls.append(store.target)
        return whole_load(store)

    monkeypatch.setattr(ArcadeStore, "whole_load", note)
    monkeypatch.setattr("claimgraph.api.sources.BIG", 1)
    for target in (tmp_path / "big", tmp_path / "small"):
        assert run(command, str(out), store=target).exit_code == 0
        monkeypatch.setattr("claimgraph.api.sources.BIG", 10**9)
    assert calls == [str(tmp_path / "big")]


@pytest.mark.parametrize("name", ["folder", "article", "claims", "trig", "list"])
def test_load_and_import_are_one_command(
    run: Run, corpus: Path, graph: Path, tmp_path: Path, name: str
) -> None:
    samples = {"claims": "claims.jsonl", "trig": "claims.trig"}
    path = {"folder": corpus, "article": corpus / "articles" / "small.txt"}.get(name)
    if name == "list":
        path = SAMPLES / "un.xml"
    elif path is None:
        path = tmp_path / samples[name]
        assert run("export", name, "--out", str(path), store=graph).exit_code == 0
    said = [
        run(command, str(path), store=tmp_path / command)
        for command in ("load", "import")
    ]
    assert [one.exit_code for one in said] == [0, 0], said[1].output
    lines = [re.sub(r"in \d+\.\d s", "", one.stdout) for one in said]
    assert lines[0] == lines[1]
    again = run("import", str(path), store=tmp_path / "load")
    assert ": 0 claims new, 0 changed" in again.stdout
