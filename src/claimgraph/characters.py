r"""Which characters a text may hold: whole ones that files and engines can keep."""

import re

# of a claim; longer ones are passages, and no evidence that a reader checks
LONGEST_QUOTE = 2000
# half a character cannot be encoded; a NUL ends a text early, and is in no XML
UNFIT = re.compile("[\0\ud800-\udfff]")
# how JSON writes a character beyond U+FFFF
HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def is_storable(text: str) -> bool:
    """Whether UTF-8 and both engines can carry the text."""
    plain = text.isascii() and "\0" not in text
    return plain or UNFIT.search(text) is None


def unfit_reason(text: str) -> str | None:
    r"""What no text may hold and this one does, with what to do; None where all is fit.

    >>> unfit_reason("a\0"), unfit_reason("whole")
    ('holds a NUL at 1: take it out', None)
    """
    found = UNFIT.search(text)
    if found is None:
        return None
    if found[0] == "\0":
        return f"holds a NUL at {found.start()}: take it out"
    return (
        f"holds half a character (U+{ord(found[0]):04X}) at {found.start()}: write the "
        'whole one, as itself or as "\\U0001F525"'
    )


def whole_characters(text: str) -> str:
    r"""The text with each pair of halves, as JSON escapes it, as one character.

    >>> whole_characters("\ud83d\udd25") == "\U0001f525"
    True
    """
    return HALVES.sub(
        lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text
    )
