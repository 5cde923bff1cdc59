"""Sources into a graph, with all that a person wants to see of it."""

import sys
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from claimgraph.cli.terminal.failures import ProblemsError
from claimgraph.loading import GateError, Summary, load
from claimgraph.model import Batch
from claimgraph.safe_text import on_one_line
from claimgraph.store.base import Store

PATIENCE = 1.0


def begun(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches, the first read now: what cannot be read makes no new graph."""
    source = iter(batches)
    return chain([*islice(source, 1)], source)


def load_batches(
    batches: Iterable[Batch], store: Store, total: int | None = None
) -> Summary:
    """What a load did; problems of a batch raise ProblemsError.

    `total` is the number of articles, where it is known. A bar comes up on a terminal
    once the load has taken a second.
    """
    bar = Bar(total)
    try:
        return load(batches, store, bar.advance)
    except GateError as error:
        done = error.summary.articles
        after = f"; {counted(done, 'article')} before it went in" if done else ""
        raise ProblemsError(error.problems, after) from None
    finally:
        bar.close()


class Bar:
    """Progress on standard error, from the first second on; `verb` says of what."""

    def __init__(self, total: int | None, verb: str = "loading") -> None:
        self.total, self.articles, self.claims = total, 0, 0
        self.verb = verb
        self.started = time.monotonic()
        self.progress: Progress | None = None

    def advance(self, batch: Batch) -> None:
        """Counts a batch that is done."""
        self.articles += batch.last
        self.claims += len(batch.claims)
        if self.progress is None and time.monotonic() - self.started > PATIENCE:
            self.progress = shown(self.total, self.verb)
        if self.progress is not None:
            words = f"{self.claims} claims, {on_one_line(batch.article.id)}"
            task = self.progress.task_ids[0]
            self.progress.update(task, completed=self.articles, last=words)

    def close(self) -> None:
        """Takes the bar away."""
        if self.progress is not None:
            self.progress.stop()


def shown(total: int | None, verb: str) -> Progress:
    """A bar that is on the screen; nothing is shown where there is no terminal."""
    progress = Progress(
        TextColumn(verb),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("articles, {task.fields[last]}", markup=False),
        console=Console(stderr=True, markup=False, highlight=False),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    progress.add_task("", total=total, last="")
    progress.start()
    return progress


def told(summary: Summary, seconds: float) -> str:
    """A load in one line."""
    return (
        f"{counted(summary.articles, 'article')}: {summary.created} claims new, "
        f"{summary.replaced} replaced, {summary.unchanged} unchanged, "
        f"{summary.retracted} retracted, in {seconds:.1f} s"
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths, each once, in their order."""
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield path
