"""One load of a Claims JSONL by claimgraph, in a process of its own.

    python benchmarks/loading.py claims.jsonl STORE [graph.jsonl]

With a third argument the nodes and edges of the graph are written there as well, for
benchmarks/bare.py; such a run is not timed.
"""

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Literal, TextIO

from claimgraph.cypher import NewNodes, Step
from claimgraph.graph import stamp_row
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.resources import Closing
from claimgraph.schema import load_schema
from claimgraph.store import open_store
from claimgraph.store.arcade_bulk import type_queries
from claimgraph.store.base import READ_TIMEOUT, Planner, Row, Store
from claimgraph.store.schema import generated_lines
from measures import peak_memory


class Keeper(Closing):
    """A store that also writes down, to a file, the nodes and edges that come."""

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

    def change(self, plan: Planner) -> int:
        """Write down what the steps of the plan make, and run them."""

        def steps(revision: int) -> Sequence[Step]:
            found = plan(revision)
            self.write_down(found)
            return found

        return self.store.change(steps)

    def write(self, steps: Sequence[Step]) -> None:
        """Write down what the steps make, and run them."""
        self.write_down(steps)
        self.store.write(steps)

    def write_down(self, steps: Sequence[Step]) -> None:
        """Write down the nodes and edges that the steps make."""
        for step in steps:
            if step.creates is None:
                raise SystemExit(f"this is no new node and no new edge: {step.query}")
            for new in step.creates():
                if isinstance(new, NewNodes):
                    names, rows = list(new.labels), [padded(row) for row in new.rows]
                    self.file.write(json.dumps([names, rows], default=str) + "\n")
                else:
                    names = [new.type, new.source, new.target]
                    ends = [(one, two, padded(row)) for one, two, row in new.rows]
                    self.file.write(json.dumps([names, ends], default=str) + "\n")

    def whole_load(self) -> AbstractContextManager[None]:
        """Batches as ever: each is one transaction of the file."""
        return nullcontext()

    def prepare(self) -> None:
        """Prepare the store itself."""
        self.store.prepare()

    def close(self) -> None:
        """Close the store itself."""
        self.store.close()


def padded(row: Row) -> Row:
    """A row whose time is longer as a text than the engine keeps it."""
    if "loaded" not in row:
        return row
    return row | {"loaded": str(row["loaded"]).removesuffix("Z") + ".000000000Z"}


def declarations() -> list[tuple[str, str]]:
    """What the embedded engine is told before the first claim: indexes and types."""
    found = [("opencypher", text) for text in generated_lines("constraints.cypher")]
    found += [("sql", text) for text in generated_lines("fulltext.arcadedb.sql")]
    schema = load_schema()
    stamp = stamp_row(schema.version, schema.sha256)
    held = ", ".join(f"{name}: '{value}'" for name, value in stamp.items())
    found += [("opencypher", text) for text in type_queries()]
    return [*found, ("opencypher", f"CREATE (:Graph {{cg: true, {held}}})")]


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
            summary = load(batches, store, whole=True)
        seconds = time.perf_counter() - began
    found = {"seconds": seconds, "claims": summary.created, "peak": peak_memory()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
