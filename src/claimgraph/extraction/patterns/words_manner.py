"""How strongly a clause says something by its words, without a parse."""

import re

from claimgraph.extraction.rules.done import NO_VICTIMS
from claimgraph.extraction.speech.modality import Manner
from claimgraph.extraction.trees.clauses import CONDITIONS
from claimgraph.extraction.words.doubts import DOUBTFUL, stronger
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.model import Modality, Polarity

WORD = re.compile(r"[a-z']+")


def words_manner(before: str, entry: Entry) -> Manner:
    """The manner by the words of a clause, without a parse.

    >>> from claimgraph.extraction.words.lexicon import load_lexicon
    >>> entry = load_lexicon().of("LED_BY")[0]
    >>> words_manner("the group may not be", entry).modality
    'possible'
    """
    words = WORD.findall(before.lower())
    modality: Modality = entry.modality
    for word in words:
        modality = stronger(modality, DOUBTFUL.get(word, "stated"))
    if any(word in CONDITIONS for word in words):
        modality = "hypothetical"
    negated = any(
        word in ("not", "never", "no", "neither", "nor") or word.endswith("n't")
        for at, word in enumerate(words)
        if words[at + 1 : at + 2] != ["only"]
    )
    denied = entry.polarity == "denied"
    polarity: Polarity = "denied" if denied != negated else "affirmed"
    return Manner(polarity, None, modality, denied and negated)


def hits_nobody(after: str) -> bool:
    """Whether what stands behind a verb is nothing that violence hits: a plan."""
    return any(word in NO_VICTIMS for word in WORD.findall(after)[:2])
