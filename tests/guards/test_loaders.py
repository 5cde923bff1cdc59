"""A loader says which endings it reads, and shares one only where the content tells."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from claimgraph import loaders
from claimgraph.loaders import Loader, SignLoader, find_loader, loader_names


def defects(found: Mapping[str, object]) -> list[str]:
    """What the loaders lack."""
    problems: list[str] = []
    owners: dict[str, str] = {}
    for name, module in found.items():
        if not isinstance(module, Loader) or not module.ENDINGS:
            problems.append(f"{name} lacks ENDINGS or read")
            continue
        for ending in module.ENDINGS:
            for other, owner in owners.items():
                if ending.endswith(other) or other.endswith(ending):
                    problems.append(f"{name} and {owner} both read {ending}")
        if not isinstance(module, SignLoader):
            owners |= dict.fromkeys(module.ENDINGS, name)
    return problems


LOADERS = {name: find_loader(name) for name in loader_names()}


def test_each_loader_has_endings_of_its_own() -> None:
    assert LOADERS
    assert defects(LOADERS) == []


def test_helpers_are_there_and_are_no_loaders() -> None:
    folder = Path(loaders.__file__).parent
    assert all((folder / f"{name}.py").is_file() for name in loaders.HELPERS)
    assert not set(loaders.HELPERS) & LOADERS.keys()


@pytest.mark.parametrize(
    ("module", "words"),
    [
        (ModuleType("corpus"), "lacks ENDINGS or read"),
        (LOADERS["rdf"], "both read .trig"),
        (
            SimpleNamespace(ENDINGS=(".claims.jsonl",), read=list),
            "both read .claims.jsonl",
        ),
    ],
)
def test_a_defect_is_found(module: object, words: str) -> None:
    found = defects(LOADERS | {"corpus": module})
    assert any(words in one for one in found)
