"""What `claimgraph extract` and `load` say of what they cannot read, or not well."""

import json
import os
from pathlib import Path

import pytest

from cli_runs import Run
from invented_answers import TEXT

PAGE = "<!doctype html><html><body><p>Blast at Orvel mill kills six</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder at hand, with an article that nobody coded."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mill.txt").write_text(TEXT, "utf-8")
    return tmp_path


GERMAN = """Anschlag auf die Mühle von Orvel

Die Gruppe Rote Front hat sich zu dem Anschlag auf die Mühle bekannt, der am Montag
sechs Menschen das Leben gekostet hatte, wie der Minister mitteilte.
"""


def test_a_text_that_is_not_english_is_told(run: Run, folder: Path) -> None:
    (folder / "orvel.txt").write_text(GERMAN, "utf-8")
    told = "orvel: the text does not look English, and rules read English alone"
    again = "`claimgraph extract orvel --corpus corpus --model NAME`"
    result = run("extract", "orvel.txt", "--rules")
    assert result.exit_code == 0
    assert told in result.stderr
    assert again in result.stderr
    said = " ".join(result.stdout.split())
    assert "no claim was found, so there is nothing to review" in said
    assert "; a language model finds more: " in said
    assert "nobody has looked" not in said
    # a load that finds it read says it again, and offers no review
    loaded = run("load", "orvel.txt", store=folder / "g")
    assert loaded.exit_code == 0
    assert told in loaded.stderr
    assert "no claim was found, so there is nothing to review. Next:" in loaded.stdout
    assert "claimgraph new claim orvel --corpus corpus" in loaded.stdout
    assert "claimgraph review" not in loaded.stdout
    one = run("extract", "orvel.txt", "--rules", "--out", "a.claims.jsonl")
    assert told in one.stderr


def test_after_a_model_no_other_is_offered(run: Run, folder: Path) -> None:
    content = json.dumps({"cast": [], "claims": []})
    line = json.dumps({"custom_id": "mill", "content": content, "model": "strong-1"})
    (folder / "a.jsonl").write_text(f"{line}\n", "utf-8")
    said = run("extract", "mill.txt", "--answers", "a.jsonl").stdout
    assert "no claim was found, so there is nothing to review" in said
    assert "a language model finds more" not in " ".join(said.split())


def test_what_of_a_folder_is_not_read_is_told(run: Run, folder: Path) -> None:
    (folder / "texts").mkdir()
    os.replace("mill.txt", folder / "texts" / "mill.txt")
    (folder / "texts" / "mill.docx").write_bytes(b"PK")
    result = run("extract", "texts", "--rules")
    assert result.exit_code == 0
    assert "texts: 1 file was not read: 1 .docx; to have them read: " in result.stderr
    (folder / "texts" / "dead.txt").symlink_to("nothing")
    result = run("extract", "texts", "--rules")
    assert result.exit_code == 1
    assert "dead.txt: is a link to nothing, which is not there" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("load", "a.bin"), "its ending is none of .txt, .html, .htm, .xhtml, .mht"),
        (("load", "f.fifo"), "is a named pipe, a device or a socket, and no file"),
        (
            ("load", "corpus", "--store", "bolt://localhost:99999"),
            "a number up to 65535",
        ),
        (("load", "dead.txt"), "dead.txt: does not exist: it is a link that"),
        (
            ("load", "a.docx"),
            "save it as text (.txt) or as PDF, then `claimgraph load`",
        ),
        (("load", "a.jsonl"), "these are articles: `claimgraph extract a.jsonl`"),
        (("review", "page.html"), "`claimgraph extract page.html` puts it into one"),
        (("review", "a.bin"), "is no folder: name the folder of a corpus"),
        (("review", "nowhere"), "is no folder: see whether the name is right"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    run: Run, folder: Path, words: tuple[str, ...], told: str
) -> None:
    (folder / "a.bin").write_bytes(b"\x00")
    (folder / "page.html").write_text(PAGE, "utf-8")
    (folder / "a.docx").write_bytes(b"PK")
    (folder / "a.jsonl").write_text('{"id": "a", "text": "Two died."}\n')
    (folder / "dead.txt").symlink_to("nothing")
    os.mkfifo(folder / "f.fifo")
    result = run(*words, NEO4J_PASSWORD="")
    assert result.exit_code in (1, 3)
    assert told in result.stderr


def test_a_load_of_an_article_in_a_pipe_names_what_reads_it(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (folder / "mill.txt").open(encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file)
        result = run("load", "-", store=folder / "g")
    assert result.exit_code == 1
    assert "`claimgraph extract -`" in result.stderr
