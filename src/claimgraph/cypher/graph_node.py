"""What is written to the one Graph node: its stamp, its counts, its revision."""

from collections.abc import Sequence

from claimgraph.cypher import COUNTED, Row, Step
from claimgraph.graph import stamp_row

# Whoever changes the graph of a server first takes the lock of its one Graph node,
# which ends with the transaction, and only then sees which revision it has.
LOCK = "MATCH (g:Graph {cg: true}) SET g.locked = true REMOVE g.locked"
REVISION = """
MATCH (g:Graph {cg: true}) RETURN max(coalesce(g.revision, 0)) AS revision
"""


def stamp(version: str, sha256: str) -> Step:
    """Says which schema the graph follows; a new one holds nothing yet."""
    zeros = ", ".join(f"g.{name} = 0" for name in COUNTED)
    query = (
        "MERGE (g:Graph {schema_version: $row.schema_version, cg: true}) "
        f"ON CREATE SET {zeros} "
        "SET g.schema_sha256 = $row.schema_sha256, g.digest = $row.digest, "
        "g.name = $row.name"
    )
    return Step(query, {"row": stamp_row(version, sha256)})


def note_change(steps: Sequence[Step], revision: int | None = None) -> list[Step]:
    """What steps add to the counts that a graph keeps, with its revision.

    Nothing where neither changes.
    """
    added: Row = {
        name: number
        for name in COUNTED
        if (number := sum(step.adds.get(name, 0) for step in steps))
    }
    puts = [f"g.{name} = g.{name} + ${name}" for name in added]
    if revision is not None:
        puts.append("g.revision = $revision")
        added["revision"] = revision
    change = f"MATCH (g:Graph {{cg: true}}) SET {', '.join(puts)}"
    return [Step(change, added)] if puts else []
