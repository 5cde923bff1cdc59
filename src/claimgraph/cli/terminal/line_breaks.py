"""Lines that fit a width, in which nothing is broken that people paste."""

import re
from collections.abc import Iterator

# a command between backticks stays on one line, as every word does
PART = re.compile(r"(\s*)([^\s`]*`[^`]+`\S*|\S+)")


def lines_of(text: str, width: int, hanging: int = 0) -> list[str]:
    """A line in as many as the width needs; those after the first stand further in.

    What is wider by itself has a line of its own, which the terminal breaks.

    >>> lines_of("it is `claimgraph find x`: see", 22)
    ['it is', '`claimgraph find x`:', 'see']
    >>> lines_of("  attack/undated-market", 10)
    ['  attack/undated-market']
    """
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return [text]
    before = " " * (len(text) - len(text.lstrip(" ")))
    return list(packed_lines(text, before, before + " " * hanging, width))


def packed_lines(text: str, first: str, others: str, width: int) -> Iterator[str]:
    """The lines: as many parts on each as fit."""
    from rich.cells import cell_len

    line, begun = first, False
    for gap, part in PART.findall(text):
        if begun and cell_len(f"{line}{gap}{part}") > width:
            yield line
            line, begun = others, False
        line, begun = f"{line}{gap if begun else ''}{part}", True
    yield line
