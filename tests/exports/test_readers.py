"""A reader that shared code with its writer would find what the writer meant."""

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph.exports import format_names

# what both may use: the words and fields of the model, and what a feature is
SHARED = (
    *("claimgraph.model", "claimgraph.errors", "claimgraph.ids", "claimgraph.dates"),
    "claimgraph.flat",
    *("claimgraph.schema", "claimgraph.modules", "claimgraph.exports.features"),
    *("claimgraph.resources", "claimgraph.yaml_file", "claimgraph.safe_text"),
    # which property of RDF holds which field: what is declared, no code that writes
    *("claimgraph.rdf.properties", "claimgraph.ontology"),
    # what corpora say of an entity, as one text: no feature of a claim
    "claimgraph.definitions",
    # names that people see where nobody gave one: words alone
    "claimgraph.made_names",
)
PACKAGES = {
    *("claimgraph", "claimgraph.exports", "claimgraph.exports.formats"),
    *(
        "claimgraph.exports.verify",
        "claimgraph.rdf",
        "claimgraph.exports.verify.shared",
    ),
}


def imported(module: str) -> Iterator[str]:
    """The modules of ours that a module imports, wherever it does."""
    spec = importlib.util.find_spec(module)
    assert spec is not None and spec.origin is not None
    for node in ast.walk(ast.parse(Path(spec.origin).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [one for one in inner if one.startswith("claimgraph")]
            yield node.module
            yield from (one for one in found if is_module(one))


def is_module(name: str) -> bool:
    """Whether a dotted name is that of a module, not of something in one."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def closure(start: str) -> set[str]:
    """All modules of ours that a module comes to use, the shared ones left out."""
    found: set[str] = set()
    queue = [start]
    while queue:
        module = queue.pop()
        ours = module.startswith("claimgraph.") and not module.startswith(SHARED)
        if ours and module not in found:
            found.add(module)
            queue += imported(module)
    return found - PACKAGES


@pytest.mark.parametrize("name", format_names())
def test_reader_shares_no_code_with_the_writer(name: str) -> None:
    writer = closure(f"claimgraph.exports.formats.{name}")
    reader = closure(f"claimgraph.exports.verify.{name}")
    assert writer and reader
    assert writer & reader == set()


def test_shared_code_is_found() -> None:
    assert "claimgraph.exports.counting" in closure("claimgraph.exports.run")
    assert "claimgraph.exports.formats.claims" in closure(
        "claimgraph.exports.formats.claims"
    )
