"""Articles into a corpus, with the claims that a producer proposes for them."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from claimgraph.api.articles import place_article, publisher_id, stem_of_address
from claimgraph.api.corpora import new_corpus
from claimgraph.api.extracting.corpus import OpenCorpus, Written, refuse_wrong
from claimgraph.api.extracting.done import DoneList
from claimgraph.api.extracting.entries import are_sound
from claimgraph.api.extracting.folders import Unopened, is_corpus
from claimgraph.api.extracting.reading import (
    MakeProducer,
    Outcome,
    ReadArticle,
    producer_of,
    publisher_entity,
    read_by,
    told_of_language,
)
from claimgraph.api.extracting.running import (
    Crew,
    here,
    in_order,
    processes,
    threads,
)
from claimgraph.api.extracting.same_text import HeldTexts, changed_twin, twin_of
from claimgraph.api.extracting.sources import (
    STDIN,
    RawFile,
    fit_page,
    page_of,
    parts_of,
    problem_of,
)
from claimgraph.api.extracting.tally import RunCount
from claimgraph.coding.articles import known_stem
from claimgraph.corpus.new_articles import organization_named
from claimgraph.corpus.reading import read_article, stems
from claimgraph.corpus.scaffold import require_free
from claimgraph.corpus.uses import SCHEME
from claimgraph.errors import (
    ClaimgraphError,
    CorpusError,
    GateError,
    Problem,
)
from claimgraph.model import Article, Claim
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web
from claimgraph.pages.sources import is_address
from claimgraph.safe_text import shell_word

Task = tuple[Article, frozenset[str]]
NAMES = f"{SCHEME}names"


@dataclass(frozen=True, slots=True)
class Done:
    """An article of a corpus that was read; `written` is None where it was before.

    `told` says what a person has to hear of it, that it is not English, say.
    """

    stem: str
    written: Written | None
    told: str = ""


Heard = Done | Problem | Unopened


def open_corpus(folder: Path) -> OpenCorpus:
    """A corpus to write into, begun where there is none: it uses the names that ship.

    CorpusError for a folder that holds something else, or cannot be written.
    """
    if not is_corpus(folder):
        new_corpus(folder, (NAMES,))
    return OpenCorpus(folder)


class CorpusRun:
    """A run over sources, whose articles come into one corpus with their claims."""

    def __init__(self, folder: Path, make: MakeProducer, web: Web | None = None):
        if not is_corpus(folder):
            require_free(folder)
        self.folder = folder
        self.make, self.web = make, web or Web()
        self.producer = producer_of(make).name
        self.done = DoneList(folder, producer_of(make).done_as)
        self.tally = RunCount()

    @cached_property
    def corpus(self) -> OpenCorpus:
        """The corpus; it is begun with its first article, where it is new."""
        return open_corpus(self.folder)

    @cached_property
    def texts(self) -> HeldTexts:
        """The texts of the corpus."""
        return HeldTexts(self.corpus.folder)

    def run(self, sources: Iterable[str], jobs: int = 1) -> Iterator[Heard]:
        """Each article that was read, and each problem; what is done stays done.

        Several processes all begin with what is known at the beginning.
        """
        told = self.told()
        yield from self.read(self.articles(sources, told), told, jobs)

    def told(self) -> list[Heard]:
        """A list for what is to be told of articles that are not read."""
        return []

    def read(
        self, articles: Iterable[Article], told: list[Heard], jobs: int = 1
    ) -> Iterator[Heard]:
        """The same for articles that stand in the corpus; `told` is told with them."""
        with self.crew(jobs) as crew:
            for outcome in in_order(map(self.task, articles), crew):
                yield from told
                told.clear()
                yield self.finish(outcome)
            yield from told

    def task(self, article: Article) -> Task:
        """What somebody needs to read an article."""
        return article, self.corpus.memory.own_of(article)

    def crew(self, jobs: int) -> AbstractContextManager[Crew[Task, Outcome]]:
        """Who reads the articles."""
        if jobs < 2:
            return nullcontext(here(self.read_now))
        if producer_of(self.make).waits:
            return threads(self.read_now, jobs)
        return processes(ReadArticle(self.make, self.corpus.memory.known), jobs)

    def read_now(self, task: Task) -> Outcome:
        """What is proposed for an article, with all that is known by now."""
        return read_by(task[0], self.make, self.corpus.memory.known_for(task[0]))

    def articles(self, sources: Iterable[str], told: list[Heard]) -> Iterator[Article]:
        """The articles to read, which stand in the corpus; `told` takes the others."""
        for source in sources:
            for one in self.placed(source):
                if isinstance(one, Problem):
                    self.tally.failed += 1
                    told.append(one)
                elif isinstance(one, Unopened):
                    told.append(one)
                elif isinstance(one, Done):
                    self.tally.passed_over += 1
                    told.append(one)
                else:
                    yield one

    def placed(self, source: str) -> Iterator[Article | Heard]:
        """The articles of one source, in the corpus; those that are done are told."""
        again = self.stems_again(source)
        if again is not None:
            for stem in again:
                yield self.article(stem)
            return
        known = self.stem_of_address(source)
        if known is not None:
            yield self.unless_done(self.article(known))
            return
        for part in parts_of(source, self.web):
            if isinstance(part, Problem | Unopened):
                yield part
                continue
            there = self.done.stem(part.digest) if isinstance(part, RawFile) else None
            if there is not None and self.has(there):
                yield Done(there, None)
            else:
                yield self.unless_done(self.place(part, source))

    def stem_of_address(self, source: str) -> str | None:
        """The article of the corpus that came from an address; None where none did."""
        if not is_address(source) or not is_corpus(self.folder):
            return None
        return stem_of_address(self.corpus.corpus, source, None)

    def stems_again(self, source: str) -> list[str] | None:
        """The articles of the corpus itself that a source means; None for others."""
        folder, path = self.folder, Path(source)
        if is_address(source) or source == STDIN or not is_corpus(folder):
            return None
        if path.is_dir() and path.resolve() == folder.resolve():
            return stems(folder)
        inside = path.resolve().parent.parent == folder.resolve()
        if inside and path.parent.name in ("articles", "claims") and path.is_file():
            return [known_stem(folder, path.stem)]
        if not path.exists() and source in stems(folder):
            return [source]
        return None

    def unless_done(
        self, article: Article | Done | Problem
    ) -> Article | Done | Problem:
        """An article, unless the producer has read it."""
        if isinstance(article, Article) and article in self.done:
            return Done(article.id, None)
        return article

    def with_language(self, one: Done) -> Done:
        """An article with what has to be heard of its language, passed over or not."""
        article = self.article(one.stem)
        if one.told or not isinstance(article, Article):
            return one
        return replace(one, told=self.heard_of(article))

    def claims(self, stem: str) -> tuple[Claim, ...]:
        """The claims of an article, as its file has them now."""
        return read_article(self.corpus.corpus, stem).claims

    def heard_of(self, article: Article) -> str:
        """What a person has to hear of the language of an article."""
        again = f"{article.id} --corpus {shell_word(str(self.folder))}"
        return told_of_language(article, self.make, again)

    def has(self, stem: str) -> bool:
        """Whether the corpus has that article still."""
        return (self.folder / "articles" / f"{stem}.txt").exists()

    def place(
        self, part: RawFile | ArticlePage, source: str
    ) -> Article | Done | Problem:
        """An article in the corpus, as the header of its claims file has it.

        One that the corpus has under another name, or with other words, is told.
        """
        one_file = isinstance(part, RawFile)
        file = part.file if isinstance(part, RawFile) else part.url or source
        try:
            page = page_of(part) if isinstance(part, RawFile) else fit_page(part, file)
            corpus = self.corpus.corpus
            twin = twin_of(page, corpus, self.texts, one_file=one_file)
            if twin is None:
                self.know_publisher(page)
                new = place_article(self.corpus.corpus, page, None, file, spare=True)
                if new.written:
                    self.texts.add(new.stem, page.text)
                    return self.article(new.stem)
                if one_file:
                    batch = read_article(self.corpus.corpus, new.stem)
                    twin = changed_twin(page, batch)
                if twin is None:
                    return self.article(new.stem)
        except ClaimgraphError as error:
            return problem_of(error, file)
        return Done(twin.article.id, None, twin.told(file, self.folder))

    def know_publisher(self, page: ArticlePage) -> None:
        """Writes an entry for the publisher of a page, where nobody has that name."""
        if page.publisher is None:
            return
        name, at_hand = page.publisher.words, self.corpus.corpus.entities
        if organization_named(self.corpus.corpus, name) is None:
            entity = publisher_entity(publisher_id(name, at_hand), name)
            if are_sound(entity, at_hand):
                self.corpus.add_entities([entity])

    def article(self, stem: str) -> Article | Problem:
        """An article of the corpus; a problem where it is not in order."""
        batch = read_article(self.corpus.corpus, stem)
        try:
            refuse_wrong(batch, self.corpus.corpus)
        except GateError as error:
            return error.problems[0]
        return batch.article

    def finish(self, outcome: Outcome) -> Done | Problem:
        """Writes what is proposed for an article."""
        article, proposals = outcome.article, outcome.proposals
        if article is None or proposals is None:
            self.tally.failed += 1
            return outcome.problem or Problem("", None, "", "was not read")
        try:
            notes = self.done.notes(article.id)
            written = self.corpus.write(proposals, self.producer, notes)
        except (CorpusError, GateError) as error:
            self.tally.failed += 1
            if isinstance(error, GateError):
                return error.problems[0]
            return problem_of(error, article.id)
        self.done.add(article, written.agreed, written.notes)
        self.tally.count_written(proposals, written)
        return Done(article.id, written, self.heard_of(article))
