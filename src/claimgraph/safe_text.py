r"""Text of articles on a screen: what would steer a terminal or reader is spelt out."""

import json
import re

# control characters, those that turn the direction of writing, half characters
STEERING = re.compile(
    "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# what a spreadsheet takes for the beginning of a formula, wide forms as well
FORMULA = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
SPACES = re.compile(r"[ \t\r\n\u2028\u2029]+")


def tame(text: str) -> str:
    r"""The text with a space for each character that ends a line or turns what follows.

    >>> tame("a\nb\u202ec")
    'a b c'
    """
    return STEERING.sub(" ", text)


def speaker(name: str) -> str:
    """A name in front of a verb, in quotes where it could hold a verb of its own.

    >>> speaker("Radio: it denies")
    '"Radio: it denies"'
    """
    shown = tame(name)
    return json.dumps(shown, ensure_ascii=False) if ":" in shown else shown


def visible(text: str) -> str:
    r"""The text on one or more lines with nothing in it that a screen obeys.

    >>> visible("a\x1b[31mb\nc")
    'a\\x1b[31mb\nc'
    """
    return STEERING.sub(lambda found: spelt_character(found[0], keep="\n"), text)


def on_one_line(text: str) -> str:
    r"""The same with every run of spaces and line ends as one space.

    >>> on_one_line("a \r\n\t b\x07")
    'a b\\x07'
    """
    return visible(SPACES.sub(" ", text)).strip()


def spelt_character(character: str, keep: str = "") -> str:
    r"""A character as Python writes it, unless it is one to keep.

    >>> spelt_character("\u202e")
    '\\u202e'
    """
    if character in keep:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
