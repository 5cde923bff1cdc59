"""Whatever file people bring is read, or they are told what to do with it."""

import codecs
import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import ClaimgraphError, LoaderError
from claimgraph.loaders import find_loader, loader_for
from jsonl_files import HEAD, article, closed_lines, write_lines

ONE, TWO = ([HEAD, article(name, f"It is {name}.")] for name in ("one", "two"))


def articles(path: Path) -> list[str]:
    """The articles of a file, by the loader that its name or its beginning asks for."""
    return [batch.article.id for batch in find_loader(loader_for(path)).read(path)]


def problems(path: Path) -> list[str]:
    """What is wrong in a file."""
    batches = find_loader(loader_for(path)).read(path)
    return [str(one) for batch in batches for one in batch.problems]


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """A sound file of Claims JSONL, as bytes."""
    return write_lines(tmp_path / "made.jsonl", closed_lines(ONE)).read_bytes()


@pytest.mark.parametrize("name", ["A.JSONL", "a.ndjson", "a.NdJson", "a.claims.jsonl"])
def test_any_form_of_the_ending(name: str, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(whole)
    assert articles(path) == ["one"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.ndjson.GZ"])
def test_gzip(name: str, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(whole[:20]) + gzip.compress(whole[20:]))
    assert (articles(path), problems(path)) == (["one"], [])


@given(data=st.data())
def test_gzip_that_is_cut_has_no_end(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    raw = write_lines(folder / "made.jsonl", closed_lines(ONE)).read_bytes()
    packed = gzip.compress(raw)
    path = folder / "a.jsonl.gz"
    path.write_bytes(packed[: data.draw(st.integers(1, len(packed) - 1))])
    with pytest.raises(LoaderError, match="is cut at byte"):
        articles(path)


def test_a_bomb_of_gzip_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    packer = zlib.compressobj(9, wbits=31)
    path.write_bytes(packer.compress(b"x" * 10**8) + packer.flush())
    with pytest.raises(LoaderError, match="unpacks to more than 1000 times"):
        articles(path)


@pytest.mark.parametrize("raw", [b"", b"no gzip"])
def test_what_is_no_gzip_is_told(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(raw)
    with pytest.raises(LoaderError, match="is no gzip file"):
        articles(path)


def test_marks_and_wide_letters(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    for raw in (
        codecs.BOM_UTF8 + whole,
        codecs.BOM_UTF16_LE + whole.decode().encode("utf-16-le"),
        codecs.BOM_UTF16_BE + whole.decode().encode("utf-16-be"),
    ):
        path.write_bytes(raw)
        assert (articles(path), problems(path)) == (["one"], [])


def test_half_a_wide_letter_is_told(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(codecs.BOM_UTF16_LE + whole.decode().encode("utf-16-le")[:-1])
    with pytest.raises(LoaderError, match="begins as UTF-16 and is none"):
        articles(path)


@pytest.mark.parametrize("closed", [True, False])
def test_exports_that_were_joined(closed: bool, tmp_path: Path) -> None:
    """Version 2 has an end line, version 1 none: the next first line begins another."""
    parts = (closed_lines(part) if closed else part for part in (ONE, TWO))
    path = write_lines(tmp_path / "a.jsonl", [line for part in parts for line in part])
    assert (articles(path), problems(path)) == (["one", "two"], [])


TOLD = {
    **dict.fromkeys(("g.gexf", "g.graphml", "f.ftm.json", "f.ijson"), "leads out only"),
    **dict.fromkeys(("c.cypher", "book.xlsx"), "leads out only"),
    **dict.fromkeys(
        ("page.html", "p.MHT", "report.pdf", "feed.rss"),
        "`claimgraph new .*` makes it an article",
    ),
    **dict.fromkeys(
        ("letter.docx", "mail.eml"), r"save it as text \(\.txt\) or as PDF"
    ),
    "events.csv": "`claimgraph map .*` proposes one",
    "bundle.json": "does not begin with",
    "notes.md": "how to read it",
}


@pytest.mark.parametrize("name", TOLD)
def test_what_nobody_reads_says_what_to_do(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"something, else")
    with pytest.raises(ClaimgraphError, match=TOLD[name]):
        articles(path)


def test_a_context_on_the_web_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "page.jsonld"
    path.write_text('{"@context": "https://schema.org/", "@type": "NewsArticle"}')
    with pytest.raises(LoaderError, match="a context on the web, which is never"):
        articles(path)
