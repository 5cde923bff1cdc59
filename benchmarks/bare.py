"""The bare engine or driver: makes the graph of a load, with nothing of ours.

    python benchmarks/bare.py graph.jsonl STORE

The first line of the file holds the declarations, every other one nodes of one type or
edges of one type, at most those of one batch. That is the least that makes the equal
graph: the embedded engine gets nodes and edges as such, the server one short statement
for each line. `inside` is the time inside the engine or driver alone, `seconds` is with
reading the lines.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, LiteralString, cast

from measures import peak_memory

if TYPE_CHECKING:
    from arcadedb import Database, GraphBatch

Row = dict[str, object]
# labels, or a type with the labels of both ends; then rows, or ends with rows
Line = tuple[list[str], list[Row] | list[tuple[str, str, Row]]]
DAYS = ("_from", "_to")
SAME_TIME = (
    "BEGIN; LET $found = SELECT loaded FROM Claim WHERE id = '{claim}'; "
    "LET $done = UPDATE `{type}` SET loaded = $found[0].loaded "
    "WHERE loaded.type() = 'STRING' LIMIT 10000; COMMIT; RETURN $done;"
)


def lines_of(file: BinaryIO) -> Iterator[Line]:
    """What each line makes, days as dates."""
    for line in file:
        found: Line = json.loads(line)
        names, rows = found
        for row in rows:
            props = row if isinstance(row, dict) else row[2]
            for name in [one for one in props if one.endswith(DAYS)]:
                props[name] = date.fromisoformat(str(props[name]))
        yield names, rows


def replay_embedded(file: BinaryIO, folder: str) -> tuple[float, float]:
    """Seconds, all and inside, for the lines on a new embedded database."""
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", "-Xmx1g")
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(Path(tempfile.gettempdir(), "bare")))
    from arcadedb import create_database

    database = create_database(folder)
    declared = declarations(file)
    late = [text for language, text in declared if language == "sql"]
    for _, text in declared:
        if text not in late:
            run(database, text)
    start, spent = time.perf_counter(), 0.0
    batch, places = database.graph_batch(), dict[tuple[str, str], str]()
    timed, claim = set[str](), ""
    for names, rows in lines_of(file):
        began = time.perf_counter()
        make_embedded(batch, places, names, rows)
        first = rows[0] if isinstance(rows[0], dict) else rows[0][2]
        if "loaded" in first:
            timed.add(names[0])
            claim = claim or str(first["id"])
        spent += time.perf_counter() - began
    began = time.perf_counter()
    batch.close()
    run(
        database, f"MATCH (c:Claim {{id: '{claim}'}}) SET c.loaded = datetime(c.loaded)"
    )
    for name in timed:
        script = SAME_TIME.format(claim=claim, type=name)
        while database.command("sqlscript", script).to_list()[0]["count"]:
            continue
    for text in late:
        database.command("sql", text)
    database.close()
    end = time.perf_counter()
    return end - start, spent + end - began


def run(database: "Database", text: str) -> None:
    """One statement of Cypher; what makes nodes needs a transaction."""
    writes = text.startswith(("CREATE (", "MATCH"))
    if writes:
        database.begin()
    database.command("opencypher", text)
    if writes:
        database.commit()


def make_embedded(
    batch: "GraphBatch",
    places: dict[tuple[str, str], str],
    names: list[str],
    rows: list[Row] | list[tuple[str, str, Row]],
) -> None:
    """Hand a line to the engine's batch; `places` says where each node is."""
    if len(names) == 3:
        edges = cast("list[tuple[str, str, Row]]", rows)
        sources = [places[names[1], one] for one, _, _ in edges]
        targets = [places[names[2], one] for _, one, _ in edges]
        props = [row for _, _, row in edges]
        batch.new_edges(sources, names[0], targets, props if any(props) else None)
        return
    nodes = cast("list[Row]", rows)
    made = batch.create_vertices("~".join(sorted(names)), nodes)
    for row, place in zip(nodes, made, strict=True):
        places[names[0], str(row["id"])] = place


def declarations(file: BinaryIO) -> list[tuple[str, str]]:
    """What the embedded engine is told first, each with its language."""
    found: list[tuple[str, str]] = json.loads(file.readline())
    return found


def statement(names: list[str], timed: bool) -> str:
    """One short text for the nodes or edges of a line."""
    time_of = ", n.loaded = datetime(row.loaded)" if timed else ""
    if len(names) != 3:
        made = f"CREATE (n:{':'.join(names)}) SET n = row{time_of}"
        return f"UNWIND $rows AS row {made}"
    return (
        f"UNWIND $rows AS r WITH r[2] AS row, r[0] AS source, r[1] AS target "
        f"MATCH (a:{names[1]} {{id: source}}) MATCH (b:{names[2]} {{id: target}}) "
        f"CREATE (a)-[n:{names[0]}]->(b) SET n = row{time_of}"
    )


def replay_bolt(file: BinaryIO, address: str) -> tuple[float, float]:
    """Seconds, all and inside, for the lines on a server that is declared."""
    from neo4j import GraphDatabase, ManagedTransaction

    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    auth = (user, os.environ["NEO4J_PASSWORD"])
    declarations(file)

    def work(transaction: ManagedTransaction, line: Line) -> None:
        names, rows = line
        first = rows[0] if isinstance(rows[0], dict) else rows[0][2]
        query = statement(names, "loaded" in first)
        text = cast(LiteralString, cast(object, query))
        transaction.run(text, {"rows": rows}).consume()

    start, spent = time.perf_counter(), 0.0
    # The driver leaves the options of driver() without types.
    driver = GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        address, auth=auth, notifications_min_severity="OFF"
    )
    with driver:
        for line in lines_of(file):
            began = time.perf_counter()
            # pyright knows no types for the options of session() either
            session = driver.session()  # pyright: ignore[reportUnknownMemberType]
            with session:
                session.execute_write(work, line)
            spent += time.perf_counter() - began
        seconds = time.perf_counter() - start
    return seconds, spent


def main() -> None:
    """Make the graph and print seconds and peak memory as JSON."""
    path, target = Path(sys.argv[1]), sys.argv[2]
    replay = replay_bolt if "://" in target else replay_embedded
    with path.open("rb") as file:
        seconds, inside = replay(file, target)
    found = {"seconds": seconds, "inside": inside, "peak": peak_memory()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
