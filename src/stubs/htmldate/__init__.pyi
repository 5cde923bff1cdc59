"""The one call that we make."""

from lxml.html import HtmlElement

def find_date(
    htmlobject: HtmlElement,
    extensive_search: bool = True,
    original_date: bool = False,
    *,
    min_date: str | None = None,
    max_date: str | None = None,
) -> str | None: ...
