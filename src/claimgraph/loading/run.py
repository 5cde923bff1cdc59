"""Batches into a store: each in one transaction, so that a kill leaves whole ones."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime

from claimgraph.cypher import Step
from claimgraph.errors import GateError, StoreChangedError, number_of
from claimgraph.gate import CheckedBatch, Gate
from claimgraph.loading.graph_view import GraphView
from claimgraph.loading.grouping import Refused, groups_of
from claimgraph.loading.plan import Changes, plan_some
from claimgraph.loading.summary import Summary
from claimgraph.model import Batch
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema
from claimgraph.store.base import Store
from claimgraph.store.worker import Worker

TRIES = 4


def load(
    batches: Iterable[Batch | CheckedBatch],
    store: Store,
    progress: Callable[[Batch], None] = lambda batch: None,
    *,
    whole: bool = False,
) -> Summary:
    """How many claims came, changed and went.

    Each batch passes the gate, unless it has passed already, and is written in one
    transaction, small new articles together. A batch that does not pass raises
    GateError: those before it are in the graph, whole, and a second run completes the
    load. Loading twice changes nothing. With `whole` a first load into an embedded
    graph is faster, but a kill leaves nothing of it.
    """
    schema = load_schema()
    store.prepare()
    started = datetime.now(UTC).replace(microsecond=0)
    view = GraphView(store, started.strftime("%Y-%m-%dT%H:%M:%SZ"))
    look_first(view)
    summary = Summary()
    with store.whole_load() if whole else nullcontext(), Worker() as ahead:
        for found in checked_groups(batches, schema, ahead):
            if isinstance(found, Refused):
                raise GateError(found.problems, before_it(summary.articles))
            while found:
                changes = load_some(found, view, schema)
                summary = summary.plus(changes.summary)
                for batch in changes.batches:
                    progress(batch)
                found = found[len(changes.batches) :]
    return summary


def look_first(view: GraphView) -> None:
    """Look at the graph before a first load is written as a whole."""

    def look(revision: int) -> Sequence[Step]:
        view.look(revision)
        return ()

    view.revision = view.store.change(look)


def load_some(batches: Sequence[Batch], view: GraphView, schema: Schema) -> Changes:
    """The changes of the first, or of the first few, which are in the graph now.

    Other loads wait meanwhile. Where something else took away what the plan relies on,
    it is planned again, a few times.
    """
    planned: list[Changes] = []

    def steps(revision: int) -> Sequence[Step]:
        view.look(revision)
        planned.append(plan_some(batches, view, schema))
        return planned[-1].steps

    for left in reversed(range(TRIES)):
        try:
            view.revision = view.store.change(steps)
            break
        except StoreChangedError:
            view.revision = None
            if not left:
                raise
    view.note(planned[-1].noted)
    return planned[-1]


def before_it(articles: int) -> str:
    """What went in before the batch that did not pass."""
    return f"; {number_of(articles, 'article')} before it went in" if articles else ""


def checked_groups(
    batches: Iterable[Batch | CheckedBatch], schema: Schema, ahead: Worker
) -> Iterator[list[Batch] | Refused]:
    """Batches through the gate, if need be, while those before them are written."""
    gate = Gate(schema)
    groups = groups_of(
        gate.pass_batch(one) if isinstance(one, Batch) else one for one in batches
    )

    def take() -> list[Batch] | Refused | None:
        return next(groups, None)

    # One group ahead: the store waits for its engine, not for Python. The thread may
    # wait for a pipe for ever, and must not keep the process then.
    coming = ahead.begin(take)
    while (found := coming.result()) is not None:
        coming = ahead.begin(take)
        yield found
