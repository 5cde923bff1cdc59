"""Neo4j's own checker finds nothing in the library, and finds planted errors."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, TypedDict, cast

import pytest

from claimgraph.library import Question, parse_question, questions
from claimgraph.schema import load_schema
from claimgraph.schema.types import FIXED_EDGES

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parents[1] / "cypher_checker"
OLDEST_NODE = 20
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
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        leave_out("no Cypher checker: missing node or npm")
    shown = subprocess.run([node, "--version"], capture_output=True, text=True)
    if int(shown.stdout.strip().removeprefix("v").partition(".")[0]) < OLDEST_NODE:
        leave_out(f"no Cypher checker: node {shown.stdout.strip()} is too old")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "claimgraph-cypher-checker"
    lock = (FOLDER / "package-lock.json").read_bytes()
    installed = folder / "package-lock.json"
    if not (folder / "whole").exists() or installed.read_bytes() != lock:
        install(npm, folder)
    return folder


def install(npm: str, folder: Path) -> None:
    """Fetch exactly what the lock file names."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "whole").unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(FOLDER / name, folder / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=300
    )
    if ran.returncode:
        leave_out(f"no Cypher checker: npm says {ran.stderr.strip()[-200:]}")
    (folder / "whole").touch()


def leave_out(reason: str) -> NoReturn:
    """Skip what needs the checker; where it is required, fail instead."""
    if os.environ.get("CLAIMGRAPH_REQUIRE_CHECKER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def check(checker: Path, asked: Iterable[Question]) -> list[Finding]:
    """What the checker says about these questions, against our schema."""
    schema = load_schema()
    fields = [*schema.provenance, *schema.node_only, *schema.hop]
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
// param group str: id
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
