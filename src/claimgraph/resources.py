"""Packaged files, and what is closed in the end."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from types import TracebackType
from typing import Self


def packaged_path(*parts: str) -> Traversable:
    """A file or folder that ships with the package: `packaged("queries", "health")`."""
    return files("claimgraph").joinpath(*parts)


class Closing:
    """What is closed when its `with` block ends, however it ends."""

    def close(self) -> None:
        """Lets go of what is held."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
