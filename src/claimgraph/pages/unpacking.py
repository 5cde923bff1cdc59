"""The body of an answer from the web, unpacked piece by piece, up to a size."""

import zlib
from collections.abc import Iterator
from http.client import HTTPResponse
from typing import Protocol

from claimgraph.errors import LoaderError
from claimgraph.safe_text import on_one_line

PIECE = 64 * 1024


class Unpacker(Protocol):
    """What unpacks a body, as `zlib` does: no more at once than is asked for."""

    @property
    def eof(self) -> bool:
        """Whether what was packed has had its end."""
        ...

    @property
    def unconsumed_tail(self) -> bytes:
        """What was given and not unpacked yet."""
        ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """The bytes that some packed ones hold, up to a length."""
        ...


def bounded_pieces(response: HTTPResponse, most: int, given: str) -> Iterator[bytes]:
    """The body of an answer, unpacked; LoaderError for one that is too large."""
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        reason = f"comes packed as {on_one_line(coding)[:40]}, which nobody asked for"
        raise LoaderError(reason, file=given)
    # gzip or zlib, whichever it is
    unpacker = None if coding == "identity" else zlib.decompressobj(47)
    size = 0
    for found in unpacked_pieces(iter(lambda: response.read(PIECE), b""), unpacker):
        size += len(found)
        if size > most:
            raise LoaderError(f"is larger than {most // 2**20} MB", file=given)
        yield found
    if response.length or (unpacker is not None and not unpacker.eof):
        raise LoaderError("ended before all of it had come: try again", file=given)


def unpacked_pieces(
    pieces: Iterator[bytes], unpacker: Unpacker | None
) -> Iterator[bytes]:
    """Pieces as they are, or what is packed in them, in pieces of bounded size.

    What follows the end of what was packed is nothing, as browsers have it.
    """
    for piece in pieces:
        if unpacker is None:
            yield piece
            continue
        rest = piece
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
        if unpacker.eof:
            return
