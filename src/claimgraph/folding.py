"""Names as they are compared: one form for whatever a keyboard or a page makes of them.

The rules are Unicode's own (casefold, NFKD, categories, digits, names of letters); what
these leave stands in VARIANTS, with its reason.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

# what NFKD leaves of letters that are one to those who type them
VARIANTS = {
    # keyboards for Persian, Pashto, Urdu and Kurdish give others than the Arabic ones
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER SWASH KAF}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER AE}": "\N{ARABIC LETTER HEH}",
    # one is written for the other at the end of a word
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER TEH MARBUTA GOAL}": "\N{ARABIC LETTER HEH}",
    # an alef that is not spoken after another word
    "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
    # Latin letters that are no letter with a mark: as passports spell them
    "\N{LATIN SMALL LETTER AE}": "ae",
    "\N{LATIN SMALL LIGATURE OE}": "oe",
    "\N{LATIN SMALL LETTER ETH}": "d",
    "\N{LATIN SMALL LETTER THORN}": "th",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}
# apostrophes and quotation marks that have no category of their own
QUOTES = frozenset("'\"`\u00b4\u2032\u2033\u2035\u055a\u05f3\u05f4\u301d\u301e\u301f")
MARKED = re.compile(r"LATIN SMALL LETTER (\w+) WITH ")
# marks of these scripts point letters; elsewhere they may be vowels
POINTS = ("COMBINING ", "ARABIC ", "HEBREW ", "SYRIAC ")
# within a letter: kana with and without voice are two
VOICED = 8
# shown as nothing, by the property Default_Ignorable_Code_Point; the rest of it is Cf
SILENT = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f"
    "\U000e0100-\U000e01ef\u0640]"
)
DOTTED = re.compile(r"\.[^\W\d_](?!\w)")
# a mark on a Greek letter that casefold makes a letter of its own
IOTA_BELOW = "\u0345"
# scripts that leave no space between words
UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\U00020000-\U0003ffff]"
)
INITIALS = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)")


class Letters(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, *, cased: bool) -> None:
        super().__init__()
        self.cased = cased

    def __missing__(self, code: int) -> str:
        """The characters that stand for one; a space for what parts words."""
        self[code] = "".join(map(plain, parts_of(chr(code), self.cased)))
        return self[code]


def parts_of(letter: str, cased: bool) -> str:
    """A character without its width, its form in a word and, mostly, its case."""
    if is_quote(letter):
        return ""
    parts = unicodedata.normalize("NFKD", letter).replace(IOTA_BELOW, "")
    return parts if cased else unicodedata.normalize("NFKD", parts.casefold())


def is_quote(letter: str) -> bool:
    """Whether it is an apostrophe, a quotation mark, or an accent that stands alone."""
    return letter in QUOTES or unicodedata.category(letter) in ("Pi", "Pf", "Sk")


def plain(letter: str) -> str:
    """What is left of a part of a character in a name."""
    name, kind = unicodedata.name(letter, ""), unicodedata.category(letter)
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    if is_quote(letter) or kind == "Cf" or SILENT.match(letter):
        return ""
    if kind == "Lm" and name.startswith("MODIFIER LETTER"):
        return ""
    mark = unicodedata.combining(letter)
    if mark and mark != VOICED and name.startswith(POINTS):
        return ""
    if letter in VARIANTS or letter.lower() in VARIANTS:
        found = VARIANTS[letter.lower()]
        return found if letter in VARIANTS else found.upper()
    if kind[0] not in "LMN":
        return " "
    return without_stroke(letter, name)


def without_stroke(letter: str, name: str) -> str:
    """A Latin letter without the stroke or hook that its name in Unicode tells of."""
    found = MARKED.match(name.replace("CAPITAL", "SMALL"))
    if found is None:
        return letter
    case = "CAPITAL" if letter.isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"LATIN {case} LETTER {found[1]}")
    except KeyError:
        return letter


FOLDED, CASED = Letters(cased=False), Letters(cased=True)


def fold(text: str, *, cased: bool = False) -> str:
    r"""The words of a name, a space between two, as all that mean it would type them.

    Case (unless it counts), Unicode form, width, apostrophes, quotation marks,
    invisible signs, the script of digits, marks on letters, and the Arabic letters of
    other keyboards are gone; other signs part words; initials are one. Letters of two
    scripts that look alike stay two. Empty where nothing can be read.

    >>> fold("\u1e24arakat al-Sha\u2019ab, \u06f3\u06f1\u06f3"), fold("U.N. in Łódź")
    ('harakat al shaab 313', 'un in lodz')
    >>> fold("\N{CYRILLIC SMALL LETTER IE}") == fold("e")
    False
    """
    # the second pattern is slow in long texts
    if DOTTED.search(text):
        text = INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    folded = text.translate(CASED if cased else FOLDED)
    return " ".join(unicodedata.normalize("NFD", folded).split())


@lru_cache(1 << 16)
def words_of_token(token: str) -> tuple[str, ...]:
    """The folded words of what stands between two spaces."""
    return tuple(fold(token).split())


def folded_words(text: str) -> set[str]:
    """The folded words of a text, in which most come more than once.

    >>> sorted(folded_words("The cell, the Cell's Temple"))
    ['cell', 'cells', 'temple', 'the']
    """
    return {word for token in set(text.split()) for word in words_of_token(token)}


def holds_words(held: Collection[str], asked: Iterable[str]) -> bool:
    """Whether folded words of a text are all that is asked for.

    Where a script leaves no space, what is asked for may be a part of one.

    >>> holds_words({"temple"}, ["temple"]), holds_words({"temples"}, ["temple"])
    (True, False)
    """
    return all(
        word in held
        or (UNSPACED.search(word) is not None and any(word in one for one in held))
        for word in asked
    )
