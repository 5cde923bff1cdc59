"""JSON Schema of a report in JSON, made from the dataclasses.

`python -m claimgraph.reports.forms.schema` prints what stands in report.schema.json.
"""

import json
import sys
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Union, cast, get_args, get_origin, get_type_hints

from claimgraph.reports.document import SCHEMA_VERSION, Report
from claimgraph.reports.forms.json import Json

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}


def report_schema() -> dict[str, Json]:
    """The schema, with a definition for each dataclass."""
    found: dict[str, Json] = {}
    define(Report, found)
    return {
        "$schema": DIALECT,
        "title": f"A report of claimgraph, version {SCHEMA_VERSION}",
        "$ref": "#/$defs/Report",
        "$defs": {key: found[key] for key in sorted(found)},
    }


def define(made: type, found: dict[str, Json]) -> None:
    """Adds the definition of a dataclass and of those inside it."""
    if made.__name__ in found:
        return
    found[made.__name__] = None
    hints = get_type_hints(made)
    names = tuple(hints)
    properties: dict[str, Json] = {}
    properties |= {name: shape(hints[name], found) for name in names}
    if made is Report:
        properties["schema_version"] = {"const": SCHEMA_VERSION}
    found[made.__name__] = {
        "type": "object",
        "description": (made.__doc__ or "").partition("\n")[0],
        "properties": properties,
        "required": list(names),
        "additionalProperties": False,
    }


def shape(hint: object, found: dict[str, Json]) -> dict[str, Json]:
    """The schema of one field."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [shape(one, found) for one in inner]}
    if origin is tuple:
        return {"type": "array", "items": shape(inner[0], found)}
    if origin is not None and issubclass(cast("type", origin), Mapping):
        return {"type": "object"}
    if hint is NoneType:
        return {"type": "null"}
    made = cast("type", hint)
    if made in SCALARS:
        return {"type": SCALARS[made]}
    define(made, found)
    return {"$ref": f"#/$defs/{made.__name__}"}


def written() -> str:
    """The text of report.schema.json."""
    return json.dumps(report_schema(), indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(written())
