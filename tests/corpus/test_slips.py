"""One slip of the hand has one message, which is true and says what to do."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from claimgraph.api.corpora import rehash
from claimgraph.checking import check_corpus
from claimgraph.corpus.scaffold import scaffold
from claimgraph.yaml_file import read_yaml
from sound_corpus import TEXT, write_sound

Change = Callable[[Path], object]


def change(name: str, before: str, after: str) -> Change:
    """An edit of one file, which must change something."""

    def made(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    return made


def renamed(name: str, other: str) -> Change:
    """A file with another name."""
    return lambda folder: (folder / name).rename(folder / other)


def added(name: str, content: bytes) -> Change:
    """A file more."""
    return lambda folder: (folder / name).write_bytes(content)


CASES = Path(__file__).parents[1] / "cases" / "slips.yaml"
CLAIMS, GROUPS = "claims/a.yaml", "entities/groups.yaml"
# what somebody did, and all that they are told: file, line and key, then the reason
OTHERS: dict[str, tuple[Change, list[str]]] = {
    ".yml": (
        renamed(GROUPS, "entities/groups.yml"),
        ["entities/groups.yml: rename it to groups.yaml"],
    ),
    ".YAML": (
        renamed(CLAIMS, "claims/a.YAML"),
        ["claims/a.YAML: rename it to a.yaml"],
    ),
    ".TXT": (
        renamed("articles/a.txt", "articles/a.TXT"),
        ["articles/a.TXT: rename it to a.txt"],
    ),
    ".yml beside .yaml": (
        added("entities/groups.yml", b"- {id: group/lost, name: Lost}\n"),
        ["entities/groups.yml: is not read: groups.yaml stands beside it"],
    ),
    "files of macOS": (
        lambda folder: [
            added(name, b"\0\5\26\7")(folder)
            for name in ("articles/._a.txt", "entities/._groups.yaml", "claims/.b.yaml")
        ],
        [],
    ),
    "a page without its text": (
        added("articles/b.html", b"<html>"),
        [
            "articles/b.html: is not read: `claimgraph new articles/b.html` makes "
            "its text"
        ],
    ),
    "line ends of Windows": (
        lambda folder: (folder / "articles/a.txt").write_bytes(
            TEXT.replace("\n", "\r\n").encode()
        ),
        [
            f"{CLAIMS}:5: article.sha256: the text has other line ends than when it "
            "was "
            "coded, which git on Windows makes: put `articles/** -text` into "
            ".gitattributes and check it out again"
        ],
    ),
    "no digest yet": (
        lambda folder: change(CLAIMS, sha_of(folder), "?")(folder),
        [
            f"{CLAIMS}:5: article.sha256: '?' is no SHA-256: 64 digits 0-9, a-f; "
            "`claimgraph check --rehash` writes it"
        ],
    ),
}


def edits() -> dict[str, tuple[Change, list[str]]]:
    """The slips of tests/cases/slips.yaml, each a change of one file."""
    rows = read_yaml(CASES).plain
    found: dict[str, tuple[Change, list[str]]] = {}
    for row in cast("list[dict[str, str]]", rows):
        made = change(row["file"], row["before"], row["after"])
        found[row["slip"]] = made, cast("list[str]", row["told"])
    return found


SLIPS = edits() | OTHERS


def sha_of(folder: Path) -> str:
    """The digest that a header has."""
    text = (folder / CLAIMS).read_text("utf-8")
    return text.split('sha256: "')[1].split('"')[0]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A sound corpus."""
    write_sound(tmp_path)
    return tmp_path


def told(folder: Path) -> list[str]:
    """All that `check` says, by names within the folder."""
    checked = check_corpus(folder)
    listed = [*checked.problems, *checked.unused]
    return [str(one).replace(f"{folder}/", "") for one in listed]


def test_the_corpus_is_sound(corpus: Path) -> None:
    assert told(corpus) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_has_one_message(slip: str, corpus: Path) -> None:
    change, expected = SLIPS[slip]
    change(corpus)
    assert told(corpus) == expected


def test_a_corpus_under_another_ending_is_told(corpus: Path) -> None:
    renamed("corpus.yaml", "corpus.yml")(corpus)
    with pytest.raises(Exception, match=r"corpus\.yml: rename it to corpus\.yaml"):
        check_corpus(corpus)


def test_line_ends_are_no_reason_for_new_ids(corpus: Path) -> None:
    SLIPS["line ends of Windows"][0](corpus)
    before = (corpus / CLAIMS).read_bytes()
    assert rehash(corpus) == []
    assert (corpus / CLAIMS).read_bytes() == before


def test_a_changed_text_tells_how_many_ids_change(corpus: Path) -> None:
    added("articles/a.txt", f"{TEXT}More.\n".encode())(corpus)
    [done] = rehash(corpus)
    assert (done.article, done.renamed) == ("a", 2)
    assert told(corpus) == []


def test_a_new_corpus_keeps_line_ends_from_git(tmp_path: Path) -> None:
    scaffold(tmp_path / "new")
    assert "articles/** -text" in (tmp_path / "new/.gitattributes").read_text("utf-8")


def test_halves_that_json_writes_come_in_as_one(corpus: Path) -> None:
    title = json.dumps("A \U0001f525 fight")
    assert "\\ud83d" in title
    change(CLAIMS, "A fight", title)(corpus)
    [batch] = check_corpus(corpus).batches
    assert batch.article.title == "A \U0001f525 fight"
