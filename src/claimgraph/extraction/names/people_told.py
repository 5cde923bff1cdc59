"""Whom nouns mean that tell of people: the rapper, the accused, the two men."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimgraph.extraction.names.named_before import TWO, NamedBefore, several, some
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix

# how many sentences back somebody may have been named
LOOK_BACK = 4
GROUP_NOUNS = cues("coreference", "group_nouns")
# who did what an article tells of, as one man or as two
AUTHOR, AUTHORS = cues("coreference", "author"), cues("coreference", "authors")
# whoever is charged; several people, of whom "two men" are two
CHARGED, MEN = cues("coreference", "charged"), cues("coreference", "men")
# of somebody known it is told how old he is: "the 26-year-old student"
AGE = " - year - old"


class PeopleTold:
    """Who was named so far, the latest last, and by which nouns people were told of."""

    def __init__(self, main: str | None) -> None:
        self.spoken: list[NamedBefore] = []
        self.main = main
        # by a surname the people of an article who have it
        self.surnames: Mapping[str, Sequence[str]] = {}
        # by a noun that was told of somebody, who that is
        self.called: dict[str, str] = {}
        # and by an office all who are told to have it
        self.people_called = defaultdict[str, set[str]](set)
        # the group that was last said to have done a deed
        self.doer: str | None = None
        # the person who was last said to have done a deed, or was arrested
        self.charged: str | None = None
        # the people who are told to have done a deed
        self.authors: dict[str, NamedBefore] = {}

    def recent(
        self, sentence: int, before: int, kinds: Iterable[str], back: int = LOOK_BACK
    ) -> list[NamedBefore]:
        """Those of some types named in the last sentences, the latest first."""
        wanted = tuple(kinds)
        found: list[NamedBefore] = []
        for one in reversed(self.spoken):
            if one.sentence < sentence - back:
                break
            if one.span.start < before and id_prefix(one.who) in wanted:
                found.append(one)
        return found

    def last(self, who: str, before: int) -> NamedBefore | None:
        """Where somebody was named last."""
        found = (one for one in reversed(self.spoken) if one.who == who)
        return next((one for one in found if one.span.start < before), None)

    def note_author(self, who: str) -> None:
        """Take in that somebody who was named did a deed."""
        last = next((one for one in reversed(self.spoken) if one.who == who), None)
        if last is not None:
            self.authors[who] = last

    def people(
        self, words: str, noun: str, sentence: int, before: int
    ) -> tuple[NamedBefore, ...]:
        """Whom a noun means of those who were told of by it, or who did a deed."""
        held = self.called.get(noun) if noun not in GROUP_NOUNS else None
        if held is None and (noun in CHARGED or AGE in words):
            held = self.charged
        if held is not None:
            return some(self.last(held, before))
        many = 2 if noun in AUTHORS else 1
        if noun in AUTHOR | AUTHORS and len(self.authors) == many:
            return tuple(self.authors.values())
        if noun in MEN:
            recent = self.recent(sentence, before, ("person",))
            found = several(recent, two=not TWO.isdisjoint(words.split()))
            if found:
                return found
        if noun in AUTHORS and self.doer is not None and self.doer == self.main:
            found = some(self.last(self.doer, before))
            return tuple(one for one in found if one.sentence >= sentence - LOOK_BACK)
        return ()
