"""Which sentences can hold a claim: only those are parsed."""

import re
from collections.abc import Collection

from claimgraph.extraction.steps.hits import keys_of
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.inflection import noun_forms
from claimgraph.extraction.words.lexicon import Entry, Lexicon

# verbs that are in many sentences, and a deed with few objects alone
DEED, COMMON = "attack-verb", cues("done", "violent_with") | {"open"}
WORD = re.compile(r"[a-z]+")


class Sieve:
    """Knows of each trigger the words without which it cannot stand in a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.alone: set[str] = set()
        self.with_noun: dict[str, set[str]] = {}
        for entry in lexicon.entries:
            self.take(entry)

    def take(self, entry: Entry) -> None:
        """Take in the words of one entry."""
        if "asked" in entry.frame.slots and not entry.nouns:
            # "say" is in many sentences: `tells_of_silence` knows them
            return
        own = entry.frame.name != DEED
        told = [one for one in entry.lemmas if own or one.split()[0] not in COMMON]
        keys = {key for lemma in told for key in keys_of(lemma, entry)}
        if not entry.nouns:
            self.alone |= keys
            return
        nouns = {form for one in entry.nouns for form in noun_forms(one.split()[-1])}
        for key in keys:
            self.with_noun.setdefault(key, set()).update(nouns)

    def holds(self, sentence: str) -> bool:
        """Whether a sentence has the words of a trigger."""
        words: Collection[str] = set(WORD.findall(sentence.lower()))
        if not self.alone.isdisjoint(words):
            return True
        return any(
            not nouns.isdisjoint(words)
            for word in words
            if (nouns := self.with_noun.get(word))
        )
