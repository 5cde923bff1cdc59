"""Why words have no single place in a text, and how they stand there in truth."""

import unicodedata
from collections.abc import Iterator

from claimgraph.gate.loose_text import loose_text
from claimgraph.gate.near_passages import quick_passage
from claimgraph.model import TextSpan
from claimgraph.passages import line_numbers, occurrences
from claimgraph.safe_text import STEERING

NAMES = {"\n": "line end", "\r": "carriage return", "\t": "tab", "-": "hyphen"}
ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
# seen as nothing, or as what they are not: spelt out, so that they can be copied
UNSEEN = {"Cc", "Cf", "Cn", "Zs", "Zl", "Zp", "Mn"}


def explain(text: str, words: str) -> str:
    """Why words have no single place in a text, and what to do."""
    found = occurrences(text, words)
    if len(found) > 1:
        lines = ", ".join(map(str, line_numbers(text, found)))
        return f"occurs {len(found)} times (lines {lines}): say which with nth: 1 …"
    if found:
        return "occurs once: nth must be 1, or leave it out"
    verbatim = near_miss(text, words)
    if verbatim is None:
        near = quick_passage(text, words)
        told = f" (line {near.line} has: {spelt_out(near.quote)})" if near else ""
        return f"{words[:60]!r} does not stand in the text{told}"
    told = ", ".join(odd_signs(verbatim, words))
    reason = f"is not verbatim: the text has {spelt_out(verbatim)}"
    return f"{reason} ({told})" if told else reason


def near_miss(text: str, words: str) -> str | None:
    """How the words stand in a text, but for signs that a reader hardly sees.

    Those are kinds of spaces, quotation marks and dashes, line ends, hyphens within a
    word, invisible signs, ligatures, accents of their own, capitals.
    """
    span = next(near_spans(text, words), None)
    return None if span is None else text[span.start : span.end]


def near_spans(text: str, words: str) -> Iterator[TextSpan]:
    """Where the words stand so in a text, from its start, not overlapping."""
    loose, places = loose_text(text)
    sought = loose_text(words)[0].strip()
    at = loose.find(sought) if sought else -1
    while at >= 0:
        last = at + len(sought)
        yield TextSpan(places[at], places[last - 1] + 1)
        at = loose.find(sought, last)


def odd_signs(verbatim: str, words: str) -> list[str]:
    r"""The signs that stand in the text and not in the words, by name.

    >>> odd_signs("North\N{SOFT HYPHEN}ern", "northern")
    ['soft hyphen', 'other capitals']
    """
    found: dict[str, None] = {}
    for character in verbatim:
        if character in words:
            continue
        if character.swapcase() in words:
            found["other capitals"] = None
        else:
            name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
            found[NAMES.get(character, name)] = None
    return sorted(found, key=lambda name: name == "other capitals")


def spelt_out(words: str) -> str:
    r"""Words as YAML takes them in double quotes, what is unseen spelt out.

    >>> print(spelt_out("a\N{NO-BREAK SPACE}b"))
    "a\u00a0b"
    """
    return f'"{"".join(map(spelt_character, words))}"'


def spelt_character(character: str) -> str:
    """A character as it stands in double quotes."""
    if character in ESCAPES:
        return ESCAPES[character]
    if character == " " or not is_unseen(character):
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def is_unseen(character: str) -> bool:
    """Whether a reader would not see a character, or would take it for another."""
    odd = unicodedata.category(character) in UNSEEN
    return odd or STEERING.match(character) is not None
