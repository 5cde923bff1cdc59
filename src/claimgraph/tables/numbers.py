"""Numbers and coordinates as tables write them."""

import re

from claimgraph.errors import ClaimgraphError

WHOLE = re.compile(r"\d+(?:\.0*)?|\d{1,3}(?:,\d{3})+(?:\.0*)?", re.ASCII)
DEGREES = re.compile(r"([+-]?\d{1,3}(?:\.\d+)?) ?°? ?([NSEW]?)", re.ASCII)
# signs of thousands that no decimal mark is
SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f'\u2019](?=\d{3})")
# as the gate has it
LARGEST = 2**31 - 1
TURNED = str.maketrans(",.", ".,")


def whole_number(text: str, decimal: str = ".") -> int:
    """The number of a cell that counts something; ClaimgraphError for any other.

    >>> whole_number("1,204"), whole_number("1.204", ","), whole_number("3.0")
    (1204, 1204, 3)
    """
    plain = SPACES.sub("", text.strip())
    plain = plain.translate(TURNED) if decimal == "," else plain
    if not WHOLE.fullmatch(plain):
        raise ClaimgraphError("is no whole number of zero or more")
    number = int(plain.partition(".")[0].replace(",", ""))
    if number > LARGEST:
        raise ClaimgraphError("is larger than any number of people")
    return number


def degrees(text: str, most: int, decimal: str = ".") -> float:
    """The degrees of a cell, so many at most; ClaimgraphError for others.

    >>> degrees("34,5", 90, ","), degrees("69.2 W", 180)
    (34.5, -69.2)
    """
    plain = text.strip().replace("\u2212", "-")
    found = DEGREES.fullmatch(plain.translate(TURNED) if decimal == "," else plain)
    if found is None:
        raise ClaimgraphError("is no number of degrees")
    number = float(found[1]) * (-1 if found[2] in ("S", "W") else 1)
    if not -most <= number <= most:
        raise ClaimgraphError(f"is not between -{most} and {most} degrees")
    return number
