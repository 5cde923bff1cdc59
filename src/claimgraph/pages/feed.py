"""The items of a feed, RSS or Atom, as articles: link and date in the header."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from claimgraph.errors import LoaderError
from claimgraph.pages import ArticlePage, FoundWords, require_packages
from claimgraph.pages.html import html_page
from claimgraph.pages.metadata import LANGUAGE, web_address
from claimgraph.pages.names import address_stem, digest_name, slug
from claimgraph.pages.publication import date_of
from claimgraph.type_guards import is_list, is_map

ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
SUMMARY = (
    "the feed may hold only its beginning: `claimgraph new ADDRESS` fetches the page"
)
Item = dict[str, object]


def feed_pages(raw: bytes, file: str) -> Iterator[ArticlePage]:
    """An article for each item of a feed; LoaderError for a feed without any."""
    require_packages(file, "feedparser")
    from feedparser import parse

    if ENTITY.search(raw):
        raise LoaderError("defines entities, which no feed needs", file=file)
    found = parse(BytesIO(raw))
    if not found.entries:
        reason = "is a feed without items" if not found.bozo else "is no whole feed"
        raise LoaderError(reason, file=file)
    about = dict(found.feed)
    for item in found.entries:
        yield item_page(dict(item), about, file)


def item_page(item: Item, about: Item, file: str) -> ArticlePage:
    """The article of an item; what the feed says goes before what its text says."""
    title = text_of(item, "title")
    bodies = item.get("content")
    first = bodies[0] if is_list(bodies) and bodies else None
    whole = text_of(dict(first), "value") if is_map(first) else ""
    body = whole or text_of(item, "summary")
    link = web_address(text_of(item, "link"))
    heading = f"<h1>{title}</h1>" if title else ""
    raw = (
        '<!doctype html><html><head><meta charset="utf-8"></head><body><article>'
        f"{heading}\n{body}</article></body></html>\n"
    )
    name = address_stem(link) if link else slug(title) or digest_name(title + body)
    page = html_page(raw.encode("utf-8", "replace"), name, file, address=link)
    publisher = plain_words(text_of(about, "title"))
    author = plain_words(text_of(item, "author"))
    language = LANGUAGE.fullmatch(text_of(about, "language").strip())
    return replace(
        page,
        publisher=FoundWords(publisher, "the title of the feed") if publisher else None,
        author=FoundWords(author, "the feed") if author else None,
        published=item_date(item) or page.published,
        language=language[1].lower() if language else None,
        url=link,
        remarks=page.remarks if whole else (*page.remarks, SUMMARY),
    )


def item_date(item: Item) -> FoundWords | None:
    """The day that the feed gives for an item."""
    for key in ("published", "updated"):
        found = date_of(text_of(item, key), f"the feed's {key}")
        if found is not None:
            return FoundWords(found.edtf, found.evidence)
    return None


def text_of(block: Item, key: str) -> str:
    """The text of a key; empty where there is none."""
    value = block.get(key)
    return value if isinstance(value, str) else ""


def plain_words(markup: str) -> str:
    """The words of a line that may have tags in it."""
    from lxml.html import document_fromstring

    if not markup.strip():
        return ""
    plain = document_fromstring(f"<p>{markup}</p>")
    return " ".join("".join(plain.itertext()).split())[:500]
