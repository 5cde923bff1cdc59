"""A report as JSON: the dataclasses as they are."""

import json as encoder
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from typing import cast

from claimgraph.reports.document import Report
from claimgraph.safe_text import STEERING

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def json(report: Report) -> str:
    """The report with sorted keys and `schema_version`; report.schema.json says more.

    Characters that a terminal obeys are written as escapes, which keeps the text.
    """
    text = encoder.dumps(plain(report), ensure_ascii=False, indent=1, sort_keys=True)
    return STEERING.sub(escaped, text) + "\n"


def escaped(found: re.Match[str]) -> str:
    """A character as JSON writes it; the line ends are JSON's own."""
    return found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}"


def plain(value: object) -> Json:
    """Maps, lists and scalars for any value that a report may hold."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Mapping():
            held = cast("Mapping[object, object]", value)
            return {str(key): plain(inner) for key, inner in held.items()}
        case Set():
            return [plain(one) for one in sorted(cast("Set[str]", value))]
        case Sequence():
            return [plain(one) for one in cast("Sequence[object]", value)]
        case _ if is_dataclass(value):
            return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no place in a report")
