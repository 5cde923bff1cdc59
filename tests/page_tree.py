"""A page as a reader's program sees it: elements, attributes, and text that shows.

Two pages with equal outlines read alike, whatever their source looks like:

    python tests/page_tree.py ONE.html OTHER.html      prints where they do not
"""

import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

# around these a browser shows no space, however the source is laid out
BLOCKS = {
    *("html", "head", "body", "meta", "title", "style", "script", "header", "main"),
    *("footer", "nav", "section", "article", "h1", "h2", "h3", "p", "ul", "ol", "li"),
    *("dl", "div", "dt", "dd", "details", "summary", "blockquote", "figure"),
    *("figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "select"),
    *(
        "option",
        "label",
        "button",
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "text",
        "desc",
        "foreignObject",
    ),
}
# here every space and line end shows, or is data
EXACT = {"style", "script", "q", "desc", "mark"}


def page_tree(page: str) -> Element:
    """A page as a tree; it fails where the page is not well formed."""
    return fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def page_outline(page: str) -> list[str]:
    """One line for each element and each piece of text, in the order of the page."""
    return list(element_lines(page_tree(page), 0))


def element_lines(element: Element, depth: int) -> Iterator[str]:
    """An element with its attributes by name, and indented below it what it holds."""
    edge = " " * depth
    attributes = "".join(f' {k}="{v}"' for k, v in sorted(element.attrib.items()))
    yield f"{edge}<{element.tag}{attributes}>"
    block = element.tag in BLOCKS
    inner = [*element]
    exact = element.tag in EXACT or element.get("class") == "passage"
    after = inner[0].tag in BLOCKS if inner else block
    yield from text_line(element.text, edge, block, after, exact)
    for at, child in enumerate(inner):
        yield from element_lines(child, depth + 1)
        after = inner[at + 1].tag in BLOCKS if at + 1 < len(inner) else block
        yield from text_line(child.tail, edge, child.tag in BLOCKS, after, exact)


def text_line(
    text: str | None, edge: str, before: bool, after: bool, exact: bool
) -> Iterator[str]:
    """Text as it shows between two neighbours, which may be blocks."""
    shown = text or ""
    if not exact:
        shown = re.sub(r"[ \t\r\n]+", " ", shown)
        shown = shown.lstrip(" ") if before else shown
        shown = shown.rstrip(" ") if after else shown
    if shown:
        yield f"{edge} {shown!r}"


if __name__ == "__main__":
    one, other = sys.argv[1:3]
    left, right = (page_outline(Path(name).read_text("utf-8")) for name in (one, other))
    print(*unified_diff(left, right, one, other, lineterm=""), sep="\n")
