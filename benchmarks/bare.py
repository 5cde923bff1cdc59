"""The bare engine or driver: replays the steps of a load, with nothing of ours.

    python benchmarks/bare.py steps.pickle STORE

The file holds the declarations, then one transaction after the other, as pickles, so
that only one is in memory. Only the time inside the engine or driver counts.
"""

import json
import os
import pickle
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
    while True:
        try:
            found: list[Step] = pickle.load(file)
        except EOFError:
            return
        yield found


def replay_embedded(file: BinaryIO, folder: str) -> float:
    """Seconds for all transactions on a new embedded database."""
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", "-Xmx1g")
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(Path(tempfile.gettempdir(), "bare")))
    from arcadedb import create_database

    database = create_database(folder)
    for language, declaration in declarations(file):
        database.command(language, declaration)
    spent = 0.0
    for steps in transactions(file):
        began = time.perf_counter()
        database.begin()
        for query, parameters in steps:
            database.command("opencypher", query, parameters)
        database.commit()
        spent += time.perf_counter() - began
    database.close()
    return spent


def declarations(file: BinaryIO) -> list[tuple[str, str]]:
    """What the embedded engine is told first, each with its language."""
    found: list[tuple[str, str]] = pickle.load(file)
    return found


def replay_bolt(file: BinaryIO, address: str) -> float:
    """Seconds for all transactions on a server that has the declarations already."""
    from neo4j import GraphDatabase, ManagedTransaction

    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    auth = (user, os.environ["NEO4J_PASSWORD"])
    declarations(file)

    def work(transaction: ManagedTransaction, steps: list[Step]) -> None:
        for query, parameters in steps:
            transaction.run(
                cast(LiteralString, cast(object, query)), parameters
            ).consume()

    spent = 0.0
    # The driver leaves the options of these two without types.
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
    return spent


def main() -> None:
    """Replay and print seconds and peak memory as JSON."""
    path, target = Path(sys.argv[1]), sys.argv[2]
    replay = replay_bolt if "://" in target else replay_embedded
    with path.open("rb") as file:
        seconds = replay(file, target)
    print(json.dumps({"seconds": seconds, "peak": peak_memory()}))


if __name__ == "__main__":
    main()
