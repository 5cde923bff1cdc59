"""Batches into a store: each in one transaction, so that a kill leaves whole ones."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import UTC, datetime

from claimgraph.errors import GateError, Problem
from claimgraph.gate import check, check_judgements
from claimgraph.identity import resolve
from claimgraph.loading.graph_view import GraphView
from claimgraph.loading.plan import Summary, plan
from claimgraph.model import Batch
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema
from claimgraph.store.base import Store


def load(
    batches: Iterable[Batch],
    store: Store,
    progress: Callable[[Batch], None] = lambda batch: None,
    *,
    whole: bool = False,
) -> Summary:
    """How many claims came, changed and went.

    Each batch passes the gate and is written in one transaction. A batch that does
    not pass raises GateError: those before it are in the graph, whole, and a second
    run completes the load. Loading twice changes nothing. With `whole` a first load
    into an embedded graph is about twice as fast, but a kill leaves nothing of it.
    """
    schema = load_schema()
    store.prepare()
    started = datetime.now(UTC).replace(microsecond=0)
    view = GraphView(store, started.strftime("%Y-%m-%dT%H:%M:%SZ"))
    summary = Summary()
    with store.whole_load() if whole else nullcontext():
        for batch, problems in checked_batches(batches, schema):
            if problems:
                raise GateError(problems, before_it(summary.articles))
            changes = plan(batch, view, schema)
            if changes.steps:
                store.write(changes.steps)
            view.note(changes.noted)
            summary = summary.plus(changes.summary)
            progress(batch)
    return summary


def before_it(articles: int) -> str:
    """What went in before the batch that did not pass."""
    if articles == 0:
        return ""
    return f"; {articles} article{'s' if articles != 1 else ''} before it went in"


def checked_batches(
    batches: Iterable[Batch], schema: Schema
) -> Iterator[tuple[Batch, list[Problem]]]:
    """Each batch with what is wrong in it, made while the one before is written."""
    source = iter(batches)

    def take() -> tuple[Batch, list[Problem]] | None:
        batch = next(source, None)
        return None if batch is None else (batch, check_batch(batch, schema))

    # One thread, one batch ahead: the store waits for its engine, not for Python.
    with ThreadPoolExecutor(1, "claimgraph-gate") as pool:
        coming = pool.submit(take)
        while found := coming.result():
            coming = pool.submit(take)
            yield found


def check_batch(batch: Batch, schema: Schema) -> list[Problem]:
    """All that is wrong with a batch, its judgements included."""
    problems = check(batch, schema)
    if batch.judgements:
        problems += check_judgements(batch.judgements)
        problems += resolve(batch.judgements)[1]
    return problems
