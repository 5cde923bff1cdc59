"""Graphs that a property makes for itself, one for each example."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings

from claimgraph.api.verifying import verify
from claimgraph.loading import forget, load
from claimgraph.model import Batch
from claimgraph.store.base import Store
from examples import examples
from graph_snapshot import Snapshot, snapshot
from places import prepared_place

few = settings(
    max_examples=examples(12),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


@contextmanager
def own_store() -> Generator[Store]:
    """A new graph on the embedded engine."""
    with (
        TemporaryDirectory() as scratch,
        prepared_place(Path(scratch) / "graph").open() as store,
    ):
        yield store


def picture(*loads: Sequence[Batch], gone: Sequence[str] = ()) -> Snapshot:
    """The graph after loading batches, and forgetting articles."""
    with own_store() as store:
        for batches in loads:
            load(batches, store)
        for stem in gone:
            forget(store, stem)
        assert verify(store).differences == ()
        return snapshot(store)
