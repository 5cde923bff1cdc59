"""What a Cypher script writes, line by line; its literals are read as JSON."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from claimgraph.errors import ExportError
from claimgraph.exports.loss.features import Finding
from claimgraph.exports.readers.flat import Flat, judged_by
from claimgraph.exports.readers.graphs import Seen

TEXT = r"'(?:[^'\\]|\\.)*'"
TOKEN = re.compile(rf"{TEXT}(?: \+ {TEXT})*|`[a-z0-9_]+`")
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)|' \+ '")
PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
NAME = re.compile(r" AS p_([a-z0-9_]+)(, | )")
LABELS = re.compile(r"CREATE \(n:([A-Za-z:]+)\)")
EDGE = re.compile(r"CREATE \(s\)-\[r:([A-Z_]+)\]->\(o\)")
Rows = list[Flat]


def findings(target: Path, base: str) -> Iterator[Finding]:
    """The claims of each transaction, once it is complete."""
    seen = Seen(judged_by(judgements(target)))
    for query, given in commands(target):
        if query == ":commit":
            yield from seen.findings()
            continue
        rows = cast("Rows", given.get("rows", []))
        if labels := LABELS.search(query):
            if "Unnamed" in labels[1].split(":"):
                seen.unnamed |= {str(row["id"]) for row in rows}
        elif "CREATE (a:Article)" in query:
            article = cast("Flat", given["row"])
            seen.digests[str(article["id"])] = str(article["sha256"])
        elif "CREATE (c:Claim)" in query:
            for row in rows:
                seen.add_claim(merged(row), row["subject"], row["object"])
        elif "[s:SAID_BY]" in query:
            for row in rows:
                seen.add_hop(str(row["claim"]), merged(row))
        elif edge := EDGE.search(query):
            for row in rows:
                ends = str(row["subject"]), str(row["object"])
                seen.add_edge(edge[1], *ends, merged(row))


def merged(row: Flat) -> Flat:
    """The properties that a node or edge gets, `loaded` among them."""
    dates = cast("Flat", row.get("dates", {}))
    return {"loaded": dates.get("loaded")} | dict(cast("Flat", row["props"]))


def judgements(target: Path) -> Iterator[Flat]:
    """The judgements, which stand last."""
    for query, given in commands(target, "MERGE (j:Judgement "):
        if "MERGE (j:Judgement " in query:
            yield from cast("Rows", given["rows"])


def commands(target: Path, wanted: str = "") -> Iterator[tuple[str, Flat]]:
    """Each command with what stands in front of it, by name."""
    with target.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            if line.startswith("WITH ") and wanted in line:
                yield parsed(line)
            elif line == ":commit\n":
                yield ":commit", {}


def parsed(line: str) -> tuple[str, Flat]:
    """The query of a line, and the values in front of it."""
    text = TOKEN.sub(as_json, line)
    given: dict[str, object] = {}
    at, decoder = len("WITH "), json.JSONDecoder()
    while True:
        value, end = decoder.raw_decode(text, at)
        name = NAME.match(text, end)
        if name is None:
            raise ExportError(f"cannot be read as a script: {line[:60]}")
        given[name[1]] = cast("object", value)
        at = name.end()
        if name[2] == " ":
            return text[at:], given


def as_json(token: re.Match[str]) -> str:
    """A text or a key of Cypher as one of JSON."""
    inner = token[0][1:-1]
    if token[0].startswith("`"):
        return f'"{inner}"'
    return json.dumps(ESCAPE.sub(unescaped, inner))


def unescaped(found: re.Match[str]) -> str:
    """The character that an escape stands for; nothing where two texts meet."""
    sign: str | None = found[1]
    if sign is None:
        return ""
    if sign.startswith("u") and len(sign) > 1:
        return chr(int(sign[1:], 16))
    return PLAIN.get(sign, sign)
