"""A text as people have it: its title, its day, and lines that make no claims."""

from claimgraph.errors import LoaderError
from claimgraph.pages import ArticlePage, FoundWords, require_packages
from claimgraph.pages.bylines import line_author, line_publisher
from claimgraph.pages.decoding import decoded_page
from claimgraph.pages.markers import line_kinds, mark_of
from claimgraph.pages.publication import written_date
from claimgraph.pages.zones import line_spans, zones_of

# a heading is longer than the name of a column, and shorter than a paragraph
WORDS, LETTERS, LONGEST = 4, 20, 300


def plain_page(
    raw: bytes, name: str, file: str, charset: str | None = None
) -> ArticlePage:
    """The article of a text: its bytes as they are where they are UTF-8, else the text
    that they spell, with the bytes beside it. LoaderError where nothing stands in it.
    """
    try:
        text, kept = raw.decode("utf-8"), None
        remarks: tuple[str, ...] = ()
    except UnicodeDecodeError:
        require_packages(file, "charset_normalizer")
        text, encoding = decoded_page(raw, charset)
        kept, remarks = raw, (f"its letters were read as {encoding}",)
    text = text if kept is None else text.replace("\0", "")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise LoaderError("holds a NUL: it is no text", file=file, line=line)
    spans = line_spans(text)
    if not spans:
        raise LoaderError("is empty", file=file)
    lines = [text[span.start : span.end] for span in spans]
    zones, lost = zones_of(text, spans, line_kinds(lines, [None] * len(lines)))
    if lost:
        remarks += (
            "some lines that make no claims stand twice: see whether zones lack",
        )
    return ArticlePage(
        name=name,
        text=text,
        title=text_title(lines),
        publisher=line_publisher(lines),
        author=line_author(lines),
        published=written_date(lines),
        zones=zones,
        raw=kept,
        ending="" if kept is None else ".original",
        remarks=remarks,
    )


def text_title(lines: list[str]) -> FoundWords:
    """The first line that may be a title: no word of a menu, no paragraph."""
    for line in lines[:10]:
        words = line.strip().lstrip("\ufeff")
        long = len(words.split()) >= WORDS or len(words) >= LETTERS
        if long and len(words) <= LONGEST and mark_of(words) is None:
            return FoundWords(" ".join(words.split()), "the first line")
    first = " ".join(lines[0].lstrip("\ufeff").split())[:LONGEST]
    return FoundWords(first, "the first line")
