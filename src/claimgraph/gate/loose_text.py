"""A text without what a reader hardly sees, to be compared with another one."""

import re
import unicodedata
from array import array
from functools import lru_cache

# a hyphen within a word, also where a line ends after it
JOINT = re.compile(r"(?<=\w)[-\u2010-\u2014\u2212](?:[ \t]*\r?\n\s*)?(?=\w)")


@lru_cache(4)
def loose_text(text: str) -> tuple[str, "array[int]"]:
    """A text without what a reader hardly sees, and where each character stood."""
    kept, places = list[str](), array("L")
    joints = {
        at for one in JOINT.finditer(text) for at in range(one.start(), one.end())
    }
    for at, character in enumerate(text):
        if at in joints:
            continue
        for part in loose_form(character):
            if part == " " and kept and kept[-1] == " ":
                continue
            kept.append(part)
            places.append(at)
    return "".join(kept), places


@lru_cache(4096)
def loose_form(character: str) -> str:
    r"""What is left of a character in a loose comparison.

    >>> loose_form("E"), loose_form("\N{SOFT HYPHEN}"), loose_form("»")
    ('e', '', "'")
    """
    kind = unicodedata.category(character)
    if character.isspace() or kind[0] == "Z":
        return " "
    if kind == "Cf":
        return ""
    if kind == "Pd":
        return "-"
    if kind in ("Pi", "Pf") or character in "\"'`\u201a\u201e\u00b4":
        return "'"
    return unicodedata.normalize("NFKD", character).casefold()
