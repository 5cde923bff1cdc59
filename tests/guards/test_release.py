"""What goes with a release: versions that agree, a citation, numbers that are true."""

import csv
import json
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict, cast

import pytest

from claimgraph.analysis.claim_set import gather
from claimgraph.analysis.context import context_of
from claimgraph.analysis.standing import standings
from claimgraph.readback import read
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from claimgraph.yaml_file import read_yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
Citation = TypedDict(
    "Citation",
    {
        "cff-version": str,
        "message": str,
        "title": str,
        "authors": list[dict[str, str]],
        "type": str,
        "version": str,
        "license": str,
    },
)
NDS = {"org/nds", "person/haris-jebran"}


def test_the_changes_have_a_chapter_for_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## (\S+?),? ", text, re.MULTILINE)
    assert versions[0] == PROJECT["version"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", one) for one in versions)


def test_the_citation_has_what_its_format_needs() -> None:
    held = cast("Citation", read_yaml(ROOT / "CITATION.cff").plain)
    assert {"cff-version", "message", "title", "authors"} <= set(held)
    assert str(held["cff-version"]) == "1.2.0"
    assert held["type"] == "software"
    assert held["version"] == PROJECT["version"]
    assert held["license"] == PROJECT["license"]
    assert held["authors"] and all(one["name"] for one in held["authors"])


def test_the_data_statement_counts_right(seeds_folder: Store) -> None:
    """Each number of docs/data-statement.md, counted from the graph of the seeds."""
    held = gather(read(seeds_folder))
    known = context_of(held, load_schema())
    claims = held.claims
    origins = [claim.chain[-1].holder for claim in claims]
    people = [one for one in known.entities.values() if one.id.startswith("person/")]
    attacks = [one for one in known.entities if one.startswith("attack/")]
    page = (ROOT / "docs" / "data-statement.md").read_text("utf-8")
    text = " ".join(page.split())
    named = sum(not one.unnamed for one in people)
    counts = {
        "in the voice of the article": sum(len(one.chain) == 1 for one in claims),
        "without a name": sum(map(known.is_unnamed, origins)),
        "National Directorate": sum(one in NDS for one in origins),
        "in somebody's custody": sum(
            one.value == "detainee" for one in standings(claims, known)
        ),
        "denied": sum(one.polarity == "denied" for one in claims),
        "withheld": sum(one.polarity == "withheld" for one in claims),
        "hypothetical": sum(one.modality == "hypothetical" for one in claims),
    }
    table = re.findall(r"^\| ([^|]+) \| (\d+) \|$", page, re.MULTILINE)
    assert len(table) == len(counts)
    for (words, number), (key, count) in zip(table, counts.items(), strict=True):
        assert key in words and int(number) == count, words
    told = f"{len(claims)} claims about {len(known.entities)} entities, among them "
    assert f"{told}{len(attacks)} attacks and {named} people with a name" in text
    assert f"* {len(set(origins))} origins speak" in text
    khorasan = origins.count("group/islamic-state-khorasan")
    taliban = origins.count("group/taliban")
    assert f"{khorasan} claims have the word of Islamic State-Khorasan" in text
    assert f"and {taliban} that of the Taliban" in text
    two = sum(one.article[:3] in ("003", "004") for one in claims)
    assert two * 2 >= len(claims)


@pytest.mark.longer
@pytest.mark.slow
@pytest.mark.skipif(
    not (find_spec("twine") and find_spec("cyclonedx_py")),
    reason="needs the extra `release`",
)
def test_a_release_is_made_from_a_clone(tmp_path: Path) -> None:
    """Wheel and sdist have the same bytes twice; SBOM and licences agree."""
    clone, made = tmp_path / "clone", tmp_path / "made"
    done = subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=False)
    if done.returncode:
        pytest.skip("no git: this folder is no clone")
    script = [sys.executable, str(clone / "tools" / "release.py")]
    ran = subprocess.run(
        [*script, str(made)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "built twice with the same bytes" in ran.stdout
    assert len(list(made.glob("*.whl"))) == len(list(made.glob("*.tar.gz"))) == 1
    with (made / "licences.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["package"]: row["licence"] for row in csv.DictReader(file)}
    bill = json.loads((made / "sbom.cdx.json").read_text("utf-8"))
    held = {re.sub("[._]", "-", one["name"].lower()) for one in bill["components"]}
    assert held == set(listed)
    assert {"neo4j", "arcadedb", "click"} <= held
    assert not {"pytest", "mypy", "twine"} & held
    # one that names none, and whose LICENSE file is that of Apache
    unnamed = {one for one, said in listed.items() if said == "not named"}
    assert unnamed <= {"click-default-group"}
    (clone / "README.md").write_text("other\n", "utf-8")
    ran = subprocess.run(
        [*script, str(made)], capture_output=True, text=True, check=False
    )
    assert ran.returncode and "not committed" in ran.stderr
