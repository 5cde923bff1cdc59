"""The command line only types and prints: what it does, `api` does for Python too."""

import ast
import inspect
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import claimgraph.cli

FOLDER = Path(claimgraph.cli.__file__).parent
SOURCES = {
    str(path.relative_to(FOLDER)): path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("*.py"))
}
# what may be called from there; of all else only types and constants. Beside `api`
# these know no claim and no graph: addresses, places of files, passages, days, words.
CALLED = {
    *("api", "cli", "console", "errors", "modules", "resources"),
    *("addresses", "atomic", "passages", "safe_text", "dates"),
    *("value_words", "date_words", "strength_words", "made_names"),
    *("type_guards", "extras"),
}
# _typeshed: names of types, for the checkers alone
PACKAGES = {"click", "rich", "_typeshed"}
# the screen of a review, and what serves it
SCREEN = {"textual", "textual_serve", "aiohttp"}


def imports(source: str) -> Iterator[tuple[str, str]]:
    """Module and name of each import; an empty name for a module alone."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def is_value(module: str, name: str) -> bool:
    """Whether an import is a type or a constant, so that nothing is done with it."""
    if not name:
        return False
    found = getattr(import_module(module), name)
    return not inspect.isroutine(found) and not inspect.ismodule(found)


def breaches(source: str, packages: set[str] = PACKAGES) -> list[str]:
    """What a module of the command line imports and may not."""
    found: list[str] = []
    for module, name in imports(source):
        top, _, rest = module.partition(".")
        if top == "claimgraph":
            part = rest.partition(".")[0] or name
            if part not in CALLED and not is_value(module, name):
                found.append(f"{module}.{name}")
        elif top not in packages and top not in sys.stdlib_module_names:
            found.append(module)
    return found


@pytest.mark.parametrize("name", SOURCES)
def test_cli_does_nothing_that_python_cannot(name: str) -> None:
    packages = PACKAGES | SCREEN if name.startswith("screen/") else PACKAGES
    assert breaches(SOURCES[name], packages) == []


@pytest.mark.parametrize(
    "source",
    [
        "from claimgraph.readback import read",
        "from claimgraph import readback",
        "def run():\n    from claimgraph.loading import load",
        "import claimgraph.library",
        "import networkx",
    ],
)
def test_a_breach_is_found(source: str) -> None:
    assert len(breaches(source)) == 1


def test_types_and_constants_pass() -> None:
    source = "from claimgraph.model import VERDICTS, Claim\nimport json, click"
    assert breaches(source) == []
