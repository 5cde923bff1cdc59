r"""Untrusted text in a form: what would steer a reader's screen is spelt out."""

import re

# control characters, those that turn the direction of writing, half characters
STEERING = re.compile(
    "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
SPACES = re.compile(r"[ \t\r\n\u2028\u2029]+")


def one_line(text: str) -> str:
    r"""The text on one line with nothing in it that a screen obeys.

    >>> one_line("a \r\n b\x1b[31m")
    'a b\\x1b[31m'
    """
    return STEERING.sub(spelt, SPACES.sub(" ", text)).strip()


def spelt(found: re.Match[str]) -> str:
    """A character as Python writes it."""
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
