"""One slip of the hand has one message, which is true and says what to do."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.api.corpora import rehash
from claimgraph.checking import check_corpus
from claimgraph.corpus.scaffold import scaffold
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


CLAIMS, GROUPS = "claims/a.yaml", "entities/groups.yaml"
# what somebody did, and all that they are told: file, line and key, then the reason
SLIPS: dict[str, tuple[Change, list[str]]] = {
    "a number for a name": (
        change(GROUPS, "[RD]", "[1.10]"),
        [
            f"{GROUPS}:1: [0].aliases[0]: must be text, not 1.10: in quotes it is "
            "text, "
            '"1.10"'
        ],
    ),
    "a bare number in a title": (
        change(CLAIMS, "title: A fight", "title: 1984"),
        [
            f"{CLAIMS}:2: article.title: must be text, not 1984: in quotes it is text, "
            '"1984"'
        ],
    ),
    "an escaped pair": (
        change(CLAIMS, "title: A fight", r'title: "A fight \ud83d\udd25"'),
        [],
    ),
    "half of it": (
        change(CLAIMS, "title: A fight", r'title: "A fight \ud83d"'),
        [
            f"{CLAIMS}:2: article.title: holds half a character (U+D83D) at 8: write "
            'the whole one, as itself or as "\\U0001F525"'
        ],
    ),
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
    "files of macOS": (
        lambda folder: [
            added(name, b"\0\5\26\7")(folder)
            for name in ("articles/._a.txt", "entities/._groups.yaml", "claims/.b.yaml")
        ],
        [],
    ),
    "a page without its text": (
        added("articles/b.html", b"<html>"),
        ["articles/b.html: is not read: put its text into b.txt"],
    ),
    "a page in place of its text": (
        change("articles/a.txt", "Red", "<!DOCTYPE html><html>Red"),
        [
            "articles/a.txt:1: is a page, not its text: keep it as a.html, and put "
            "here "
            "what people read"
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
    "a comment in a quote": (
        change(CLAIMS, "fights Northern Front\n", "fights # Northern Front\n"),
        [
            f"{CLAIMS}:10: claims[0].quote: ends before a comment (#): put the whole "
            "in "
            "quotes, or the comment on a line of its own"
        ],
    ),
    "a comment in a name": (
        change(
            GROUPS,
            "{id: group/two, name: Northern Front}",
            "id: group/two\n  name: N #3",
        ),
        [
            f"{GROUPS}:3: [1].name: ends before a comment (#): put the whole in "
            "quotes, or the comment on a line of its own"
        ],
    ),
    "a comment beside a word of ours": (
        change(CLAIMS, "polarity: denied", "polarity: denied  # on Monday"),
        [],
    ),
    "a key of another tool": (
        change(CLAIMS, "published:", "date:"),
        [f"{CLAIMS}:4: article.date: is no key here (nearest: published)"],
    ),
    "a source": (
        change(
            CLAIMS,
            "chain: [{holder: person/official, cue: Officials said}]",
            "source: person/official",
        ),
        [f"{CLAIMS}:17: claims[1].source: is no key here (nearest: chain)"],
    ),
    "a file that is no YAML": (
        change(GROUPS, "- {id: group/one", "- {id: [group/one"),
        [f"{GROUPS}:1: is no YAML: expected ',' or ']', but got '}}'"],
    ),
    "claims that are no YAML": (
        change(CLAIMS, "label: fight", "label: [fight"),
        [f"{CLAIMS}:12: is no YAML: expected ',' or ']', but got ':'"],
    ),
    "a claim that cannot be read and is answered": (
        change(CLAIMS, "label: fight", "label: fight\n    certainty: 1"),
        [f"{CLAIMS}:12: claims[0].certainty: is no key here (nearest: modality)"],
    ),
    "the year 25": (
        change(CLAIMS, "published: 2021", "published: 0025"),
        [
            f"{CLAIMS}:4: article.published: 0025-03-04 is not between 1605 and 2199: "
            "is "
            "it a slip, or a year of another calendar?"
        ],
    ),
    "a Persian year": (
        change(CLAIMS, "cue: Officials said", "cue: Officials said, said: 1399-12-14"),
        [
            f"{CLAIMS}:17: claims[1].chain[0].said: 1399-12-14 is not between 1605 and "
            "2199: is it a slip, or a year of another calendar?"
        ],
    ),
    "a time of day": (
        change(CLAIMS, "2021-03-04", "2021-03-04T23:30:00+04:30"),
        [
            f"{CLAIMS}:4: article.published: 2021-03-04T23:30:00+04:30 is no date: "
            "leave "
            "out the time of day, 2021-03-04"
        ],
    ),
    "day and month in another order": (
        change(CLAIMS, "2021-03-04", "04/03/2021"),
        [
            f"{CLAIMS}:4: article.published: 04/03/2021 is no date: the year stands "
            "first, 2021-03-04 or 2021-04-03"
        ],
    ),
    "no digest yet": (
        lambda folder: change(CLAIMS, sha_of(folder), "?")(folder),
        [
            f"{CLAIMS}:5: article.sha256: '?' is no SHA-256: 64 digits 0-9, a-f; "
            "`claimgraph check --rehash` writes it"
        ],
    ),
    "names in the other Unicode form": (
        change(GROUPS, "Northern Front", unicodedata.normalize("NFD", "Fr\u00f6nt")),
        [],
    ),
}


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
