"""STIX as OpenCTI takes it: ties, identities, days, and our extension by its schema."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from jsonschema import Draft202012Validator

from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.selection import selected_batches
from claimgraph.exports.stix import Maker, day_time
from claimgraph.exports.stix.claims import Setting, claim_object
from claimgraph.model import Batch, Entity
from claimgraph.schema import load_schema
from export_cases import sample, seeds

Block = Mapping[str, object]
NONE: dict[str, Block] = {}
OPTIONS = ExportOptions()


def objects(batches: Sequence[Batch], folder: Path) -> dict[str, Block]:
    """The objects of a bundle by their ids."""
    target = folder / "out.stix.json"
    find_format("stix").write(selected_batches(batches, OPTIONS), target, OPTIONS)
    held = cast("Block", json.loads(target.read_text("utf-8")))
    return {str(one["id"]): one for one in cast("list[Block]", held["objects"])}


def kinds_of(label: str) -> list[Entity]:
    """An entity of each kind of a type, and one that is a plural without a name."""
    node = load_schema().nodes[label]
    own = f"{node.prefix}/one"
    found = [Entity(id=own, name="One", kind=kind) for kind in (*node.kinds, None)]
    return [*found, replace(found[-1], unnamed=True, collective=True)]


# what OpenCTI 7 lets a relationship be beside related-to: opencti-graphql, stix.ts
OPENCTI = {("incident", "threat-actor"): {"attributed-to"}}


@pytest.mark.parametrize("relation", sorted(load_schema().relations))
def test_ties_are_pairs_that_opencti_takes(relation: str) -> None:
    """Whatever the types and kinds of both ends that the relation may have."""
    [batch] = sample()
    held, maker = load_schema().relations[relation], Maker(OPTIONS.base)
    found: set[str] = set()
    for left in held.source:
        for right in held.target:
            for one in kinds_of(left):
                for other in kinds_of(right):
                    end = replace(other, id=other.id.replace("/one", "/two"))
                    claim = replace(batch.claims[0], relation=relation, kind=None)
                    claim = replace(claim, subject=one.id, object=end.id, role=None)
                    setting = Setting(
                        *(maker, load_schema(), {one.id: one, end.id: end}, ()),
                        day_time(None),
                    )
                    block = claim_object(claim, setting)
                    kinds = [
                        str(block[name]).partition("--")[0]
                        for name in ("source_ref", "target_ref")
                    ]
                    tie = str(block["relationship_type"])
                    allowed = OPENCTI.get((kinds[0], kinds[1]), set())
                    assert tie in {"related-to", *allowed}
                    found.add(tie)
    assert ("attributed-to" in found) == (held.stix == "attributed-to")


def test_nobody_becomes_a_sector_of_the_economy(tmp_path: Path) -> None:
    """OpenCTI makes one of each identity of the class `class`."""
    found = objects(seeds(), tmp_path).values()
    classes = {one["identity_class"] for one in found if one["type"] == "identity"}
    assert classes <= {"individual", "group", "organization", "system", "unknown"}
    unnamed = [one for one in found if "(unnamed)" in str(one.get("name"))]
    plurals = [one for one in unnamed if own_fields(one).get("collective")]
    assert {one["identity_class"] for one in plurals if "identity_class" in one} == {
        "group"
    }


def own_fields(one: Block) -> Block:
    """What our extension says of an object."""
    held = cast("Mapping[str, Block]", one.get("extensions") or NONE).values()
    return next((fields for fields in held if "extension_type" in fields), NONE)


def fits(fields: Block, schema: Mapping[str, object]) -> bool:
    """Whether an extension is as a JSON Schema says."""
    return not [*Draft202012Validator(schema).iter_errors(fields)]


def test_extension_is_what_its_schema_in_the_bundle_says(tmp_path: Path) -> None:
    for batches in (seeds(), sample()):
        found = objects(batches, tmp_path).values()
        [definition] = [one for one in found if one["type"] == "extension-definition"]
        schema = cast("dict[str, object]", json.loads(str(definition["schema"])))
        Draft202012Validator.check_schema(schema)
        held = [own_fields(one) for one in found if own_fields(one)]
        assert len(held) > len(found) / 2
        for fields in held:
            assert fits(fields, schema), fields
            assert not fits({**fields, "planted": 1}, schema)
        claim = next(fields for fields in held if "claim" in fields)
        assert not fits({**claim, "polarity": "perhaps"}, schema)


def test_objects_are_as_old_as_their_article(tmp_path: Path) -> None:
    [batch] = sample()
    young = replace(batch.claims[0], loaded=None)
    days = replace(batch.article, published="2020-05-03")
    given_batch = replace(batch, article=days, claims=(young,), judgements=())
    found = objects([given_batch], tmp_path).values()
    own = ("identity--", "extension-definition--", "marking-definition--")
    for one in found:
        if not str(one["id"]).startswith(own):
            assert one["created"] == one["modified"] == "2020-05-03T00:00:00.000Z"
    assert "1970-" not in json.dumps([*found])
