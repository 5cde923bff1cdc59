"""Rows of a file of JSON objects, one a line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from claimgraph.errors import LoaderError
from claimgraph.packed_file import open_unpacked
from claimgraph.recoded_file import in_utf8
from claimgraph.tables.lines import LONGEST_LINE, MOST_BLANK
from claimgraph.tables.typed_cells import cell_text

MOST_KEYS = 5_000


def json_rows(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    """The keys as a head, then each object as a row, with its line; read twice."""
    keys: dict[str, None] = {}
    for line, found in objects(path):
        keys |= dict.fromkeys(found)
        if len(keys) > MOST_KEYS:
            reason = f"has more than {MOST_KEYS} keys: is it a table?"
            raise LoaderError(reason, file=str(path), line=line)
    yield 0, list(keys)
    for line, found in objects(path):
        yield line, [cell_text(found.get(key)) for key in keys]


def objects(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Each object with its line; LoaderError for a line that is none."""
    decoder = msgspec.json.Decoder(dict[str, object])
    blank = 0
    with open_unpacked(path) as raw:
        file = in_utf8(raw, str(path))
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            blank = 0 if line.strip() else blank + 1
            if len(line) > LONGEST_LINE or blank > MOST_BLANK:
                reason = "is a line without end, or one of too many blank ones"
                raise LoaderError(reason, file=str(path), line=number)
            if not line.strip():
                continue
            try:
                yield number, decoder.decode(line)
            except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
                reason = f"is no JSON object: {error}"
                raise LoaderError(reason, file=str(path), line=number) from None
