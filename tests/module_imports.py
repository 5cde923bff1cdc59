"""The modules of the package, and what each of them imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "claimgraph"


def sources() -> Iterator[tuple[str, Path]]:
    """Each module below the package with its path there, symlinked folders included."""
    for folder in (PACKAGE, PACKAGE / "schema", PACKAGE / "loaders"):
        for path in sorted(folder.rglob("*.py")):
            yield str(path.relative_to(PACKAGE)), path


SOURCES = dict(sources())


def imported(source: str) -> Iterator[str]:
    """The modules that a source imports anywhere; `from a import b` may be a.b."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "say the whole name of a module"
            yield node.module or ""
            if node.module == "claimgraph":
                yield from (f"claimgraph.{alias.name}" for alias in node.names)
