"""One file makes a relation: sentence, standing, ties and exports follow from it."""

import shutil
from pathlib import Path
from typing import cast

import pytest

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.standing import standing
from claimgraph.exports.ftm import ftm_id
from claimgraph.exports.ftm.claims import claim_block
from claimgraph.exports.stix import NO_TIME, Maker
from claimgraph.exports.stix.claims import Setting, claim_object
from claimgraph.ids import identified_claim
from claimgraph.model import Article, Claim, Entity, Hop
from claimgraph.reports.document.lines import claim_line
from claimgraph.schema.reading import read_schema
from claimgraph.schema.types import Schema

ROOT = Path(__file__).parent.parent
FUNDED_BY = """\
label: funded by
description: Somebody pays a group.
from: [Group]
to: [Group, State, Organization]
sentence: "{object} pays {subject}"
actor: ACTOR
ties: {supporters: subject}
compared: none
stix: related-to
ftm: {schema: UnknownLink, subject: subject, object: object}
example: The ministry said that a neighbouring state pays the group.
"""
GROUP, STATE = "group/river", "state/land"
NAMES = {GROUP: "River", STATE: "Land", "org/paper": "Paper"}
ENTITIES = {key: Entity(id=key, name=name) for key, name in NAMES.items()}
PAPER = Article(
    id="a", corpus="made-up", title="a", publisher="org/paper", sha256="0" * 64
)


def with_relation(tmp_path: Path, actor: str = "object") -> Schema:
    """The schema with one file more."""
    folder = tmp_path / "schema"
    shutil.copytree(ROOT / "schema", folder, ignore=shutil.ignore_patterns("*.py"))
    text = FUNDED_BY.replace("ACTOR", actor)
    (folder / "relations" / "FUNDED_BY.yaml").write_text(text, "utf-8")
    return read_schema(folder)


def funding(origin: str) -> Claim:
    """Somebody says that the state pays the group."""
    chain = (Hop("org/paper", "reports"), Hop(origin, "asserts"))
    bare = Claim(
        article="a",
        relation="FUNDED_BY",
        subject=GROUP,
        object=STATE,
        polarity="affirmed",
        chain=chain,
        quote="pays",
        selector=None,
    )
    return identified_claim(bare, PAPER, False)


def context_with(schema: Schema, *claims: Claim) -> Context:
    """What those claims say of their speakers."""
    return context_of(ClaimSet(claims, {"a": PAPER}, ENTITIES, ()), schema)


@pytest.mark.parametrize(
    ("actor", "payer", "paid"),
    [
        ("object", "self", "party"),
        ("subject", "party", "self"),
        ("none", "party", "party"),
    ],
)
def test_who_speaks_of_his_own_deed_is_known_from_the_file(
    tmp_path: Path, actor: str, payer: str, paid: str
) -> None:
    by_state, by_group = funding(STATE), funding(GROUP)
    known = context_with(with_relation(tmp_path, actor), by_state, by_group)
    found = [standing(one, known).value for one in (by_state, by_group)]
    assert found == [payer, paid]


def test_the_tie_of_the_file_takes_sides(tmp_path: Path) -> None:
    claim = funding("org/paper")
    known = context_with(with_relation(tmp_path), claim)
    [bond] = known.ties["supporters"][GROUP]
    assert (bond.right, bond.claim) == (STATE, claim.id)


def test_reports_and_stix_say_it_as_the_file_does(tmp_path: Path) -> None:
    schema, claim = with_relation(tmp_path), funding(GROUP)
    line = claim_line(claim, context_with(schema, claim))
    assert line.told == "River says that Land pays River, reported by Paper."
    block = claim_object(
        claim, Setting(Maker("https://example.org/"), schema, ENTITIES, (), NO_TIME)
    )
    assert block["relationship_type"] == "related-to"
    assert str(block["description"]).startswith("River says: Land pays River.\n")


def test_follow_the_money_links_it_as_the_file_does(tmp_path: Path) -> None:
    block = claim_block(funding(GROUP), ENTITIES, with_relation(tmp_path))
    assert block["schema"] == "UnknownLink"
    properties = cast("dict[str, list[str]]", block["properties"])
    ends = [properties[end] for end in ("subject", "object")]
    assert ends == [[ftm_id(GROUP)], [ftm_id(STATE)]]
    assert properties["role"] == ["funded by, according to River"]
