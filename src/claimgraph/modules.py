"""Names and modules of a package: how loaders and commands are found."""

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from claimgraph.errors import ClaimgraphError, nearest


def names(package: ModuleType) -> list[str]:
    """The names of the modules in a package, sorted.

    Packages inside are left out, and what the package lists as its HELPERS.
    """
    found = pkgutil.iter_modules(package.__path__)
    helpers: Sequence[str] = getattr(package, "HELPERS", ())
    return sorted(
        one.name for one in found if not one.ispkg and one.name not in helpers
    )


def find(package: ModuleType, name: str) -> ModuleType:
    """The module of that name, imported; an unknown one raises ClaimgraphError."""
    if name not in names(package):
        known = names(package)
        hint = f"{nearest(name, known)} (there are: {', '.join(known)})"
        raise ClaimgraphError(f"{name} is unknown{hint}", target=name)
    return import_module(f"{package.__name__}.{name}")
