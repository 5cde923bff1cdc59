"""What stands in the tables of a folder for neo4j-admin, by their typed heads."""

from collections.abc import Iterator
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports.verify import Finding
from claimgraph.exports.verify.shared.flat import Flat
from claimgraph.exports.verify.shared.graph import SeenGraph

UNIT = "\x1f"
PAGE = 500


def findings(target: Path, base: str) -> Iterator[Finding]:
    """The claims in pages: the tables of nodes and edges stand in one order."""
    seen = SeenGraph()
    seen.around.add_judgements(rows(target, "judgements"))
    for row in rows(target, "entities"):
        if "Unnamed" in str(row[":LABEL"]).split(UNIT):
            seen.around.unnamed.add(str(row["id"]))
    for row in rows(target, "articles"):
        seen.around.digests[str(row["id"])] = str(row.get("sha256"))
    tables = {name: ClaimTable(target, name) for name in ALONG}
    for number, row in enumerate(rows(target, "claims"), 1):
        own = str(row["id"])
        if row[":ID(Claim)"] != own:
            raise ExportError(f"claim {own} stands under another id")
        seen.add_claim(row)
        for name in ("subject", "object"):
            for end in tables[name].of(own):
                seen.add_end(name.upper(), own, str(end[":END_ID(Entity)"]))
        for hop in tables["said_by"].of(own):
            seen.add_hop(own, hop)
        for edge in tables["edges"].of(own):
            between = (str(edge[":START_ID(Entity)"]), str(edge[":END_ID(Entity)"]))
            seen.add_edge(str(edge[":TYPE"]), *between, edge)
        if number % PAGE == 0:
            yield from seen.findings()
    yield from seen.findings()
    for name, table in tables.items():
        if table.next is not None:
            raise ExportError(f"{name}.csv is not in the order of claims.csv")


# in the order of the claims, with the column that names the claim
ALONG = {key: ":START_ID(Claim)" for key in ("subject", "object", "said_by")}
ALONG["edges"] = "claim"


class ClaimTable:
    """A table that stands in the order of its claims, read alongside them."""

    def __init__(self, target: Path, table: str) -> None:
        self.rows, self.key = rows(target, table), ALONG[table]
        self.next = next(self.rows, None)

    def of(self, claim: str) -> list[Flat]:
        """The rows that come next, as long as they are of that claim."""
        found: list[Flat] = []
        while self.next is not None and self.next[self.key] == claim:
            found.append(self.next)
            self.next = next(self.rows, None)
        return found


def rows(target: Path, table: str) -> Iterator[Flat]:
    """The rows of a table; a quoted cell is a text, an empty one is not there."""
    with (target / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        lines = cells(iter(lambda: file.read(CHUNK), ""))
        heads = [split_head(text) for text, _ in next(lines)]
        for line in lines:
            yield {
                name: cell_value(kind, text)
                for (name, kind), (text, quoted) in zip(heads, line, strict=True)
                if text or quoted
            }


CHUNK = 1 << 16


def split_head(head: str) -> tuple[str, str]:
    """Name and type of a column; special ones keep their whole head."""
    name, _, kind = head.partition(":")
    return (name, kind) if name else (head, "string")


def cells(chunks: Iterator[str]) -> Iterator[list[tuple[str, bool]]]:
    """The cells of each line with whether they were quoted."""
    line: list[tuple[str, bool]] = []
    cell: list[str] = []
    quoted = within = False
    for sign in (one for chunk in chunks for one in chunk):
        if sign == '"':
            if quoted and not within:
                cell.append(sign)
            within, quoted = not within, True
        elif within or sign not in ",\n":
            cell.append(sign)
        else:
            line.append(("".join(cell), quoted))
            cell, quoted = [], False
            if sign == "\n":
                yield line
                line = []


def cell_value(kind: str, text: str) -> object:
    """A cell as the type that its head declares."""
    if kind == "long":
        return int(text)
    if kind == "double":
        return float(text)
    return text == "true" if kind == "boolean" else text
