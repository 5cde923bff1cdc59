"""A packed file as bytes: all its frames, each with its end, no more than is sane."""

import io
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, Protocol

from claimgraph.errors import LoaderError, MissingExtraError, named_os_errors
from claimgraph.regular_file import open_regular

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PACKED = (".zst", ".gz")
# zlib's word for gzip
GZIP = 31
# so little at a time, since four bytes can hold 128 KB
PIECE = 1024
# what is packed tighter says one thing over and over
MOST_TIMES, FREE = 1000, 16 * 2**20


class Frame(Protocol):
    """What unpacks one frame, and knows where it ends."""

    @property
    def eof(self) -> bool:
        """Whether the frame has had its end."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What came after it."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """The bytes that some packed ones hold."""
        ...


@dataclass(frozen=True, slots=True)
class Packing:
    """How a file is packed: its name for people, its frames, what a bad one raises."""

    name: str
    frame: Callable[[], Frame]
    failure: type[Exception]


@contextmanager
def open_unpacked(path: Path) -> Generator[IO[bytes]]:
    """What a file holds, to be read as bytes; unpacked where it ends in .zst or .gz.

    LoaderError for what is no file, and while reading one that is cut or a bomb.
    """
    with named_os_errors(LoaderError, path, "cannot be read"):
        file = open_regular(path)
    with file:
        if path.suffix.lower() in PACKED:
            yield io.BufferedReader(UnpackedFile(file, path))
        else:
            yield file


def packing_of(path: Path) -> Packing:
    """How a file of that ending is packed; MissingExtraError if nothing unpacks it."""
    if path.suffix.lower() == ".gz":
        return Packing("gzip", lambda: zlib.decompressobj(GZIP), zlib.error)
    try:
        import zstandard
    except ImportError as error:
        hint = "is compressed: `pip install zstandard`, or unpack it first"
        raise MissingExtraError(hint, file=str(path)) from error
    unpacker = zstandard.ZstdDecompressor()
    return Packing("zstd", unpacker.decompressobj, zstandard.ZstdError)


class UnpackedFile(io.RawIOBase):
    """The bytes that a compressed file holds, one frame after the other.

    LoaderError where a frame lacks its end, where what follows one is none, and for a
    bomb: more than 16 MB that were a thousand times smaller.
    """

    def __init__(self, packed: BinaryIO, path: Path) -> None:
        self.packed, self.name = packed, str(path)
        self.packing = packing_of(path)
        self.frame = self.packing.frame()
        # bytes of the file that were taken, where the frame began, bytes that came out
        self.taken, self.began, self.made = 0, 0, 0
        self.rest = self.held = b""

    def readable(self) -> bool:
        """Yes: that is all it is for."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fills the buffer with what comes next; 0 at the end of the last frame."""
        while not self.held:
            piece = self.rest or self.packed.read(PIECE)
            if not piece:
                self.check_end()
                return 0
            self.take(piece)
        view = memoryview(buffer).cast("B")
        number = min(len(view), len(self.held))
        view[:number], self.held = self.held[:number], self.held[number:]
        return number

    def take(self, piece: bytes) -> None:
        """Unpacks a piece, up to the end of the frame in it."""
        if self.frame.eof:
            self.frame, self.began = self.packing.frame(), self.taken
        try:
            self.held = self.frame.decompress(piece)
        except self.packing.failure as error:
            reason = f"is no {self.packing.name} file at byte {self.began}: {error}"
            raise LoaderError(reason, file=self.name) from None
        self.rest = self.frame.unused_data if self.frame.eof else b""
        self.taken += len(piece) - len(self.rest)
        self.made += len(self.held)
        if self.made > max(FREE, self.taken * MOST_TIMES):
            reason = (
                f"unpacks to more than {MOST_TIMES} times its size: nothing that says "
                "so little is read; unpack it first if you trust it"
            )
            raise LoaderError(reason, file=self.name)

    def check_end(self) -> None:
        """LoaderError where the file stops within a frame, or has none."""
        if not self.taken:
            reason = f"is no {self.packing.name} file: it is empty"
            raise LoaderError(reason, file=self.name)
        if not self.frame.eof:
            reason = (
                f"is cut at byte {self.taken}: what was packed from byte {self.began} "
                "on has no end; get the file again, whole"
            )
            raise LoaderError(reason, file=self.name)
