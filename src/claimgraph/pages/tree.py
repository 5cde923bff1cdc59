"""A page as a tree, without its programs, and what these say of the page in JSON."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.errors import LoaderError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PROGRAM = re.compile(r"<(script|style)\b", re.IGNORECASE)
PROGRAM_END = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")
}
LINKED_DATA = re.compile(r"application/ld\+json", re.IGNORECASE)
# of a longer tag only so much is looked at
LONGEST_TAG = 4096
# an address or words that a page with more than this holds, nobody reads
LARGEST = 24 * 2**20
# what XML begins with, and lxml refuses in a text that is decoded already
DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,4096}\?>")
# control characters, also as numbers, at which trafilatura gives up
UNSEEN = re.compile(
    r"[\0-\x08\x0b\x0c\x0e-\x1f]|"
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageTree:
    """The tree of a page, and the texts of its JSON-LD."""

    root: "HtmlElement"
    linked_data: tuple[str, ...]


def page_tree(text: str, file: str) -> PageTree:
    """The tree of a page; LoaderError for one that is empty, too large or too deep."""
    plain, linked_data = without_programs(text)
    plain = UNSEEN.sub("", DECLARATION.sub("", plain, count=1))
    if len(plain) > LARGEST:
        reason = (
            f"has {len(plain) // 2**20} MB beside its scripts: no page that people read"
        )
        raise LoaderError(reason, file=file)
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(plain, parser=parser)
    except etree.LxmlError:
        raise LoaderError("is an empty page", file=file) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        reason = "has tags in tags, 2,000 deep: no page that people read"
        raise LoaderError(reason, file=file)
    return PageTree(root, linked_data)


def without_programs(text: str) -> tuple[str, tuple[str, ...]]:
    """A page without scripts and styles, and those of its scripts that are JSON-LD.

    One that has no end takes the rest of the page, as in a browser.
    """
    kept, linked_data, at = list[str](), list[str](), 0
    while begun := PROGRAM.search(text, at):
        kept.append(text[at : begun.start()])
        head = after_tag(text, begun.end())
        ended = PROGRAM_END[begun[1].lower()].search(text, head)
        inside = text[head : len(text) if ended is None else ended.start()]
        if LINKED_DATA.search(text, begun.end(), min(head, begun.end() + LONGEST_TAG)):
            linked_data.append(inside)
        at = len(text) if ended is None else after_tag(text, ended.end())
    kept.append(text[at:])
    return "".join(kept), tuple(linked_data)


def after_tag(text: str, at: int) -> int:
    """Where the tag ends that is open at a place; the end of the text for none."""
    return text.find(">", at) + 1 or len(text)
