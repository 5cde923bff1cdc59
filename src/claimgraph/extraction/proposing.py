"""From an article to proposals by rules: the stages one after the other."""

from functools import cache
from typing import Literal

from claimgraph.extraction.hits import Triggers
from claimgraph.extraction.lexicon import load_lexicon
from claimgraph.extraction.sieve import Sieve

# rules over patterns of words, or over a parse
Rules = Literal["core", "nlp"]


@cache
def triggers() -> Triggers:
    """The triggers of the lexicon that ships."""
    return Triggers(load_lexicon())


@cache
def sieve() -> Sieve:
    """What tells the sentences that can hold one of them."""
    return Sieve(load_lexicon())
