"""How good is a model? It reads articles made up, whose claims people coded."""

from collections.abc import Callable, Iterable
from importlib.resources import as_file

from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.extraction.known import known_among
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.live import RunStep, ask
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import Request, requests_for
from claimgraph.extraction.proposals import Proposals
from claimgraph.model import Batch
from claimgraph.resources import packaged_path
from claimgraph.scoring import CodingScore, score_codings
from claimgraph.scoring.coded import coded_articles


def samples() -> list[Batch]:
    """The articles that ship for it, with their claims."""
    with as_file(packaged_path("extraction", "samples")) as folder:
        return list(read_batches(read_corpus(folder)))


def probe_requests() -> list[Request]:
    """What a model is asked about them."""
    nobody = known_among([])
    return [one for batch in samples() for one in requests_for(batch.article, nobody)]


def probe(model: str, progress: Callable[[RunStep], None] | None = None) -> CodingScore:
    """What a model finds in the articles that ship; it is asked now."""
    return probe_score(ask(probe_requests(), model, progress=progress), model)


def probe_score(answers: Iterable[ModelAnswer], model: str = "") -> CodingScore:
    """How well answers to `probe_requests` meet the claims that people coded."""
    nobody, listed, coded = known_among([]), list(answers), samples()
    proposed = [
        proposed_batch(proposals_from(batch.article, nobody, listed, model))
        for batch in coded
    ]
    return score_codings(
        coded_articles(coded), coded_articles(proposed), lambda entity, coding: False
    )


def proposed_batch(proposals: Proposals) -> Batch:
    """What is proposed for an article, as one batch of claims."""
    entities = (*proposals.entities, *proposals.known)
    return Batch(article=proposals.article, entities=entities, claims=proposals.claims)
