"""What stands in the tables, row by row, with nothing but their heads to go by."""

import csv
import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from claimgraph.errors import ExportError
from claimgraph.exports.loss.features import Finding, carried
from claimgraph.exports.readers.flat import (
    Flat,
    around,
    hop_features,
    judged_by,
    own_features,
)

WHOLE = {
    *("char_start", "char_end", "row", "value_min", "value_max"),
    *("hop", "cue_start", "cue_end"),
}
BROKEN = {"confidence"}
TRUTHS = {"former", "value_about", "implicit", "unnamed"}
NONE: Flat = {}
TYPES = {"affirmed": "", "denied": "DENIED ", "withheld": "WITHHELD "}


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each row of claims.csv with its rows of chains.csv, which stand in its order."""
    entities = rows(target, "entities")
    unnamed = {str(row["id"]) for row in entities if row.get("unnamed") is True}
    digests = {str(row["id"]): str(row["sha256"]) for row in rows(target, "articles")}
    judged = judged_by(rows(target, "judgements"))
    chains = groupby(rows(target, "chains"), lambda row: row["claim"])
    edges = rows(target, "edges")
    for row in rows(target, "claims"):
        claim, hops = next(chains, (None, iter(())))
        listed = list(hops)
        numbers = [hop["hop"] for hop in listed]
        if claim != row["id"] or numbers != [*range(1, len(listed) + 1)]:
            raise ExportError(f"chains.csv lacks the hops of claim {row['id']}")
        features = own_features(row) | hop_features(row, listed)
        features |= around(row, listed, digests, unnamed, judged)
        if row.get("object_id") is not None and not agrees(row, next(edges, NONE)):
            # a link chart would show something else than the claim
            features["polarity"] = None
        yield Finding(str(row["id"]), carried(**features))


def agrees(row: Flat, edge: Flat) -> bool:
    """Whether the edge of a claim says what the claim says, in every column."""
    polarity = str(row.get("polarity"))
    return (
        [edge.get(key) for key in ("claim_id", "from_id", "to_id")]
        == [row.get(key) for key in ("id", "subject_id", "object_id")]
        and edge.get("polarity") == polarity
        and edge.get("link_type") == f"{TYPES.get(polarity)}{row.get('relation')}"
    )


def rows(target: Path, table: str) -> Iterator[Flat]:
    """The rows of a table, guards taken away, empty cells left out."""
    guarded = json.loads((target / "tables.json").read_text("utf-8"))["formula_guard"]
    csv.field_size_limit(sys.maxsize)
    path = target / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for cells in csv.DictReader(file, strict=True):
            yield {
                name: typed(name, unguarded(cell) if guarded else cell)
                for name, cell in cells.items()
                if cell
            }


def unguarded(cell: str) -> str:
    """A cell without the apostrophe in front of it."""
    return cell.removeprefix("'")


def typed(name: str, cell: str) -> object:
    """A cell as the value that its column holds."""
    if name in WHOLE:
        return int(cell)
    if name in BROKEN:
        return float(cell)
    return cell == "true" if name in TRUTHS else cell
