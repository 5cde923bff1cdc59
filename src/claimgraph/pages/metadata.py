"""What a page says of itself in its head: publisher, author, language, address."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from claimgraph.pages import FoundWords
from claimgraph.type_guards import is_list, is_map

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# a page says so much of itself, not more
MOST_NODES = 10_000
LONGEST = 500
ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Review|Analysis)$")
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Names and values of the meta tags, and the fields of the article in JSON-LD."""

    tags: tuple[tuple[str, str], ...]
    fields: dict[str, object]

    def tag(self, *names: str) -> FoundWords | None:
        """The first of the meta tags of these names that says something."""
        for name in names:
            for known, value in self.tags:
                if known == name and value:
                    return FoundWords(value, f"meta {name}")
        return None

    def field(self, name: str) -> FoundWords | None:
        """What JSON-LD has for a name: its text, or the names of what it holds."""
        words = ", ".join(dict.fromkeys(names_in(self.fields.get(name))))
        return FoundWords(words[:LONGEST], f"JSON-LD {name}") if words else None


def page_metadata(root: "HtmlElement", linked_data: Iterable[str]) -> Metadata:
    """What the head of a page says."""
    tags = list[tuple[str, str]]()
    for element in root.iter("meta"):
        value = " ".join((element.get("content") or "").split())
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name:
                tags.append((name, value[:LONGEST]))
    return Metadata(tuple(tags), article_fields(linked_data))


def article_fields(linked_data: Iterable[str]) -> dict[str, object]:
    """The first article in the JSON-LD of a page, else the first with a date."""
    dated = dict[str, object]()
    for text in linked_data:
        try:
            said: object = json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in nodes(said):
            kinds = node.get("@type")
            listed = kinds if is_list(kinds) else [kinds]
            if any(isinstance(k, str) and ARTICLE_TYPE.search(k) for k in listed):
                return node
            if not dated and "datePublished" in node:
                dated = node
    return dated


def nodes(said: object) -> Iterator[dict[str, object]]:
    """The objects of some JSON from the outside in, in their order."""
    queue, seen = [said], 0
    while queue and seen < MOST_NODES:
        one = queue.pop(0)
        seen += 1
        if is_map(one):
            yield dict(one)
            queue += one.values()
        elif is_list(one):
            queue += one


def names_in(value: object) -> Iterator[str]:
    """The texts of a value of JSON-LD, or the names of what it holds."""
    if isinstance(value, str) and value.strip():
        yield " ".join(value.split())
    elif is_list(value):
        for one in value[:10]:
            if not is_list(one):
                yield from names_in(one)
    elif is_map(value) and isinstance(value.get("name"), str):
        yield from names_in(value["name"])


def found_publisher(said: Metadata) -> FoundWords | None:
    """Who publishes the page, as it says."""
    return said.field("publisher") or said.tag(
        "og:site_name", "dc.publisher", "dcterms.publisher", "application-name"
    )


def found_author(said: Metadata) -> FoundWords | None:
    """Who wrote it, as the page says; an address is nobody's name."""
    tags = ("author", "dc.creator", "article:author", "parsely-author", "byl")
    found = said.field("author") or said.tag(*tags)
    return None if found is None or "://" in found.words else found


def found_language(root: "HtmlElement", said: Metadata) -> str | None:
    """The language that the page names, as `en`."""
    for given in (
        root.get("lang") or root.get("xml:lang"),
        getattr(said.field("inLanguage"), "words", None),
        getattr(said.tag("og:locale", "content-language"), "words", None),
    ):
        found = LANGUAGE.fullmatch((given or "").strip())
        if found is not None:
            return found[1].lower()
    return None


def found_address(
    root: "HtmlElement", said: Metadata, text: str, address: str | None
) -> str | None:
    """Where the page stands: as it says itself, if that is on the same host as where
    it came from, else that.
    """
    linked = [
        element.get("href") or ""
        for element in root.iter("link")
        if (element.get("rel") or "").lower() == "canonical"
    ]
    tagged = said.tag("og:url")
    saved = SAVED_FROM.search(text[:4096])
    base = address or (saved[1] if saved else "")
    for one in (*linked, tagged.words if tagged else "", base):
        found = web_address(one, base)
        if found and (not address or host_of(found) == host_of(address)):
            return found
    return address


def web_address(text: str, base: str = "") -> str | None:
    """An address of the web, whole and without the place on the page; None for none.

    >>> web_address("/a#top", "https://example.org/b"), web_address("mailto:a@b.c")
    ('https://example.org/a', None)
    """
    try:
        whole = urldefrag(urljoin(base, text.strip())).url
        parts = urlsplit(whole)
        fit = (
            parts.scheme in ("http", "https")
            and parts.hostname
            and "@" not in parts.netloc
        )
    except ValueError:
        return None
    return whole if fit and len(whole) <= 2 * 1024 else None


def host_of(address: str) -> str:
    """The host of an address, without www in front."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
