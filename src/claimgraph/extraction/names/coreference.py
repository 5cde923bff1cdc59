"""Whom "he", "it", "the group" and "both" mean: what was spoken of before."""

from bisect import insort
from collections.abc import Callable, Collection, Mapping

from claimgraph.extraction.names.named_before import (
    BOTH,
    SIDES,
    TWO,
    NamedBefore,
    acting_last,
    last_two,
    some,
)
from claimgraph.extraction.names.people_told import (
    AGE,
    AUTHOR,
    AUTHORS,
    CHARGED,
    GROUP_NOUNS,
    LOOK_BACK,
    MEN,
    PeopleTold,
)
from claimgraph.extraction.names.told_again import tells_no_more
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix, is_unnamed

__all__ = [
    "AUTHOR",
    "AUTHORS",
    "CHARGED",
    "GROUP_NOUNS",
    "LOOK_BACK",
    "MEN",
    "Memory",
]

# how many an attack, which an article goes on to speak of
DEED_BACK = 8
# a name just before a pronoun: "as for Arland, it"
BESIDE = 3
CELL_NOUNS = cues("coreference", "cell_nouns")
PERSON_NOUNS = cues("coreference", "person_nouns")
COUNTRY_NOUNS = cues("coreference", "country_nouns")
BODY_NOUNS = cues("coreference", "body_nouns") | COUNTRY_NOUNS
THE = cues("coreference", "the")
HE = cues("coreference", "he")
HIS = cues("coreference", "his")
SHE = cues("coreference", "she")
IT = cues("coreference", "it")
THEY = cues("coreference", "they")
GROUPS = ("group",)


class Memory(PeopleTold):
    """Who was named so far, the latest last.

    `main` is the group that the article is about, `crowds` who is several people.
    """

    def __init__(self, main: str | None = None, crowds: Collection[str] = ()) -> None:
        super().__init__(main)
        self.cells: list[NamedBefore] = []
        self.crowds = crowds
        # of a person the group whose man he is
        self.belongs: dict[str, str] = {}
        # coalitions by what they are called besides: us-led
        self.led: Mapping[str, str] = {}
        # armed bodies that have a name as groups have
        self.forces: Collection[str] = ()
        # of a person whether he or she
        self.sexes: dict[str, str] = {}
        # the attacks that are more than one
        self.series: Collection[str] = ()
        # the lines between a text's paragraphs that are headings
        self.headings: Collection[int] = ()
        # with whom somebody was said to have talks or a truce
        self.dealing: dict[str, str] = {}
        # and the group that he was told to head, or the body for which he speaks
        self.heads, self.speaks = dict[str, str](), dict[str, str]()

    def note(self, one: NamedBefore, *, cell: bool = False) -> None:
        """Take in that somebody was named, or told of again."""
        insort(self.spoken, one, key=lambda held: (held.sentence, held.span.start))
        if cell:
            self.cells.append(one)

    def group(
        self, sentence: int, before: int, *, strict: bool = False
    ) -> NamedBefore | None:
        """The one group that "the group" or "it" means.

        The subject of the sentence before is preferred; with `strict` nobody else will
        do, unless only one group was named at all, or the article is about one.
        """
        found = [
            one
            for one in self.recent(sentence, before, ("group",))
            if not is_unnamed(one.who)
        ]
        if not found:
            return None
        subjects = [
            one for one in found if one.subject and one.sentence >= sentence - 1
        ]
        if subjects:
            return subjects[0]
        if strict and len({one.who for one in found}) > 1:
            return next((one for one in found if one.who == self.main), None)
        return found[0]

    def group_told_of(
        self, sentence: int, before: int, *, strict: bool = False
    ) -> NamedBefore | None:
        """The group that a noun means: the last subject, else that of the article.

        One that was only named beside is meant where the article is about none.
        """
        near = self.group(sentence, before, strict=strict)
        if near is not None and (near.subject or strict):
            return near
        main = (
            one
            for one in reversed(self.spoken)
            if one.who == self.main and one.span.start < before
        )
        found = next(main, None)
        if found is None or (near is None and self.recent(sentence, before, GROUPS)):
            return near
        return found

    def state(self, sentence: int, before: int) -> NamedBefore | None:
        """The state, or its body, that was the last subject or stands just before."""
        found = self.recent(sentence, before, ("group", "org", "state"))
        near = next(iter(found), None)
        if near is None or near.sentence < sentence - 1:
            return None
        beside = near.sentence == sentence and before - near.span.end <= BESIDE
        last = near if beside else next((one for one in found if one.subject), None)
        if last is None or last.sentence < sentence - 1:
            return None
        return last if id_prefix(last.who) != "group" else None

    def cell(self, sentence: int, before: int) -> NamedBefore | None:
        """The cell that "the cell" means."""
        found = [one for one in self.cells if one.span.start < before]
        return found[-1] if found else None

    def both(self, words: str, sentence: int, before: int) -> tuple[NamedBefore, ...]:
        """The last two groups, or the last two sides; nobody where fewer were named."""
        found = last_two(self.recent(sentence, before, GROUPS))
        if found or not SIDES.match(words):
            return found
        armed = self.recent(sentence, before, ("group", "org", "state"))
        return last_two(one for one in armed if not one.speaks)

    def they(self, sentence: int, before: int) -> tuple[NamedBefore, ...]:
        """The groups that were the subject last; nobody where others were."""
        kinds = ("group", "org", "person", "community", "state")
        return acting_last(self.recent(sentence, before, kinds), sentence)

    def person(
        self,
        sentence: int,
        before: int,
        sex: str | None = None,
        apart: Collection[str] = (),
        back: int = LOOK_BACK,
    ) -> NamedBefore | None:
        """The person that "he" means: the last one, a subject first.

        Nobody who is several, known as of the other sex, or one of those `apart`.
        """
        found = [
            one
            for one in self.recent(sentence, before, ("person",), back)
            if one.who not in self.crowds
            and one.who not in apart
            and sex in (None, self.sexes.get(one.who, sex))
        ]
        if not found:
            return None
        nearest = found[0].sentence
        same = [one for one in found if one.sentence == nearest]
        subjects = [one for one in same if one.subject]
        return (subjects or same)[0]

    def body(self, sentence: int, before: int) -> NamedBefore | None:
        """The organization or state that "the agency" means."""
        found = self.recent(sentence, before, ("org", "state"))
        subjects = [one for one in found if one.subject]
        return next(iter(subjects or found), None)

    def force(self, sentence: int, before: int) -> NamedBefore | None:
        """The armed body with a name of its own that "the militia" means."""
        found = self.recent(sentence, before, ("org",), back=DEED_BACK)
        return next((one for one in found if one.who in self.forces), None)

    def country(self, sentence: int, before: int) -> NamedBefore | None:
        """The state that "the country" means."""
        return next(iter(self.recent(sentence, before, ("state",))), None)

    def deed(self, sentence: int, before: int) -> NamedBefore | None:
        """The attack that was told of last, one of a text before those of headings."""
        found = self.recent(sentence, before, ("attack",), back=DEED_BACK)
        single = [one for one in found if one.who not in self.series]
        told = (one for one in single if one.sentence not in self.headings)
        return next(told, None) or next(iter([*single, *found]), None)

    def meant(
        self,
        words: str,
        sentence: int,
        before: int,
        *,
        strict: bool = False,
        apart: Collection[str] = (),
    ) -> tuple[NamedBefore, ...]:
        """Whom a pronoun or a noun with "the" means; empty where that is unsure."""
        low = " ".join(words.lower().split())
        if low in HE or low in HIS:
            return some(self.person(sentence, before, sex_of(low), apart))
        if low in IT:
            found = self.state(sentence, before)
            if found is not None:
                return some(found)
            return some(self.group(sentence, before, strict=strict))
        if low in THEY:
            return self.they(sentence, before)
        if BOTH.match(low):
            return self.both(low, sentence, before)
        first, _, rest = low.partition(" ")
        noun = rest.rpartition(" ")[2]
        if not (first in THE or first in TWO) or not noun:
            return ()
        people = self.people(low, noun, sentence, before)
        if AGE.search(low) and not people:
            return some(self.if_of_age(self.person(sentence, before), low, noun))
        if people or noun in AUTHOR | AUTHORS | MEN:
            return people
        group = noun in GROUP_NOUNS
        if not tells_no_more(words, group=group):
            # "the Karzai government" is none that was told of
            return ()
        if group and not (self.cells and noun in CELL_NOUNS):
            found = self.group_told_of(sentence, before, strict=strict)
            return some(found or self.force(sentence, before))
        return some(self.by_noun(noun)(sentence, before))

    def by_noun(self, noun: str) -> Callable[[int, int], NamedBefore | None]:
        """How a noun with "the" is looked for."""
        if self.cells and noun in CELL_NOUNS:
            return self.cell
        if noun in COUNTRY_NOUNS:
            return self.country
        if noun in BODY_NOUNS:
            return self.body
        if noun in PERSON_NOUNS:
            return self.person
        return lambda _sentence, _before: None


def sex_of(pronoun: str) -> str:
    """Whether a pronoun is that of a man or of a woman: he, she."""
    return "she" if pronoun in SHE else "he"
