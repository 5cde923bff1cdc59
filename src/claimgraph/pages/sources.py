"""Which articles does a file hold? Its first bytes tell what it is, or its ending."""

import re
from collections.abc import Iterator
from pathlib import Path

from claimgraph.errors import LoaderError, named_os_errors
from claimgraph.pages import ArticlePage
from claimgraph.pages.names import file_stem
from claimgraph.regular_file import open_regular, read_regular

FIRST = 4096
TEXTS = ("", ".txt", ".text", ".md")
MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
OTHERS = (
    "is no text, page or feed that can be read: save it as text (.txt) or as a web "
    "page (.html), then `claimgraph new` that file"
)


def file_pages(path: Path) -> Iterator[ArticlePage]:
    """The articles of a file; LoaderError for one that holds none."""
    with (
        named_os_errors(LoaderError, path, "cannot be read"),
        open_regular(path) as file,
    ):
        start = file.read(FIRST)
    kind = kind_of(start, path.name)
    if kind is None:
        raise LoaderError(OTHERS, file=str(path))
    with named_os_errors(LoaderError, path, "cannot be read"):
        raw = read_regular(path)
    yield from pages_in(kind, raw, file_stem(path.name), str(path))


def kind_of(start: bytes, name: str) -> str | None:
    """What a file is by its first bytes and its name; None for what nobody reads."""
    ending = Path(name).suffix.lower()
    if MARKUP.match(start) or ending in (".html", ".htm", ".xhtml"):
        return "page"
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if ending in TEXTS and (wide or b"\0" not in start):
        return "text"
    return None


def pages_in(
    kind: str,
    raw: bytes,
    name: str,
    file: str,
    *,
    address: str | None = None,
    charset: str | None = None,
) -> Iterator[ArticlePage]:
    """The articles in some bytes of a kind, which came from an address, if from one."""
    if kind == "page":
        from claimgraph.pages.html import html_page

        yield html_page(raw, name, file, address=address, charset=charset)
    else:
        from claimgraph.pages.plain import plain_page

        yield plain_page(raw, name, file, charset)
