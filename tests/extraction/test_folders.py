"""Folders as people have them: what is not read is told, what is broken is reported."""

import os
from pathlib import Path

from claimgraph.api.corpora import new_corpus
from claimgraph.api.extracting.folders import FolderWalk, Unopened
from claimgraph.api.extracting.into_corpus import CorpusRun, Done
from claimgraph.api.extracting.into_file import FileRun, open_output
from claimgraph.errors import Problem
from stand_in import StandIn

TEXT = "Market bombed in Northtown on Friday\n\nRiver Front is led by Omar Dara.\n"


def folder_of(place: Path, *names: str) -> Path:
    """A folder of files that hold one text."""
    for name in names:
        path = place / "many" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")
    return place / "many"


def told_of(folder: Path) -> str | None:
    """What is told of the files that nobody reads."""
    walk = FolderWalk(folder)
    assert not [one for one in walk.files() if isinstance(one, Problem)]
    unopened = walk.unopened()
    return None if unopened is None else unopened.words.removeprefix(f"{folder}: ")


def test_files_that_nobody_reads_are_counted_by_their_endings(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a.txt", "b.docx", "deep/c.DOCX", "d.jpg", "e", ".f")
    assert told_of(folder) == (
        "4 files were not read: 2 .docx, 1 .jpg, 1 without an ending; to have them "
        "read: save office files and mails as text (.txt) or as PDF; give texts the "
        "ending .txt"
    )
    assert told_of(folder_of(tmp_path / "one", "a.html", "b.zip")) == (
        "1 file was not read: 1 .zip; to have them read: unpack archives"
    )
    names = [f"{number}.x{number}" for number in range(20)]
    told = told_of(folder_of(tmp_path / "two", *names)) or ""
    assert told.startswith("20 files were not read: 1 .x")
    assert told.endswith(", 12 of other endings")


def test_what_a_browser_saves_beside_a_page_is_not_told(tmp_path: Path) -> None:
    assert told_of(folder_of(tmp_path, "a.html", "a_files/b.css", ".git/c.bin")) is None


def test_a_corpus_inside_gives_its_texts_and_no_more(tmp_path: Path) -> None:
    new_corpus(tmp_path / "corpus")
    article = tmp_path / "corpus" / "articles" / "market.txt"
    article.parent.mkdir(exist_ok=True)
    article.write_text(TEXT, "utf-8")
    article.with_suffix(".html").write_text(TEXT, "utf-8")
    walk = FolderWalk(tmp_path)
    assert [*walk.files()] == [article]
    assert walk.unopened() is None


def test_what_is_broken_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a.txt", "b.odt")
    (folder / "dead.txt").symlink_to("none")
    (folder / "dead.docx").symlink_to("none")
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "again").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    run = CorpusRun(tmp_path / "corpus", StandIn())
    found = [*run.run([str(folder)])]
    problems = {
        Path(one.file).name: one.reason for one in found if isinstance(one, Problem)
    }
    assert problems.pop("dead.txt") == "is a link to none, which is not there"
    assert problems.pop("dead.docx") == "is a link to none, which is not there"
    assert "Too many levels" in problems.pop("round.txt")
    assert "it is a named pipe" in problems.pop("pipe.txt")
    assert not problems
    assert [one.stem for one in found if isinstance(one, Done)] == ["a"]
    [unopened] = [one for one in found if isinstance(one, Unopened)]
    assert "2 files were not read: " in unopened.words
    assert "1 linking to a folder" in unopened.words
    assert (run.tally.articles, run.tally.failed) == (1, 4)


def test_it_is_told_where_claims_go_into_a_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a.txt", "b.docx")
    out = tmp_path / "a.claims.jsonl"
    run = FileRun(out, StandIn())
    with open_output(out, "jsonl") as output:
        found = [*run.run([str(folder)], output)]
    assert [type(one) for one in found] == [Done, Unopened]
    assert run.tally.failed == 0
