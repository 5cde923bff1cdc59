"""Lines by which people know comments, adverts and the like: a table in a file."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypedDict

from claimgraph.model import ZoneKind
from claimgraph.pages.mail import mail_kinds

# what is longer is a sentence that begins so
LONGEST = 120
# a caption that repeats word for word; a short line may do so by chance
REPEATED = 30
# what is longer has a caption in it, and is none
LONGEST_CAPTION = 600
PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|(?:video|frame|screen) ?grabs?)"
KEPT = r"(?:file|archive|undated|handout)"
AGENCY = r"(?:ap|afp|epa|reuters|getty)"
DASH = r"(?: ?[:\u2013\u2014]| -)"
TAKEN_BY = r"(?:[:/]| by | courtesy )"
WORDS_OF_CAPTIONS = re.compile(
    "|".join(
        (
            rf"^[(\[]?(?:{KEPT}(?: {PICTURE})?|{PICTURE} caption)[)\]]?{DASH}",
            rf"^[(\[](?:{KEPT} )?(?:{PICTURE}|{KEPT})[)\]]",
            rf"^[(\[]?(?:{KEPT} )?{PICTURE}(?: credit)?{TAKEN_BY}",
            rf"^{KEPT} {PICTURE}\b|^caption:|^!\[",
            rf"^in this (?:[\w.,]+ ){{0,8}}?{PICTURE}\b",
            rf"\bin (?:this|an?) (?:[\w.,]+ ){{0,6}}?(?:{KEPT} )+{PICTURE}\b",
            rf"\b{KEPT} {PICTURE}\W*$",
            rf"[(\[](?:[\w-]+ ){{0,2}}{PICTURE}{TAKEN_BY}[^)\]]*[)\]]\W?$",
            rf"[(\[]{AGENCY} {PICTURE}[)\]]\W?$",
            rf"\b{AGENCY}/\w[\w.'-]*(?: \w[\w.'-]*){{0,3}}[)\]]?\W?$",
        )
    ),
    re.IGNORECASE,
)
# one of these is in each of them, which is known sooner than all else
SIGNS_OF_CAPTIONS = (
    *("photo", "picture", "image", "grab", "file", "archive", "undated", "handout"),
    *("caption:", "![", "/"),
)
NUMBER = re.compile(r"\d+")


class MarkRow(TypedDict):
    """A row of the table as written."""

    kind: ZoneKind
    cuts: Literal["line", "rest"]
    whole: list[str]
    begins: list[str]


@dataclass(frozen=True, slots=True)
class LineMark:
    """What a marking line is about, and whether all after it is, too."""

    kind: ZoneKind
    to_end: bool


CAPTION = LineMark("credit", False)


def line_kinds(
    lines: Sequence[str], known: Sequence[ZoneKind | None]
) -> list[ZoneKind | None]:
    """Of which zone each line is, by its own words where nothing else is known.

    A line that stood before, word for word, repeats a caption. A mark to the end holds
    up to the next one, and counts where two lines that speak stand above it: a title
    may begin with the same words.
    """
    mail = mail_kinds(lines)
    kinds: list[ZoneKind | None] = [
        one or other for one, other in zip(known, mail, strict=True)
    ]
    rest: ZoneKind | None = None
    seen, spoke = set[str](), 0
    for at, line in enumerate(lines):
        mark = mark_of(line) if kinds[at] is None else None
        if mark is None and kinds[at] is None and is_caption(line):
            mark = CAPTION
        if mark is not None and not (mark.to_end and spoke < 2):
            kinds[at] = mark.kind
            rest = mark.kind if mark.to_end else rest
        elif kinds[at] is None and rest is not None:
            kinds[at] = rest
        elif kinds[at] is None and len(line) >= REPEATED:
            if line in seen:
                kinds[at] = "caption-repeat"
            seen.add(line)
        spoke += kinds[at] is None and bool(line.strip())
    return kinds


def mark_of(line: str) -> LineMark | None:
    """What a line marks; None for one that does not.

    >>> mark_of("12 Comments"), mark_of("Comments of the ministry were brief.")
    (LineMark(kind='comments', to_end=True), None)
    """
    said = NUMBER.sub("#", " ".join(line.split()).casefold())
    if not said or len(said) > LONGEST:
        return None
    whole, begins = table()
    found = whole.get(said)
    return found or next((mark for one, mark in begins if said.startswith(one)), None)


def is_caption(line: str) -> bool:
    """Whether a line says of a picture what it shows, as agencies write it.

    >>> is_caption("Men of the Northern Front walk, in this file photo."), is_caption(
    ...     "The ministry released a photo of the bridge."
    ... )
    (True, False)
    """
    low = line.lower()
    if len(line) > LONGEST_CAPTION or not any(one in low for one in SIGNS_OF_CAPTIONS):
        return False
    return WORDS_OF_CAPTIONS.search(line) is not None


@cache
def table() -> tuple[dict[str, LineMark], list[tuple[str, LineMark]]]:
    """Whole lines, and beginnings of lines, each with what it marks."""
    text = (files("claimgraph.pages") / "markers.toml").read_text("utf-8")
    rows: list[MarkRow] = tomllib.loads(text)["marks"]
    whole, begins = dict[str, LineMark](), list[tuple[str, LineMark]]()
    for row in rows:
        mark = LineMark(row["kind"], row["cuts"] == "rest")
        whole |= dict.fromkeys(row["whole"], mark)
        begins += [(one, mark) for one in row["begins"]]
    return whole, begins
