"""The pages of a web archive (WARC), each as an article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from claimgraph.errors import LoaderError, Problem
from claimgraph.pages import ArticlePage, FoundWords, require_packages
from claimgraph.pages.html import html_page
from claimgraph.pages.metadata import web_address
from claimgraph.pages.names import address_stem
from claimgraph.pages.publication import date_of
from claimgraph.regular_file import LARGEST

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PAGES = ("text/html", "application/xhtml+xml")
MOST_TOLD = 5


def warc_pages(file: IO[bytes], name: str) -> Iterator[ArticlePage | Problem]:
    """An article for each page of an archive, and a problem for each page that cannot
    be read; at the end what else it holds. LoaderError for what is no whole archive.
    """
    require_packages(name, "warcio")
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    others, pages = Counter[str](), 0
    try:
        for entry in ArchiveIterator(file):
            kind = entry_kind(entry)
            if kind is None:
                continue
            pages += kind in PAGES
            if kind not in PAGES:
                others[kind] += 1
                continue
            address = web_address(entry.rec_headers.get_header("WARC-Target-URI") or "")
            try:
                yield kept_page(entry, address, name)
            except LoaderError as error:
                yield Problem(name, None, address or "", f"left out: {error.message}")
    except (ArchiveLoadFailed, OSError, ValueError, EOFError) as error:
        raise LoaderError(f"is no whole WARC: {error}", file=name) from error
    if others:
        told = ", ".join(f"{n} {kind}" for kind, n in others.most_common(MOST_TOLD))
        yield Problem(name, None, "", f"left out, since they are no pages: {told}")
    if not pages:
        raise LoaderError("holds no page", file=name)


def entry_kind(entry: "ArcWarcRecord") -> str | None:
    """As what a page or an answer of a server came; None for other entries.

    An answer that is no page, such as "not found", is called by its number.
    """
    if entry.rec_type == "resource":
        said = entry.rec_headers.get_header("Content-Type") or "of no kind"
        return said.partition(";")[0].strip().lower()
    if entry.rec_type != "response" or entry.http_headers is None:
        return None
    status = entry.http_headers.get_statuscode()
    if status != "200":
        return f"answered {status}"
    said = entry.http_headers.get_header("Content-Type") or "of no kind"
    return said.partition(";")[0].strip().lower()


def kept_page(entry: "ArcWarcRecord", address: str | None, file: str) -> ArticlePage:
    """The article of a page that was kept, published on that day at the latest."""
    raw = entry.content_stream().read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise LoaderError(f"is larger than {LARGEST // 2**20} MB", file=file)
    said = entry.http_headers.get_header("Content-Type") if entry.http_headers else ""
    charset = (said or "").lower().partition("charset=")[2].strip("\"' ;")
    name = address_stem(address or file)
    page = html_page(raw, name, file, address=address, charset=charset or None)
    when = entry.rec_headers.get_header("WARC-Date") or ""
    kept = date_of(when, "kept on that day: WARC-Date")
    if page.published is not None or kept is None:
        return page
    return replace(page, published=FoundWords(f"[..{kept.edtf}]", kept.evidence))
