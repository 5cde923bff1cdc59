"""Where tests keep a graph: one place for each store, empty when it is handed out."""

import shutil
import socket
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, LiteralString, Protocol, cast

import pytest
from arcadedb import Database, create_server
from neo4j import Driver, GraphDatabase

from claimgraph.store import open_store
from claimgraph.store.base import READ_TIMEOUT, Row, Store
from claimgraph.store.bolt import BoltStore
from claimgraph.store.schema import generated_lines
from claimgraph.store.values import with_seconds

Level = Literal["arcadedb", "bolt", "neo4j"]
NEO4J = pytest.param("neo4j", marks=pytest.mark.neo4j)
BOLT = pytest.param("bolt", marks=pytest.mark.bolt)
SEEDS = Path(__file__).parents[1] / "seeds"
HOST = "127.0.0.1"
PASSWORD = "only-for-this-test"
EVERYTHING = "MATCH (n) DETACH DELETE n"
COUNT = "MATCH (n) RETURN count(*) AS nodes"
CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN 'CONSTRAINT' AS kind, name"
INDEXES = (
    "SHOW INDEXES YIELD name, type, owningConstraint "
    "WHERE type <> 'LOOKUP' AND owningConstraint IS NULL "
    "RETURN 'INDEX' AS kind, name"
)


class Place(Protocol):
    """Somewhere that a graph can be opened, again and again."""

    level: Level
    target: str

    def open(self, *, create: bool = True) -> Store:
        """The graph, not prepared."""
        ...


@dataclass
class FolderPlace:
    """A folder for the embedded engine."""

    target: str
    level: Level = "arcadedb"

    def open(self, *, create: bool = True) -> Store:
        """The graph, not prepared."""
        return open_store(self.target, create=create)


@cache
def prepared_graph() -> TemporaryDirectory[str]:
    """A folder with a prepared graph and no claims, made once in a process."""
    folder = TemporaryDirectory(prefix="claimgraph-prepared-")
    with FolderPlace(str(Path(folder.name) / "graph")).open() as store:
        store.prepare()
    return folder


def prepared_place(folder: Path) -> FolderPlace:
    """A new folder with a prepared graph: a copy takes a fifth of the making."""
    shutil.copytree(Path(prepared_graph().name) / "graph", folder)
    return FolderPlace(str(folder))


@dataclass
class ServerPlace:
    """The default database of a Neo4j server."""

    target: str
    user: str
    password: str
    level: Level = "neo4j"
    holds: str = ""

    def open(self, *, create: bool = True) -> Store:
        """The graph, not prepared."""
        return open_store(
            self.target, user=self.user, password=self.password, create=create
        )

    def count_nodes(self) -> int:
        """How many nodes there are, whoever made them."""
        with connected(self) as driver:
            return int(driver.execute_query(COUNT).records[0]["nodes"])

    def wipe(self, *, bare: bool) -> None:
        """Delete all nodes; for a `bare` place constraints and indexes, too."""
        self.holds = ""
        with connected(self) as driver:
            driver.execute_query(EVERYTHING)
            for listing in (CONSTRAINTS, INDEXES) if bare else ():
                for row in driver.execute_query(listing).records:
                    drop = f"DROP {row['kind']} `{row['name']}`"
                    driver.execute_query(cast(LiteralString, cast(object, drop)))


@contextmanager
def connected(place: ServerPlace) -> Generator[Driver]:
    """A driver of its own: a foreign graph is nothing that `open_store` opens."""
    # The driver leaves the options of driver() without types.
    driver = GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        place.target, auth=(place.user, place.password)
    )
    with driver:
        yield driver


@dataclass
class LoopbackPlace:
    """An ArcadeDB that is reached over Bolt; its server runs in this process."""

    target: str
    database: Database
    level: Level = "bolt"

    def open(self, *, create: bool = True) -> Store:
        """The graph, not prepared."""
        return LoopbackStore(self.target, self.database, create)


class LoopbackStore(BoltStore):
    """A Bolt store on an engine that makes full-text indexes with SQL only."""

    def __init__(self, target: str, database: Database, create: bool) -> None:
        self.database = database
        super().__init__(target, user="root", password=PASSWORD, create=create)

    def read(
        self,
        query: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float = READ_TIMEOUT,
    ) -> list[Row]:
        """The rows as from a Neo4j: the engine drops zero seconds of datetimes."""
        return [with_seconds(row) for row in super().read(query, parameters, timeout)]

    def prepare_neo4j(self) -> None:
        """Make indexes past the Bolt server, which knows no statement for them."""
        for declaration in generated_lines("fulltext.arcadedb.sql"):
            self.database.command("sql", declaration)


@contextmanager
def loopback(folder: Path) -> Generator[LoopbackPlace]:
    """A fresh ArcadeDB with a Bolt server on free ports of this machine."""
    bolt, http = free_ports(2)
    server = create_server(
        str(folder),
        PASSWORD,
        {
            "host": HOST,
            "http_port": http,
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": bolt,
            "bolt_host": HOST,
        },
    )
    server.start()
    try:
        database = server.create_database("graph")
        yield LoopbackPlace(f"bolt://{HOST}:{bolt}", database)
    finally:
        server.stop()


def free_ports(number: int) -> list[int]:
    """Different ports that nobody listens on now."""
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind((HOST, 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports
