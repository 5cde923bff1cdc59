"""The validator of OASIS, its library and MISP's converter read our bundles."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from claimgraph.loaders import find_loader
from claimgraph.model import Claim
from outside_tools import output
from places import SEEDS

pytestmark = pytest.mark.slow

Written = Callable[[str], Path]
# 103: ids are UUIDv5; 202: incident attributed-to is no suggested relationship
EXPECTED = "103,202"
LIBRARY = """
import json, sys, stix2
from collections import Counter
held = stix2.parse(open(sys.argv[1], encoding="utf-8").read(), allow_custom=False)
print(json.dumps(Counter(one["type"] for one in held.objects)))
"""
MISP = """
import json, sys, stix2
from misp_stix_converter import ExternalSTIX2toMISPParser
text = open(sys.argv[1], encoding="utf-8").read()
parser = ExternalSTIX2toMISPParser()
parser.load_stix_bundle(stix2.parse(text, allow_custom=True))
parser.parse_stix_bundle()
held = parser.misp_events
held = held if isinstance(held, list) else [held]
print(json.dumps([json.loads(one.to_json()) for one in held]))
"""


def seed_claims() -> list[Claim]:
    """The claims of the seeds, as they are loaded."""
    return [one for batch in find_loader("corpus").read(SEEDS) for one in batch.claims]


def validated(python: Path, bundle: Path) -> str:
    """What the validator says, where warnings count as errors."""
    command = [str(python / "stix2_validator"), "--version", "2.1", "--strict"]
    return output([*command, "--disable", EXPECTED, str(bundle)])


def test_validator_finds_nothing(
    python: Path, written: Written, hostile: Written
) -> None:
    for bundle in (written("stix"), hostile("stix")):
        assert "[+] STIX JSON: Valid" in validated(python, bundle)


@pytest.mark.parametrize(
    ("sound", "planted"),
    [
        ("strongly-disagree", "nonsense"),
        ('"report_types": ["threat-report"]', '"report_types": ["gossip"]'),
        ('"relationship_type": "related-to"', '"relationship_type": "Related To"'),
    ],
)
def test_validator_finds_planted_errors(
    sound: str, planted: str, python: Path, hostile: Written, tmp_path: Path
) -> None:
    text = hostile("stix").read_text("utf-8")
    assert sound in text
    broken = tmp_path / "broken.json"
    broken.write_text(text.replace(sound, planted), encoding="utf-8")
    with pytest.raises(AssertionError):
        validated(python, broken)


def test_library_counts_what_the_seeds_hold(python: Path, written: Written) -> None:
    command = [str(python / "python"), "-c", LIBRARY, str(written("stix"))]
    found = cast("dict[str, int]", json.loads(output(command)))
    claims = seed_claims()
    kinds = Counter(one.polarity for one in claims)
    ties = sum(one.polarity == "affirmed" and one.object is not None for one in claims)
    assert found["relationship"] == ties
    assert found["opinion"] <= kinds["denied"]
    assert found["note"] + found["opinion"] == len(claims) - ties
    assert found["report"] == len({one.article for one in claims})


def test_misp_reads_every_claim_with_its_origin(python: Path, written: Written) -> None:
    command = [str(python / "python"), "-c", MISP, str(written("stix"))]
    events = cast("list[dict[str, object]]", json.loads(output(command)))
    texts = {
        cast("str", event["info"]): cast("list[dict[str, str]]", event["EventReport"])
        for event in events
    }
    claims = seed_claims()
    assert len(texts) == len({one.article for one in claims})
    lines = [
        line
        for reports in texts.values()
        for line in reports[0]["content"].splitlines()
        if line.startswith("- ")
    ]
    assert len(lines) == len(claims)
    denied = sum(" denies: " in line for line in lines)
    assert denied == sum(one.polarity == "denied" for one in claims)
    attacks = [one for one in claims if one.subject.startswith("attack/")]
    told = " ".join(lines)
    named = find_names({one.subject for one in attacks})
    assert all(name in told for name in named)


def find_names(ids: set[str]) -> set[str]:
    """The names of entities of the seeds."""
    batches = find_loader("corpus").read(SEEDS)
    entities = [entity for batch in batches for entity in batch.entities]
    return {one.name for one in entities if one.id in ids}
