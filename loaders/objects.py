"""Objects in a list of a JSON file, each with its place and its line.

The file is read whole, up to `LARGEST` bytes; the objects are decoded one at a time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from msgspec import DecodeError, Raw, ValidationError
from msgspec.json import Decoder

from claimgraph.errors import ClaimgraphError, LoaderError, named_os_errors
from claimgraph.regular_file import read_regular

LARGEST = 512 * 2**20
T = TypeVar("T")
# how the reader says where: "… - at `$.meta.id`", "… (byte 17)"
AT = re.compile(r" - at `\$\.?(.*)`$")
BYTE = re.compile(r"\(byte (\d+)\)$")


@dataclass(frozen=True, slots=True)
class JsonObject:
    """An object that is still to be decoded, with its number, from 0, and its line."""

    number: int
    line: int
    raw: Raw

    def decoded(self, decoder: Decoder[T]) -> T:
        """The object; ClaimgraphError with the key where it is none of that kind."""
        try:
            return decoder.decode(self.raw)
        except (DecodeError, RecursionError) as error:
            at = AT.search(str(error))
            reason = AT.sub("", str(error)).replace("Object missing", "is missing")
            raise ClaimgraphError(reason, key=at[1] if at else None) from None


def json_file(path: Path, decoder: Decoder[T]) -> tuple[T, bytes]:
    """What a JSON file holds, and its bytes; LoaderError with line and key."""
    with named_os_errors(LoaderError, path, "cannot be read"):
        raw = read_regular(path, LARGEST).removeprefix(b"\xef\xbb\xbf")
    try:
        return decoder.decode(raw), raw
    except ValidationError as error:
        at = AT.search(str(error))
        reason = f"is no such file: {AT.sub('', str(error))}"
        key = at[1] if at else None
        raise LoaderError(reason, file=str(path), key=key) from None
    except (DecodeError, RecursionError, UnicodeDecodeError) as error:
        byte = BYTE.search(str(error))
        line = raw[: int(byte[1])].count(b"\n") + 1 if byte else None
        reason = f"is no whole JSON: {error}"
        raise LoaderError(reason, file=str(path), line=line) from None


def json_objects(data: bytes, raws: Sequence[Raw]) -> Iterator[JsonObject]:
    """The objects of a list in their order, with the lines on which they begin."""
    at, line = 0, 1
    for number, raw in enumerate(raws):
        held = bytes(raw)
        start = data.index(held, at)
        line += data.count(b"\n", at, start)
        yield JsonObject(number, line, raw)
        line += data.count(b"\n", start, start + len(held))
        at = start + len(held)
