"""Which articles does a file or an address hold? First bytes tell what it is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from claimgraph.errors import LoaderError, Problem, named_os_errors
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web, fetch_file
from claimgraph.pages.metadata import web_address
from claimgraph.pages.names import address_stem, file_stem
from claimgraph.regular_file import open_regular, read_regular

Pages = Iterator[ArticlePage | Problem]
FIRST = 4096
TEXTS = ("", ".txt", ".text", ".md")
MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
MAIL_HEAD = re.compile(
    rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE
)
WARC_NAMES = (".warc", ".warc.gz")
# no article is so long: a text of that size is a book, a log or a dump
LONGEST = 1_000_000
TOO_LONG = (
    f"no article has more than {LONGEST:,} characters; split it into files of one "
    "article each, and give their folder to `claimgraph extract`"
)
OTHERS = (
    "is no text, page, PDF, feed or WARC: save it as text (.txt) or as a web page "
    "(.html), then `claimgraph new` that file"
)


def source_pages(source: str, web: Web) -> Pages:
    """The articles of a file, or of an address of the web, which is fetched once.

    LoaderError where there is none; a problem for each part that cannot be read.
    """
    if not is_address(source):
        return file_pages(Path(source))
    address = web_address(source)
    if address is None:
        raise LoaderError("is no address of the web", file=source)
    return address_pages(address, web)


def is_address(source: str) -> bool:
    """Whether a source is an address of the web, not a file.

    >>> is_address("https://example.org/a"), is_address("a.html")
    (True, False)
    """
    return source.lower().startswith(("http://", "https://"))


def address_pages(address: str, web: Web) -> Pages:
    """The articles of what an address leads to."""
    found = fetch_file(address, web)
    name = address_stem(address)
    kind = kind_of(found.raw[:FIRST], urlsplit(found.address).path)
    if kind is None or kind == "text":
        kind = "page" if "html" in found.kind else kind
    if kind is None and found.kind == "text/plain":
        kind = "text"
    if kind is None:
        raise LoaderError(OTHERS, file=address)
    charset = found.charset
    for page in pages_in(kind, found.raw, name, address, found.address, charset):
        if isinstance(page, ArticlePage) and page.url is None:
            yield replace(page, url=found.address)
        else:
            yield page


def file_pages(path: Path) -> Pages:
    """The articles of a file; LoaderError for one that holds none."""
    with (
        named_os_errors(LoaderError, path, "cannot be read"),
        open_regular(path) as file,
    ):
        start = file.read(FIRST)
    kind = kind_of(start, path.name)
    if kind is None:
        raise LoaderError(OTHERS, file=str(path))
    refuse_large(path, kind)
    with named_os_errors(LoaderError, path, "cannot be read"):
        if kind == "warc":
            # archives are larger than anything that is read whole
            with open_regular(path) as file:
                from claimgraph.pages.warc import warc_pages

                yield from warc_pages(file, str(path))
            return
        raw = read_regular(path)
    yield from pages_in(kind, raw, file_stem(path.name), str(path))


def refuse_large(path: Path, kind: str) -> None:
    """LoaderError, before it is read, for a text that must be longer than any article.

    The letters of a text have four bytes at most.
    """
    with named_os_errors(LoaderError, path, "cannot be read"):
        size = path.stat().st_size
    if kind == "text" and size > 4 * LONGEST:
        reason = f"has {size / 2**20:,.0f} MB: {TOO_LONG}"
        raise LoaderError(reason, file=str(path))


def kind_of(start: bytes, name: str) -> str | None:
    """What a file is by its first bytes and its name; None for what nobody reads."""
    ending = Path(name).suffix.lower()
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"WARC/") or name.lower().endswith(WARC_NAMES):
        return "warc"
    if ending in (".mht", ".mhtml") or MAIL_HEAD.search(start):
        return "mhtml"
    if MARKUP.match(start) or ending in (".html", ".htm", ".xhtml"):
        return "page"
    if FEED.search(start):
        return "feed"
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if ending in TEXTS and (wide or b"\0" not in start):
        return "text"
    return None


def pages_in(
    kind: str,
    raw: bytes,
    name: str,
    file: str,
    address: str | None = None,
    charset: str | None = None,
) -> Pages:
    """The articles in some bytes of a kind, which came from an address, if from one."""
    match kind:
        case "page":
            from claimgraph.pages.html import html_page

            yield html_page(raw, name, file, address=address, charset=charset)
        case "mhtml":
            from claimgraph.pages.mhtml import mhtml_page

            yield mhtml_page(raw, name, file)
        case "pdf":
            from claimgraph.pages.pdf import pdf_page

            yield pdf_page(raw, name, file)
        case "feed":
            from claimgraph.pages.feed import feed_pages

            yield from feed_pages(raw, file)
        case "warc":
            from claimgraph.pages.warc import warc_pages

            yield from warc_pages(BytesIO(raw), file)
        case _:
            from claimgraph.pages.plain import plain_page

            yield plain_page(raw, name, file, charset)
