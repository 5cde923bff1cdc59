"""How does a source become claims? One module per source: no Cypher, no store."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

from claimgraph import modules
from claimgraph.model import Batch


class Loader(Protocol):
    """What every module of this folder offers."""

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
    return cast(Loader, modules.find(sys.modules[__name__], name))
