"""Articles into a corpus, with the claims that a producer proposes for them."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from claimgraph.api.articles import place_article, publisher_id, stem_of_address
from claimgraph.api.corpora import new_corpus
from claimgraph.api.extracting.corpus import OpenCorpus, Written, refuse_wrong
from claimgraph.api.extracting.done import DoneList
from claimgraph.api.extracting.entries import are_sound
from claimgraph.api.extracting.reading import (
    MakeProducer,
    Outcome,
    ReadArticle,
    producer_of,
    publisher_entity,
)
from claimgraph.api.extracting.running import (
    Crew,
    here,
    in_order,
    processes,
    threads,
)
from claimgraph.api.extracting.sources import (
    RawFile,
    fit_page,
    is_corpus,
    page_of,
    parts_of,
    problem_of,
)
from claimgraph.api.extracting.tally import RunCount
from claimgraph.coding.articles import known_stem
from claimgraph.corpus.new_articles import organization_named
from claimgraph.corpus.reading import read_article, stems
from claimgraph.corpus.uses import SCHEME
from claimgraph.errors import ClaimgraphError, CorpusError, GateError, Problem
from claimgraph.model import Article
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web
from claimgraph.pages.sources import is_address

NAMES = f"{SCHEME}names"
DEFAULT = Path("corpus")


@dataclass(frozen=True, slots=True)
class Done:
    """An article of a corpus that was read; `written` is None where it was before."""

    stem: str
    written: Written | None


def corpus_for(given: Path | None, sources: Iterable[str]) -> Path:
    """The corpus that is meant: the one given, the one that a source is or lies in, the
    folder at hand if it is one, else `corpus` in it.
    """
    if given is not None:
        return given
    for source in sources:
        path = Path(source)
        if is_corpus(path):
            return path
        above = path.absolute().parent
        if above.name == "articles" and is_corpus(above.parent):
            return path.parent.parent
    return Path() if is_corpus(Path()) else DEFAULT


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
        self.corpus = open_corpus(folder)
        self.make, self.web = make, web or Web()
        self.producer = producer_of(make).name
        self.done = DoneList(folder, self.producer)
        self.tally = RunCount()

    def run(self, sources: Iterable[str], jobs: int = 1) -> Iterator[Done | Problem]:
        """Each article that was read, and each problem; what is done stays done.

        Several processes all begin with what is known at the beginning.
        """
        with self.crew(jobs) as crew:
            asked: list[Done | Problem] = []
            articles = self.articles(sources, asked)
            for outcome in in_order(articles, crew):
                yield from asked
                asked.clear()
                yield self.finish(outcome)
            yield from asked

    def crew(self, jobs: int) -> AbstractContextManager[Crew[Article, Outcome]]:
        """Who reads the articles."""
        if jobs < 2:
            return nullcontext(here(self.read_now))
        if producer_of(self.make).waits:
            return threads(self.read_now, jobs)
        return processes(ReadArticle(self.make, self.corpus.known), jobs)

    def read_now(self, article: Article) -> Outcome:
        """What is proposed for an article, with all that is known by now."""
        return ReadArticle(self.make, self.corpus.known)(article)

    def articles(
        self, sources: Iterable[str], told: list[Done | Problem]
    ) -> Iterator[Article]:
        """The articles to read, which stand in the corpus; `told` takes the others."""
        for source in sources:
            for one in self.placed(source):
                if isinstance(one, Problem):
                    self.tally.failed += 1
                    told.append(one)
                elif isinstance(one, Done):
                    self.tally.passed_over += 1
                    told.append(one)
                else:
                    yield one

    def placed(self, source: str) -> Iterator[Article | Done | Problem]:
        """The articles of one source, in the corpus; those that are done are told."""
        again = self.stems_again(source)
        if again is not None:
            for stem in again:
                yield self.article(stem)
            return
        known = stem_of_address(self.corpus.corpus, source, None)
        if known is not None:
            yield self.unless_done(self.article(known))
            return
        for part in parts_of(source, self.web):
            if isinstance(part, Problem):
                yield part
            elif isinstance(part, RawFile) and part.digest in self.done:
                yield Done(part.name, None)
            else:
                yield self.unless_done(self.place(part, source))

    def stems_again(self, source: str) -> list[str] | None:
        """The articles of the corpus itself that a source means; None for others."""
        folder, path = self.corpus.folder, Path(source)
        if is_address(source) or source == "-":
            return None
        if path.is_dir() and path.resolve() == folder.resolve():
            return stems(folder)
        inside = path.resolve().parent.parent == folder.resolve()
        if inside and path.parent.name in ("articles", "claims") and path.is_file():
            return [known_stem(folder, path.stem)]
        if not path.exists() and source in stems(folder):
            return [source]
        return None

    def unless_done(self, article: Article | Problem) -> Article | Done | Problem:
        """An article, unless the producer has read it."""
        if isinstance(article, Article) and article.sha256 in self.done:
            return Done(article.id, None)
        return article

    def place(self, part: RawFile | ArticlePage, source: str) -> Article | Problem:
        """An article in the corpus, as the header of its claims file has it."""
        file = part.file if isinstance(part, RawFile) else source
        try:
            page = page_of(part) if isinstance(part, RawFile) else fit_page(part, file)
            self.know_publisher(page)
            new = place_article(self.corpus.corpus, page, None, file, spare=True)
        except ClaimgraphError as error:
            return problem_of(error, file)
        return self.article(new.stem)

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
            written = self.corpus.write(proposals, self.producer)
        except (CorpusError, GateError) as error:
            self.tally.failed += 1
            if isinstance(error, GateError):
                return error.problems[0]
            return problem_of(error, article.id)
        self.done.add(article)
        self.tally.count_written(proposals, written)
        return Done(article.id, written)
