"""Who can propose claims here: rules, rules over a parse, a model, answers of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.api.caches import cache_folder
from claimgraph.errors import LoaderError, ModelError
from claimgraph.extraction.known import Known
from claimgraph.extraction.proposals import Proposals
from claimgraph.model import Article

if TYPE_CHECKING:
    from claimgraph.extraction.language_model.answers import ModelAnswer
    from claimgraph.extraction.language_model.live import RunStep
    from claimgraph.extraction.proposing import Rules, RulesProducer

# calls in a row that fail, and no other article is tried
MOST_FAILURES = 3


class BudgetSpentError(ModelError):
    """The next call has no room in the budget: what is done is done."""


@dataclass(frozen=True, slots=True)
class UseRules:
    """Makes what proposes by rules."""

    rules: "Rules"

    def __call__(self) -> "RulesProducer":
        """Who proposes by them."""
        from claimgraph.extraction.proposing import RulesProducer

        return RulesProducer(self.rules)


@dataclass(frozen=True, slots=True)
class AskModel:
    """Makes what asks a model, within a budget of tokens; answers are kept."""

    model: str
    budget: int | None = None
    kept_in: Path | None = None

    def __call__(self) -> "ModelProducer":
        """Who asks the model; errors say what is not installed or not known."""
        from claimgraph.extraction.language_model.live import Endpoint

        return ModelProducer(self, Endpoint(self.model).place)


@dataclass(frozen=True, slots=True)
class TakeAnswers:
    """Makes what takes answers that a model gave elsewhere, out of a file."""

    path: Path
    model: str = ""

    def __call__(self) -> "AnswerProducer":
        """Who takes the answers; CorpusError for a file that holds others."""
        from claimgraph.extraction.language_model.answers import read_answers

        by_article: dict[str, list[ModelAnswer]] = {}
        answers = read_answers(self.path)
        for one in answers.values():
            by_article.setdefault(one.article, []).append(one)
        told = next((one.model for one in answers.values() if one.model), None)
        return AnswerProducer(self.model or told or "", by_article)


@dataclass(frozen=True, slots=True)
class AnswerProducer:
    """Proposes what answers say that are at hand, by article."""

    model: str
    answers: "Mapping[str, Sequence[ModelAnswer]]"

    @property
    def name(self) -> str:
        """The model in one word, and the version of what it is asked."""
        return model_name(self.model)

    @property
    def done_as(self) -> str:
        """The same."""
        return self.name

    @property
    def waits(self) -> bool:
        """No: the answers are at hand."""
        return False

    @property
    def reads_english_only(self) -> bool:
        """No: models read many languages."""
        return False

    def propose(self, article: Article, known: Known) -> Proposals:
        """What answers say of an article; LoaderError where one lacks or failed."""
        from claimgraph.extraction.language_model.requests import requests_for

        answers = self.answers.get(article.id, ())
        read = [one for one in answers if one.failure is None]
        failed = {one.window: one.failure for one in answers}
        for request in requests_for(article, known):
            if all(one.window != request.window for one in read):
                part = f"part {request.window} " if request.windows > 1 else ""
                reason = f"{part}has no answer in the file of answers"
                if request.window in failed:
                    reason += f" that can be read: {failed[request.window]}"
                raise LoaderError(reason, file=article.id)
        return proposals_of(article, known, read, self.model)


@dataclass(slots=True)
class ModelProducer:
    """Proposes what a model answers now; it stops where the budget is spent."""

    settings: AskModel
    place: str
    spent: int = 0
    calls: int = 0
    failures: int = 0
    stopped: bool = field(default=False, init=False)

    @property
    def name(self) -> str:
        """The model in one word, and the version of what it is asked."""
        return model_name(self.settings.model)

    @property
    def done_as(self) -> str:
        """The same."""
        return self.name

    @property
    def waits(self) -> bool:
        """Yes: for the endpoint."""
        return True

    @property
    def reads_english_only(self) -> bool:
        """No: models read many languages."""
        return False

    def propose(self, article: Article, known: Known) -> Proposals:
        """The claims of the model's answers; LoaderError where one cannot be read.

        BudgetSpentError where the next call has no room, ModelError where the endpoint
        fails again and again.
        """
        answers = self.answers(article, known)
        failed = next((one.failure for one in answers if one.failure is not None), None)
        # what cannot be read was an answer: the endpoint is at work
        silent = any(one.error is not None for one in answers)
        self.failures = self.failures + 1 if silent else 0
        if failed is None:
            return proposals_of(article, known, answers, self.settings.model)
        if self.failures >= MOST_FAILURES:
            reason = (
                f"{self.settings.model} at {self.place} failed for {self.failures} "
                f"articles in a row: {failed}"
            )
            raise ModelError(reason)
        reason = f"{self.settings.model} gave no answer that can be read: {failed}"
        raise LoaderError(reason, file=article.id)

    def answers(self, article: Article, known: Known) -> "list[ModelAnswer]":
        """What the model says of each part of an article."""
        from claimgraph.extraction.language_model.live import ask
        from claimgraph.extraction.language_model.requests import requests_for

        settings, before = self.settings, (self.calls, self.spent)
        left = None if settings.budget is None else settings.budget - self.spent
        self.stopped = False

        def hear(step: "RunStep") -> None:
            self.calls, self.spent = before[0] + step.calls, before[1] + step.tokens
            self.stopped = step.stopped

        requests = requests_for(article, known)
        answers = list(
            ask(
                requests,
                settings.model,
                budget=left,
                kept_in=settings.kept_in,
                progress=hear,
                cache=cache_folder() / "answers",
            )
        )
        if self.stopped:
            reason = (
                f"the budget of {settings.budget} tokens is spent: {self.spent} in "
                f"{self.calls} calls; run the same command again to go on"
            )
            raise BudgetSpentError(reason)
        return answers


def proposals_of(
    article: Article, known: Known, answers: "Sequence[ModelAnswer]", model: str
) -> Proposals:
    """What answers propose, under the name by which the model was asked for."""
    from claimgraph.extraction.language_model.proposing import proposals_from

    named = [replace(one, model=model or one.model) for one in answers]
    return proposals_from(article, known, named, model)


def model_name(model: str) -> str:
    """What the claims of a model say in `by`."""
    from claimgraph.extraction.language_model.prompt import prompt
    from claimgraph.extraction.language_model.proposing import producer_name

    return f"llm {producer_name(model)} {prompt().version}"
