"""What a person sees of articles that a machine reads, while it does and after it."""

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from claimgraph.api.extracting.choosing import ReaderChoice, choose
from claimgraph.api.extracting.folders import Unopened
from claimgraph.api.extracting.into_corpus import CorpusRun, Done, Heard
from claimgraph.api.extracting.sources import corpus_for
from claimgraph.api.extracting.tally import RunCount
from claimgraph.cli.terminal.failures import INPUT, say_aside
from claimgraph.cli.terminal.loading import Bar
from claimgraph.console import STDOUT
from claimgraph.errors import number_of
from claimgraph.model import Article, Claim
from claimgraph.safe_text import on_one_line, shell_word

NOBODY_LOOKED = (
    "nobody has looked at these claims: they decide no status and no count until you "
    "accept them"
)
NO_CLAIM = "no claim was found, so there is nothing to review"
MODEL_FINDS_MORE = (
    "a language model finds more: `claimgraph extract ARTICLE --model NAME`"
)
DECIDED = "all claims that were found are decided"
BY_HAND = "# write one yourself"
MODEL_NEEDS = "# with the extra [llm], and a key or a model of your own"
# articles whose names are told
MOST_NAMED = 3
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


def watch(outcomes: Iterable[Heard], tally: RunCount) -> None:
    """Goes through a run: a bar where it takes long, and each problem in a line.

    So is what has to be heard of articles, and, however much it is, of whole folders.
    """
    told = 0
    with Bar(None, "reading") as bar:
        for one in outcomes:
            if isinstance(one, Unopened):
                say_aside(on_one_line(one.words))
                continue
            words = one.told if isinstance(one, Done) else str(one)
            if isinstance(one, Done):
                bar.show(tally.articles, tally.proposed, one.stem)
            if not words:
                continue
            told += 1
            if told <= MOST_PROBLEMS:
                say_aside(on_one_line(words))
    if told > MOST_PROBLEMS:
        say_aside(f"… and {told - MOST_PROBLEMS} more problems")


@contextmanager
def said_after(tally: RunCount, place: str) -> Generator[None]:
    """Says what a run came to, also where an error or Ctrl-C ended it.

    One that ended before it read anything came to nothing.
    """
    started, done = time.monotonic(), False
    try:
        yield
        done = True
    finally:
        if done or tally.articles or tally.passed_over or tally.failed:
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


def say_next(place: Path, tally: RunCount, reader: str, form: str = "") -> None:
    """Says what to do with the claims that a reader proposed, if any were."""
    word = shell_word(str(place))
    if tally.articles and not tally.proposed + tally.kept + tally.dropped:
        hint = "" if reader == "llm" else f"; {MODEL_FINDS_MORE}"
        STDOUT.say(f"{NO_CLAIM}{hint}")
        return
    STDOUT.say(f"{NOBODY_LOOKED}.")
    if form == "parquet":
        return
    STDOUT.say("next: look at them, or load them as they are:")
    if not form:
        click.echo(f"  claimgraph review {word}")
    click.echo(f"  claimgraph load {word}")


@dataclass(frozen=True, slots=True)
class ReadArticles:
    """Articles that were read so that they can be loaded, and by whom.

    `stems` are all that are there, `articles` those that can be read as they stand,
    `claims` all that they have.
    """

    folder: Path
    stems: tuple[str, ...]
    articles: tuple[Article, ...]
    choice: ReaderChoice
    tally: RunCount
    claims: tuple[Claim, ...]

    @property
    def waiting(self) -> bool:
        """Whether nobody has decided about some of the claims."""
        return any(one.review == "proposed" for one in self.claims)

    def state(self) -> str:
        """How sure the claims are."""
        if self.waiting:
            return NOBODY_LOOKED
        return DECIDED if self.claims else NO_CLAIM

    def say(self) -> None:
        """Says how sure claims are that were proposed just now, what they are called
        by, and what to do next.
        """
        word = shell_word(str(self.folder))
        for one in self.articles[:MOST_NAMED]:
            say_named(one, self.folder)
        if len(self.articles) > MOST_NAMED:
            STDOUT.say(f"… and {len(self.articles) - MOST_NAMED} more articles")
        if self.tally.articles:
            STDOUT.say(f"read by {self.choice.called}: {self.choice.worth}.")
        STDOUT.say(f"{self.state()}. Next:")
        if self.waiting:
            click.echo(f"  claimgraph review {word}")
        else:
            stem = self.stems[0]
            click.echo(f"  claimgraph new claim {stem} --corpus {word}   {BY_HAND}")
        if self.choice.kind != "llm":
            click.echo(f"  claimgraph extract {word} --model NAME   {MODEL_NEEDS}")
        if self.tally.failed:
            raise SystemExit(INPUT)


def say_named(article: Article, folder: Path) -> None:
    """Says the stem of an article, what takes it out, and what nobody found of it."""
    stem, place = article.id, shell_word(str(folder))
    STDOUT.say(f"{stem}: `claimgraph forget {stem}` takes it out of the graph again")
    entry = f"`claimgraph new entity NAME --type org --kind outlet --corpus {place}`"
    rows = (
        (article.publisher, "publisher", f"`publisher:` with its id ({entry} has it)"),
        (article.published, "day of publication", "`published:` with the day"),
    )
    for found, what, how in rows:
        if found is None:
            claims = folder / "claims" / f"{stem}.yaml"
            STDOUT.say(f"{stem}: no {what} found: write {how} into {claims}")


def read_uncoded(
    sources: Sequence[str], given: Path | None, model: str | None
) -> ReadArticles:
    """Has articles read that nobody coded; SystemExit where none could be."""
    choice = choose(model)
    run = CorpusRun(corpus_for(given, sources), choice.make)
    if choice.place is not None:
        say_aside(f"the texts of the articles go to {choice.place}")
    stems: dict[str, None] = {}

    def listed() -> Iterator[Heard]:
        for one in run.run(sources):
            if isinstance(one, Done):
                stems[one.stem] = None
                one = run.with_language(one)
            yield one

    watch(listed(), run.tally)
    if not stems:
        raise SystemExit(INPUT)
    found = [run.article(stem) for stem in stems]
    articles = tuple(one for one in found if isinstance(one, Article))
    claims = tuple(claim for stem in stems for claim in run.claims(stem))
    return ReadArticles(run.folder, tuple(stems), articles, choice, run.tally, claims)
