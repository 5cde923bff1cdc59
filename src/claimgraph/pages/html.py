"""A web page as an article: all its lines in their order, and which of them speak."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimgraph.errors import LoaderError, number_of
from claimgraph.model import ZoneKind
from claimgraph.pages import ArticlePage, FoundWords, require_packages
from claimgraph.pages.blocks import Block, page_blocks
from claimgraph.pages.decoding import decoded_page, refuse_binary
from claimgraph.pages.markers import line_kinds
from claimgraph.pages.metadata import (
    Metadata,
    found_address,
    found_author,
    found_language,
    found_publisher,
    page_metadata,
)
from claimgraph.pages.publication import publication
from claimgraph.pages.tree import PageTree, page_tree
from claimgraph.pages.zones import line_spans, zones_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# trafilatura takes minutes for pages of more tags, which no article is
MOST_TAGS = 50_000
# of a page that gives no title, its first line is one up to here
LONGEST_TITLE = 300
# so many letters tell a line from others that say the same
TELLING = 25
SITE_NAME = re.compile(r"\s+[|\u2013\u2014-]\s+[^|\u2013\u2014-]{1,60}$")
WORDLESS = (
    "is a page without words: what it shows its scripts bring; save it from a browser, "
    "which writes what it shows"
)
# what the pages of our reports say in their head
OURS = "claimgraph"
OUR_OWN = (
    "is a page that claimgraph made, of claims that it had: read the articles behind "
    "it, or take the claims elsewhere by `claimgraph export trig`"
)
UNTOLD = (
    "nothing tells the article from what is around it: look at its zones, and write "
    "those that lack"
)


@dataclass(frozen=True, slots=True)
class ArticleBody:
    """What trafilatura takes for the article and for readers' comments, as keys."""

    lines: frozenset[str]
    whole: str
    comments: frozenset[str]

    def speaks(self, text: str) -> bool:
        """Whether a line is of the article."""
        key = letters(text)
        return key in self.lines or (len(key) >= TELLING and key in self.whole)


def html_page(
    raw: bytes,
    name: str,
    file: str,
    *,
    address: str | None = None,
    charset: str | None = None,
) -> ArticlePage:
    """The article of a page; LoaderError for one in which nothing can be read.

    `address` is where it came from, `charset` what the server says of its letters.
    """
    require_packages(file, "trafilatura", "htmldate", "charset_normalizer")
    refuse_binary(raw, file)
    text, encoding = decoded_page(raw, charset)
    tree = page_tree(text, file)
    blocks = [*page_blocks(tree.root)]
    if not blocks:
        raise LoaderError(WORDLESS, file=file)
    said = page_metadata(tree.root, tree.linked_data)
    made_by = said.tag("generator")
    if made_by is not None and made_by.words == OURS:
        raise LoaderError(OUR_OWN, file=file)
    page = head_of_page(tree, said, blocks, text, address)
    # last, since it takes parts out of the tree
    body = page_body(tree.root)
    lines = [block.text for block in blocks]
    kinds = line_kinds(lines, block_kinds(blocks, body, page.title.words))
    zones, lost = zones_of(page.text, line_spans(page.text), kinds)
    return replace(
        page,
        name=name,
        zones=zones,
        raw=raw,
        ending=".html",
        remarks=remarks(encoding, body, lost),
    )


def head_of_page(
    tree: PageTree,
    said: Metadata,
    blocks: Sequence[Block],
    text: str,
    address: str | None,
) -> ArticlePage:
    """The lines of a page as a text, and what it says of itself."""
    url = found_address(tree.root, said, text, address)
    lines = [block.text for block in blocks]
    return ArticlePage(
        name="",
        text="\n".join(lines) + "\n",
        title=found_title(tree.root, said, blocks),
        publisher=found_publisher(said),
        author=found_author(said),
        published=publication(tree.root, said, lines, url),
        language=found_language(tree.root, said),
        url=url,
    )


def remarks(encoding: str, body: ArticleBody | None, lost: int) -> tuple[str, ...]:
    """What whoever codes the page should look at."""
    found = [f"its letters were read as {encoding}"] if "guess" in encoding else []
    if body is None:
        found.append(UNTOLD)
    if lost:
        found.append(
            f"{number_of(lost, 'line')} of comments, navigation or the like are in no "
            "zone: they stand more than once, or in too many places"
        )
    return tuple(found)


def page_body(root: "HtmlElement") -> ArticleBody | None:
    """What trafilatura takes for the article; None where it finds none."""
    from trafilatura import bare_extraction

    if sum(1 for _ in root.iter()) > MOST_TAGS:
        return None
    try:
        found = bare_extraction(root, include_comments=True, include_tables=True)
    except RecursionError:
        return None
    if found is None or not found.text:
        return None
    lines = [letters(line) for line in found.text.split("\n")]
    comments = [letters(line) for line in (found.comments or "").split("\n")]
    return ArticleBody(
        frozenset(lines) - {""}, "".join(lines), frozenset(comments) - {""}
    )


def block_kinds(
    blocks: Sequence[Block], body: ArticleBody | None, title: str
) -> list[ZoneKind | None]:
    """Of which zone each line of a page is, by its tags and by trafilatura.

    What lies between the first and the last line of the article and is not marked by
    its tags speaks as well; captions of pictures do not, wherever they stand.
    """
    if body is None:
        return [None if block.heading else tagged_kind(block) for block in blocks]
    main = [block.kind != "comments" and body.speaks(block.text) for block in blocks]
    first = main.index(True) if any(main) else 0
    last = len(main) - 1 - main[::-1].index(True) if any(main) else len(main)
    kinds = list[ZoneKind | None]()
    for at, block in enumerate(blocks):
        within = block.inside or first <= at <= last
        if block.kind == "comments" or (
            not main[at] and letters(block.text) in body.comments
        ):
            kinds.append("comments")
        elif block.text == title or (main[at] and not block.caption):
            kinds.append(None)
        else:
            kinds.append(tagged_kind(block) or (None if within else "navigation"))
    return kinds


def tagged_kind(block: Block) -> ZoneKind | None:
    """Of which zone a line is by its tags alone."""
    return block.kind or ("credit" if block.caption else None)


def found_title(
    root: "HtmlElement", said: Metadata, blocks: Sequence[Block]
) -> FoundWords:
    """The heading of a page, else what its head gives as title, else its first line."""
    headings = [block for block in blocks if block.heading]
    inside = [block for block in headings if block.inside]
    declared = said.tag("og:title") or said.field("headline")
    if inside or len(headings) == 1:
        return FoundWords((inside or headings)[0].text, "the heading")
    element = root.find(".//title")
    words = "" if element is None else " ".join("".join(element.itertext()).split())
    if declared is not None:
        return declared
    if words:
        return FoundWords(SITE_NAME.sub("", words), "the title of the page")
    return FoundWords(blocks[0].text[:LONGEST_TITLE], "the first line")


def letters(text: str) -> str:
    """What is left of a line when spaces and signs are passed over, to compare."""
    return "".join(one for one in text.casefold() if one.isalnum())
