"""What a model would be asked: as a file for batch endpoints, or counted before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimgraph.api.caches import cache_folder
from claimgraph.api.extracting.into_corpus import CorpusRun, Heard
from claimgraph.api.extracting.producers import AnswerProducer
from claimgraph.api.scoring import score_text
from claimgraph.extraction.language_model.cache import AnswerCache
from claimgraph.extraction.language_model.live import RunStep
from claimgraph.extraction.language_model.probe import probe
from claimgraph.extraction.language_model.requests import (
    Request,
    requests_for,
    write_requests,
)
from claimgraph.model import Article


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run would ask a model: calls, and tokens, about, the answers included.

    `kept` are answers of earlier runs, which cost nothing.
    """

    calls: int
    tokens: int
    kept: int


def cost_of(run: CorpusRun, articles: Iterable[Article], model: str) -> Cost:
    """What it would cost to have a model read some articles."""
    cache = AnswerCache(cache_folder() / "answers")
    calls = tokens = kept = 0
    for one in requests_of(run, articles):
        if cache.answer(one, model) is not None:
            kept += 1
        else:
            calls += 1
            tokens += one.tokens
    return Cost(calls, tokens, kept)


def requests_of(run: CorpusRun, articles: Iterable[Article]) -> Iterator[Request]:
    """What a model is asked about articles of a corpus."""
    for article in articles:
        yield from requests_for(article, run.corpus.memory.known)


def requests_into(
    run: CorpusRun,
    sources: Iterable[str],
    path: Path,
    model: str,
    told: list[Heard],
) -> int:
    """Writes what a model would be asked about sources, which come into the corpus.

    How many requests; nobody is asked. `told` takes what cannot be read.
    """
    articles = run.articles(sources, told)
    return write_requests(requests_of(run, articles), path, model)


def probe_text(model: str) -> Iterator[str]:
    """How good a model is on articles that ship, as a text; it is asked now."""
    steps: list[RunStep] = []
    yield score_text(probe(model, steps.append))
    if steps:
        yield f"{steps[-1].calls} calls, {steps[-1].tokens} tokens"


@dataclass(frozen=True, slots=True)
class AskNobody:
    """Makes what knows a model's name and proposes nothing."""

    model: str

    def __call__(self) -> AnswerProducer:
        """Who has no answers."""
        return AnswerProducer(self.model, {})
