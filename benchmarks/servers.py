"""A Neo4j to measure on: one that is given, or a throw-away one."""

import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from neo4j import Driver, GraphDatabase

SERVER = Path(__file__).parent.parent / "tests" / "neo4j_server.py"
# Edges first: a hub with all of its own is more than one transaction can hold.
EMPTY = (
    "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
)


def refuse_full(address: str) -> None:
    """Nothing for a server without nodes; else the end: a run deletes everything."""
    with connected(address, os.environ) as driver:
        nodes = driver.execute_query("MATCH (n) RETURN count(n) AS nodes")
    if nodes.records[0]["nodes"]:
        raise SystemExit("NEO4J_URI holds nodes, which a benchmark would delete")


def connected(address: str, access: Mapping[str, str]) -> Driver:
    """A driver for the server; user and password are named as in an environment."""
    auth = (access["NEO4J_USERNAME"], access.get("NEO4J_PASSWORD", ""))
    # The driver leaves the options of driver() without types.
    return GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        address, auth=auth, notifications_min_severity="OFF"
    )


def wipe(address: str, access: Mapping[str, str] = os.environ) -> None:
    """Delete all nodes; constraints and indexes stay, so that both find the same."""
    # The driver leaves the options of session() without types.
    with (
        connected(address, access) as driver,
        driver.session() as session,  # pyright: ignore[reportUnknownMemberType]
    ):
        for statement in EMPTY:
            session.run(statement).consume()


@contextmanager
def server(scratch: Path) -> Generator[str | None]:
    """The address of an empty Neo4j, or None where there can be none."""
    if uri := os.environ.get("NEO4J_URI"):
        os.environ.setdefault("NEO4J_USERNAME", "neo4j")
        refuse_full(uri)
        yield uri
        return
    with throw_away_server(scratch / "neo4j") as started:
        if started is None:
            yield None
            return
        address, access = started
        os.environ |= access
        yield address


@contextmanager
def throw_away_server(folder: Path) -> Generator[tuple[str, dict[str, str]] | None]:
    """Address and access of a new Neo4j below a folder, or None where none starts."""
    command = [sys.executable, str(SERVER)]
    data = ["--data", str(folder)]
    started = subprocess.run([*command, "start", *data], capture_output=True, text=True)
    if started.returncode:
        print(f"without Neo4j: {started.stderr.strip()}")
        yield None
        return
    address, _, user, _, password = started.stdout.split()
    try:
        yield address, {"NEO4J_USERNAME": user, "NEO4J_PASSWORD": password}
    finally:
        subprocess.run([*command, "stop", *data], check=True)
