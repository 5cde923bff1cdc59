"""How long a person looks through the proposals of an article: measured and estimated.

    python benchmarks/review_time.py CORPUS [--article STEM ...]

Nobody sits there. The screen of `claimgraph review` (80x24) is driven over all that
waits in a copy of the corpus: `a` accepts what the gate lets through, `r` rejects the
rest. Measured are words, keys, how often the text moves, and milliseconds from a key to
the next card, drawn. Minutes are estimated: 0.28 s a key, Shift being one, and 1.35 s a
decision (Card, Moran & Newell 1980, the keystroke-level model, an average typist), 238
words a minute (Brysbaert 2019, silent reading of non-fiction; most adults 175 to 300).
Read are the bold words of each card and the sentence of its quote: "once" only where
the card before had another one, else at each card. "unread" is `A` for each relation
(`f`), with its first card read alone: that is no review, but the least it can take.
"""

import argparse
import asyncio
import re
import shutil
import tempfile
import time
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from textual import events

from claimgraph.api.review_lists import PickLine, lines_with
from claimgraph.api.reviewing import Proposed, QueueFilter, Review, open_review
from claimgraph.cli.screen.app import ReviewApp, choice_words
from claimgraph.cli.screen.article_view import ArticleView
from claimgraph.cli.screen.claim_card import card_text
from claimgraph.model import TextSpan
from claimgraph.scoring.sentences import sentence_starts

KEY, DECISION, RATE = 0.28, 1.35, 238
PATIENCE = 60


class TimedApp(ReviewApp):
    """The screen, which tells when a card is drawn."""

    def __init__(self, review: Review, shown: QueueFilter) -> None:
        super().__init__(review, shown)
        self.drawn = asyncio.Event()

    def show(self) -> None:
        """Shows the proposal at hand."""
        super().show()
        self.call_after_refresh(self.drawn.set)


@dataclass(slots=True)
class Tally:
    """What a way through an article takes."""

    cards: int = 0
    claim: int = 0
    each: int = 0
    once: int = 0
    keys: int = 0
    decisions: int = 0
    moves: int = 0
    waits: list[float] = field(default_factory=list[float])
    last: str = ""

    def read(self, review: Review, one: Proposed) -> None:
        """Counts the words of a card, and of its passage."""
        self.cards += 1
        text = card_text(review.card(one))
        told = text.plain.partition("\n")[0]
        dim = [one for one in text.spans if "dim" in str(one.style)]
        passed = sum(word_count(told[span.start : span.end]) for span in dim)
        self.claim += word_count(told) - passed
        passage = passage_of(review.article(one.claim.article).text or "", one)
        self.each += word_count(passage)
        self.once += word_count(passage) * (passage != self.last)
        self.last = passage

    def minutes(self, passages: int) -> float:
        """How long that takes by the models, with so many words of passages."""
        acts = self.keys * KEY + self.decisions * DECISION + sum(self.waits)
        return (self.claim + passages) / RATE + acts / 60


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"\w[\w'\u2019.-]*", text))


def passage_of(text: str, one: Proposed) -> str:
    """The sentences in which a quote stands."""
    place = one.claim.selector
    if not isinstance(place, TextSpan):
        return one.claim.quote
    starts = [*sentence_starts(text), len(text)]
    last = min(bisect_right(starts, place.end - 1), len(starts) - 1)
    return text[starts[bisect_right(starts, place.start) - 1] : starts[last]]


async def settled(app: ReviewApp) -> None:
    """Waits until the work in the background is done."""
    # textual's annotations leave open what a worker gives
    await app.workers.wait_for_complete()  # pyright: ignore[reportUnknownMemberType]


async def one_key_each(folder: Path, shown: QueueFilter) -> Tally:
    """Decides one proposal after the other by its key."""
    tally, app = Tally(), TimedApp(open_review(folder), shown)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app)
        await pilot.pause()
        view = app.query_one(ArticleView)
        while (one := app.walk.current) is not None:
            tally.read(app.review, one)
            key = "r" if app.review.problems(one.claim) else "a"
            before = view.scroll_offset.y
            app.drawn.clear()
            began = time.perf_counter()
            app.post_message(events.Key(key, key))
            await asyncio.wait_for(app.drawn.wait(), PATIENCE)
            tally.waits.append(time.perf_counter() - began)
            await pilot.pause()
            tally.keys += 1
            tally.decisions += 1
            tally.moves += view.scroll_offset.y != before
    return tally


def unread(review: Review, shown: QueueFilter) -> Tally:
    """What it takes to accept relation by relation, whatever the other cards say."""
    tally = Tally()
    words = [choice_words(one) for one in review.choices(shown)]
    lines = [PickLine(one, one) for one in words]
    groups: dict[str, list[Proposed]] = {}
    for one in review.queue(shown).proposed:
        groups.setdefault(one.claim.relation, []).append(one)
    for relation, group in groups.items():
        tally.read(review, group[0])
        aim = PickLine(f"relation {relation}", f"relation {relation}")
        # letters, and down, until the line is marked
        marked = min(
            typed + lines_with(lines, relation[:typed], len(lines)).index(aim)
            for typed in range(len(relation) + 1)
        )
        # f, these, Enter, then A with Shift, or a
        tally.keys += 1 + marked + 1 + (2 if len(group) > 1 else 1)
        tally.decisions += 2
    return tally


def row(corpus: Path, stem: str) -> str:
    """The row of an article, whose corpus is copied first."""
    size = (corpus / "articles" / f"{stem}.txt").stat().st_size
    shown = QueueFilter(article=stem, hidden=True)
    least = unread(open_review(corpus), shown)
    with tempfile.TemporaryDirectory() as scratch:
        folder = shutil.copytree(corpus, Path(scratch) / "corpus")
        one = asyncio.run(one_key_each(folder, shown))
    waits = [1000 * wait for wait in one.waits]
    cells = (
        *(stem, f"{size / 1000:.1f}", one.cards, one.claim, one.once, one.each),
        *(one.keys, one.moves, f"{median(waits):.0f}", f"{max(waits):.0f}"),
        f"{one.minutes(one.once):.1f} to {one.minutes(one.each):.1f}",
        *(least.keys, f"{least.minutes(least.once):.1f}"),
    )
    return f"| {' | '.join(map(str, cells))} |"


HEAD = (
    *("article", "kB", "proposals", "words of claims", "of sentences, once", "each"),
    *("keys", "moves", "ms, median", "worst", "minutes", "keys, unread", "minutes"),
)


def main() -> None:
    """Print the table, a row for each article."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--article", nargs="+", metavar="STEM")
    given = parser.parse_args()
    waiting = open_review(given.corpus).desk.waiting()
    listed = given.article or sorted({one.claim.article for one in waiting})
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}", flush=True)
    for stem in listed:
        print(row(given.corpus, stem), flush=True)


if __name__ == "__main__":
    main()
