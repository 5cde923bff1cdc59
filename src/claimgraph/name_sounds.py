"""What names have in common that are spelt unlike: their sound, their look."""

import re
import unicodedata
from functools import cache

from claimgraph.folding import fold

# what several Latin spellings of Arabic, Persian and Russian letters have in common
SPELLINGS = (
    *(("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g")),
    *(("dh", "d"), ("th", "t"), ("ph", "f"), ("q", "k")),
)
# letters that some scripts and spellings leave out, or write for a vowel
UNHEARD = re.compile("[^a-z]|[aeiouyvw]")
TWICE = re.compile(r"(.)\1+")


def sound_of(words: list[str]) -> str:
    r"""The consonants of a name in Latin letters, which its transliterations share.

    >>> sound_of(["jalaluddin"]) == sound_of(["jalal", "al", "din"])
    True
    >>> sound_of(["\u062d\u0642\u0627\u0646\u06cc"]) == sound_of(["haqqani"])
    True
    """
    return TWICE.sub(r"\1", "".join(map(consonants, words)))


def consonants(word: str) -> str:
    """The consonants of one folded word; an h at its end is not heard."""
    latin = word if word.isascii() else in_latin(word)
    for spelling, common in SPELLINGS:
        latin = latin.replace(spelling, common)
    heard = UNHEARD.sub("", latin)
    if heard.endswith("h") and not heard.endswith("sh"):
        heard = heard[:-1]
    return TWICE.sub(r"\1", heard)


def in_latin(word: str) -> str:
    """A word of any script in small Latin letters."""
    from anyascii import anyascii

    return anyascii(word).lower()


def look_of(name: str) -> str:
    r"""The folded name with Latin letters for those of other scripts that look so.

    >>> look_of("T\N{CYRILLIC SMALL LETTER A}liban")
    'taliban'
    """
    if name.isascii():
        return fold(name)
    return fold(unicodedata.normalize("NFD", name).translate(latin_lookalikes()))


@cache
def latin_lookalikes() -> dict[int, str]:
    """The Latin letters that letters of other scripts look like, by Unicode."""
    from confusable_homoglyphs.confusables import confusables_data

    return {
        # a capital I is in that table as an l
        ord(letter): "I" if alike["c"] == "l" and letter.isupper() else alike["c"]
        for letter, found in confusables_data.items()
        if len(letter) == 1 and not letter.isascii()
        for alike in found
        if alike["c"].isascii() and alike["c"].isalnum()
    }
