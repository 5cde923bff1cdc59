"""The one call that we make."""

from collections.abc import Iterator, Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...

def iterparse(
    source: Readable, events: Sequence[str], *, forbid_dtd: bool
) -> Iterator[tuple[str, Element]]: ...
