"""Feeds, archives, papers and saved pages: each article of a file with what it says."""

import gzip
import os
from pathlib import Path

import pytest

from claimgraph.api.extracting.sources import RawFile, file_parts, page_of, parts_of
from claimgraph.errors import LoaderError, Problem
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web
from claimgraph.pages.pdf import pdf_page
from claimgraph.pages.sources import file_pages, kind_of, pages_in
from claimgraph.passages import zone_span
from small_pdf import small_pdf

FOLDER = Path(__file__).parents[1] / "cases" / "pages"
NEWS = (FOLDER / "news.html").read_bytes()


def articles_of(name: str, raw: bytes) -> list[ArticlePage]:
    """The articles of some bytes under a name."""
    kind = kind_of(raw[:4096], name)
    assert kind is not None
    found = pages_in(kind, raw, "a", name)
    return [one for one in found if isinstance(one, ArticlePage)]


def test_a_feed_gives_an_article_for_each_item() -> None:
    first, second, third = articles_of("f.rss", (FOLDER / "feed.rss").read_bytes())
    assert first.name == "market-bombed"
    assert first.title.words == "Market bombed & burnt in Northtown"
    assert first.url == "https://example.org/2024/market-bombed?utm=1"
    assert first.published is not None
    assert first.published.words == "2024-05-06"
    assert first.published.evidence.startswith("the feed's published")
    assert first.publisher is not None and first.author is not None
    assert first.publisher.words == "Example Times & Sons"
    assert (first.author.words, first.language) == ("Ann Writer", "en")
    assert "Northtown \N{EN DASH} the worst" in first.text
    assert "alert" not in first.text and first.remarks == ()
    assert second.name == "bridge"
    assert "Gunmen of the Blue Army attacked a bridge & fled." in second.text
    assert second.published is None
    assert "may hold only its beginning" in second.remarks[-1]
    assert (third.name, third.url) == ("swq", None)
    assert third.published is not None and third.published.words == "2024-05-07"


def test_atom() -> None:
    raw = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry>'
        b'<title type="html">A &amp;lt;b&amp;gt; title</title>'
        b'<link href="https://example.org/x"/><updated>2024-05-06T00:00:00Z</updated>'
        b'<content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry></feed>'
    )
    (page,) = articles_of("a.xml", raw)
    assert (page.name, page.url) == ("x", "https://example.org/x")
    assert "Words." in page.text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"<rss></rss>", "is a feed without items"),
        (b"<rss><channel><item", "is no whole feed"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><rss></rss>', "defines entities"),
    ],
)
def test_feeds_that_are_none(raw: bytes, reason: str) -> None:
    with pytest.raises(LoaderError, match=reason):
        articles_of("a.rss", raw)


def archive(packed: bool) -> bytes:
    """A WARC of three pages, one of them empty, an error, and an image."""
    records = [
        warc_record(*one)
        for one in (
            ("market", "200 OK", "text/html; charset=utf-8", NEWS),
            ("x", "200 OK", "text/html; charset=cp1251", RUSSIAN),
            ("empty", "200 OK", "text/html", b"<script></script>"),
            ("gone", "404 Gone", "text/html", NEWS),
            ("a.png", "200 OK", "image/png", b"\x89PNG"),
        )
    ]
    return b"".join(map(gzip.compress, records) if packed else records)


def warc_record(path: str, status: str, kind: str, body: bytes) -> bytes:
    """A record of a WARC: the answer of a server."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
    fields = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: https://example.org/{path}",
        "WARC-Date: 2024-05-09T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(head) + len(body)}",
    )
    return "\r\n".join(fields).encode() + b"\r\n\r\n" + head + body + b"\r\n\r\n"


RUSSIAN = "<body><h1>Взрыв рынка Севера</h1><p>Пять человек погибли.".encode("cp1251")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_an_archive_gives_its_pages(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(archive(name.endswith(".gz")))
    first, second, empty, others = file_pages(tmp_path / name)
    assert isinstance(first, ArticlePage) and isinstance(second, ArticlePage)
    assert (first.name, first.raw) == ("market", NEWS)
    assert first.published is not None and first.published.words == "2024-05-06"
    assert second.text == "Взрыв рынка Севера\nПять человек погибли.\n"
    assert second.published is not None and second.published.words == "[..2024-05-09]"
    assert second.url == "https://example.org/x"
    assert isinstance(empty, Problem) and isinstance(others, Problem)
    assert "is an empty page" in empty.reason
    assert (
        others.reason
        == "left out, since they are no pages: 1 answered 404, 1 image/png"
    )


@pytest.mark.parametrize("raw", [b"WARC/1.0\r\nnonsense", b"\x1f\x8b\x08nonsense", b""])
def test_what_is_no_archive(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(raw)
    with pytest.raises(LoaderError, match=r"(is no whole WARC|holds no page)"):
        list(file_pages(tmp_path / "a.warc"))


def test_a_page_that_was_put_into_an_archive(tmp_path: Path) -> None:
    fields = (
        *("WARC/1.0", "WARC-Type: resource"),
        *("WARC-Target-URI: https://example.org/market", "Content-Type: text/html"),
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        *("WARC-Date: 2024-05-09T10:00:00Z", f"Content-Length: {len(NEWS)}"),
    )
    head = "\r\n".join(fields).encode() + b"\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(head + NEWS + b"\r\n\r\n")
    (page,) = file_pages(tmp_path / "a.warc")
    assert isinstance(page, ArticlePage) and (page.name, page.raw) == ("market", NEWS)


def test_a_paper_keeps_its_broken_words() -> None:
    lines = ["Report on the market of Northtown", "The Red Dawn Column op-", "erates."]
    raw = small_pdf([lines, ["Leave a Reply", "A reader."]], "20240509120000Z")
    page = pdf_page(raw, "a", "a.pdf")
    assert page.text == (
        "Report on the market of Northtown\nThe Red Dawn Column op-\nerates.\n\f\n"
        "Leave a Reply\nA reader.\n"
    )
    assert page.title.words == "Report on the market of Northtown"
    assert page.published is not None and page.published.words == "[..2024-05-09]"
    assert (page.raw, page.ending) == (raw, ".pdf")
    (zone,) = page.zones
    span = zone_span(page.text, zone)
    assert span is not None and page.text[span.start :].startswith("Leave a Reply")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.4\nnonsense", "is no PDF that can be read"),
        (small_pdf([[]]), "has no text: it is a picture"),
    ],
)
def test_papers_that_are_none(raw: bytes, reason: str) -> None:
    with pytest.raises(LoaderError, match=reason):
        pdf_page(raw, "a", "a.pdf")


def test_a_page_that_a_browser_saved_as_one_file() -> None:
    raw = (FOLDER / "saved.mht").read_bytes()
    (page,) = articles_of("saved.mht", raw)
    assert page.title.words == "Café Nord bombed"
    assert page.url == "https://example.org/saved-page?x=1"
    assert (page.raw, page.ending) == (raw, ".mht")
    with pytest.raises(LoaderError, match="holds no page"):
        articles_of("a.mht", b"MIME-Version: 1.0\n\nnothing")


@pytest.mark.parametrize(
    ("start", "name", "kind"),
    [
        (b"<!-- a --><!DOCTYPE html>", "a.txt", "page"),
        (b"%PDF-1.7", "a", "pdf"),
        (b"PK\3\4\0", "a.docx", None),
        (b"\0\1", "a.txt", None),
        ("Café".encode("utf-16"), "a.txt", "text"),
        (b"<?xml version='1.0'?><rdf:RDF>", "a.rdf", "feed"),
    ],
)
def test_first_bytes_tell(start: bytes, name: str, kind: str | None) -> None:
    assert kind_of(start, name) == kind


def test_a_text_that_is_too_large_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.txt"
    path.write_text("The bureau said so. " * 500, "utf-8")
    os.truncate(path, 50 * 2**20)
    monkeypatch.setattr("claimgraph.pages.sources.read_regular", pytest.fail)
    with pytest.raises(LoaderError, match="has 50 MB: no article"):
        list(file_pages(path))
    monkeypatch.setattr("claimgraph.api.extracting.sources.read_regular", pytest.fail)
    with pytest.raises(LoaderError, match="has 50 MB"):
        list(file_parts(path))


PROGRAM = b"\x7fELF\x02\x01\x01\0" + bytes(range(256)) * 20


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml", "a", "a.md", "a.txt"])
@pytest.mark.parametrize(
    "raw",
    [
        PROGRAM,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(255, 0, -1)) * 4,
        b"PK\x03\x04\x14\0\x06\0\x08" + bytes(range(1, 256)) * 4,
        bytes(range(1, 256)),
        "\ufeff".encode("utf-16-le") + b"\x01\xd8\x02\xd8" * 300,
    ],
    ids=["program", "picture", "office", "letters", "halves"],
)
def test_what_is_no_text_is_refused_under_any_name(
    tmp_path: Path, name: str, raw: bytes
) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(LoaderError, match=r"is no text"):
        list(file_pages(tmp_path / name))
    for part in parts_of(str(tmp_path / name), Web()):
        with pytest.raises(LoaderError, match=r"is no text"):
            raise_problem(part)


def raise_problem(part: object) -> None:
    """What is wrong with a part of a source, as the error that it is."""
    if isinstance(part, RawFile):
        page_of(part)
    if isinstance(part, Problem):
        raise LoaderError(part.reason)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "shift_jis", "iso2022_jp"])
def test_pages_of_other_letters_are_no_programs(encoding: str) -> None:
    words = "Взрыв рынка" if encoding == "cp1251" else "爆発"
    page = f'<meta charset="{encoding}"><p>{words} {"a b" * 9}'.encode(encoding)
    (found,) = articles_of("a.html", page)
    assert words in found.text


def test_a_first_line_that_is_no_title_is_cut() -> None:
    (page,) = articles_of("a.html", b"<p>" + b"word " * 5000)
    assert len(page.title.words) <= 300
