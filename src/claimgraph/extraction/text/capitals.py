"""A text that is all in capitals, in small letters but for names; of the same length.

What is a name is told by lists alone: known names, words that no list of English words
has, and what stands before its own short form in brackets.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from claimgraph.extraction.words.word_lists import words

# so many letters say whether a text is in capitals, and so large a part of them
LEAST_LETTERS, LEAST_PART = 40, 0.9
WORD = re.compile(r"[^\W\d_]+")
# what news agencies put in front of a text begins one, too
START = re.compile(r"(?:^|[.!?:]|--|\n[ \t]*\n|\[(?:TEXT|EXCERPTS?)\])[\"'\s]*$")
# how far back a start of a sentence is looked for
BEFORE = 12
SHORT_FORM = re.compile(r"\s*[\[(]([A-Z]{2,8})[\])]")
# one that stands behind words of its own line is a short form wherever it comes
BEHIND_WORDS = re.compile(r"\w\s+[\[(]([A-Z]{2,6})[\])]")
LONGEST_NAME = 8
# endings of regular forms, which the list of words leaves out
ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "ly", "ness", "d", "r")
DOUBLED = ("ed", "ing", "er", "ers")
WITH_I = ("es", "ed", "er", "ly", "ness")


def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout.

    >>> is_in_capitals("THE FRONT SAID IN A MESSAGE THAT ITS MEN HAD DONE IT.")
    True
    """
    letters = "".join(filter(str.isalpha, text))
    capitals = sum(map(str.isupper, letters))
    return len(letters) >= LEAST_LETTERS and capitals >= LEAST_PART * len(letters)


def restored_case(text: str, names: Iterable[str] = ()) -> str:
    """The text in small letters, with capitals where a sentence or a name begins.

    It is as long as before. Known names are written as they are given.

    >>> restored_case("THE REBELS FLED TO VESHTI. THE FRONT OF ARLAND [FA] LED THEM.")
    'The rebels fled to Veshti. The Front of Arland [FA] led them.'
    """
    small = "".join(small_letter(one) for one in text)
    found = list(WORD.finditer(small))
    short = {one for one in BEHIND_WORDS.findall(text) if not is_english(one.lower())}
    marks = {
        at: text[word.start() : word.end()]
        for at, word in enumerate(found)
        if text[word.start() : word.end()] in short
    }
    marks |= dict(short_form_marks(text, found))
    marks |= name_marks(small, found, names_by_word(names))
    pieces: list[str] = []
    end = 0
    for at, word in enumerate(found):
        given = marks.get(at) or likely_form(text, small, word)
        pieces += [small[end : word.start()], given]
        end = word.end()
    return "".join([*pieces, small[end:]])


def small_letter(letter: str) -> str:
    """The small form of a letter, where it is one letter too."""
    small = letter.lower()
    return small if len(small) == 1 else letter


def likely_form(text: str, small: str, word: re.Match[str]) -> str:
    """A word as it is most likely written where no list of names has it."""
    own, before = word[0], text[max(word.start() - BEFORE, 0) : word.start()]
    if before.endswith(("'", "\N{RIGHT SINGLE QUOTATION MARK}")) and len(own) <= 2:
        return own
    bracketed = before.endswith(("[", "(")) and text[word.end() :][:1] in ("]", ")")
    capitals = text[word.start() : word.end()]
    if len(own) < 4 and re.match(r"-\d", text[word.end() :][:2]):
        return capitals
    if not is_english(own):
        if own in words("capitals", "joints") and before.rstrip(" ")[-1:].isalpha():
            return own
        short = bracketed or not set(own) & set("aeiouy")
        return capitals if short else capital(own)
    if bracketed and len(own) <= LONGEST_NAME and len(own) > 1:
        return capitals
    if is_date_word(own, small, word) or START.search(before) or word.start() == 0:
        return capital(own)
    return own


def capital(word: str) -> str:
    """A word with its first letter as a capital, if that is one letter too."""
    first = word[0].upper()
    return (first if len(first) == 1 else word[0]) + word[1:]


def is_date_word(word: str, small: str, found: re.Match[str]) -> bool:
    """Whether a word is a month that is also another word: beside a number."""
    if word not in ("may", "march", "august", "second"):
        return False
    before, after = small[: found.start()][-4:], small[found.end() :][:4]
    beside = re.search(r"\d\s+$", before) or re.match(r"\s+\d", after)
    return word != "second" and beside is not None


def is_english(word: str) -> bool:
    """Whether a word in small letters is on the list of English ones, in any form.

    >>> is_english("ambushes"), is_english("denied"), is_english("kabul")
    (True, True, False)
    """
    listed = small_words()
    return word in listed or any(one in listed for one in stems(word))


def stems(word: str) -> Iterator[str]:
    """What a regular form may be a form of."""
    for ending in ENDINGS:
        base = word.removesuffix(ending)
        if base == word or len(base) < 3:
            continue
        yield base
        if ending in DOUBLED:
            yield f"{base}e"
            if base[-1] == base[-2]:
                yield base[:-1]
        if ending in WITH_I and base.endswith("i"):
            yield f"{base[:-1]}y"


@cache
def small_words() -> frozenset[str]:
    """English words that are written small."""
    text = (files("claimgraph.extraction.text") / "small_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def names_by_word(names: Iterable[str]) -> Mapping[str, list[list[str]]]:
    """The words of names by their first one in small letters, the longest first.

    A name that is one English word says nothing in capitals.
    """
    found: dict[str, list[list[str]]] = {}
    for name in names:
        parts = WORD.findall(name)
        if parts and not (len(parts) == 1 and is_english(parts[0].lower())):
            found.setdefault(parts[0].lower(), []).append(parts)
    for held in found.values():
        held.sort(key=lambda one: (-len(one), one))
    return found


def name_marks(
    small: str, found: list[re.Match[str]], names: Mapping[str, list[list[str]]]
) -> dict[int, str]:
    """The words of known names, as these are written, by the numbers of the words."""
    marks: dict[int, str] = {}
    for at, word in enumerate(found):
        if at in marks:
            continue
        for parts in names.get(word[0], ()):
            own = found[at : at + len(parts)]
            if [one[0] for one in own] == [one.lower() for one in parts]:
                whole = small[own[0].start() : own[-1].end()]
                if "." not in whole and all(map(same_length, parts)):
                    marks.update(zip(range(at, at + len(parts)), parts, strict=True))
                    break
    return marks


def same_length(word: str) -> bool:
    """Whether a word has as many letters small as it has as written."""
    return len(word) == len(word.lower())


def short_form_marks(
    text: str, found: list[re.Match[str]]
) -> Iterator[tuple[int, str]]:
    """The words of a name whose short form stands behind it in brackets."""
    stops = words("capitals", "stops")
    joints = words("capitals", "joints")
    for at, word in enumerate(found):
        if not SHORT_FORM.match(text, word.end()):
            continue
        first = at
        while first > 0 and at - first < LONGEST_NAME - 1:
            before = found[first - 1]
            gap = text[before.end() : found[first].start()]
            if gap.strip(" \n-'\"") or before[0] in stops:
                break
            first -= 1
        while first < at and found[first][0] in joints:
            first += 1
        for number in range(first, at + 1):
            own = found[number][0]
            yield number, own if own in joints else capital(own)
