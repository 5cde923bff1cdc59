"""Jena and RDF4J take our RDF at its strictest, and check and ask it as we do."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, cast

import pytest

from claimgraph.exports import ExportOptions, find_format
from claimgraph.readback import read
from claimgraph.resources import packaged_path
from claimgraph.store.base import Store
from documented_sparql import documented, library_rows, plain
from outside_tools import STRANGERS, java_output
from quad_sets import by_pyoxigraph

pytestmark = pytest.mark.slow

Written = Callable[[str], Path]
FORMATS = ("trig", "nquads", "turtle", "jsonld")


class Head(TypedDict):
    """The columns of an answer."""

    vars: list[str]


class Bindings(TypedDict):
    """The rows of an answer."""

    bindings: list[dict[str, dict[str, str]]]


class Answer(TypedDict):
    """An answer as SPARQL has it in JSON."""

    head: Head
    results: Bindings


def asked(jena: Path, data: Path, folder: Path) -> list[str]:
    """What Jena says of a file: how many triples, and whether it fits the shapes."""
    program = str(STRANGERS / "jena" / "Jena.java")
    shapes = str(packaged_path("schema", "shapes.ttl"))
    return java_output(jena, program, str(folder), str(data), shapes).splitlines()


def test_jena_answers_as_the_library_does(
    jena: Path, seeds_folder: Store, tmp_path: Path
) -> None:
    """In TDB2, over the union of its graphs."""
    data = tmp_path / "claims.trig"
    find_format("trig").write(read(seeds_folder), data, ExportOptions())
    questions = documented()
    for number, question in enumerate(questions):
        (tmp_path / f"{number:02}.rq").write_text(question.sparql, "utf-8")
    triples, conforms = asked(jena, data, tmp_path)
    assert int(triples) > 10_000 and conforms == "true"
    for number, question in enumerate(questions):
        text = (tmp_path / f"{number:02}.rq.json").read_text("utf-8")
        answer = cast("Answer", json.loads(text))
        columns = answer["head"]["vars"]
        rows = sorted(
            tuple(plain(row.get(name, {}).get("value")) for name in columns)
            for row in answer["results"]["bindings"]
        )
        assert rows
        assert rows == library_rows(question, columns, seeds_folder), question


@pytest.mark.parametrize("planted", ["cg:maybe", '"2021-02-30"^^xsd:date'])
def test_jena_finds_what_is_wrong(
    planted: str, jena: Path, hostile: Written, tmp_path: Path
) -> None:
    text = hostile("trig").read_text("utf-8")
    broken = tmp_path / "broken.trig"
    broken.write_text(text.replace("cg:denied", planted), "utf-8")
    if "date" in planted:
        # a warning, and so an error here
        with pytest.raises(AssertionError, match="checkLiteral"):
            asked(jena, broken, tmp_path)
    else:
        assert asked(jena, broken, tmp_path)[1] == "false"


@pytest.mark.longer
def test_rdf4j_finds_the_same_quads_and_no_breach(
    rdf4j: Path, written: Written, hostile: Written, tmp_path: Path
) -> None:
    for kind in (written, hostile):
        paths = [copied(kind(name), tmp_path) for name in FORMATS]
        assert checked(rdf4j, paths) == "true"
        for path in paths:
            found = by_pyoxigraph(Path(f"{path}.rdf4j.nq"))
            assert found == by_pyoxigraph(path)


def test_rdf4j_refuses_a_claim_without_polarity(
    rdf4j: Path, hostile: Written, tmp_path: Path
) -> None:
    broken = copied(hostile("nquads"), tmp_path)
    lines = broken.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "ns#denied>" not in line]
    assert len(kept) < len(lines)
    broken.write_text("".join(kept), "utf-8")
    assert checked(rdf4j, [broken]) == "false"


def checked(rdf4j: Path, paths: list[Path]) -> str:
    """Whether the first file fits the shapes; each has its quads beside it then."""
    program = str(STRANGERS / "rdf4j" / "Rdf4j.java")
    shapes = str(packaged_path("schema", "shapes.ttl"))
    return java_output(rdf4j, program, shapes, *map(str, paths)).strip()


def copied(path: Path, folder: Path) -> Path:
    """A copy beside which something may be written."""
    return Path(shutil.copy(path, folder / path.name))
