"""Ask a model through the `llm` library, which has the keys and knows endpoints."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import (
    ModelError,
    nearest,
)
from claimgraph.extraction.language_model.answer_form import answer_form
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.cache import AnswerCache, Recording
from claimgraph.extraction.language_model.json_texts import LONGEST
from claimgraph.extraction.language_model.naming_so_far import names_so_far
from claimgraph.extraction.language_model.requests import Request
from claimgraph.extras import needs_extra

if TYPE_CHECKING:
    import llm

# so many calls in a row that fail, and the endpoint is not at work
MOST_FAILURES = 3


@dataclass(frozen=True, slots=True)
class RunStep:
    """How far a run of questions is: calls and tokens so far, and the latest answer.

    `stopped` tells that the budget has no room for the next call.
    """

    answer: ModelAnswer | None
    calls: int
    tokens: int
    stopped: bool = False


@dataclass(slots=True)
class Endpoint:
    """A model of the `llm` library."""

    name: str
    model: "llm.Model" = field(init=False)

    def __post_init__(self) -> None:
        with needs_extra("llm", "asking a model"):
            import llm
        try:
            self.model = llm.get_model(self.name)
        except llm.UnknownModelError as error:
            known = nearest(self.name, llm.get_model_aliases())
            reason = (
                f"{self.name} is no model that the llm library knows{known}: `llm "
                "models` lists them, `llm install` brings plugins for others"
            )
            raise ModelError(reason) from error

    @property
    def place(self) -> str:
        """Where texts go: the address of its endpoint, else whose model it is."""
        address = getattr(self.model, "api_base", None)
        if isinstance(address, str) and address:
            return address
        owner = str(
            getattr(self.model, "needs_key", None) or type(self.model).__module__
        )
        return f"the endpoint of {owner}"

    def options(self, *, plain: bool) -> dict[str, object]:
        """What its user has set; temperature 0 too where the model has one."""
        from llm.cli import get_model_options

        own: dict[str, object] = dict(get_model_options(self.model.model_id))
        fields = getattr(self.model.Options, "model_fields", {})
        bare = plain or "temperature" not in fields
        return own if bare else {"temperature": 0, **own}

    def call(self, request: Request, *, plain: bool) -> ModelAnswer:
        """One call; what fails there is the answer's error.

        A plain one is for endpoints that take no form and no temperature.
        """
        import llm

        form = answer_form() if self.model.supports_schema and not plain else None
        try:
            response = self.model.prompt(
                request.user,
                system=request.system,
                schema=form,
                stream=self.model.can_stream,
                options=self.options(plain=plain),
            )
            content = "".join(up_to_limit(response))
            usage = response.usage()
        except llm.NeedsKeyException as error:
            raise ModelError(f"{self.name}: {error}") from error
        except Exception as error:  # plugins raise whatever their endpoints do
            return self.failed(request, error)
        return ModelAnswer(
            custom_id=request.custom_id,
            content=content,
            model=self.model.model_id,
            tokens=sum_of(usage.input, usage.output),
        )

    def failed(self, request: Request, error: Exception) -> ModelAnswer:
        """An answer that says why there is none."""
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        return ModelAnswer(
            custom_id=request.custom_id, model=self.model.model_id, error=reason
        )


def sum_of(*counts: int | None) -> int | None:
    """The sum of what was counted; None where nothing was."""
    counted = [one for one in counts if one is not None]
    return sum(counted) if counted else None


def up_to_limit(parts: Iterable[str]) -> Iterator[str]:
    """The parts of an answer, up to a length that no answer has."""
    length = 0
    for part in parts:
        length += len(part)
        yield part
        if length > LONGEST:
            return


def keep_silent(_: RunStep) -> None:
    """Tells nobody how far a run is."""


@dataclass(slots=True)
class Run:
    """A run of questions to one model: what it may spend, and what it keeps."""

    endpoint: Endpoint
    budget: int | None
    cache: AnswerCache | None
    recording: Recording | None
    calls: int = 0
    tokens: int = 0
    failures: int = 0

    def has_room(self, request: Request) -> bool:
        """Whether a call fits into the budget."""
        return self.budget is None or self.tokens + request.tokens <= self.budget

    def known(self, request: Request) -> ModelAnswer | None:
        """The answer that an earlier run had to the very same request."""
        name = self.endpoint.name
        return self.cache.answer(request, name) if self.cache is not None else None

    def asked(self, request: Request) -> ModelAnswer:
        """The answer of the model now; asked once more where nothing can be taken."""
        answer = self.called(request, plain=False)
        if answer.failure is not None and self.has_room(request):
            again = self.called(request, plain=True)
            answer = replace(again, tokens=sum_of(answer.tokens, again.tokens))
        self.failures = self.failures + 1 if answer.error is not None else 0
        if self.cache is not None and answer.failure is None:
            self.cache.keep(request, self.endpoint.name, answer)
        return answer

    def called(self, request: Request, *, plain: bool) -> ModelAnswer:
        """What one call gives, which is counted; one that failed costs nothing."""
        answer = self.endpoint.call(request, plain=plain)
        self.calls += 1
        if answer.tokens is not None:
            self.tokens += answer.tokens
        elif answer.error is None:
            self.tokens += request.tokens
        return answer

    def keep(self, request: Request, answer: ModelAnswer) -> None:
        """Keep both in files, where that is asked for."""
        if self.recording is not None:
            self.recording.add(request, self.endpoint.name, answer)


def ask(
    requests: Iterable[Request],
    model: str,
    budget: int | None = None,
    kept_in: Path | None = None,
    progress: Callable[[RunStep], None] | None = None,
    cache: Path | None = None,
) -> Iterator[ModelAnswer]:
    """The answers of a model, one after the other, in the order of the requests.

    What was asked and answered goes into files below `kept_in`. `budget` are tokens:
    where the next call has no room in them, the run ends, and the last step says so.
    ModelError where no such model is there, or it fails again and again;
    MissingExtraError without the `llm` library.
    """
    run = Run(
        Endpoint(model),
        budget,
        AnswerCache(cache) if cache is not None else None,
        Recording(kept_in) if kept_in is not None else None,
    )
    tell = progress or keep_silent
    article, names = "", list[str]()
    # else the HTTP client tells of each call
    logging.getLogger("httpx").setLevel(logging.WARNING)
    for plain in requests:
        names = names if plain.article == article else []
        article, request = plain.article, plain.after(names)
        answer = run.known(request)
        if answer is None and not run.has_room(request):
            tell(RunStep(None, run.calls, run.tokens, stopped=True))
            return
        answer = answer or run.asked(request)
        run.keep(request, answer)
        tell(RunStep(answer, run.calls, run.tokens))
        yield answer
        if run.failures >= MOST_FAILURES:
            reason = f"{model} failed {run.failures} times in a row: {answer.error}"
            raise ModelError(reason)
        names += names_so_far(answer)
