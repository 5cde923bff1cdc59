"""docker-compose.yml against the JSON Schema of the Compose specification."""

import json
from collections.abc import Iterator
from typing import cast

import pytest
from jsonschema import Draft202012Validator

from claimgraph.yaml_file import read_yaml
from neo4j_browser import COMPOSE, FOLDER
from outside_tools import BROWSER, node_tools

# dclint, which checks such files, brings the schema along
SCHEMA = "node_modules/dclint/schemas/compose.schema.json"

# its schema comes with a package that may have to be fetched
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """What knows the specification."""
    tools = BROWSER.folder(node_tools(FOLDER.name))
    return Draft202012Validator(json.loads((tools / SCHEMA).read_text("utf-8")))


def faults(validator: Draft202012Validator, held: object) -> Iterator[str]:
    """Where a file is not as the specification says."""
    found = validator.iter_errors(held)  # pyright: ignore[reportUnknownMemberType]
    yield from (error.json_path for error in found)


def test_the_file_is_as_the_specification_says(
    validator: Draft202012Validator,
) -> None:
    assert list(faults(validator, read_yaml(COMPOSE).plain)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("ports", 7474), ("healthchek", {}), ("depends_on", {"guide": {"when": "now"}})],
)
def test_a_fault_is_seen(
    validator: Draft202012Validator, name: str, value: object
) -> None:
    held = cast("dict[str, dict[str, dict[str, object]]]", read_yaml(COMPOSE).plain)
    neo4j = held["services"]["neo4j"] | {name: value}
    held = held | {"services": held["services"] | {"neo4j": neo4j}}
    places = list(faults(validator, held))
    assert any(one.startswith("$.services.neo4j") for one in places)
