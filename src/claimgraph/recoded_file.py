"""A file of text as UTF-8 without a byte order mark, whatever the mark says."""

import codecs
import io
from typing import IO, TYPE_CHECKING, Protocol, runtime_checkable

from claimgraph.errors import LoaderError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PIECE = 2**16
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@runtime_checkable
class Peekable(Protocol):
    """A file whose next bytes can be looked at and are still there."""

    def peek(self, size: int, /) -> bytes:
        """The next bytes, so many at least where there are."""
        ...


def in_utf8(file: IO[bytes], name: str) -> IO[bytes]:
    """The bytes of a file as UTF-8: a mark is passed over, UTF-16 with one is recoded.

    LoaderError, while reading, for what is no UTF-16 after such a mark.
    """
    begins = file.peek(len(codecs.BOM_UTF8)) if isinstance(file, Peekable) else b""
    if begins.startswith(codecs.BOM_UTF8):
        file.read(len(codecs.BOM_UTF8))
    elif begins.startswith(WIDE):
        return io.BufferedReader(RecodedFile(file, name))
    return file


class RecodedFile(io.RawIOBase):
    """The bytes of a file in UTF-16 as those of UTF-8."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.file, self.name, self.held = file, name, b""
        self.decoder = codecs.getincrementaldecoder("utf-16")()

    def readable(self) -> bool:
        """Yes: that is all it is for."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fills the buffer with what comes next; 0 at the end."""
        while not self.held:
            piece = self.file.read(PIECE)
            try:
                self.held = self.decoder.decode(piece, not piece).encode()
            except UnicodeError as error:
                reason = f"begins as UTF-16 and is none: {error.args[-1]}"
                raise LoaderError(reason, file=self.name) from error
            if not piece and not self.held:
                return 0
        view = memoryview(buffer).cast("B")
        number = min(len(view), len(self.held))
        view[:number], self.held = self.held[:number], self.held[number:]
        return number
