"""What a Cypher script writes, statement by statement; its rows are read as JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports.verify import Finding
from claimgraph.exports.verify.shared.flat import Flat
from claimgraph.exports.verify.shared.graph import SeenGraph
from claimgraph.exports.verify.shared.json_values import json_list

HEAD, TAIL = "UNWIND [\n", "] AS row "
TEXT = re.compile(r"'(?:[^'\\]|\\.)*'(?: \+ '(?:[^'\\]|\\.)*')*")
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)|' \+ '")
PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
NODE = re.compile(r"MERGE \(n:(\w+)")
LABELS = re.compile(r"SET n:([\w:]+)")
EDGE = re.compile(r"(?:MERGE|CREATE) \(a\)-\[r:(\w+)")
COLUMN = re.compile(r"(\w+)(?: =|:) (?:date|datetime)?\(?row\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class MadeElements:
    """Nodes of some labels, or edges of a type with `(0, 1)` as the ids of their ends.

    Rows are the properties by name; those of an edge have its ends beside them.
    """

    label: str
    labels: tuple[str, ...]
    edge: str
    rows: list[tuple[str, str, Flat]]


def findings(target: Path, base: str) -> Iterator[Finding]:
    """The claims of each run of statements that make claims and then their edges."""
    seen, linked = SeenGraph(), False
    for made in statements(target):
        if made.label == "Claim":
            if linked:
                yield from seen.findings()
            linked = False
        linked |= bool(made.edge)
        take(made, seen)
    yield from seen.findings()


def take(made: MadeElements, seen: SeenGraph) -> None:
    """Notes what a statement makes."""
    rows = [row for _, _, row in made.rows]
    match made.label or made.edge:
        case "Judgement":
            seen.around.add_judgements(rows)
        case "Entity" if "Unnamed" in made.labels:
            seen.around.unnamed |= {str(row["id"]) for row in rows}
        case "Article":
            digests = {str(row["id"]): str(row.get("sha256")) for row in rows}
            seen.around.digests |= digests
        case "Claim":
            for row in rows:
                seen.add_claim(row)
        case "SUBJECT" | "OBJECT":
            for claim, entity, _ in made.rows:
                seen.add_end(made.edge, claim, entity)
        case "SAID_BY":
            for claim, _, row in made.rows:
                seen.add_hop(claim, row)
        case _:
            for source, end, row in made.rows:
                if "claim" in row:
                    seen.add_edge(made.edge, source, end, row)


def statements(target: Path) -> Iterator[MadeElements]:
    """What each statement with rows makes."""
    with target.open(encoding="utf-8", newline="\n") as file:
        held: list[list[object]] | None = None
        for line in file:
            if held is None:
                held = [] if line == HEAD else None
            elif line.startswith(TAIL):
                yield made_elements(line, held)
                held = None
            else:
                held.append(values(line))
        if held is not None:
            raise ExportError("the script ends within a statement", file=str(target))


def made_elements(maker: str, rows: list[list[object]]) -> MadeElements:
    """What the end of a statement makes of its rows."""
    columns = [(name, int(place)) for name, place in COLUMN.findall(maker)]
    if edge := EDGE.search(maker):
        # the first two columns find the ends
        named = [(name, place) for name, place in columns if place > 1]
        found = [(str(row[0]), str(row[1]), props(row, named)) for row in rows]
        return MadeElements("", (), edge[1], found)
    node, labels = NODE.search(maker), LABELS.search(maker)
    if node is None:
        raise ExportError(f"cannot be read as a script: {maker[:60]}")
    others = tuple(labels[1].split(":")) if labels else ()
    return MadeElements(
        node[1], others, "", [("", "", props(row, columns)) for row in rows]
    )


def props(row: list[object], columns: list[tuple[str, int]]) -> Flat:
    """The properties that a row sets; null sets none."""
    return {name: row[place] for name, place in columns if row[place] is not None}


def values(line: str) -> list[object]:
    """The values of a row."""
    try:
        return [*json_list(json.loads(TEXT.sub(as_json, line).rstrip(",\n")))]
    except ValueError as error:
        raise ExportError(f"cannot be read as a script: {line[:60]}") from error


def as_json(token: re.Match[str]) -> str:
    """A text of Cypher as one of JSON."""
    return json.dumps(ESCAPE.sub(plain_sign, token[0][1:-1]))


def plain_sign(found: re.Match[str]) -> str:
    """The character that an escape stands for; nothing where two texts meet."""
    sign: str | None = found[1]
    if sign is None:
        return ""
    if sign.startswith("u") and len(sign) > 1:
        return chr(int(sign[1:], 16))
    return PLAIN.get(sign, sign)
