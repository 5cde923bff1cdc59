"""`claimgraph review`: what a machine proposed, accepted or rejected by a person."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from claimgraph.api.reviewing import QueueFilter, Review, open_review
from claimgraph.cli.terminal.answers import on_terminal
from claimgraph.cli.terminal.target import PATIENCE
from claimgraph.errors import ClaimgraphError, number_of
from claimgraph.extras import needs_extra
from claimgraph.safe_text import shell_word

PORT = 8765
HAND = "hand"
# the server of --web sets it for the screens that it shows in pages
IN_BROWSER = "TEXTUAL_DRIVER"
PORTS = click.IntRange(1, 65_535)
NO_TERMINAL = (
    "a review needs a terminal to show it in: start it without a pipe, or add --web"
)
LISTENS = "Where --web listens, on 127.0.0.1 alone."


@click.command()
@click.option("--article", metavar="STEM", default="", help="Show only this article.")
@click.option("--web", is_flag=True, help="Show it in a browser on this machine.")
@click.option("--port", type=PORTS, default=PORT, show_default=True, help=LISTENS)
@click.argument(
    "folder", metavar="[CORPUS]", default=".", type=click.Path(path_type=Path)
)
def command(folder: Path, article: str, web: bool, port: int) -> None:
    """Decide about the claims that a machine proposed, in the corpus at CORPUS.

    A file of Claims JSONL will do: its claims can be accepted and rejected.

    One after the other is shown in its article: a accepts it, r rejects it, e changes
    it, u takes that back, ? shows all keys. Each decision is written into the claims
    file at once, so that the next review goes on where this one ended.

    Example: claimgraph review seeds
    """
    review = open_review(folder, tell_reading())
    for line in review.unread():
        click.echo(line, err=True)
    if not any(one.review == "proposed" for one in review.desk.claims):
        say_nothing_waits(review)
        return
    if web:
        with needs_extra("review", "`claimgraph review`"):
            from claimgraph.cli.screen.web import serve

        serve(folder, article, port)
        return
    with needs_extra("review", "`claimgraph review`"):
        from claimgraph.cli.screen.app import ReviewApp

    if not on_terminal() and IN_BROWSER not in os.environ:
        raise ClaimgraphError(NO_TERMINAL)
    app = ReviewApp(review, QueueFilter(article=article))
    app.run()
    # a page of a browser is spoken to by standard output alone
    if IN_BROWSER not in os.environ:
        say_decided(review, app.walk.pace.told())


def say_decided(review: Review, pace: str = "") -> None:
    """Tells what was decided in this session, how much waits, and what comes next."""
    waiting = sum(one.review == "proposed" for one in review.desk.claims)
    parts = [f"{number} {what}" for what, number in review.decided().items()]
    told = ", ".join(parts) or "nothing decided"
    click.echo(f"{told}; {number_of(waiting, 'claim waits', 'claims wait')} still")
    if parts:
        if pace:
            click.echo(pace)
        where = shell_word(str(review.folder))
        click.echo(f"next: `claimgraph load {where}` takes it into the graph")


def tell_reading() -> Callable[[int, int], None]:
    """Tells on a terminal how far a reading of more than a second is."""
    started = time.monotonic()

    def tell(number: int, total: int) -> None:
        if time.monotonic() - started < PATIENCE or not sys.stderr.isatty():
            return
        words = f"read {number} of {total} articles"
        shown = " " * len(words) + "\r" if number == total else words
        click.echo(f"\r{shown}", nl=False, err=True)

    return tell


def say_nothing_waits(review: Review) -> None:
    """Tells that there is nothing to decide, and what makes proposals."""
    decided = sum(one.by != HAND for one in review.desk.claims)
    if decided:
        count = number_of(decided, "claim")
        click.echo(f"nothing waits: all {count} that machines proposed are decided")
    else:
        click.echo("nothing waits: no machine proposed any claim in this corpus")
    where = shell_word(str(review.folder))
    click.echo(f"next: `claimgraph extract ARTICLE --corpus {where}` proposes claims")
