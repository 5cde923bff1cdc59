"""Other people's parsers read the same quads as we do, from every RDF format."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from claimgraph.exports import ExportOptions
from claimgraph.exports.run import write_export
from claimgraph.resources import packaged_path
from export_cases import seeds
from outside_tools import output, program, script

pytestmark = pytest.mark.slow

CLAIM = "<https://w3id.org/claimgraph/ns#Claim>"
FORMATS = ("trig", "nquads", "turtle")
SEED_CLAIMS = 630
Written = Callable[[str], Path]
# the loader refuses, so that no context can come from the network
PYLD = """
import json, sys
from pyld import jsonld

def refuse(address, options):
    raise SystemExit(f"the file asks for {address}")

held = json.load(open(sys.argv[1], encoding="utf-8"))
options = {"format": "application/n-quads", "documentLoader": refuse}
sys.stdout.write(jsonld.to_rdf(held, options))
"""


def quads(text: str) -> set[str]:
    """Lines of N-Quads as a set, each written in one way."""
    return {str(one) for one in pyoxigraph.parse(text, pyoxigraph.RdfFormat.N_QUADS)}


def of_file(path: Path) -> set[str]:
    """The quads that pyoxigraph finds in a file, by its ending."""
    ending = "jsonld" if path.suffix == ".jsonld" else path.suffix[1:]
    kind = pyoxigraph.RdfFormat.from_extension(ending)
    assert kind is not None
    return {str(one) for one in pyoxigraph.parse(path=path, format=kind)}


def by_serdi(path: Path) -> str:
    """What Debian's serdi reads."""
    kind = {".trig": "trig", ".nq": "nquads", ".ttl": "turtle"}[path.suffix]
    command = [program("serdi", "serdi"), "-q", "-i", kind, "-o", "nquads"]
    return output([*command, str(path)])


def by_rapper(path: Path) -> str:
    """What Debian's rapper reads."""
    kind = {".trig": "trig", ".nq": "nquads", ".ttl": "turtle"}[path.suffix]
    command = [program("rapper", "raptor2-utils"), "-q", "-i", kind, "-o", "nquads"]
    return output([*command, str(path)])


def by_rdflib(path: Path) -> str:
    """What rdflib reads, from one kind of file by another parser."""
    kind = {".trig": "trig", ".nq": "nquads", ".ttl": "turtle"}[path.suffix]
    found = rdflib.Dataset()
    found.parse(data=path.read_text("utf-8"), format=kind)
    return found.serialize(format="nquads")


# rdflib 7.6 warns of its own use of deprecated names
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("reader", [by_serdi, by_rapper, by_rdflib])
def test_parsers_find_the_same_quads(
    name: str, reader: Callable[[Path], str], written: Written, hostile: Written
) -> None:
    for path in (written(name), hostile(name)):
        assert quads(reader(path)) == of_file(path)


@pytest.mark.parametrize("name", FORMATS)
def test_javascript_finds_the_same_quads(
    name: str, node: Path, written: Written, hostile: Written
) -> None:
    for path in (written(name), hostile(name)):
        assert quads(script(node, "rdf.mjs", str(path))) == of_file(path)


def test_formats_hold_the_same_quads(written: Written) -> None:
    whole = of_file(written("nquads"))
    assert of_file(written("trig")) == whole
    assert of_file(written("jsonld")) == whole
    assert sum(CLAIM in one for one in whole) == SEED_CLAIMS
    with_graphs = pyoxigraph.parse(path=written("nquads"))
    without = pyoxigraph.parse(path=written("turtle"))
    assert {str(one.triple) for one in without} == {
        str(one.triple) for one in with_graphs
    }


def test_json_ld_says_the_same_to_all(
    node: Path, python: Path, written: Written, hostile: Written
) -> None:
    for kind in (written, hostile):
        path = kind("jsonld")
        whole = of_file(kind("nquads"))
        assert quads(script(node, "rdf.mjs", str(path))) == whole
        assert quads(output([str(python / "python"), "-c", PYLD, str(path)])) == whole


def test_parsers_refuse_a_broken_file(hostile: Written, tmp_path: Path) -> None:
    broken = tmp_path / "broken.nq"
    whole = hostile("nquads").read_text("utf-8")
    broken.write_text(whole.replace("<", "", 1), encoding="utf-8")
    for reader in (by_serdi, by_rapper):
        with pytest.raises((AssertionError, subprocess.SubprocessError)):
            reader(broken)


def checked(node: Path, data: Path, tmp_path: Path) -> tuple[int, list[str]]:
    """How many claims another engine sees, and which shapes it finds broken."""
    shapes = tmp_path / "shapes.ttl"
    held = packaged_path("schema", "shapes.ttl")
    shapes.write_text(held.read_text("utf-8"), encoding="utf-8")
    found = json.loads(script(node, "shapes.mjs", str(shapes), str(data)))
    broken = [one["message"] for one in found["sparql"] if one["rows"]]
    assert len(found["sparql"]) > 10
    return found["claims"], found["core"] + broken


def test_one_article_fits_the_shapes(node: Path, tmp_path: Path) -> None:
    # all seeds take this engine minutes; pySHACL checks all of them
    smallest = min(seeds(), key=lambda batch: len(batch.claims))
    data = tmp_path / "one.trig"
    write_export("trig", [smallest], data, ExportOptions())
    assert checked(node, data, tmp_path) == (len(smallest.claims), [])


@pytest.mark.parametrize(
    ("sound", "planted", "words"),
    [
        ("cg:denied", "cg:maybe", "InConstraint"),
        ("cg:withheld", "cg:affirmed", "no object or value"),
        ("oa:start 31", "oa:start 30", "offsets do not fit"),
        ("cg:index 2", "cg:index 3", "has a gap"),
    ],
)
def test_planted_errors_break_shapes(
    sound: str,
    planted: str,
    words: str,
    node: Path,
    hostile: Written,
    tmp_path: Path,
) -> None:
    text = hostile("trig").read_text("utf-8")
    assert sound in text
    broken = tmp_path / "broken.trig"
    broken.write_text(text.replace(sound, planted), encoding="utf-8")
    _, found = checked(node, broken, tmp_path)
    assert any(words in one for one in found), found
