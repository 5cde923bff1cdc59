"""From an article to proposals by rules: over a parse, or over patterns of words."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimgraph.extraction.ground import ground_of
from claimgraph.extraction.known import Known
from claimgraph.extraction.patterns.core import circumstances_beside, core_candidates
from claimgraph.extraction.proposals import Proposals, let_pass
from claimgraph.extraction.rules.parsed import parsed_candidates
from claimgraph.extraction.steps.hits import Triggers
from claimgraph.extraction.steps.sieve import Sieve
from claimgraph.extraction.trees.parse import load_parser
from claimgraph.extraction.words.lexicon import load_lexicon
from claimgraph.model import Article

# over patterns of words, or over a parse
Rules = Literal["core", "nlp"]
# who proposes; a rule whose frame changed has a new id, the version says the rest
PRODUCER = "rules 0.1"


@dataclass(frozen=True, slots=True)
class RulesProducer:
    """Proposes by rules, over a parse or over patterns of words."""

    rules: Rules

    @property
    def name(self) -> str:
        """What its claims say in `by`."""
        return PRODUCER

    @property
    def done_as(self) -> str:
        """What its claims say, and whether sentences are parsed."""
        return f"{PRODUCER} {self.rules}"

    @property
    def waits(self) -> bool:
        """Never: it works all the time."""
        return False

    @property
    def reads_english_only(self) -> bool:
        """Yes: its lexicon is English."""
        return True

    def propose(self, article: Article, known: Known) -> Proposals:
        """The claims of an article that passed the gate, and what did not."""
        return propose(article, known, self.rules)


@cache
def triggers() -> Triggers:
    """The triggers of the lexicon that ships."""
    return Triggers(load_lexicon())


@cache
def sieve() -> Sieve:
    """What tells the sentences that can hold one of them."""
    return Sieve(load_lexicon())


def propose(article: Article, known: Known, rules: Rules = "nlp") -> Proposals:
    """The claims of an article that the rules find, and what did not pass the gate.

    With `nlp` its sentences are parsed: MissingExtraError where nothing can parse here.
    """
    parser = load_parser() if rules == "nlp" else None
    ground = ground_of(article, known)
    if parser is None:
        return let_pass(
            article, ground.cast(), core_candidates(ground, sieve()), PRODUCER
        )
    cast, found = parsed_candidates(article, ground, parser, triggers(), sieve())
    told = circumstances_beside(ground, found)
    return let_pass(article, cast, [*found, *told], PRODUCER)
