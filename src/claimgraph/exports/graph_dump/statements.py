"""Cypher statements that make nodes and edges, of literals that no text breaks."""

import re
from collections.abc import Sequence
from typing import cast

from claimgraph.cypher import MARK
from claimgraph.exports.graph_dump.elements import DumpTable, Element

MAKERS = {"date": "date(row[{0}])", "datetime": "datetime(row[{0}])"}


def statement(table: DumpTable, elements: Sequence[Element]) -> str:
    """One statement for elements of one table and one kind, a row a line.

    A row is a list and no map: Neo4j takes a list of literals for a parameter, and
    plans texts that differ in parameters alone once. Maps it plans for seconds.
    """
    names = tuple(one.name for one in table.fields)
    is_edge = len(table.ends) > 1
    rows = ",\n".join(
        literal([*(one.ends if is_edge else ()), *(one.row.get(key) for key in names)])
        for one in elements
    )
    make = edge_maker if is_edge else node_maker
    return f"UNWIND [\n{rows}\n] AS row {make(table, elements[0].kind)};\n"


def node_maker(table: DumpTable, kind: Sequence[str]) -> str:
    """Finds the node by its label and id, or makes it, and sets all properties."""
    given = columns(table, 0)
    own = f" {{id: {given.pop('id')}}}" if "id" in given else ""
    others = [f"n:{':'.join(kind[1:])}"] if kind[1:] else []
    others += [f"n.{name} = {value}" for name, value in given.items()]
    others.append(f"n.{MARK} = true")
    return f"MERGE (n:{table.ends[0]}{own}) SET {', '.join(others)}"


def edge_maker(table: DumpTable, kind: Sequence[str]) -> str:
    """Finds the two ends, then the edge by its key, or makes it."""
    source, target = table.ends
    ends = f"MATCH (a:{source} {{id: row[0]}}) MATCH (b:{target} {{id: row[1]}}) "
    given = columns(table, 2)
    keys = {name: given[name] for name in table.key}
    if any(not one.required for one in table.fields if one.name in keys):
        # MERGE takes no null for an answer
        same = " AND ".join(
            f"coalesce(x.{name}, '') = coalesce({value}, '')"
            for name, value in keys.items()
        )
        made = f"WHERE NOT EXISTS {{ (a)-[x:{kind[0]}]->(b) WHERE {same} }} "
        made += f"CREATE (a)-[r:{kind[0]}]->(b)"
    else:
        held = ", ".join(f"{name}: {given.pop(name)}" for name in keys)
        made = f"MERGE (a)-[r:{kind[0]}{f' {{{held}}}' if held else ''}]->(b)"
    sets = "".join(f"r.{name} = {value}, " for name, value in given.items())
    return f"{ends}{made} SET {sets}r.{MARK} = true"


def columns(table: DumpTable, first: int) -> dict[str, str]:
    """How each property comes out of a row, by its name."""
    return {
        one.name: MAKERS.get(one.type, "row[{0}]").format(place)
        for place, one in enumerate(table.fields, first)
    }


ESCAPES = {
    "\\": "\\\\",
    "'": "\\'",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
SPECIAL = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u2028\u2029]")


def literal(value: object) -> str:
    """A value as Cypher reads it back.

    >>> print(literal([3, "it's", None, True]))
    [3, 'it\\'s', null, true]
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return repr(value).replace("e+", "e")
        case str():
            return text(value)
        case list() | tuple():
            items = cast("list[object]", value)
            return f"[{', '.join(map(literal, items))}]"
        case _:
            raise TypeError(f"no literal for {type(value).__name__}")


def text(value: str) -> str:
    r"""A text in single quotes, on one line.

    Neo4j reads `\u0027` before it looks for the ends of texts. A backslash in front of
    a u is therefore the end of one text, and the u begins the next.

    >>> print(text("\\u0027 it's"))
    '\\' + 'u0027 it\'s'
    >>> print(text("\\\x07 \\u"))
    '\\\u0007 \\' + 'u'
    """
    # parted before it is escaped: the escape of a control character has a u as well
    parts = re.split(r"(?<=\\)(?=u)", value) if "\\u" in value else [value]
    escaped = (SPECIAL.sub(lambda found: escape(found[0]), part) for part in parts)
    return " + ".join(f"'{part}'" for part in escaped)


def escape(character: str) -> str:
    """A character that cannot stand in a text as it is."""
    return ESCAPES.get(character) or f"\\u{ord(character):04X}"
