"""The graph in a folder, with ArcadeDB in process; the one user of arcadedb."""

import os
import tempfile
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from claimgraph.cypher import Step, graph_node, lookups
from claimgraph.errors import QueryError, StoreError
from claimgraph.resources import Closing
from claimgraph.store.arcade_errors import causes, failure, is_refused, reason_of
from claimgraph.store.arcade_paths import with_paths
from claimgraph.store.base import READ_TIMEOUT, UNHURRIED, Planner, Row
from claimgraph.store.folder import (
    CATALOGUE,
    FolderLock,
    begin_unfinished,
    busy,
    check_folder,
    check_writable,
    clear_unfinished,
    end_unfinished,
)
from claimgraph.store.read_only import refuse_writing
from claimgraph.store.schema import check_graph, generated_lines, stamp
from claimgraph.store.values import plain, with_seconds
from claimgraph.store.worker import StillRunningError, Worker

# The engine reads these at its start: heap, no log (of a path with spaces it would read
# the half), silence, and where the library keeps what a log would need.
LOG = Path(__file__).with_name("engine-log.properties")
QUIET = "" if " " in str(LOG) else f" -Djava.util.logging.config.file={LOG}"
for name, setting in (
    ("ARCADEDB_NATIVE_ISOLATE_ARGS", f"-Xmx1g{QUIET}"),
    ("ARCADEDB_LOG_CONSOLE", "0"),
    ("ARCADEDB_LOG_DIR", str(Path(tempfile.gettempdir(), "claimgraph-arcadedb"))),
):
    os.environ.setdefault(name, setting)

from arcadedb import (  # noqa: E402  the settings above come first
    ArcadeDBError,
    Database,
    create_database,
    open_database,
)

from claimgraph.store.arcade_bulk import (  # noqa: E402  it loads the engine
    BulkWriter,
    run_step,
)

LIMIT = "ALTER DATABASE `arcadedb.command.timeout` {milliseconds}"


class ArcadeStore(Closing):
    """A graph in a folder that only this process has open.

    The engine ends reads that take too long by itself. It does not look at the clock
    inside a single expression, such as `reduce` over a long list: then the caller gets
    its QueryError a second later, and the call goes on in its thread (see Worker).
    """

    engine: Literal["neo4j", "arcadedb"] = "arcadedb"

    def __init__(self, target: str, *, create: bool = True) -> None:
        self.folder = Path(target).expanduser().absolute()
        self.target = target
        self.database: Database | None = None
        self.limit: float | None = None
        self.revision = 0
        self.bulk: BulkWriter | None = None
        self.making = False
        check_folder(self.folder, create)
        self.lock = FolderLock(self.folder)
        try:
            if self.lock.was_there:
                clear_unfinished(self.folder)
            check_folder(self.folder, create, locked=True)
            check_writable(self.folder)
            self.database = self.open_engine()
            self.worker = Worker()
            if create and self.lock.was_there and self.is_bare():
                self.make_anew()
            check_graph(self, may_be_empty=create)
        except BaseException:
            self.close()
            raise

    def is_bare(self) -> bool:
        """Whether it was there and is empty: an older version was killed meanwhile."""
        found = not self.making and not self.read(lookups.STAMP)
        return found and not self.read(lookups.ANYTHING)

    def make_anew(self) -> None:
        """Take away what a killed process made, and begin again."""
        with self.shut_engine():
            begin_unfinished(self.folder)
            clear_unfinished(self.folder)

    def end_making(self) -> None:
        """The graph counts from now on: all of it is on the disk."""
        if self.making:
            with self.shut_engine():
                end_unfinished(self.folder)
                self.making = False

    @contextmanager
    def shut_engine(self) -> Generator[None]:
        """Inside, the engine has written all that it held, and let go of the folder."""
        with self.refusals():
            self.opened().close()
        yield
        self.database, self.limit = self.open_engine(), None

    def open_engine(self) -> Database:
        """The engine's handle of the folder; a new one is marked as unfinished."""
        opener = open_database
        if not (self.folder / CATALOGUE).exists():
            begin_unfinished(self.folder)
            self.making, opener = True, create_database
        try:
            return opener(str(self.folder))
        except ArcadeDBError as error:
            if "LockException" in causes(error) or "in use" in str(error):
                raise busy(self.folder) from error
            message = f"cannot open the graph in {self.target}: {reason_of(error)}"
            raise StoreError(message, target=self.target) from error

    def opened(self) -> Database:
        """The engine's handle, or StoreError after `close`."""
        if self.database is None:
            raise StoreError(f"{self.target} is closed", target=self.target)
        return self.database

    def read(
        self,
        query: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float = READ_TIMEOUT,
    ) -> list[Row]:
        """The rows of a statement that changes nothing, dates as text."""
        refuse_writing(query)
        self.end_bulk()
        database = self.opened()
        values = dict(parameters or {})
        try:
            rows = self.worker.run(
                lambda: self.rows(database, query, values, timeout), timeout
            )
        except StillRunningError as error:
            raise QueryError(str(error)) from None
        except (ArcadeDBError, TypeError) as error:
            if isinstance(error, ArcadeDBError) and is_refused(error):
                raise self.refusal(error) from error
            raise QueryError(failure(error, timeout)) from error
        return [
            with_seconds({key: plain(value) for key, value in row.items()})
            for row in rows
        ]

    def rows(
        self, database: Database, query: str, values: Row, timeout: float
    ) -> list[Row]:
        """The rows as the engine returns them, within its time limit; paths by ids."""
        self.set_limit(database, timeout)
        found = database.query("opencypher", query, values).to_list()
        return with_paths(
            found, query, lambda sql: database.query("sql", sql, {}).to_list()
        )

    def set_limit(self, database: Database, seconds: float) -> None:
        """Tell the engine after which time it stops a call.

        That writes the engine's settings to the disk: so the look-ups of a load have
        the limit of its writes, and the limit changes once.
        """
        if self.limit != seconds:
            milliseconds = max(1, round(seconds * 1000))
            database.command("sql", LIMIT.format(milliseconds=milliseconds))
            self.limit = seconds

    def write(self, steps: Sequence[Step]) -> None:
        """Run the steps in one transaction: all of them or none."""
        if self.bulk is not None:
            with self.all_or_nothing():
                self.bulk.write(steps)
            return
        database = self.opened()
        with self.refusals():
            self.set_limit(database, UNHURRIED)
            try:
                database.begin()
                for step in steps:
                    run_step(database, step)
                database.commit()
            except BaseException:
                if database.is_transaction_active():
                    database.rollback()
                raise
        self.end_making()

    def change(self, plan: Planner) -> int:
        """Plan steps and run them: only this process has the folder open."""
        if steps := plan(self.revision):
            self.write([*steps, *graph_node.note_change(steps)])
            self.revision += 1
        return self.revision

    @contextmanager
    def whole_load(self) -> Generator[None]:
        """Inside, a first load is fast, and a kill leaves nothing of it.

        The first read ends that, for the graph must then hold what was written; so
        does an error that the load raises between two batches.
        """
        if not self.read(lookups.ANY_CONTENT):
            with self.all_or_nothing():
                database = self.opened()
                self.set_limit(database, UNHURRIED)
                begin_unfinished(self.folder)
                self.bulk = BulkWriter(database)
        try:
            yield
        finally:
            self.end_bulk()

    def end_bulk(self) -> None:
        """All that was written in bulk is in the graph, and on the disk."""
        if self.bulk is not None:
            with self.all_or_nothing():
                self.bulk.finish()
                self.bulk = None
                # There is no journal of it: what is not written now would be lost.
                with self.shut_engine():
                    end_unfinished(self.folder)

    @contextmanager
    def all_or_nothing(self) -> Generator[None]:
        """Inside, what fails closes the graph, and nothing of the load stays at all."""
        try:
            with self.refusals():
                yield
        except BaseException:
            self.close()
            raise

    @contextmanager
    def refusals(self) -> Generator[None]:
        """Inside, what the engine does not take is a StoreError."""
        try:
            yield
        except ArcadeDBError as error:
            raise self.refusal(error) from error

    def refusal(self, error: ArcadeDBError) -> StoreError:
        """What to tell when the engine did not take a transaction."""
        message = f"nothing was written to {self.target}: {reason_of(error)}"
        return StoreError(message, target=self.target)

    def prepare(self) -> None:
        """Make constraints, full-text indexes and the Graph node where they lack."""
        check_graph(self, may_be_empty=True)
        database = self.opened()
        with self.refusals():
            self.set_limit(database, UNHURRIED)
            for statement in generated_lines("constraints.cypher"):
                database.command("opencypher", statement)
            for statement in generated_lines("fulltext.arcadedb.sql"):
                database.command("sql", statement)
        self.write([stamp()])

    def close(self) -> None:
        """Let go of the graph; safe to call twice.

        While a runaway query is still in the engine the folder stays open and locked.
        """
        database, bulk = self.database, self.bulk
        if database is not None and not self.worker.stop():
            return
        if bulk is not None:
            bulk.stop()
        self.database = self.bulk = None
        try:
            if database is not None:
                database.close()
        except ArcadeDBError as error:
            if not self.making:
                raise self.refusal(error) from error
        finally:
            if self.making:
                self.making = False
                with suppress(StoreError):
                    clear_unfinished(self.folder)
            self.lock.release()
