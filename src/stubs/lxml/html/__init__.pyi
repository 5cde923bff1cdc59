"""The reader of pages, and the elements that it makes."""

from collections.abc import Iterator, Mapping

from lxml.etree import LogEntry

class HtmlElement:
    # that of a comment is a function
    tag: object
    text: str | None
    tail: str | None
    @property
    def attrib(self) -> Mapping[str, str]: ...
    def get(self, key: str, default: str | None = None) -> str | None: ...
    def find(self, path: str) -> HtmlElement | None: ...
    def iter(self, *tags: str) -> Iterator[HtmlElement]: ...
    def iterancestors(self, *tags: str) -> Iterator[HtmlElement]: ...
    def itertext(self) -> Iterator[str]: ...

class HTMLParser:
    error_log: list[LogEntry]
    def __init__(
        self,
        *,
        huge_tree: bool = False,
        remove_comments: bool = False,
        remove_pis: bool = False,
    ) -> None: ...

def document_fromstring(html: str, parser: HTMLParser | None = None) -> HtmlElement: ...
