"""What a person sees of a load while it runs, and after it."""

import sys
from threading import Lock, Timer
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from claimgraph.cli.terminal.target import PATIENCE
from claimgraph.errors import number_of
from claimgraph.loading import Summary
from claimgraph.model import Batch
from claimgraph.safe_text import on_one_line

# what is told beside it needs the rest of 80 columns
BAR_WIDTH = 16


class Bar:
    """Progress on standard error, from the first second on; `verb` says of what.

    It comes by itself: the first article may be long.
    """

    def __init__(self, total: int | None, verb: str = "loading") -> None:
        self.total, self.articles, self.claims = total, 0, 0
        self.verb = verb
        self.progress: Progress | None = None
        self.lock, self.done = Lock(), False
        self.timer = Timer(PATIENCE, self.appear)
        self.timer.daemon = True

    def appear(self) -> None:
        """Puts the bar on the screen, unless all is done."""
        with self.lock:
            if self.progress is None and not self.done:
                self.progress = progress_bar(self.total, self.verb)

    def advance(self, batch: Batch) -> None:
        """Counts a batch that is done."""
        articles, claims = self.articles + batch.last, len(batch.claims)
        self.show(articles, self.claims + claims, batch.article.id)

    def show(self, articles: int, claims: int, last: str) -> None:
        """Shows how many are done, and the article at hand."""
        self.articles, self.claims = articles, claims
        if self.progress is not None:
            words = f"{self.claims} claims, {on_one_line(last)}"
            task = self.progress.task_ids[0]
            self.progress.update(task, completed=self.articles, last=words)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self.timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Takes the bar away."""
        self.timer.cancel()
        with self.lock:
            self.done = True
        if self.progress is not None:
            self.progress.stop()


def progress_bar(total: int | None, verb: str) -> Progress:
    """A bar that is on the screen; nothing is shown where there is no terminal."""
    count = MofNCompleteColumn() if total else TextColumn("{task.completed:.0f}")
    progress = Progress(
        TextColumn(verb),
        BarColumn(BAR_WIDTH),
        count,
        TextColumn("articles, {task.fields[last]}", markup=False),
        console=Console(stderr=True, markup=False, highlight=False),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    progress.add_task("", total=total, last="")
    progress.start()
    return progress


def summary_text(summary: Summary, seconds: float) -> str:
    """A load in one line, of judgements only where some changed; below it what stays
    out of the graph: rejected claims, and what no claim was made of.
    """
    told = number_of(summary.judgements, "judgement")
    judged = f"{told} new, changed or gone, " if summary.judgements else ""
    lines = [
        f"{number_of(summary.articles, 'article')}: "
        f"{number_of(summary.created, 'claim')} new, "
        f"{summary.changed} changed, {summary.unchanged} unchanged, "
        f"{summary.taken_out} taken out, {judged}in {seconds:.1f} s"
    ]
    if summary.rejected:
        lines.append(
            f"not in the graph: {number_of(summary.rejected, 'claim')} that somebody "
            "rejected"
        )
    if not summary.left_out:
        return "\n".join(lines)
    counts = sorted(summary.left_out.items(), key=lambda one: (-one[1], one[0]))
    left = [f"{number:>8}  {on_one_line(reason)}" for reason, number in counts]
    return "\n".join([*lines, "left out, and why:", *left])
