"""Lines of a table that end, however it was made."""

from collections.abc import Iterator
from typing import TextIO

from claimgraph.errors import LoaderError

# characters of a line, and blank lines one after the other
LONGEST_LINE, MOST_BLANK = 2**24, 10_000


def bounded_lines(file: TextIO) -> Iterator[str]:
    """The lines of a table; LoaderError for one without end, or blank ones that are."""
    blank = 0
    while line := file.readline(LONGEST_LINE + 1):
        blank = blank + 1 if line.isspace() else 0
        if len(line) > LONGEST_LINE or blank > MOST_BLANK:
            raise LoaderError("is a line without end, or one of too many blank ones")
        yield line
