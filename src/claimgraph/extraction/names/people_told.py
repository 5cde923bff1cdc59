"""Whom nouns mean that tell of people: the rapper, the accused, the two men."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimgraph.extraction.names.named_before import TWO, NamedBefore, several, some
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix

# how many sentences back somebody may have been named
LOOK_BACK = 4
# and of several who are meant by one noun
MEN_BACK = 1
GROUP_NOUNS = cues("coreference", "group_nouns")
# who did what an article tells of, as one man or as two
AUTHOR, AUTHORS = cues("coreference", "author"), cues("coreference", "authors")
# whoever is charged; several people, of whom "two men" are two
CHARGED, MEN = cues("coreference", "charged"), cues("coreference", "men")
# of somebody known it is told how old he is: "the 26-year-old student"
AGE = re.compile(r"\b(\d\d) - year - old\b")
# words beside a noun that tell of nobody else; who was hit, and is no doer
PLAIN, STRUCK = cues("coreference", "plain"), cues("coreference", "struck")


class PeopleTold:
    """Who was named so far, the latest last, and by which nouns people were told of."""

    def __init__(self, main: str | None) -> None:
        self.spoken: list[NamedBefore] = []
        self.main = main
        # by a surname the people of an article who have it
        self.surnames: Mapping[str, Sequence[str]] = {}
        # by a noun that was told of somebody, who that is
        self.called: dict[str, str] = {}
        # how old each person is told to be
        self.ages: dict[str, str] = {}
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

    def of_age(self, who: str | None, age: str | None) -> str | None:
        """Somebody, or nobody where he is told to be of another age."""
        if age is None or who is None:
            return who
        known = [one for one, told in self.ages.items() if told == age]
        if known:
            return known[-1]
        return who if who not in self.ages else None

    def if_of_age(
        self, one: NamedBefore | None, words: str, noun: str
    ) -> NamedBefore | None:
        """Somebody, unless words with an age tell of who was hit, or of another age."""
        age = AGE.search(words)
        if one is None or age is None or noun in STRUCK:
            return None
        return one if self.ages.get(one.who, age[1]) == age[1] else None

    def kin(self, surname: str) -> Sequence[str]:
        """The people of one surname who are kin: those last named in one sentence.

        All two of an article, else, and nobody where more have the surname.
        """
        people = self.surnames.get(surname, ())
        named = [one for one in self.spoken if one.who in people]
        for last in reversed(named):
            beside = {one.who for one in named if one.sentence == last.sentence}
            if len(beside) > 1:
                return [one for one in people if one in beside]
        return people if len(people) == 2 else ()

    def people(
        self, words: str, noun: str, sentence: int, before: int
    ) -> tuple[NamedBefore, ...]:
        """Whom a noun means of those who were told of by it, or who did a deed."""
        held = self.called.get(noun) if noun not in GROUP_NOUNS else None
        if held is not None and not is_plainly(words):
            held = None
        age = AGE.search(words)
        if held is None and (noun in CHARGED or (age and noun not in STRUCK)):
            held = self.of_age(self.charged, age[1] if age else None)
        if held is not None:
            return some(self.last(held, before))
        many = 2 if noun in AUTHORS else 1
        if noun in AUTHOR | AUTHORS and len(self.authors) == many:
            return tuple(self.authors.values())
        if noun in MEN:
            two = not TWO.isdisjoint(words.split())
            recent = self.recent(sentence, before, ("person",), back=MEN_BACK)
            found = several(recent, two=two)
            if found:
                return found
        if noun in AUTHORS and self.doer is not None and self.doer == self.main:
            found = some(self.last(self.doer, before))
            return tuple(one for one in found if one.sentence >= sentence - LOOK_BACK)
        return ()


def is_plainly(words: str) -> bool:
    """Whether a noun has no word beside it that may tell of somebody else.

    >>> is_plainly("the former rapper"), is_plainly("the rebel spokesman")
    (True, False)
    """
    return PLAIN.issuperset(AGE.sub("", words).split()[1:-1])
