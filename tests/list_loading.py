"""What the tests of every loader of a list have in common."""

import csv
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from claimgraph.api.showing import show
from claimgraph.api.sources import load
from claimgraph.cli import group
from claimgraph.errors import GateError
from claimgraph.loaders import find_loader, loader_for
from claimgraph.model import Batch, Cell, Claim, Pointer, Selector, XPath
from claimgraph.readback import read
from claimgraph.store import open_store
from claimgraph.store.base import Store
from list_counts import ListCounts, counts_of
from places import SEEDS
from problems import problem_lines

SAMPLES = Path(__file__).parent / "cases" / "loaders"
LISTS = next(
    (one for above in SEEDS.parents if (one := above / "shared" / "data").is_dir()),
    SEEDS.parents[1],
)


def list_at_hand(name: str) -> Path:
    """A list that may not be copied here, where this machine has it."""
    path = LISTS / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    return path


def batches_of(path: Path, loader: str) -> list[Batch]:
    """What a loader makes of a file that it is found for, and the gate lets pass."""
    assert loader_for(path) == loader
    batches = list(find_loader(loader).read(path))
    assert problem_lines(batches, str(path)) == []
    return batches


def claims_of(batches: list[Batch]) -> Iterator[Claim]:
    """All claims of some batches."""
    return (claim for batch in batches for claim in batch.claims)


def check_counts(
    batches: list[Batch], scheme: str, counted: ListCounts, short: bool = True
) -> None:
    """That a loader has the claims, names and left-out things counted in the file.

    With `short` names in brackets may stand beside the names as written.
    """
    found = counts_of(batches, scheme)
    assert found.relations == counted.relations
    assert found.left_out == counted.left_out
    assert found.names.keys() == counted.names.keys()
    for number, names in counted.names.items():
        assert names <= found.names[number]
        more = found.names[number] - names
        assert all(any(part in whole for whole in names) for part in more)
        assert short or not more


def refusal(path: Path, loader: str, graph: Path) -> tuple[list[str], list[Batch]]:
    """What is told of a file that no load takes, and what a new graph has then."""
    told = problem_lines(find_loader(loader).read(path), str(path))
    with open_store(str(graph)) as store:
        with pytest.raises(GateError):
            load(store, path)
        return told, list(read(store))


def check_shown(store: Store, path: Path, loader: str) -> int:
    """That each claim opens to the words that stand at its place in the file."""
    load(store, path, loader=loader)
    shown = 0
    for claim in claims_of(list(find_loader(loader).read(path))):
        found = show(store, claim.id).claim
        assert found.selector is not None
        assert words_at(path, found.selector) == found.quote
        shown += 1
    return shown


def words_at(path: Path, place: Selector) -> str:
    """What stands at a place, read by whatever else reads such a file."""
    match place:
        case XPath(xpath):
            root = bare_root(path)
            own, _, below = xpath.removeprefix("/").partition("/")
            assert own == root.tag
            [element] = root.findall(below)
            return element.text or ""
        case Cell(row, column):
            rows = table_rows(path)
            return rows[row][rows[0].index(column)]
        case Pointer(pointer):
            held = json_value(path)
            for key in pointer.split("/")[1:]:
                held = held[int(key) if key.isdecimal() else key]
            return str(held)
        case _:
            raise AssertionError(f"{place} is no place of a list")


@cache
def bare_root(path: Path) -> ElementTree.Element:
    """The root of an XML file, all names without namespaces."""
    root = ElementTree.parse(path).getroot()
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2]
    return root


@cache
def json_value(path: Path) -> Any:
    """What a JSON file holds."""
    return json.loads(path.read_text("utf-8"))


@cache
def table_rows(path: Path) -> list[list[str]]:
    """The rows of a table, its head the first."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [one for one in csv.reader(file) if one]


def typed(*words: str) -> Result:
    """A command in this process."""
    env: dict[str, str | None] = {"CLAIMGRAPH_STORE": None, "COLUMNS": None}
    return CliRunner().invoke(group, list(words), env=env, catch_exceptions=False)


Changed = Callable[[str], str]


def changed_copy(sample: str, folder: Path, change: Changed) -> Path:
    """A sample with something else in it."""
    text = (SAMPLES / sample).read_text("utf-8")
    path = folder / sample
    path.write_text(change(text), "utf-8")
    assert path.read_text("utf-8") != text
    return path
