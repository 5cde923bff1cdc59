"""Where packaged files are; the one user of importlib.resources."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def packaged_path(*parts: str) -> Traversable:
    """A file or folder that ships with the package: `packaged("queries", "health")`."""
    return files("claimgraph").joinpath(*parts)
