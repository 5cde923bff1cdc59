"""The graph on a Neo4j server, over Bolt."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import get_ident
from typing import Literal, LiteralString, NoReturn, TypeVar, cast

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from claimgraph.addresses import parts_of_address
from claimgraph.cypher import Step, graph_node
from claimgraph.errors import QueryError, StoreError, StoreUnreachableError
from claimgraph.resources import Closing
from claimgraph.store.base import READ_TIMEOUT, Planner, Row
from claimgraph.store.bolt_values import plain_value
from claimgraph.store.read_only import refuse_writing
from claimgraph.store.rows import check_made, number_at, taken_id
from claimgraph.store.schema import check_graph, generated_lines, named_terms, stamp
from claimgraph.store.worker import StillRunningError, Worker

CONNECTION_TIMEOUT = 5.0
# seconds in which a server ends by itself what it runs for too long
SERVER_GRACE = 4.0
UNENDED = (
    "the query took more than {seconds:g} s, and the server did not end it: the "
    "connection to the server was closed"
)
AWAIT_INDEXES = "CALL db.awaitIndexes(60)"
# Without a handler of its own the driver prints what it then raises, too.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
Answer = TypeVar("Answer")
UNREACHABLE = (ServiceUnavailable, SessionExpired)


class UnsendableError(Exception):
    """The driver has no way to send one of the parameters."""


class BoltStore(Closing):
    """The default database of a Neo4j server, through managed transactions only."""

    engine: Literal["neo4j", "arcadedb"] = "neo4j"

    def __init__(
        self,
        target: str,
        *,
        user: str | None = None,
        password: str | None = None,
        create: bool = True,
    ) -> None:
        self.target = checked_address(target)
        self.driver: Driver | None = None
        self.worker = Worker()
        self.changing: tuple[int, ManagedTransaction] | None = None
        auth = None if password is None else (user or "neo4j", password)
        try:
            self.driver = connect(self.target, auth)
            check_graph(self, may_be_empty=create)
        except (Neo4jError, DriverError, ConfigurationError, ValueError) as error:
            self.close()
            self.fail(error)
        except BaseException:
            self.close()
            raise

    def opened(self) -> Driver:
        """The driver, or StoreError after `close`."""
        if self.driver is None:
            raise StoreError(f"{self.target} is closed", target=self.target)
        return self.driver

    def session(self) -> Session:
        """A new session; the transaction says whether it reads or writes."""
        # The driver leaves the options of session() without types.
        return self.opened().session()  # pyright: ignore[reportUnknownMemberType]

    def read(
        self,
        query: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float = READ_TIMEOUT,
    ) -> list[Row]:
        """The rows of a statement that changes nothing, dates as text.

        The server looks every two seconds which transactions ran out of time, but not
        while it plans one: then the connection is closed here.
        """
        refuse_writing(query)
        self.opened()
        values = dict(parameters or {})

        @unit_of_work(timeout=max(timeout, 0.001))
        def work(transaction: ManagedTransaction) -> list[Row]:
            self.opened()
            return rows_of(transaction, query, values)

        def call() -> list[Row]:
            with self.session() as session:
                return session.execute_read(work)

        # What fails here is for the change to try again, or to tell.
        if self.changing is not None and self.changing[0] == get_ident():
            return work(self.changing[1])
        try:
            return self.worker.run(call, timeout, SERVER_GRACE)
        except StillRunningError:
            self.close()
            raise QueryError(UNENDED.format(seconds=timeout)) from None
        except (Neo4jError, DriverError, UnsendableError) as error:
            if "TimedOut" in code(error):
                raise QueryError(f"the query took more than {timeout:g} s") from error
            if reaches(error):
                raise QueryError(words(error)) from error
            self.fail(error)

    def write(self, steps: Sequence[Step]) -> None:
        """Run the steps in one transaction: all of them or none."""

        self.run_writing(lambda transaction: run_steps(transaction, steps))

    def change(self, plan: Planner) -> int:
        """Plan steps and run them while nobody else of us changes the graph.

        Look-ups of the plan, in the same thread, are of the same transaction.
        """

        def work(transaction: ManagedTransaction) -> int:
            run_steps(transaction, [Step(graph_node.LOCK, {})])
            revision = number_at(
                rows_of(transaction, graph_node.REVISION)[0], "revision"
            )
            self.changing = (get_ident(), transaction)
            try:
                steps = plan(revision)
            finally:
                self.changing = None
            if not steps:
                return revision
            run_steps(
                transaction, [*steps, *graph_node.note_change(steps, revision + 1)]
            )
            return revision + 1

        return self.run_writing(work)

    def run_writing(self, work: Callable[[ManagedTransaction], Answer]) -> Answer:
        """What a transaction gives, run again after deadlocks and lost leaders."""
        try:
            with self.session() as session:
                return session.execute_write(work)
        except (Neo4jError, DriverError, UnsendableError) as error:
            if not reaches(error):
                self.fail(error)
            reason = words(error)
            if isinstance(error, ConstraintError):
                reason = taken_id(reason)
            message = f"nothing was written to {self.target}: {reason}"
            raise StoreError(message, target=self.target) from error

    def whole_load(self) -> AbstractContextManager[None]:
        """Batches as ever: a server has no faster way that leaves all or nothing."""
        return nullcontext()

    def prepare(self) -> None:
        """Make constraints, full-text indexes and the Graph node where they lack."""
        check_graph(self, may_be_empty=True)
        for declaration in generated_lines("constraints.cypher"):
            self.write([Step(declaration, {})])
        self.prepare_neo4j()
        self.write([stamp()])

    def prepare_neo4j(self) -> None:
        """Make what only Neo4j takes: full-text indexes, and names before their use."""
        self.write(named_terms())
        for declaration in generated_lines("fulltext.neo4j.cypher"):
            self.write([Step(declaration, {})])
        self.write([Step(AWAIT_INDEXES, {})])

    def close(self) -> None:
        """Let go of the connection; safe to call twice."""
        driver, self.driver = self.driver, None
        if driver is not None:
            driver.close()
        self.worker.stop()

    def fail(self, error: Exception) -> NoReturn:
        """Raise what the driver met as one of our errors, with what to do about it."""
        target = self.target
        if isinstance(error, AuthError) or ".Security." in code(error):
            raise StoreUnreachableError(
                f"{target} refuses the user name and password: set NEO4J_USERNAME and "
                f"NEO4J_PASSWORD ({words(error)})",
                target=target,
            ) from error
        if isinstance(error, UNREACHABLE):
            raise StoreUnreachableError(
                f"no Neo4j server answers at {target}: start it, or check the address",
                target=target,
            ) from error
        raise StoreError(f"{target}: {words(error)}", target=target) from error


def connect(address: str, auth: tuple[str, str] | None) -> Driver:
    """A driver that has reached the server; raises what the driver raises."""
    # The driver leaves the options of these two without types.
    driver = GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        address,
        auth=auth,
        connection_timeout=CONNECTION_TIMEOUT,
        connection_acquisition_timeout=CONNECTION_TIMEOUT,
        max_transaction_retry_time=CONNECTION_TIMEOUT,
        notifications_min_severity="OFF",
    )
    try:
        driver.verify_connectivity()  # pyright: ignore[reportUnknownMemberType]
    except BaseException:
        driver.close()
        raise
    return driver


def checked_address(target: str) -> str:
    """The address, if it names a host and no secrets; else StoreError without them."""
    parts = parts_of_address(target)
    shown = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    if "@" in parts.netloc:
        raise StoreError(
            f"leave user name and password out of the address: use {shown} and set "
            "NEO4J_USERNAME and NEO4J_PASSWORD (addresses end up in logs)",
            target=shown,
        )
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        message = f"the address of a Neo4j server is like {parts.scheme}://host:7687"
        raise StoreError(message, target=shown)
    return shown


def run_steps(transaction: ManagedTransaction, steps: Sequence[Step]) -> None:
    """Run statements; StoreChangedError where one makes less than it should."""
    for step in steps:
        rows = rows_of(transaction, step.query, step.parameters)
        if step.makes is not None:
            check_made(step.makes, rows)


def rows_of(
    transaction: ManagedTransaction,
    query: str,
    values: Mapping[str, object] | None = None,
) -> list[Row]:
    """All rows of a statement, as plain values."""
    try:
        result = transaction.run(statement(query), dict(values or {}))
    except (TypeError, ValueError, OverflowError) as error:
        raise UnsendableError(str(error)) from error
    names = result.keys()
    return [{name: plain_value(row[name]) for name in names} for row in result]


def statement(text: object) -> LiteralString:
    """A query as the driver's types want it, which would have literals only.

    Texts come from the query library, the schema and the person at the keyboard;
    values are parameters.
    """
    return cast(LiteralString, text)


def code(error: Exception) -> str:
    """The server's name for an error; empty for one of the driver's own."""
    return (error.code or "") if isinstance(error, Neo4jError) else ""


def reaches(error: Exception) -> bool:
    """Whether an error is about what was sent, not about the way to the server."""
    if isinstance(error, Neo4jError):
        return isinstance(error, ClientError) and ".Security." not in code(error)
    return not isinstance(error, DriverError)


def words(error: Exception) -> str:
    """What the server or the driver said."""
    said = error.message if isinstance(error, Neo4jError) else None
    return said or str(error)
