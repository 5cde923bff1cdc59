"""Files that persons give: opened only where they are files, read only up to a limit.

A named pipe, a device or a socket of the right name would be waited for without end.
"""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

# larger ones hold no text that a person wrote
LARGEST = 64 * 2**20
# no waiting for whoever writes into a pipe; Windows would change line ends
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def open_regular(path: Path) -> BufferedReader:
    """A file, open to read bytes; OSError, at once, for whatever else has the name."""
    refuse_other(path, path.stat().st_mode)
    # the name may have become that of a pipe meanwhile
    file = os.open(path, FLAGS)
    try:
        refuse_other(path, os.fstat(file).st_mode)
        return os.fdopen(file, "rb")
    except BaseException:
        os.close(file)
        raise


def refuse_other(path: Path, mode: int) -> None:
    """OSError where a mode is not that of a regular file."""
    if not stat.S_ISREG(mode):
        kind = KINDS.get(stat.S_IFMT(mode), "something else")
        raise OSError(errno.EINVAL, f"it is {kind}, not a file", str(path))


def read_regular(path: Path, most: int = LARGEST) -> bytes:
    """The bytes of a file; OSError for one that is larger, or no file."""
    with open_regular(path) as file:
        # a file may grow while it is read
        large = os.fstat(file.fileno()).st_size > most
        raw = b"" if large else file.read(most + 1)
    if large or len(raw) > most:
        reason = f"it is larger than {most // 2**20} MB"
        raise OSError(errno.EINVAL, reason, str(path))
    return raw
