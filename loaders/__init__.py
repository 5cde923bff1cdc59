"""How does a source become claims? One module per source: no Cypher, no store."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, runtime_checkable

from claimgraph import modules
from claimgraph.errors import LoaderError
from claimgraph.model import Batch

FOLDER = "/"
# Claims JSONL out of a pipe
STDIN = Path("-")
# modules of this folder that help loaders and are none
HELPERS = ("builder",)


@runtime_checkable
class Loader(Protocol):
    """What every module of this folder offers.

    `ENDINGS` are those of the paths that it reads, as `.csv`; a folder ends in `/`. No
    other loader has one of them.
    """

    ENDINGS: tuple[str, ...]

    def read(self, path: Path) -> Iterator[Batch]:
        """The articles and claims of a source, batch by batch, as they stand in it.

        What is wrong in it travels in `Batch.problems`; a source that is none at all
        raises LoaderError or CorpusError.
        """
        ...


def loader_names() -> list[str]:
    """The loaders that there are, sorted."""
    return modules.names(sys.modules[__name__])


def find_loader(name: str) -> Loader:
    """The loader of that name; ClaimgraphError for an unknown one."""
    found = modules.find(sys.modules[__name__], name)
    if not isinstance(found, Loader):
        raise TypeError(f"{found.__name__} lacks ENDINGS or read")
    return found


def loader_for(path: Path) -> str:
    """The loader that the ending of a path asks for; LoaderError where none does."""
    if path == STDIN:
        return "claims_jsonl"
    if not path.exists():
        raise LoaderError("does not exist", file=str(path))
    ending = f"{path.name}{FOLDER if path.is_dir() else ''}".lower()
    for name in loader_names():
        if ending.endswith(find_loader(name).ENDINGS):
            return name
    known = [one for name in loader_names() for one in find_loader(name).ENDINGS]
    files = ", ".join(one for one in known if one != FOLDER)
    hint = f"how to read it? its ending is none of {files}"
    raise LoaderError(hint, file=str(path))
