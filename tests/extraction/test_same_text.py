"""One article that comes again, under another name or with other words, is told."""

import os
from pathlib import Path

import pytest

from claimgraph.api.corpora import new_corpus
from claimgraph.api.extracting.folders import Unopened
from claimgraph.api.extracting.into_corpus import CorpusRun, Done
from claimgraph.corpus.reading import stems
from claimgraph.errors import Problem
from stand_in import StandIn

LINES = (
    "Market bombed in Northtown on Friday",
    "6 May 2024",
    "",
    "The Interior Ministry said the River Front was behind the bombing of the market, "
    "in which eleven people died and at least thirty were hurt.",
    "River Front is led by Omar Dara, who was seen last in the hills above Telm.",
    "Shops in the whole quarter stayed shut on Saturday, and the bridge was closed to "
    "cars while men of the fire service looked for others below the fallen roof.",
)
TEXT = "\n".join(LINES) + "\n"
EDITED = TEXT.replace("eleven", "twelve")
PAGE = """<!doctype html><html lang="en"><head><title>{0}</title>
<meta property="og:site_name" content="{site}">
<link rel="canonical" href="https://{host}/a"></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>{0}</h1>
<p>{1}</p><p>{3}</p><p>{4}</p><p>{5}</p></article></body></html>
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder at hand, with an empty corpus and a text."""
    monkeypatch.chdir(tmp_path)
    new_corpus(Path("corpus"))
    Path("market.txt").write_text(TEXT, "utf-8")
    return tmp_path


def page(name: str, site: str, host: str, words: str = TEXT) -> None:
    """A web page with the same article."""
    text = PAGE.format(*words.splitlines(), site=site, host=host)
    Path(name).write_text(text, "utf-8")


def read(*sources: str) -> list[Done | Problem | Unopened]:
    """What comes of a run over files."""
    return list(CorpusRun(Path("corpus"), StandIn()).run(sources))


def told(*sources: str) -> str:
    """What is told of the only article of a run, which was not read."""
    [one] = read(*sources)
    assert isinstance(one, Done) and one.written is None
    return one.told


def test_an_edited_text_is_told_and_is_read_once_the_old_one_is_gone(
    place: Path,
) -> None:
    read("market.txt")
    assert told("market.txt") == ""
    Path("market.txt").write_text(EDITED, "utf-8")
    words = told("market.txt")
    assert "its text is another now than that of market in corpus" in words
    assert "delete corpus/articles/market.* and corpus/claims/market.yaml, and" in words
    assert stems(Path("corpus")) == ["market"]
    Path("corpus/articles/market.txt").unlink()
    Path("corpus/claims/market.yaml").unlink()
    [again] = read("market.txt")
    assert isinstance(again, Done) and again.written is not None
    assert Path("corpus/articles/market.txt").read_text("utf-8") == EDITED


def test_what_people_decided_in_it_is_counted(place: Path) -> None:
    read("market.txt")
    claims = Path("corpus/claims/market.yaml")
    claims.write_text(claims.read_text("utf-8").replace("proposed", "accepted"))
    Path("market.txt").write_text(EDITED, "utf-8")
    assert "market.yaml (2 claims in it by people), and run" in told("market.txt")


@pytest.mark.parametrize("host", ["gazette.example", ""])
def test_an_edited_page_is_told_with_an_address_and_without(
    place: Path, host: str
) -> None:
    page("a.html", "Gazette", host)
    read("a.html")
    page("a.html", "Gazette", host, EDITED)
    assert "its text is another now than that of a in corpus" in told("a.html")
    assert stems(Path("corpus")) == ["a"]


@pytest.mark.parametrize("first", ["market.txt", "market.html"])
def test_a_page_and_its_text_are_one_article(place: Path, first: str) -> None:
    page("market.html", "Gazette", "gazette.example")
    read(first)
    other = "market.html" if first == "market.txt" else "market.txt"
    words = told(other)
    assert f"{other}: has the text of market in corpus, and is not read" in words
    assert f"`claimgraph new {other} --stem NAME --corpus corpus`" in words


def test_a_copy_of_another_name_is_told_within_one_run_too(place: Path) -> None:
    Path("copy.txt").write_text(TEXT.replace(" was ", "\nwas ") + "\n", "utf-8")
    _, copy = read("market.txt", "copy.txt")
    assert isinstance(copy, Done) and "has the text of market in corpus" in copy.told
    assert stems(Path("corpus")) == ["market"]


def test_one_text_that_two_outlets_print_is_two_articles(place: Path) -> None:
    page("a.html", "Gazette", "gazette.example")
    page("b.html", "Herald", "herald.example")
    found = read("a.html", "b.html")
    assert [one.stem for one in found if isinstance(one, Done)] == ["a", "b"]
    assert all(isinstance(one, Done) and one.written is not None for one in found)


def test_another_article_of_the_same_name_is_another_article(place: Path) -> None:
    read("market.txt")
    os.mkdir("second")
    other = "Omar Dara was seen in Varn.\nRiver Front is led by Omar Dara.\n" * 4
    Path("second/market.txt").write_text(other, "utf-8")
    [one] = read("second/market.txt")
    assert isinstance(one, Done) and one.written is not None
    assert one.stem.startswith("market-")


def test_a_longer_name_is_no_name_of_the_article(place: Path) -> None:
    other = TEXT.replace("Northtown", "Southtown").replace("Omar Dara", "Lina Sato")
    Path("market-blast.txt").write_text(other, "utf-8")
    read("market-blast.txt")
    assert told_nothing_wrong("market.txt")
    assert stems(Path("corpus")) == ["market", "market-blast"]


def told_nothing_wrong(source: str) -> bool:
    """Whether a file is read as an article of its own."""
    [one] = read(source)
    return isinstance(one, Done) and one.written is not None
