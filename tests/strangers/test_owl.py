"""OWL API, HermiT and pyLODE: the ontology is OWL 2 DL, sound, and reads well."""

import re
from contextlib import suppress
from pathlib import Path

import pytest

from outside_tools import java_output, output
from places import SEEDS

pytestmark = pytest.mark.slow

ROBOT = "org.obolibrary.robot.CommandLineInterface"
HERMIT = "org.semanticweb.HermiT.cli.CommandLine"
PAGE = """
import sys
from pylode import OntPub
OntPub(sys.argv[1]).make_html(sys.argv[2])
"""
ONTOLOGY = SEEDS.parent / "ontology.ttl"


def breaches(robot: Path, ontology: Path, folder: Path) -> list[str]:
    """What keeps a file from being OWL 2 DL, one line each."""
    report = folder / "profile.txt"
    given = ["--input", str(ontology), "--output", str(report)]
    # it exits with 1 where there are any
    with suppress(AssertionError):
        java_output(robot, ROBOT, "validate-profile", "--profile", "DL", *given)
    return report.read_text("utf-8").splitlines()[1:]


def test_ontology_is_owl_dl(robot: Path, tmp_path: Path) -> None:
    assert breaches(robot, ONTOLOGY, tmp_path) == []


def test_planted_breach_is_found(robot: Path, tmp_path: Path) -> None:
    text = ONTOLOGY.read_text("utf-8")
    declared = "prov:Attribution a owl:Class"
    assert declared in text
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace(declared, "cg:x a owl:Class"), "utf-8")
    assert breaches(robot, broken, tmp_path)


def test_hermit_finds_no_contradiction(robot: Path, tmp_path: Path) -> None:
    """Protégé's own reasoner; it refuses datatypes that OWL 2 does not know."""
    told = java_output(robot, HERMIT, "-k", ONTOLOGY.as_uri())
    assert "owl#Thing is satisfiable" in told
    nothing = java_output(robot, HERMIT, "-U", ONTOLOGY.as_uri())
    assert "w3id.org" not in nothing
    broken = tmp_path / "broken.ttl"
    days = "cg:saidFrom rdfs:range xsd:date ."
    prefix = "\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    broken.write_text(f"{ONTOLOGY.read_text('utf-8')}{prefix}{days}\n", "utf-8")
    with pytest.raises(AssertionError, match="XMLSchema#date"):
        java_output(robot, HERMIT, "-k", broken.as_uri())


def test_page_of_the_ontology_reads_well(python: Path, tmp_path: Path) -> None:
    """pyLODE takes each thing that looks like an ontology for the one it describes."""
    path = tmp_path / "page.html"
    output([str(python / "python"), "-c", PAGE, str(ONTOLOGY), str(path)])
    page = path.read_text("utf-8")
    assert "<title>claimgraph: who says it</title>" in page
    metadata, _, rest = page.partition('id="metadata"')[2].partition('id="classes"')
    told = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", metadata, re.DOTALL)
    found = [(without_tags(name), without_tags(held)) for name, held in told]
    assert [name for name, _ in found] == [
        *("IRI", "Title", "Creator", "License", "Version Iri", "Version Info"),
        *("Preferred Namespace Prefix", "Preferred Namespace Uri", "Description"),
    ]
    assert dict(found)["Creator"] == "the authors of claimgraph"
    assert dict(found)["License"] == "http://www.apache.org/licenses/LICENSE-2.0"
    terms = re.findall(
        r"^cg:(\w+) a owl:(?:Class|\w+Property)", ONTOLOGY.read_text(), re.M
    )
    lacking = [one for one in terms if f"claimgraph/ns#{one}</code>" not in rest]
    assert terms and lacking == []


def without_tags(html: str) -> str:
    """The words of a piece of a page, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
