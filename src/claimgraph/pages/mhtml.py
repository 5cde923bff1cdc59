"""A page that a browser saved as one file (MHTML)."""

from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from claimgraph.errors import LoaderError
from claimgraph.pages import ArticlePage
from claimgraph.pages.html import html_page
from claimgraph.pages.metadata import web_address


def mhtml_page(raw: bytes, name: str, file: str) -> ArticlePage:
    """The article of a saved page; LoaderError where no page is in it."""
    whole = message_from_bytes(raw)
    for part in whole.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                address = saved_address(whole) or saved_address(part)
                charset = part.get_content_charset()
                page = html_page(body, name, file, address=address, charset=charset)
                return replace(page, raw=raw, ending=".mht")
    raise LoaderError("holds no page: save it again from a browser", file=file)


def saved_address(part: "Message[str, str]") -> str | None:
    """Where a page stood when it was saved."""
    said = part.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
    return web_address(str(said))
