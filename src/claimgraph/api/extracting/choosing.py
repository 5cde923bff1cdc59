"""Which producer reads, and what that is worth, in plain words."""

from dataclasses import dataclass
from pathlib import Path

from claimgraph.api.extracting.producers import (
    AskModel,
    ModelProducer,
    TakeAnswers,
    UseRules,
)
from claimgraph.extraction.proposing import Rules
from claimgraph.extras import install_words

# by kind of producer, after docs/extraction.md, which has the numbers
WORTH = {
    "core": (
        "rules over patterns of English words: of our test articles they found one "
        "claim in twelve, and two in five of what they proposed were right; with "
        f"{install_words('nlp')} they find three times as much"
    ),
    "nlp": (
        "rules over parsed English sentences: of our test articles they found one "
        "claim in four, and two in five of what they proposed were right; a model "
        "(--model) finds far more"
    ),
    "llm": (
        "a language model: how good yours is says `claimgraph extract --probe --model "
        "NAME`; of our test articles a strong one found four claims in five, and "
        "three in four of what it proposed were as our coders have it"
    ),
}


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """Who reads: what makes it, of which kind it is, and how it is called."""

    make: AskModel | TakeAnswers | UseRules
    kind: str
    called: str

    @property
    def asks(self) -> str | None:
        """The model that is asked now; None where none is."""
        return self.make.model if isinstance(self.make, AskModel) else None

    @property
    def place(self) -> str | None:
        """Where the texts of articles go; None where they stay here."""
        made = self.make()
        return made.place if isinstance(made, ModelProducer) else None

    @property
    def worth(self) -> str:
        """What the kind is worth."""
        return WORTH[self.kind]


def choose(
    model: str | None = None,
    *,
    rules: bool = False,
    answers: Path | None = None,
    budget: int | None = None,
    kept_in: Path | None = None,
) -> ReaderChoice:
    """Who reads: a model where one is named, else the best rules that are installed."""
    if answers is not None:
        taken = TakeAnswers(answers, model or "")
        return ReaderChoice(taken, "llm", f"the answers in {answers}")
    if model and not rules:
        return ReaderChoice(AskModel(model, budget, kept_in), "llm", model)
    kind = best_rules()
    called = f"rules ({kind})"
    return ReaderChoice(UseRules(kind), kind, called)


def best_rules() -> Rules:
    """The rules that are installed: `nlp`, else `core`."""
    from claimgraph.extraction.trees.parse import has_parser

    return "nlp" if has_parser() else "core"
