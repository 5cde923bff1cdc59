"""Which columns of an answer a reader sees, in which order, and in which words."""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from claimgraph.date_words import edtf_words, period_words
from claimgraph.made_names import with_short_titles
from claimgraph.safe_text import on_one_line, shown_title
from claimgraph.store.values import PathSteps
from claimgraph.type_guards import is_list, is_map

PADDING = 3
SHORT_ID = 8
# columns that hold ids of claims, which a beginning names as well
CLAIMS = ("claim", "reply_to", "answered")
# the narrowest that can be read: long text wraps
WIDE = {"quote": 30, "figures": 30, "chain": 20, "text": 30, "note": 30, "question": 40}
NARROW = 14
LONGEST_WORD = 20
# what people paste: an id, a stem, the name of a question
ID = re.compile(r"[a-z0-9]+[-_/][a-z0-9_/-]+[;,.]?")
# the two days of a period, beside the period itself
DAYS = (("_from", "_to"), ("_earliest", "_latest"))
USUAL = {"review": "accepted", "modality": "stated", "polarity": "affirmed"}
# what `says` says already
SAID = ("polarity", "modality", "reason", "former")
# what `figure` says already
COUNTED = ("min", "max", "best", "about", "of")
# what a reader asks for next
NEXT = ("review", "quote", "said", "article", "chain")
# what stands in each block where there is no table
BESIDE = ("review", "quote")
# words of people, in which what looks like a day may be none
VERBATIM = ("quote", "cue", "text", "note", "valid_words", "title", "name", "names")
Texts = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of an answer that is printed, and what is said of the rest.

    `widths` are those of a table, empty where the answer columns are too wide for one;
    `alike` holds columns with the one text of all rows, `empty` those without any,
    `hidden` those that are left out.
    """

    columns: list[str]
    rows: list[list[str]]
    widths: list[int]
    alike: dict[str, str]
    empty: list[str]
    hidden: list[str]


def cell(value: object) -> str:
    """A value as text for people, on one line."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case PathSteps():
            return on_one_line(str(value))
        case _ if is_list(value):
            return "; ".join(map(cell, value))
        case _ if is_map(value):
            return on_one_line(json.dumps(value, ensure_ascii=False, default=str))
        case _:
            return with_short_titles(on_one_line(str(value)))


def title_cell(value: object) -> str:
    """The title of an article; of one that is far too long the beginning."""
    return shown_title(cell(value))


def cell_in_words(value: object) -> str:
    """The same, with days in words where they stand in no period."""
    if is_list(value):
        return "; ".join(map(cell_in_words, value))
    return edtf_words(cell(value))


def choose(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    width: int,
    answers: Sequence[str] = (),
) -> Shown:
    """The answer columns and the claim's id, and those others that fit into that width.

    Without `answers` every column is one, and stands in each row.
    """
    held = reader_texts(columns, rows)
    asked = dict.fromkeys(period_of(name, columns)[0] for name in answers)
    vital = [name for name in asked if name in held] or list(held)
    if any(text not in ("", "accepted") for text in held.get("review", ())):
        vital += ["review"] * ("review" not in vital)
    # what `claimgraph show` and `ask claim=` want is never left out
    vital += [name for name in CLAIMS[:1] if name in held and name not in vital]
    others = [name for name in held if name not in vital and not is_noise(name, held)]
    others.sort(key=lambda name: NEXT.index(name) if name in NEXT else len(NEXT))
    same = [name for name in (*vital, *others) if asked and is_same(held[name])]
    kept = [name for name in vital if name not in same] or vital
    alike = {name: held[name][0] for name in same if name not in kept}
    others = [name for name in others if name not in same]
    fits = width_needed(kept, held) <= width
    for name in others if fits else [one for one in BESIDE if one in others]:
        if not fits or width_needed([*kept, name], held) <= width:
            kept.append(name)
    return Shown(
        kept,
        [[held[name][at] for name in kept] for at in range(len(rows))],
        shared_widths(kept, held, width) if fits else [],
        {name: text for name, text in alike.items() if text},
        [name for name, text in alike.items() if not text and name in vital],
        [name for name in columns if name in held and name not in (*kept, *alike)],
    )


def reader_texts(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Texts:
    """The texts of each column: claims by a short id, two days and a period as one."""
    texts: Texts = {}
    for at, name in enumerate(columns):
        as_it_is = name in VERBATIM or period_of(name, columns)[1]
        told = cell if as_it_is else cell_in_words
        told = title_cell if name.endswith("title") else told
        texts[name] = [told(row[at]) for row in rows]
    for name in CLAIMS:
        if name in texts:
            texts[name] = [text[:SHORT_ID] for text in texts[name]]
    return with_periods(texts)


def with_periods(texts: Texts) -> Texts:
    """The columns with each pair of days as one column of words."""
    found: Texts = {}
    for name, held in texts.items():
        stem, ending = period_of(name, texts)
        if not ending:
            found[name] = held
            continue
        first, last = (texts[stem + one] for one in ending)
        edtf = texts.get(stem, [""] * len(first))
        found[stem] = [
            period_words(*days) for days in zip(edtf, first, last, strict=True)
        ]
    return found


def period_of(name: str, texts: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The period that a column is a part of, and how its two days are called."""
    for ending in DAYS:
        for end in ("", *ending):
            stem = name.removesuffix(end) if name.endswith(end) else ""
            if stem and all(stem + one in texts for one in ending):
                return stem, ending
    return name, ()


def is_noise(name: str, held: Texts) -> bool:
    """Whether a column is an id or a place in a file, or says nothing more."""
    if name.endswith(("_id", "_ids")) or name in ("start", "end", "hops"):
        return True
    if ("says" in held and name in SAID) or ("figure" in held and name in COUNTED):
        return True
    if name == "chain" and held[name] == held.get("origin"):
        return True
    return all(text in ("", USUAL.get(name)) for text in held[name])


def is_same(texts: Sequence[str]) -> bool:
    """Whether there are several rows, all with one text."""
    return len(texts) > 1 and len(set(texts)) == 1


def width_needed(kept: Sequence[str], held: Texts) -> int:
    """The width below which these columns cannot be read."""
    return sum(least(name, held[name]) + PADDING for name in kept) - PADDING


def shared_widths(kept: Sequence[str], held: Texts, width: int) -> list[int]:
    """The width of each column: what it cannot do without, and its part of the rest.

    >>> shared_widths(["a", "b"], {"a": ["x" * 30], "b": ["yes"]}, 40)
    [30, 3]
    """
    found = [least(name, held[name]) for name in kept]
    wanted = [max(map(cell_len, (name, *held[name]))) for name in kept]
    spare = width - width_needed(kept, held)
    while spare > 0 and found != wanted:
        short = [at for at, want in enumerate(wanted) if found[at] < want]
        for at in short[:spare]:
            found[at] += 1
        spare -= len(short[:spare])
    return found


def least(name: str, texts: Sequence[str]) -> int:
    """The width below which a column cannot be read: its longest word, or its share.

    Ids are not broken, however long: a part of one cannot be pasted.
    """
    words = [word for text in (name, *texts) for word in text.split()]
    longest = max(map(cell_len, words), default=0)
    if longest > LONGEST_WORD:
        ids = (len(word) for word in words if ID.fullmatch(word))
        longest = max((LONGEST_WORD, *ids))
    whole = max(map(cell_len, (name, *texts)))
    return max(longest, min(whole, WIDE.get(name, NARROW)))
