"""Whoever reads an article and proposes claims: rules, a model, a test."""

from typing import Protocol

from claimgraph.extraction.known import Known
from claimgraph.extraction.proposals import Proposals
from claimgraph.model import Article, Claim


class Producer(Protocol):
    """Proposes claims of one article after the other."""

    @property
    def name(self) -> str:
        """What its claims say in `by`, its version as the last word: `rules 0.3`."""
        ...

    @property
    def done_as(self) -> str:
        """What the list of articles that are done says: all that changes proposals."""
        ...

    @property
    def waits(self) -> bool:
        """Whether it waits for others most of the time, and needs no core."""
        ...

    @property
    def reads_english_only(self) -> bool:
        """Whether it finds nothing in other languages."""
        ...

    def propose(self, article: Article, known: Known) -> Proposals:
        """The claims of an article that passed the gate, and what did not."""
        ...


def family(name: str) -> str:
    """The name of a producer without its version.

    >>> family("rules 0.3"), family("llm llama 3f2a")
    ('rules', 'llm llama')
    """
    return name.rpartition(" ")[0] or name


def is_still_proposed(claim: Claim, name: str) -> bool:
    """Whether a claim is of a producer, in whatever version, and nobody decided it."""
    return claim.review == "proposed" and claim.by.startswith(f"{family(name)} ")
