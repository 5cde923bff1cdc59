"""The seeds as they come back out of a graph, with their context."""

from pathlib import Path
from typing import cast

from claimgraph.analysis.claim_set import ClaimSet, gather
from claimgraph.analysis.context import Context, Proposition, context_of
from claimgraph.readback import read
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from claimgraph.yaml_file import read_yaml

FOLDER = Path(__file__).parents[1] / "cases" / "analysis"
Case = dict[str, object]


def read_again(store: Store) -> tuple[ClaimSet, Context]:
    """All claims of a graph, and what they say of their speakers."""
    held = gather(read(store))
    return held, context_of(held, load_schema())


def cases(name: str) -> list[Case]:
    """The cases of a file below tests/cases/analysis."""
    return cast("list[Case]", read_yaml(FOLDER / f"{name}.yaml").plain)


def proposition(case: Case) -> Proposition:
    """The proposition of a case."""
    return Proposition(*cast("list[str]", case["proposition"]))
