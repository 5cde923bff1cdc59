"""What a person sees of articles that a machine reads, while it does and after it."""

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from claimgraph.api.extracting.choosing import ReaderChoice, choose
from claimgraph.api.extracting.into_corpus import CorpusRun, Done, corpus_for
from claimgraph.api.extracting.tally import RunCount
from claimgraph.cli.terminal.failures import INPUT, say_aside
from claimgraph.cli.terminal.loading import Bar
from claimgraph.console import STDOUT
from claimgraph.errors import Problem, number_of
from claimgraph.model import Article
from claimgraph.safe_text import on_one_line, shell_word

NOBODY_LOOKED = (
    "nobody has looked at these claims: they decide no status and no count until you "
    "accept them"
)
# reasons for refusals, and problems, that are told
MOST_REASONS, MOST_PROBLEMS = 8, 50


def say_who(choice: ReaderChoice) -> None:
    """Says who reads, what that is worth, and where texts go."""
    say_aside(f"read by {choice.called}: {choice.worth}")
    if choice.place is not None:
        say_aside(f"the texts of the articles go to {choice.place}")


def show_cost(run: CorpusRun, articles: Sequence[Article], model: str) -> None:
    """Says what a model will be asked, before it is."""
    from claimgraph.api.extracting.asking import cost_of

    cost = cost_of(run, articles, model)
    kept = f"; {number_of(cost.kept, 'answer')} of earlier runs" if cost.kept else ""
    say_aside(
        f"{number_of(len(articles), 'article')}: {number_of(cost.calls, 'call')} of "
        f"about {cost.tokens:,} tokens{kept}; --budget TOKENS sets a limit"
    )


def watch(outcomes: Iterable[Done | Problem], tally: RunCount) -> None:
    """Goes through a run: a bar where it takes long, and each problem in a line."""
    problems = 0
    with Bar(None, "reading") as bar:
        for one in outcomes:
            if isinstance(one, Done):
                bar.show(tally.articles, tally.proposed, one.stem)
                continue
            problems += 1
            if problems <= MOST_PROBLEMS:
                say_aside(on_one_line(str(one)))
    if problems > MOST_PROBLEMS:
        say_aside(f"… and {problems - MOST_PROBLEMS} more problems")


@contextmanager
def said_after(tally: RunCount, place: str) -> Generator[None]:
    """Says what a run came to, also where an error or Ctrl-C ended it."""
    started = time.monotonic()
    try:
        yield
    finally:
        say_run(tally, place, time.monotonic() - started)


def say_run(tally: RunCount, place: str, seconds: float) -> None:
    """Says what a run came to."""
    read = number_of(tally.articles, "article")
    STDOUT.say(f"{place}: {read} read in {seconds:.1f} s")
    rows = (
        (tally.proposed, "claims proposed"),
        (tally.kept, "stand there as they were proposed before"),
        (tally.gone, "taken out: proposed before, and no more"),
        (tally.dropped, "left out: the corpus has them already, in some state"),
        (sum(tally.refused.values()), "refused, since they do not pass the gate:"),
    )
    for number, words in rows:
        if number or words == rows[0][1]:
            STDOUT.say(f"{number:>8}  {words}")
    for reason, number in tally.refused.most_common(MOST_REASONS):
        STDOUT.say(f"{number:>14}  {on_one_line(reason)}")
    if tally.passed_over:
        STDOUT.say(f"{tally.passed_over:>8}  articles passed over: read before")
    if tally.failed:
        STDOUT.say(f"{tally.failed:>8}  could not be read: see above")


def say_next(place: Path, form: str = "") -> None:
    """Says what to do with the claims that were proposed."""
    word = shell_word(str(place))
    STDOUT.say(f"{NOBODY_LOOKED}.")
    if form == "parquet":
        return
    STDOUT.say("next: look at them, or load them as they are:")
    if not form:
        click.echo(f"  claimgraph review {word}")
    click.echo(f"  claimgraph load {word}")


@dataclass(frozen=True, slots=True)
class ReadArticles:
    """Articles that were read so that they can be loaded, and by whom."""

    folder: Path
    stems: tuple[str, ...]
    choice: ReaderChoice
    failed: int

    def say(self) -> None:
        """Says how sure claims are that were proposed just now, and what to do next."""
        word = shell_word(str(self.folder))
        STDOUT.say(f"read by {self.choice.called}: {self.choice.worth}.")
        STDOUT.say(f"{NOBODY_LOOKED}. Next:")
        click.echo(f"  claimgraph review {word}")
        if self.choice.kind != "llm":
            click.echo(f"  claimgraph extract {word} --model NAME")
        if self.failed:
            raise SystemExit(INPUT)


def read_uncoded(
    sources: Sequence[str], given: Path | None, model: str | None
) -> ReadArticles:
    """Has articles read that nobody coded; SystemExit where none could be."""
    choice = choose(model)
    run = CorpusRun(corpus_for(given, sources), choice.make)
    if choice.place is not None:
        say_aside(f"the texts of the articles go to {choice.place}")
    stems: list[str] = []

    def listed() -> Iterator[Done | Problem]:
        for one in run.run(sources):
            if isinstance(one, Done):
                stems.append(one.stem)
            yield one

    watch(listed(), run.tally)
    if not stems:
        raise SystemExit(INPUT)
    return ReadArticles(run.folder, tuple(stems), choice, run.tally.failed)
