"""A text as people have it: its title, its day, and lines that make no claims."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.errors import LoaderError
from claimgraph.pages import ArticlePage, FoundWords, require_packages
from claimgraph.pages.bylines import (
    imprint,
    is_byline,
    line_author,
    line_publisher,
    outlet_alone,
    outlet_in,
)
from claimgraph.pages.decoding import decoded_page, refuse_binary
from claimgraph.pages.mail import (
    AUTHORS,
    DAYS,
    OUTLETS,
    TITLES,
    field_in,
    mail_fields,
    mail_kinds,
)
from claimgraph.pages.markers import line_kinds, mark_of
from claimgraph.pages.publication import date_of, day_in, written_date
from claimgraph.pages.zones import line_spans, zones_of

# a heading is longer than the name of a column, and shorter than a paragraph
WORDS, LETTERS, LONGEST = 4, 20, 300
# a title stands among so many lines at the head of a text
NEAR = 10
# TARN (Agency) -, or TARN, May 6 -, with which a report begins
BEGUN = re.compile(
    r"[^\W\d_a-z](?:[^\W\d_a-z]|[ .'/-]){1,40}(?:,[^()\u2013\u2014-]{1,30})?"
    r"(?:\([^()]{1,60}\))? ?(?:[\u2013\u2014]| -|--)\s"
)


@dataclass(frozen=True, slots=True)
class TextHead:
    """What the first lines of a text say of it."""

    title: FoundWords
    publisher: FoundWords | None
    author: FoundWords | None
    published: FoundWords | None


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
        refuse_binary(raw, file)
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
    kinds, head = line_kinds(lines, [None] * len(lines)), text_head(lines)
    zones, lost = zones_of(text, spans, kinds)
    if lost:
        remarks += (
            "some lines that make no claims stand twice: see whether zones lack",
        )
    return ArticlePage(
        name=name,
        text=text,
        title=head.title,
        publisher=head.publisher,
        author=head.author,
        published=head.published,
        zones=zones,
        raw=kept,
        ending="" if kept is None else ".original",
        remarks=remarks,
    )


def text_head(lines: Sequence[str]) -> TextHead:
    """What the first lines of a text say of it; the head of a mail goes before them.

    What a mail quotes, and its head, say nothing else of it.
    """
    fields = mail_fields(lines)
    kinds = mail_kinds(lines)
    own = [line for line, kind in zip(lines, kinds, strict=True) if kind is None]
    title = field_in(fields, TITLES)
    said = own if title is None else [title.words, *own]
    return TextHead(
        title or text_title(own),
        field_in(fields, OUTLETS) or line_publisher(said),
        field_in(fields, AUTHORS) or line_author(said),
        sent_day(fields) or written_date(said),
    )


def sent_day(fields: dict[str, str]) -> FoundWords | None:
    """The day that the head of a text gives; None where it gives none."""
    found = field_in(fields, DAYS)
    if found is None:
        return None
    day = date_of(found.words, found.evidence)
    edtf = day.edtf if day else day_in(found.words)
    evidence = f'{found.evidence}: "{found.words}"'
    return None if edtf is None else FoundWords(edtf, evidence)


def text_title(lines: Sequence[str]) -> FoundWords:
    """The first line that may be a title: no word of a menu, no day, no paragraph.

    One line may be the name of a column, as long as another one is longer. A word that
    is broken at the end of the line is made whole.
    """
    titles, short = list[str](), list[str]()
    for at, line in enumerate(lines[:NEAR]):
        words = " ".join(line.lstrip("\ufeff").split())
        if is_paragraph(words):
            break
        if mark_of(words) is not None or is_byline(words) or is_beside(line, at):
            continue
        whole = whole_title(words, lines[at + 1 : at + 2])
        short.append(whole)
        if len(whole.split()) >= WORDS or len(whole) >= LETTERS:
            titles.append(whole)
    several = [words for words in short if " " in words]
    first = " ".join(lines[0].lstrip("\ufeff").split())[:LONGEST] if lines else ""
    return FoundWords([*titles, *several, *short, first][0], "the first line")


def is_beside(line: str, at: int) -> bool:
    """Whether a line says when, or by whom, a text was printed, and is no title."""
    if at and outlet_alone(line) is not None:
        return True
    rest = imprint(line)
    return rest is not None and (
        at > 0 or not any(map(str.isalpha, rest)) or outlet_in(line) is not None
    )


def is_paragraph(words: str) -> bool:
    """Whether a line is of the text itself, not above it.

    >>> is_paragraph("Two died."), is_paragraph("Blast in the U.S.")
    (True, False)
    """
    last = words.rpartition(" ")[2]
    sentence = last.endswith(".") and "." not in last[:-1]
    return len(words) > LONGEST or sentence or begins_report(words)


def begins_report(words: str) -> bool:
    """Whether a line begins with where a report comes from.

    >>> begins_report("TARN, May 6 - Two men of"), begins_report("TARN - TWO DEAD")
    (True, False)
    """
    return not words.isupper() and BEGUN.match(words) is not None


def whole_title(words: str, after: Sequence[str]) -> str:
    """A title with the rest of the word that the end of its line broke.

    >>> whole_title("Rebels admit bomb-", ["ing a bridge"])
    'Rebels admit bombing a bridge'
    """
    rest = " ".join(after[0].split()) if after else ""
    broken = words.endswith(("-", "\u00ad")) and rest[:1].islower()
    return words[:-1] + rest if broken else words
