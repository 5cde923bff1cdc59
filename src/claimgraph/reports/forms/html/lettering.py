"""Names cut to fit into a drawing, by how wide letters are."""

import unicodedata
from collections.abc import Iterator

NARROW, WIDE = frozenset(" ijltfr.,;:'|!()[]-"), frozenset("mwMW@%—…")
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def seen(text: str) -> str:
    """The letters that show, on one line; what steers direction is left out."""
    kept = (" " if unicodedata.category(c) in UNSEEN else c for c in text)
    return " ".join("".join(kept).split())


def width(text: str, size: float) -> float:
    """About how wide a text is, in units of its size: rather more than less."""
    return sum(map(letter_width, text)) * size


def letter_width(letter: str) -> float:
    """The width of one letter, in parts of its size."""
    if letter in NARROW:
        return 0.36
    if letter in WIDE:
        return 0.95
    if unicodedata.combining(letter):
        return 0
    if letter.isupper() or unicodedata.east_asian_width(letter) in "WF":
        return 0.74 if letter.isascii() else 1.05
    return 0.57 if letter.isascii() else 0.65


def cut(text: str, room: float, size: float) -> str:
    """The text, or its beginning and an ellipsis, no wider than the room.

    >>> cut("Haqqani Network", 60, 12)
    'Haqqani…'
    """
    text = seen(text)
    used, kept = 0.0, 0
    for at, letter in enumerate(text, 1):
        used += letter_width(letter) * size
        if used > room:
            return text[:kept].rstrip() + "…"
        if used + letter_width("…") * size <= room:
            kept = at
    return text


def wrap(text: str, room: float, size: float, most: int) -> list[str]:
    """The text on at most so many lines, the last one cut.

    >>> wrap("Islamic State Khorasan Province", 110, 12, 2)
    ['Islamic State', 'Khorasan Provin…']
    """
    lines = list(broken(seen(text), room, size))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [cut(line, room, size) for line in lines]


def broken(text: str, room: float, size: float) -> Iterator[str]:
    """Lines that end between words."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
