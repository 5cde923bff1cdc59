"""The words of a page out of its bytes, in the encoding that it says or seems."""

import codecs
import re

from claimgraph.errors import LoaderError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# a page says it near its beginning
SAID_WITHIN = 4096
# what programs, pictures and packed files are full of, and hardly any letter is in
NO_LETTERS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b\x08") | {127}
SELDOM = 50
NO_TEXT = (
    "is no text and no page, whatever its name says: it is a program, a picture, an "
    "office file or the like; save what it says as text (.txt)"
)
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)|encoding=["']([\w.:-]+)""")
# as browsers read them: what most pages that say the one are written in
READ_AS = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "ascii", "us-ascii"), "windows-1252"),
    **{"iso-8859-9": "windows-1254", "gb2312": "gb18030", "shift_jis": "cp932"},
    # without a byte order mark a page that says so in plain letters is none
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf-32"), "utf-8"),
}
# what Python calls encodings and no page is written in
NO_PAGES = {"idna", "punycode", "utf_7", "raw_unicode_escape", "unicode_escape"}


def refuse_binary(raw: bytes, file: str) -> None:
    """LoaderError for bytes that are no letters in any encoding."""
    if is_binary(raw[:SAID_WITHIN]):
        raise LoaderError(NO_TEXT, file=file)


def is_binary(start: bytes) -> bool:
    r"""Whether what a file begins with can be no text: one sign in fifty is no letter.

    >>> is_binary(b"<p>Caf\xe9</p>"), is_binary(b"PK\x03\x04" + b"\x14\x00" * 9)
    (False, True)
    """
    for mark, name in MARKS:
        if start.startswith(mark):
            words = start[len(mark) :].decode(name, "replace")
            odd = sum(one == "\ufffd" or ord(one) in NO_LETTERS for one in words)
            return SELDOM * odd > len(words) + SELDOM
    return SELDOM * sum(map(NO_LETTERS.__contains__, start)) > len(start)


def decoded_page(raw: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a page and how its encoding is known.

    In this order: a byte order mark, what the server or the page says, UTF-8 where
    the bytes are such, and what they look like. What does not fit is no encoding.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace"), f"{name}, by its mark"
    said = CHARSET.search(raw[:SAID_WITHIN].lower())
    inside = (said[1] or said[2]).decode("ascii") if said else None
    for given, why in ((declared, "as the server says"), (inside, "as the page says")):
        text = None if given is None else strictly(raw, given)
        if text is not None:
            return text, f"{given}, {why}"
    text = strictly(raw, "utf-8")
    if text is not None:
        return text, "utf-8"
    name = likely_encoding(raw)
    return raw.decode(name, "replace"), f"{name}, a guess: see whether all letters are"


def strictly(raw: bytes, name: str) -> str | None:
    """The text in an encoding; None where there is no such, or other bytes."""
    try:
        known = codecs.lookup(READ_AS.get(name.lower(), name)).name
        return None if known.replace("-", "_") in NO_PAGES else raw.decode(known)
    except (LookupError, ValueError):
        return None


def likely_encoding(raw: bytes) -> str:
    """The encoding that bytes seem to be in; Windows-1252 where nothing tells."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw[: 256 * 1024]).best()
    return "windows-1252" if best is None else best.encoding
