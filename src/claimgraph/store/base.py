"""What every store can do; the rest of the project knows no more about engines."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Literal, Protocol, Self

from claimgraph.cypher import Step

Row = dict[str, object]
READ_TIMEOUT = 60.0
# for writes, and for what a load looks up between them: a day, in seconds
UNHURRIED = 86_400.0
# The steps to take in a graph of that revision.
Planner = Callable[[int], Sequence[Step]]


class Store(Protocol):
    """A graph that is kept somewhere: one writer at a time, reads with a time limit."""

    target: str
    engine: Literal["neo4j", "arcadedb"]

    def read(
        self,
        query: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float = READ_TIMEOUT,
    ) -> list[Row]:
        """The rows of a statement that changes nothing, dates as text.

        Raises QueryError for a statement that writes (before it runs), for bad
        Cypher, and after `timeout` seconds.
        """
        ...

    def write(self, steps: Sequence[Step]) -> None:
        """Run the steps in one transaction: all of them or none.

        Raises StoreChangedError where one makes less than it should.
        """
        ...

    def change(self, plan: Planner) -> int:
        """Plan steps and run them in one transaction while nobody else changes it.

        Gives the revision afterwards: it grows with each change that has steps, so that
        whoever meets the one that it left knows the graph as it is. `plan` may be
        called again, where the transaction must be; what it raises undoes it.
        """
        ...

    def whole_load(self) -> AbstractContextManager[None]:
        """Inside, a first load may be written as a whole: nothing of it until the end.

        A store that has no faster way to do so, or that holds claims, takes batches as
        ever.
        """
        ...

    def prepare(self) -> None:
        """Make constraints, full-text indexes and the Graph node where they lack."""
        ...

    def close(self) -> None:
        """Let go of the graph; safe to call twice."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
