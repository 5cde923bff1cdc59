"""The one call that we make."""

from lxml.html import HtmlElement

class Document:
    text: str | None
    comments: str | None

def bare_extraction(
    filecontent: HtmlElement,
    *,
    include_comments: bool = True,
    include_tables: bool = True,
    favor_recall: bool = False,
) -> Document | None: ...
