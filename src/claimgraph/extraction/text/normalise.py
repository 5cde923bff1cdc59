"""The text as the stages read it: plain signs, each where the raw text has its own."""

import unicodedata

# signs that are one to a reader, by their plain form
PLAIN = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\uff07\u0060\u00b4",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a\uff02",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "\n": "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029",
    " ": "\t\x1f\u00ad\u180e\u2800\u3164",
}


class Signs(dict[int, str]):
    """What each character is read as, worked out when it is first met."""

    def __init__(self) -> None:
        super().__init__(
            {ord(one): plain for plain, signs in PLAIN.items() for one in signs}
        )

    def __missing__(self, code: int) -> str:
        """A space for whatever is a space or shows nothing, else the character."""
        letter = chr(code)
        kind = unicodedata.category(letter)
        blank = kind in ("Zs", "Cf") or (kind == "Cc" and letter != "\n")
        self[code] = " " if blank else letter
        return self[code]


SIGNS = Signs()


def working_text(raw: str) -> str:
    r"""The raw text with plain spaces, quotes, dashes and line ends, as long as it is.

    >>> working_text("\u201cThe\u00a0Front\u2019s\u201d\u200b\u2014\r\n")
    '"The Front\'s" -\n\n'
    """
    plain = raw.isascii() and raw.isprintable() and "`" not in raw
    return raw if plain else raw.translate(SIGNS)
