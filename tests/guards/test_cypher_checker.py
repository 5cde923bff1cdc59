"""Neo4j's own checker finds nothing in the library, and finds planted errors."""

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict, cast

import pytest

from claimgraph.library import Question, parse_question, questions
from claimgraph.schema import load_schema
from claimgraph.schema.types import FIXED_EDGES, properties
from outside_tools import CHECKER, node_tools

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parents[1] / "cypher_checker"
# properties of edges that are no claims: RETELLS and REPLIES_TO
EDGE_PROPERTIES = ("from", "to", "how")


class Finding(TypedDict):
    """One thing that the checker does not like."""

    name: str
    line: int
    severity: int
    message: str


@pytest.fixture(scope="module")
def checker() -> Path:
    """The folder of the installed checker; without Node the tests are left out."""
    return CHECKER.folder(node_tools(FOLDER.name))


def check(checker: Path, asked: Iterable[Question]) -> list[Finding]:
    """What the checker says about these questions, against our schema."""
    schema = load_schema()
    fields = [*properties(schema.claim.edge), *properties(schema.claim.hop)]
    fields += [field for node in schema.nodes.values() for field in node.properties]
    known = {
        "labels": sorted(schema.nodes),
        "relationshipTypes": sorted([*schema.relations, *FIXED_EDGES]),
        "propertyKeys": sorted({field.name for field in fields} | set(EDGE_PROPERTIES)),
    }
    queries = [
        {
            "name": one.name,
            "text": one.text,
            "parameters": {each.name: each.example for each in one.parameters},
        }
        for one in asked
    ]
    ran = subprocess.run(
        ["node", str(FOLDER / "check.cjs")],
        input=json.dumps({"schema": known, "queries": queries}),
        env=os.environ | {"NODE_PATH": str(checker / "node_modules")},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return cast(list[Finding], json.loads(ran.stdout))


def test_checker_finds_nothing(checker: Path) -> None:
    assert check(checker, questions()) == []


HEADER = """\
// Planted
// Is it found?
// :param {group: "group/a"}
// answers x
// param group text: id
// returns x: anything
"""
PLANTED = {
    "MATCH (c:Claim RETURN c.id AS x": "Invalid input",
    "MATCH (c:Clam) RETURN c.id AS x": "Label Clam is not present",
    "MATCH ()-[r:ALEGED_LINK]->() RETURN r.claim AS x": "ALEGED_LINK is not present",
    "MATCH (c:Claim) RETURN c.polarty AS x": "polarty is not present",
    "MATCH (c:Claim) RETURN d.id AS x": "Variable `d` not defined",
    "MATCH (c:Claim {id: $grup}) RETURN c.id AS x": "Parameter $grup is not defined",
    "MATCH (c:Claim) CALL { WITH c RETURN 1 AS x } RETURN x": "deprecated",
}


def test_checker_finds_planted_errors(checker: Path) -> None:
    planted = [
        parse_question(f"planted/{number}", HEADER + text)
        for number, text in enumerate(PLANTED)
    ]
    found = check(checker, planted)
    said = {one["name"]: one["message"] for one in reversed(found)}
    expected = dict(zip((one.name for one in planted), PLANTED.values(), strict=True))
    silent = {
        name: words
        for name, words in expected.items()
        if words not in said.get(name, "")
    }
    assert silent == {}
