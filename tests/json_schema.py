"""Where a value does not fit a JSON Schema, for the words that the account's uses."""

import re
from collections.abc import Iterator, Mapping
from typing import cast

Node = Mapping[str, object]
TYPES: dict[str, type] = {"string": str, "integer": int, "array": list, "object": dict}
KNOWN = {
    *("$ref", "$defs", "$schema", "title", "description", "type", "enum", "const"),
    *("required", "properties", "additionalProperties", "items", "minItems"),
    *("maxItems", "uniqueItems", "minLength", "minimum", "pattern"),
}


def misfits(value: object, schema: Node, root: Node) -> Iterator[str]:
    """One text for each thing that does not fit."""
    assert schema.keys() <= KNOWN, "teach this module the word first"
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        schema = cast("dict[str, Node]", root["$defs"])[name]
    if "const" in schema and value != schema["const"]:
        yield f"{value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in cast("list[object]", schema["enum"]):
        yield f"{value!r} is on no list"
    if "type" in schema and (
        isinstance(value, bool) or not isinstance(value, TYPES[str(schema["type"])])
    ):
        yield f"{value!r} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from object_misfits(cast("dict[str, object]", value), schema, root)
    elif isinstance(value, list):
        items = cast("list[object]", value)
        if not bounded(len(items), schema, "minItems", "maxItems"):
            yield f"{len(items)} items"
        for item in items:
            yield from misfits(item, cast("Node", schema["items"]), root)
    elif isinstance(value, int):
        yield from [] if bounded(value, schema, "minimum", "maximum") else [str(value)]
    elif isinstance(value, str):
        pattern = str(schema.get("pattern", ""))
        fits = re.search(pattern, value)
        if not fits or not bounded(len(value), schema, "minLength", "maxLength"):
            yield f"{value!r} does not fit"


def bounded(number: int, schema: Node, low: str, high: str) -> bool:
    """Whether a number is not under the one bound nor over the other."""
    least = cast("int", schema.get(low, number))
    return least <= number <= cast("int", schema.get(high, number))


def object_misfits(
    value: Mapping[str, object], schema: Node, root: Node
) -> Iterator[str]:
    """The same for the keys of an object."""
    properties = cast("Mapping[str, Node]", schema["properties"])
    yield from (
        f"{key} is missing"
        for key in cast("list[str]", schema["required"])
        if key not in value
    )
    for key, inner in value.items():
        if key not in properties:
            yield f"{key} is unknown"
        else:
            found = misfits(inner, properties[key], root)
            yield from (f"{key}: {one}" for one in found)
