"""What engines return, as plain values: dates as ISO text, nodes as maps."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import TypeGuard, cast

from claimgraph.store.base import Row
from claimgraph.type_guards import is_list, is_map

FRACTION = re.compile(r"(:\d\d(?:\.\d*[1-9])?)\.?0*(?=$|[Z+-])")
PLAIN = (str, int, bool, float)
SHORT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(Z|[+-]\d\d:\d\d)?")


def plain(value: object) -> object:
    """A value with dates, times, sets and decimals as text, lists and numbers."""
    # first what most values are: a graph of 10,000 claims is read in 400,000 of them
    if value is None or type(value) in PLAIN or isinstance(value, PathSteps):
        return value
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, date | time):
        return neat(value.isoformat())
    if is_map(value):
        return plain_map(value)
    if isinstance(value, list | tuple | set):
        return [plain(entry) for entry in cast(Iterable[object], value)]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def is_row(value: object) -> TypeGuard[Row]:
    """Whether a value is a row, or a map that can be one."""
    return isinstance(value, dict)


def plain_map(found: Mapping[str, object]) -> dict[str, object]:
    """A map with plain values; a node or an edge keeps of itself only its type.

    >>> plain_map({"@rid": "#1:0", "@type": "Group~Entity", "id": "group/x"})
    {'@type': 'Entity:Group', 'id': 'group/x'}
    """
    values = {key: plain(value) for key, value in found.items() if key != "@rid"}
    if "@rid" in found:
        values["@type"] = type_text(str(found.get("@type", "")).split("~"))
    return values


def type_text(labels: Iterable[str]) -> str:
    """The labels of a node, or the one type of an edge, as one text."""
    return ":".join(sorted(labels))


def neat(text: str) -> str:
    """ISO text of a date or time without zeros after the second; UTC is written Z.

    >>> neat("2026-11-22T12:00:00.000000000+00:00")
    '2026-11-22T12:00:00Z'
    >>> neat("12:00:00.120000")
    '12:00:00.12'
    """
    short = FRACTION.sub(r"\1", text)
    return f"{short[:-6]}Z" if short.endswith("+00:00") else short


def with_seconds(row: Row) -> Row:
    """A row whose load times are complete again.

    ArcadeDB leaves zero seconds out when it prints a datetime. `loaded` is the only one
    in the graph, so only columns and map keys that are named so are touched: a quote
    may well be such a text, and must stay as it is.

    >>> with_seconds({"c.loaded": "2026-11-22T12:00Z", "quote": "2026-11-22T12:00Z"})
    {'c.loaded': '2026-11-22T12:00:00Z', 'quote': '2026-11-22T12:00Z'}
    """
    return {key: completed_value(key, value) for key, value in row.items()}


def completed_value(key: str, value: object) -> object:
    """The value of a column or map key, load times in it complete."""
    if value is None or (type(value) in PLAIN and "loaded" not in key):
        return value
    if isinstance(value, PathSteps):
        return value
    if is_row(value):
        return with_seconds(value)
    if is_list(value):
        return [completed_value(key, entry) for entry in value]
    if "loaded" in key and isinstance(value, str) and (found := SHORT.fullmatch(value)):
        return f"{found[1]}:00{found[2] or ''}"
    return value


class PathSteps(list[str]):
    """A path: ids of its nodes and, between two, the type of their edge with an arrow.

    >>> str(PathSteps(["group/a", "<-[RIVAL_OF]-", "group/b"]))
    'group/a <-[RIVAL_OF]- group/b'
    """

    def __str__(self) -> str:
        return " ".join(self)


def node_words(own: object, labels: Iterable[str]) -> str:
    """The id of a node, or its labels where it has none."""
    return type_text(labels) if own is None else str(own)


def edge_words(kind: str, *, forward: bool) -> str:
    """The type of an edge, with an arrow as the path goes along it."""
    return f"-[{kind}]->" if forward else f"<-[{kind}]-"
