"""Who says that which group did or is what, on whose word, and who says otherwise.

All that the command line can do, as functions; docs/python.md shows each. They load
when first used, so that a program starts quickly.

>>> import claimgraph
>>> sorted(set(claimgraph.__all__) - set(dir(claimgraph)))
[]
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimgraph.api.asking import ask
    from claimgraph.api.corpora import check
    from claimgraph.api.exporting import export
    from claimgraph.api.judging import judge
    from claimgraph.api.naming import find, named_entities
    from claimgraph.api.reporting import report
    from claimgraph.api.searching import search
    from claimgraph.api.showing import show
    from claimgraph.api.sources import forget, load
    from claimgraph.api.stores import open_store, status
    from claimgraph.errors import (
        ClaimgraphError,
        CorpusError,
        ExportError,
        GateError,
        LoaderError,
        MissingExtraError,
        ModelError,
        QueryError,
        SchemaError,
        StoreBusyError,
        StoreChangedError,
        StoreError,
        StoreMissingError,
        StoreUnreachableError,
    )

__all__ = [
    "ClaimgraphError",
    "CorpusError",
    "ExportError",
    "GateError",
    "LoaderError",
    "MissingExtraError",
    "ModelError",
    "QueryError",
    "SchemaError",
    "StoreBusyError",
    "StoreChangedError",
    "StoreError",
    "StoreMissingError",
    "StoreUnreachableError",
    "ask",
    "check",
    "export",
    "find",
    "forget",
    "judge",
    "load",
    "named_entities",
    "open_store",
    "report",
    "search",
    "show",
    "status",
]
# in which module below api/ each function is; errors are in claimgraph.errors
_HOMES = {
    "ask": "asking",
    "check": "corpora",
    "export": "exporting",
    "find": "naming",
    "forget": "sources",
    "judge": "judging",
    "load": "sources",
    "named_entities": "naming",
    "open_store": "stores",
    "report": "reporting",
    "search": "searching",
    "show": "showing",
    "status": "stores",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What `__all__` lists, imported now and kept."""
        if name not in __all__:
            raise AttributeError(f"module 'claimgraph' has no attribute {name!r}")
        home = f"api.{_HOMES[name]}" if name in _HOMES else "errors"
        globals()[name] = found = getattr(import_module(f"claimgraph.{home}"), name)
        return found


def __dir__() -> list[str]:
    """The names of all that can be used, loaded or not."""
    return sorted({*globals(), *__all__})
