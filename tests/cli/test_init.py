"""`claimgraph init`: a corpus that is ready for its first article."""

from pathlib import Path

import pytest

from claimgraph.corpus.entries import ENTITY_FILES
from claimgraph.corpus.reading import read_corpus
from claimgraph.schema import load_schema
from claimgraph.yaml_file import read_yaml
from cli_runs import Run


def test_begins_a_corpus_that_passes_the_gate(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert run("init", str(folder)).exit_code == 0
    assert read_corpus(folder).name == "new"
    names = {path.stem for path in (folder / "entities").iterdir()}
    assert names == set(ENTITY_FILES)
    assert (folder / "judgements.jsonl").read_bytes() == b""
    result = run("check", str(folder))
    assert (result.exit_code, result.stdout[:10]) == (0, "0 articles")


def test_its_examples_pass_the_gate(run: Run, tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "new")).exit_code == 0
    country = "- {id: place/a-country, name: A Country, kind: country}\n"
    for path in (tmp_path / "new" / "entities").iterdir():
        text = path.read_text("utf-8").replace("# - {", "- {")
        path.write_text(text + (country if path.stem == "places" else ""), "utf-8")
        assert read_yaml(path).plain
    result = run("check", str(tmp_path / "new"))
    # without an article they are for others to use
    assert result.stdout == "0 articles, 0 claims, 8 entities: no problems\n"
    assert load_schema()


@pytest.mark.parametrize("name", ["2021", "a: b", '"x"', "no", "Ünïcode # 1"])
def test_odd_names(run: Run, tmp_path: Path, name: str) -> None:
    assert run("init", str(tmp_path / name)).exit_code == 0
    assert read_corpus(tmp_path / name).name == name


def test_refuses_a_folder_that_is_not_empty(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    (tmp_path / "empty").mkdir()
    assert run("init", str(tmp_path / "empty")).exit_code == 0
    assert run("init", str(folder)).exit_code == 0
    (folder / "corpus.yaml").write_text("name: mine\n", "utf-8")
    result = run("init", str(folder))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"claimgraph: {folder}: is not empty")
    assert (folder / "corpus.yaml").read_text("utf-8") == "name: mine\n"
    assert run("init", str(folder / "corpus.yaml")).exit_code == 1
    assert run("init", str(folder / "corpus.yaml" / "x")).exit_code == 1


def test_git_passes_over_the_graph_that_a_load_makes_here(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    assert run("init", str(folder)).exit_code == 0
    assert "/graph/" in (folder / ".gitignore").read_text("utf-8").splitlines()
    own = tmp_path / "own"
    own.mkdir()
    (own / ".gitignore").write_text("mine\n", "utf-8")
    assert run("init", str(own)).exit_code == 1
    assert (own / ".gitignore").read_text("utf-8") == "mine\n"
