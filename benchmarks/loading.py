"""One load of a Claims JSONL by claimgraph, in a process of its own.

    python benchmarks/loading.py claims.jsonl STORE [steps.jsonl]

With a third argument the steps of every transaction are written there as well, for
benchmarks/bare.py; such a run is not timed.
"""

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TextIO

from claimgraph.cypher import Step
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.store import open_store
from claimgraph.store.base import READ_TIMEOUT, Row, Store
from claimgraph.store.schema import generated_lines
from measures import peak_memory


class Keeper:
    """A store that also writes down, to a file, what each transaction does."""

    def __init__(self, store: Store, file: TextIO) -> None:
        self.store, self.file = store, file
        self.target = store.target
        self.engine: Literal["neo4j", "arcadedb"] = store.engine

    def read(
        self,
        query: str,
        parameters: Mapping[str, object] | None = None,
        timeout: float = READ_TIMEOUT,
    ) -> list[Row]:
        """The rows of the store itself."""
        return self.store.read(query, parameters, timeout)

    def write(self, steps: Sequence[Step]) -> None:
        """Write the steps down and run them."""
        rows = [(step.query, dict(step.parameters)) for step in steps]
        self.file.write(json.dumps(rows) + "\n")
        self.store.write(steps)

    def whole_load(self) -> AbstractContextManager[None]:
        """Batches as ever: each is one transaction of the file."""
        return nullcontext()

    def prepare(self) -> None:
        """Prepare the store itself."""
        self.store.prepare()

    def close(self) -> None:
        """Close the store itself."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def declarations() -> list[tuple[str, str]]:
    """What the embedded engine is told before the first claim."""
    cypher = [("opencypher", text) for text in generated_lines("constraints.cypher")]
    texts = [("sql", text) for text in generated_lines("fulltext.arcadedb.sql")]
    return cypher + texts


def main() -> None:
    """Load and print seconds, claims and peak memory as JSON."""
    source, target = Path(sys.argv[1]), sys.argv[2]
    password = os.environ.get("NEO4J_PASSWORD") if "://" in target else None
    user = os.environ.get("NEO4J_USERNAME")
    with open_store(target, user=user, password=password) as store:
        store.prepare()
        began = time.perf_counter()
        batches = find_loader("claims_jsonl").read(source)
        if len(sys.argv) > 3:
            with Path(sys.argv[3]).open("w", encoding="utf-8") as file:
                file.write(json.dumps(declarations()) + "\n")
                summary = load(batches, Keeper(store, file))
        else:
            summary = load(batches, store)
        seconds = time.perf_counter() - began
    found = {"seconds": seconds, "claims": summary.created, "peak": peak_memory()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
