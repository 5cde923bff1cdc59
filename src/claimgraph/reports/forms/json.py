"""A report as JSON, and the JSON Schema of that.

`python -m claimgraph.reports.forms.json` prints what stands in report.schema.json.
"""

import json as encoder
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from claimgraph.reports.document import SCHEMA_VERSION, Report
from claimgraph.safe_text import visible_json

REPORT = TypeAdapter(Report)
ANY: TypeAdapter[object] = TypeAdapter(object)


def json(report: Report) -> str:
    """The report with sorted keys and `schema_version`; report.schema.json says more.

    Characters that a terminal obeys are written as escapes, which keeps the text.
    """
    return "".join(json_parts(report))


def json_parts(report: Report) -> Iterator[str]:
    """The same in parts, none of which is larger than a claim or a section."""
    before = "{"
    for one in sorted(fields(report), key=lambda one: one.name):
        yield f"{before}\n {encoder.dumps(one.name)}: "
        yield from field_parts(getattr(report, one.name))
        before = ","
    yield "\n}\n"


def field_parts(value: object) -> Iterator[str]:
    """A field of a report as JSON, a tuple part by part."""
    held: object = value
    if not isinstance(value, tuple) or not value:
        yield indented_json(held, 1)
        return
    before = "["
    for one in cast("tuple[object, ...]", value):
        yield f"{before}\n  {indented_json(one, 2)}"
        before = ","
    yield "\n ]"


def indented_json(value: object, by: int) -> str:
    """A value as JSON that stands so many columns further in than it would alone."""
    # not to JSON at once: json refuses a set, whose order would change from run to run
    held = ANY.dump_python(value)
    text = encoder.dumps(held, ensure_ascii=False, indent=1, sort_keys=True)
    return visible_json(text).replace("\n", "\n" + " " * by)


class ReportSchema(GenerateJsonSchema):
    """What is written: every field of a dataclass, and no key beside them."""

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """A dataclass, with the first line of its description."""
        found = super().dataclass_schema(schema) | {"additionalProperties": False}
        del found["title"]
        first_line = str(found["description"]).partition("\n")[0]
        return found | {"description": first_line}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The field alone: a default of ours is no business of a reader."""
        return self.generate_inner(schema["schema"])

    def field_is_required(self, field: object, total: bool) -> bool:
        """Always: one with a default is written as well."""
        return True

    def field_title_should_be_set(self, schema: object) -> bool:
        """Never: the name of the field says the same."""
        return False


def report_schema() -> Mapping[str, object]:
    """The JSON Schema, with a definition for each dataclass."""
    made = REPORT.json_schema(mode="serialization", schema_generator=ReportSchema)
    title = f"A report of claimgraph, version {SCHEMA_VERSION}"
    return {"$schema": ReportSchema.schema_dialect, "title": title} | made


if __name__ == "__main__":
    sys.stdout.write(encoder.dumps(report_schema(), indent=1) + "\n")
