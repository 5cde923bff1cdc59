"""Generated files are those that the schema makes, and say that they are generated."""

from pathlib import Path

import pytest

from claimgraph.ontology import SHAPES, generated_texts
from claimgraph.schema.reading import read_schema

ROOT = Path(__file__).parents[2]
TEXTS = generated_texts(read_schema(ROOT / "schema"), ROOT)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_generated_file_is_current(name: str) -> None:
    held = (ROOT / name).read_bytes().decode("utf-8")
    assert held == TEXTS[name], "run `python -m claimgraph.ontology` in the root"
    whole = name != SHAPES and not name.startswith("queries/")
    assert ("Generated from schema/" in held.partition("\n")[0]) is whole


def test_nothing_else_is_in_the_folder_of_generated_files() -> None:
    folder = ROOT / "schema" / "generated"
    assert {f"schema/generated/{path.name}" for path in folder.iterdir()} <= set(TEXTS)
