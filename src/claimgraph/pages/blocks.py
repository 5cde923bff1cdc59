"""What people read on a page, line by line, and what its tags say of each line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.model import ZoneKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# tags within a line; a line ends at each other one
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data"),
        *("del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q"),
        *("rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub"),
        *("sup", "td", "th", "time", "tt", "u", "var", "wbr"),
    }
)
UNSEEN = frozenset(
    {
        *("script", "style", "template", "noscript", "svg", "iframe", "select"),
        *("textarea", "object", "head", "audio", "video", "canvas", "datalist", "math"),
    }
)
CELLS = frozenset({"td", "th"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# signs that no page shows, which numbers in it may stand for
CONTROLS = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
WORD = re.compile(r"[a-z]+")
SPACES = re.compile(r"[ \t\r\n\f\x0b]+")
# what people call the parts of a page in class and id
NAMED: Mapping[ZoneKind, frozenset[str]] = {
    "comments": frozenset(
        {*("comment", "comments", "commentlist", "disqus", "respond", "replies")}
    ),
    "advert": frozenset(
        {
            *("ad", "ads", "advert", "adverts", "advertisement", "advertising"),
            *("sponsor", "sponsored", "promo", "outbrain", "taboola"),
        }
    ),
    "author-box": frozenset({"author", "authors", "byline", "bio"}),
    "credit": frozenset({"credit", "credits", "copyright"}),
    "navigation": frozenset(
        {
            *("nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs"),
            *("related", "recommended", "share", "sharing", "social", "cookie"),
            *("cookies", "consent", "gdpr", "newsletter", "subscribe", "sidebar"),
            *("footer", "pagination", "trending", "popular", "skip", "toolbar"),
        }
    ),
}
TAGGED: Mapping[str, ZoneKind] = {
    **dict.fromkeys(("nav", "aside", "footer", "menu", "dialog"), "navigation"),
    **dict.fromkeys(("header", "form", "button"), "navigation"),
}
CAPTION = re.compile(r"caption|cutline", re.IGNORECASE)
# a figure holds a picture and what it shows, or a table or a quotation of the article
PICTURES = frozenset({"img", "picture", "video", "amp-img", "svg"})
QUOTING = frozenset({"table", "blockquote", "pre", "ul", "ol"})
FEW_PARAGRAPHS = 2
# they hold the article itself, whatever they are called
WHOLE = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page: its words, the kind of part it stands in, and whether it is
    a heading of the page, a caption, or within what is tagged as the article.
    """

    text: str
    kind: ZoneKind | None
    heading: bool
    caption: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What the tags around some words say."""

    kind: ZoneKind | None = None
    heading: bool = False
    caption: bool = False
    inside: bool = False


def page_blocks(root: "HtmlElement") -> Iterator[Block]:
    """The lines of a page in their order, without what a browser does not show."""
    from lxml.etree import iterwalk

    around, words = [Around()], list[str]()
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else "template"
        ends = tag not in INLINE or names_caption(element)
        if ends or (event == "start" and tag in CELLS and words):
            if tag in CELLS:
                words.append(" ")
            else:
                yield from block_of(words, around[-1])
                words.clear()
        if event == "start":
            around.append(around_below(around[-1], element, tag))
            if tag in UNSEEN or is_hidden(element):
                walk.skip_subtree()
            else:
                words.append(element.text or "")
        else:
            around.pop()
            words.append(element.tail or "")
    yield from block_of(words, around[-1])


def block_of(words: list[str], around: Around) -> Iterator[Block]:
    """The line of these words; none where there is nothing but spaces."""
    text = SPACES.sub(" ", CONTROLS.sub("", "".join(words))).strip()
    if text:
        yield Block(text, around.kind, around.heading, around.caption, around.inside)


def is_hidden(element: "HtmlElement") -> bool:
    """Whether a browser shows nothing of it."""
    return element.get("hidden") is not None or bool(
        HIDDEN.search(element.get("style") or "")
    )


def around_below(above: Around, element: "HtmlElement", tag: str) -> Around:
    """What the tags say within one more of them."""
    if tag in INLINE and not element.attrib:
        return above
    kind = above.kind
    if kind is None and tag not in WHOLE:
        kind = part_kind(element, tag, above.inside)
    return Around(
        kind,
        above.heading or tag == "h1",
        above.caption or is_caption(element, tag),
        above.inside or tag in ("main", "article"),
    )


def is_caption(element: "HtmlElement", tag: str) -> bool:
    """Whether a tag holds what a picture shows: by its name, its class, or a picture.

    What holds whole paragraphs is no caption, whatever it is called.
    """
    if tag == "figcaption":
        return True
    if tag == "figure":
        inside = {one.tag for one in element.iter() if isinstance(one.tag, str)}
        return bool(inside & PICTURES) and not inside & QUOTING
    return (
        tag not in WHOLE
        and names_caption(element)
        and sum(1 for _ in element.iter("p", "h2", "h3")) <= FEW_PARAGRAPHS
    )


def names_caption(element: "HtmlElement") -> bool:
    """Whether a tag is called so in its class, or in what it says to machines."""
    named = element.get("class") or ""
    return bool(CAPTION.search(f"{named} {element.get('itemprop') or ''}"))


def part_kind(element: "HtmlElement", tag: str, inside: bool) -> ZoneKind | None:
    """The kind of part of a page that a tag opens; None where it says none."""
    if tag in ("h1", "p", "figcaption"):
        named = element.get("class") or ""
    else:
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = set(WORD.findall(named.lower()))
    found: ZoneKind | None = None
    for kind, those in NAMED.items():
        if found is None and words & those:
            found = kind
    # within an article a header holds its title
    if found is None and not (inside and tag == "header"):
        return TAGGED.get(tag)
    return found
