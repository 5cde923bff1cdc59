"""Names and modules of a package: how loaders and commands are found."""

import pkgutil
from importlib import import_module
from types import ModuleType

from claimgraph.errors import ClaimgraphError


def names(package: ModuleType) -> list[str]:
    """The names of the modules in a package, sorted; packages inside are left out."""
    found = pkgutil.iter_modules(package.__path__)
    return sorted(module.name for module in found if not module.ispkg)


def find(package: ModuleType, name: str) -> ModuleType:
    """The module of that name, imported; an unknown one raises ClaimgraphError."""
    if name not in names(package):
        known = ", ".join(names(package))
        raise ClaimgraphError(f"{name} is unknown (there are: {known})", target=name)
    return import_module(f"{package.__name__}.{name}")
