"""Our property extension, its JSON Schema, and who made the bundle."""

import json
from collections.abc import Mapping

from claimgraph.exports.stix import Block, Maker, new_object
from claimgraph.exports.stix.claims import NOT_TOLD, RENAMED, VALUE
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField, ClaimType

# when the extension came to be as it is: STIX wants a time, and equal bytes every day
DEFINED = "2026-11-29T00:00:00.000Z"
TYPES: Mapping[ClaimType, str] = {
    **{"string": "string", "text": "string", "edtf": "string", "datetime": "string"},
    **{"integer": "integer", "float": "number", "boolean": "boolean"},
}
TEXTS: Block = {"type": "array", "items": {"type": "string"}}
# what the extension says of all else, with the type of each value
OTHERS: Mapping[str, Mapping[str, str]] = {
    "entity": {
        **{"entity": "string", "entity_kind": "string", "unnamed": "boolean"},
        **{"collective": "boolean", "other_names": "texts", "within": "string"},
    },
    "article": {
        **{"article": "string", "published": "string", "published_why": "string"},
        **{"author": "string", "language": "string", "url": "string"},
        **{"marking": "string", "note": "string", "quote_unchecked": "boolean"},
    },
    "judgement": {
        **{"judgement": "string", "ends": "texts", "verdict": "string"},
        "judged": "string",
    },
}


def own_objects(maker: Maker) -> list[Block]:
    """Who made the bundle, and the definition of our extension."""
    author = maker.ref("identity", "claimgraph")
    return [
        new_object("identity", author, DEFINED)
        | {"name": "claimgraph", "identity_class": "system"}
        | {"description": "The program that wrote this bundle; it claims nothing."},
        new_object("extension-definition", maker.extension, DEFINED)
        | {
            "created_by_ref": author,
            "name": "claimgraph",
            "description": "Who says it, on whose word, with which stance, where.",
            "schema": json.dumps(extension_schema()),
            "version": "1.0.0",
            "extension_types": ["property-extension"],
        },
    ]


def extension_schema() -> Block:
    """What stands in the extension of a claim, an entity, an article or a judgement."""
    parts = {
        name: object_schema({key: shape_of(kind) for key, kind in fields.items()}, name)
        for name, fields in OTHERS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimgraph: property extension of STIX 2.1",
        "anyOf": [claim_schema(), *parts.values()],
    }


def claim_schema() -> Block:
    """The fields of a claim, as `schema/claim.yaml` declares them."""
    declared = load_schema().claim
    properties: Block = {}
    inner: dict[str, Block] = {"value": {}, "reply": {}}
    for field in declared.node:
        part, dot, _ = (field.path or "").partition(".")
        if field.path is None or field.name in NOT_TOLD:
            continue
        if dot and part in inner:
            name = VALUE.get(field.name, field.name.removeprefix("reply_"))
            inner[part][name] = field_schema(field)
        else:
            properties[RENAMED.get(field.name, field.name)] = field_schema(field)
    hop = {
        RENAMED_HOP.get(field.name, field.name): field_schema(field)
        for field in declared.hop
        if field.name != "hop"
    }
    chain = {"type": "array", "items": closed_object(hop)}
    properties |= {"value": closed_object(inner["value"]), "chain": chain}
    properties["replies_to"] = closed_object(inner["reply"])
    return object_schema(properties, "claim")


RENAMED_HOP = {"holder_id": "holder"}


def field_schema(field: ClaimField) -> Block:
    """One field: its type, its meaning, and the words that it takes."""
    held: Block = {"description": field.meaning, "type": TYPES[field.type]}
    words = load_schema().lists.get(field.list or "")
    return held if words is None else held | {"enum": list(words)}


def shape_of(kind: str) -> Block:
    """The schema of a value; `texts` is a list of them."""
    return TEXTS if kind == "texts" else {"type": kind}


def object_schema(properties: Block, needed: str) -> Block:
    """An extension that is one of a kind: by its id, and by no field of another."""
    constant: Block = {"extension_type": {"const": "property-extension"}}
    held = closed_object(constant | properties)
    return held | {"required": ["extension_type", needed]}


def closed_object(properties: Mapping[str, object]) -> Block:
    """An object that has these fields and no others."""
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
