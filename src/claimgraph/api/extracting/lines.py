"""Articles as lines of JSON: `{"id": …, "text": …}` and what is known beside."""

from dataclasses import replace

from claimgraph.corpus.lines import parsed_line
from claimgraph.errors import LoaderError, Problem
from claimgraph.gate.articles import is_stem
from claimgraph.model import Where
from claimgraph.pages import ArticlePage, FoundWords
from claimgraph.pages.html import html_page
from claimgraph.pages.metadata import LANGUAGE, web_address
from claimgraph.pages.names import address_stem, digest_name, slug
from claimgraph.pages.plain import plain_page
from claimgraph.pages.publication import date_of

LONGEST_LINE = 16 * 2**20
SAID = "the line says so"
KEYS = (
    *("id", "text", "html", "title", "publisher", "author", "published", "url"),
    "language",
)


def page_on_line(raw: bytes, file: str, number: int) -> ArticlePage | Problem:
    """The article of a line; a problem for a line that holds none.

    Other keys than ours are passed over: archives have their own.
    """
    where = Where(file, "", number)
    block = parsed_line(raw, where)
    if isinstance(block, Problem):
        return block
    held = {
        key: value.strip() if key not in ("text", "html") else value
        for key in KEYS
        if isinstance(value := block.get(key), str) and value.strip()
    }
    if "text" not in held and "html" not in held:
        reason = 'has neither "text" nor "html": expected is {"id": …, "text": …}'
        return where.problem("", reason)
    try:
        return page_of_keys(held, file)
    except LoaderError as error:
        return where.problem("", error.message)


def page_of_keys(held: dict[str, str], file: str) -> ArticlePage:
    """The article that the keys of a line tell of."""
    url = web_address(held.get("url", ""))
    body = held.get("text") or held["html"]
    name = held.get("id", "")
    if not is_stem(name):
        # an id that is no stem is told apart by its digest
        name = slug(name) or (address_stem(url) if url else digest_name(body))
    if "text" in held:
        page = plain_page(body.encode(), name, file)
    else:
        page = html_page(body.encode(), name, file, address=url, charset="utf-8")
    date = date_of(held.get("published", ""), "the line has")
    language = LANGUAGE.fullmatch(held.get("language", ""))
    return replace(
        page,
        title=found_words(held, "title") or page.title,
        publisher=found_words(held, "publisher") or page.publisher,
        author=found_words(held, "author") or page.author,
        published=FoundWords(date.edtf, date.evidence) if date else page.published,
        language=language[1].lower() if language else page.language,
        url=url or page.url,
    )


def found_words(held: dict[str, str], key: str) -> FoundWords | None:
    """What a line says at a key; None where it says nothing."""
    return FoundWords(" ".join(held[key].split()), SAID) if key in held else None
