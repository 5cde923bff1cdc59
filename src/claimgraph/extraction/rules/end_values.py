"""The values of the triggers that tell of no second end: a word, a number, a day."""

from collections.abc import Iterator, Sequence

from claimgraph.extraction.rules.fates import Fates
from claimgraph.extraction.rules.tolls import tolls
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.clauses import subjects
from claimgraph.extraction.trees.ends import EndPair
from claimgraph.extraction.trees.reading import Reading, Referent
from claimgraph.extraction.trees.values import day_near, number_at
from claimgraph.ids import is_unnamed
from claimgraph.model import Value
from claimgraph.schema.types import RelationType

# a way to do it for which the schema has no word
OTHER = "other"


class EndValues:
    """Finds the values of the triggers of one sentence; `said` is the day of saying."""

    def __init__(self, reading: Reading, fates: Fates, said: str | None) -> None:
        self.reading, self.fates, self.said = reading, fates, said

    def told(
        self, hit: Hit, relation: RelationType, whose: Sequence[Referent]
    ) -> Iterator[EndPair]:
        """The first subject with each value that the trigger tells."""
        if relation.undated and self.is_by_another(hit):
            return
        for one in whose[:1]:
            if relation.undated and is_unnamed(one.who):
                continue
            if relation.value == "word":
                yield from self.worded(hit, one)
            elif relation.value == "number":
                yield from self.counted(hit, relation, one)
            else:
                yield from self.dated(hit, relation, one)

    def worded(self, hit: Hit, subject: Referent) -> Iterator[EndPair]:
        """The subject with the word of an entry, and the text's where that is other."""
        tree, i = self.reading.tree, hit.trigger
        if tree[i].tag == "VBN" and tree[i].dep == "amod":
            # "the kidnapped girls" tells nothing new of it
            return
        note = tree[i].text.lower() if hit.entry.word == OTHER else None
        yield EndPair(subject, None, Value(word=hit.entry.word), note=note)

    def is_by_another(self, hit: Hit) -> bool:
        """Whether it is told as the deed of somebody who did it to them."""
        if hit.entry.frame.name != "done-alone":
            return False
        tree, named = self.reading.tree, self.reading.named
        doers = subjects(tree, hit.trigger)
        told = any(i in named or tree[i].is_noun for i in doers)
        return told or not tree.is_passive(hit.trigger)

    def counted(
        self, hit: Hit, relation: RelationType, subject: Referent
    ) -> Iterator[EndPair]:
        """The subject with how many of its kind are counted."""
        if relation.counts == "people":
            words = next(iter(hit.ways("value")), ())
            for one in tolls(self.reading, words):
                yield EndPair(subject, None, one.value, one.words, one.word)
            return
        for i in (one for words in hit.ways("value") for one in words):
            told = number_at(self.reading.tree, i)
            if told is not None and told.value.of:
                yield EndPair(subject, None, told.value, told.words, told.word)
                return

    def dated(
        self, hit: Hit, relation: RelationType, subject: Referent
    ) -> Iterator[EndPair]:
        """The subject with the day that is told beside it."""
        found = day_near(self.reading.tree, hit.trigger, self.reading.days)
        if found is not None:
            yield EndPair(subject, None, Value(on=found[1]), found[0])
        elif relation.undated and self.said and self.fates.is_news(hit):
            yield EndPair(subject, None, Value(on=f"[..{self.said}]"))
