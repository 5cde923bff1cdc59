"""The bare engine or driver: replays the steps of a load, with nothing of ours.

    python benchmarks/bare.py steps.jsonl STORE

The first line of the file holds the declarations, every other one a transaction, so
that only one is in memory. `inside` is the time inside the engine or driver alone,
`seconds` is with reading the lines.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, LiteralString, cast

from measures import peak_memory

Step = tuple[str, dict[str, object]]


def transactions(file: BinaryIO) -> Iterator[list[Step]]:
    """The queries of each transaction with their parameters."""
    for line in file:
        found: list[Step] = json.loads(line)
        yield found


def replay_embedded(file: BinaryIO, folder: str) -> tuple[float, float]:
    """Seconds, all and inside, for the transactions on a new embedded database."""
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", "-Xmx1g")
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(Path(tempfile.gettempdir(), "bare")))
    from arcadedb import create_database

    database = create_database(folder)
    for language, declaration in declarations(file):
        database.command(language, declaration)
    start, spent = time.perf_counter(), 0.0
    for steps in transactions(file):
        began = time.perf_counter()
        database.begin()
        for query, parameters in steps:
            database.command("opencypher", query, parameters)
        database.commit()
        spent += time.perf_counter() - began
    seconds = time.perf_counter() - start
    database.close()
    return seconds, spent


def declarations(file: BinaryIO) -> list[tuple[str, str]]:
    """What the embedded engine is told first, each with its language."""
    found: list[tuple[str, str]] = json.loads(file.readline())
    return found


def replay_bolt(file: BinaryIO, address: str) -> tuple[float, float]:
    """Seconds, all and inside, for the transactions on a server that is declared."""
    from neo4j import GraphDatabase, ManagedTransaction

    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    auth = (user, os.environ["NEO4J_PASSWORD"])
    declarations(file)

    def work(transaction: ManagedTransaction, steps: list[Step]) -> None:
        for query, parameters in steps:
            transaction.run(
                cast(LiteralString, cast(object, query)), parameters
            ).consume()

    start, spent = time.perf_counter(), 0.0
    # The driver leaves the options of driver() without types.
    driver = GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        address, auth=auth, notifications_min_severity="OFF"
    )
    with driver:
        for steps in transactions(file):
            began = time.perf_counter()
            # pyright knows no types for the options of session() either
            session = driver.session()  # pyright: ignore[reportUnknownMemberType]
            with session:
                session.execute_write(work, steps)
            spent += time.perf_counter() - began
        seconds = time.perf_counter() - start
    return seconds, spent


def main() -> None:
    """Replay and print seconds and peak memory as JSON."""
    path, target = Path(sys.argv[1]), sys.argv[2]
    replay = replay_bolt if "://" in target else replay_embedded
    with path.open("rb") as file:
        seconds, inside = replay(file, target)
    found = {"seconds": seconds, "inside": inside, "peak": peak_memory()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
