"""The rules over a parse: from the sentences of an article to candidates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from claimgraph.extraction.candidates import Cast, ClaimCandidate, Member
from claimgraph.extraction.meaning.announced import Announced
from claimgraph.extraction.meaning.bands import Bands
from claimgraph.extraction.meaning.called import (
    ages_told,
    nouns_beside,
    nouns_of_people,
    tells_of_others,
)
from claimgraph.extraction.meaning.cells import Cells
from claimgraph.extraction.meaning.coalitions import coalitions
from claimgraph.extraction.meaning.followers import Followers
from claimgraph.extraction.meaning.he_or_she import sexes_told
from claimgraph.extraction.meaning.referents import Referents
from claimgraph.extraction.meaning.series import SeriesByDoer, series_in, vague_series
from claimgraph.extraction.meaning.things import Things
from claimgraph.extraction.names.armies import ARMED
from claimgraph.extraction.names.coreference import GROUP_NOUNS, Memory
from claimgraph.extraction.names.named_before import NamedBefore
from claimgraph.extraction.rules.answers import Answers
from claimgraph.extraction.rules.building import Builder
from claimgraph.extraction.rules.headless import Headless
from claimgraph.extraction.rules.holders import Holders
from claimgraph.extraction.rules.learnt import learn
from claimgraph.extraction.rules.lists import Lists
from claimgraph.extraction.rules.named_later import people_called
from claimgraph.extraction.rules.officials import Officials
from claimgraph.extraction.rules.once import unique
from claimgraph.extraction.rules.owned_groups import owned_groups
from claimgraph.extraction.rules.pairing import Pairing
from claimgraph.extraction.rules.struck import Struck
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.extraction.trees.tree import SUBJECTS
from claimgraph.folding import fold
from claimgraph.ids import id_prefix, is_unnamed

# so much oftener than any other is the group named that an article is about
BY_FAR, LEAST_NAMED = 2, 2


class Engine:
    """Reads the sentences of one article, one after the other."""

    def __init__(
        self,
        stem: str,
        text: str,
        cast: Cast,
        *,
        cells: Sequence[str] = (),
        said: str | None = None,
    ) -> None:
        self.said = said
        self.series = SeriesByDoer(cast, vague_series(cast))
        self.lists = Lists()
        self.answers = Answers(text, cast)
        self.text = text
        self.memory = Memory(named_most(told_of(cast)), crowds(cast))
        self.memory.led = coalitions(cast)
        self.memory.forces = forces(cast)
        self.memory.series = series_in(cast)
        self.memory.surnames = surnames(cast)
        self.holders = Holders(stem, text, cast)
        self.cells = Cells(text, cells)
        self.bands = Bands(stem, text, sole_group(cast))
        self.followers = Followers(text)
        self.announced = Announced(text, cast)
        self.things = Things(stem, text)
        self.officials = Officials(text, cast)
        self.headless = Headless()

    def pass_over(
        self, number: int, named: Sequence[NamedSpan], deeds: Sequence[NamedSpan]
    ) -> None:
        """Take in who is named in a sentence that is not parsed."""
        told = without_titles(named)
        first = min((one.span.start for one in told), default=0)
        for one in told:
            self.keep(one, number, subject=one.span.start == first)
        self.tell(told)
        for one in deeds:
            self.keep(one, number, subject=False)

    def read(
        self, reading: Reading, hits: Iterable[Hit], ahead: Reading | None = None
    ) -> list[ClaimCandidate]:
        """The candidates of the triggers of one parsed sentence.

        `ahead` is the sentence that closes a quotation which this one leaves open.
        """
        reading = self.announced.with_announced(reading)
        reading = self.followers.with_followers(reading, self.memory)
        reading = self.bands.with_bands(self.cells.with_cells(reading), self.memory)
        referents = Referents(reading, self.memory, self.text)
        self.holders.enter(reading, referents, self.memory, ahead)
        here = inside(reading)
        held = without_titles(here)
        titles = {
            one.span.end + 1
            for one in here
            if one not in held and reading.is_subject(one)
        }
        for one in held:
            subject = reading.is_subject(one) or one.span.start in titles
            speaks = tells_of_others(reading, one)
            self.keep(one, reading.number, subject=subject, speaks=speaks)
        self.tell(held, nouns_of_people(reading))
        for who, sex in sexes_told(reading):
            self.memory.sexes.setdefault(who, sex)
        for again in told_again(referents):
            self.memory.note(again)
        self.things.enter(reading)
        struck = Struck(reading, referents, self.things)
        pairing = Pairing(struck, self.text, self.said)
        builder = Builder(reading, pairing, self.holders, self.text)
        own = owned_groups(reading, referents, self.text)
        own = chain(own, self.followers.headed(reading))
        candidates = chain(self.candidates(hits, builder), own)
        told = unique(self.answers.told(candidates))
        found = self.series.told_apart(told)
        self.holders.remember()
        learn(self.memory, found)
        return found

    def tell(
        self, named: Sequence[NamedSpan], more: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Take in by which nouns people are told of, and how old they are."""
        told = [*nouns_beside(self.text, named), *more]
        self.memory.called.update(told)
        self.memory.ages.update(ages_told(self.text, named))
        for office, who in people_called(told):
            self.memory.people_called[office].add(who)

    def of_list(
        self, words: str, found: Sequence[ClaimCandidate], deeds: Sequence[NamedSpan]
    ) -> list[ClaimCandidate]:
        """What the heading of a list says of a line, or a line of what follows."""
        return list(self.lists.read(words, found, deeds))

    def candidates(
        self, hits: Iterable[Hit], builder: Builder
    ) -> Iterator[ClaimCandidate]:
        """What each trigger of a sentence gives."""
        for hit in hits:
            self.headless.note(hit, builder)
            yield from self.officials.without_diplomacy(builder.candidates(hit))

    def unnamed_heads(self) -> Iterator[ClaimCandidate]:
        """Who heads the bodies whose heads were told of without their names."""
        return self.headless.claims(self.memory.heads)

    def keep(
        self, one: NamedSpan, number: int, *, subject: bool, speaks: bool = False
    ) -> None:
        """Remember that somebody was named."""
        spoken = NamedBefore(one.who, one.span, number, subject, speaks)
        self.memory.note(spoken, cell=self.cells.is_cell(one.who))

    def members(self) -> Mapping[str, Member]:
        """The unnamed speakers and the cells that were met."""
        return {
            **self.holders.members(),
            **self.cells.members(),
            **self.bands.members(),
            **self.followers.members(),
            **self.things.members(),
            **self.series.members(),
        }


def without_titles(named: Sequence[NamedSpan]) -> list[NamedSpan]:
    """Those of a sentence without offices that stand before names: police chief A."""
    names = {one.span.start for one in named if id_prefix(one.who) == "person"}
    return [
        one for one in named if not (is_unnamed(one.who) and one.span.end + 1 in names)
    ]


def told_of(cast: Cast) -> Mapping[str, int]:
    """How often an article names each group."""
    return {
        key: len(one.mentions)
        for key, one in cast.items()
        if id_prefix(key) == "group" and not one.entity.unnamed
    }


def surnames(cast: Cast) -> Mapping[str, Sequence[str]]:
    """The people of an article by their surnames."""
    found = defaultdict[str, list[str]](list)
    for key, one in cast.items():
        if id_prefix(key) == "person" and not one.entity.unnamed:
            found[fold(one.entity.name.split()[-1])].append(key)
    return found


def crowds(cast: Cast) -> set[str]:
    """Who is told of as several people."""
    return {key for key, one in cast.items() if one.entity.collective}


def sole_group(cast: Cast) -> str | None:
    """The only group that an article names, and so means from its title on."""
    named = told_of(cast)
    sole = next(iter(named), None)
    return sole if len(named) == 1 and named[sole or ""] >= LEAST_NAMED else None


def forces(cast: Cast) -> set[str]:
    """The armed bodies with a name as groups have it: the Arland Defence Force."""
    return {
        key
        for key, one in cast.items()
        if one.entity.kind == ARMED
        and not one.entity.unnamed
        and one.entity.name == one.entity.name.title()
    }


def named_most(told: Mapping[str, int]) -> str | None:
    """The group that is named most by far.

    >>> named_most({"group/front": 6, "group/brigade": 2}), named_most({"group/a": 1})
    ('group/front', None)
    """
    most, *others = sorted(told, key=lambda one: -told[one]) or [""]
    times = told.get(most, 0)
    if times < LEAST_NAMED or any(BY_FAR * told[one] > times for one in others):
        return None
    return most


def told_again(referents: Referents) -> Iterator[NamedBefore]:
    """The groups that nouns of a sentence mean without a name: the militants."""
    reading = referents.reading
    for word in reading.tree.words:
        noun = word.lemma in GROUP_NOUNS or word.text.lower() in GROUP_NOUNS
        if not noun or not word.is_noun or word.i in reading.named:
            continue
        for one in referents.before(word.i, ("group",), strict=False):
            subject = word.dep in SUBJECTS
            yield NamedBefore(one.who, one.words, reading.number, subject)


def inside(reading: Reading) -> list[NamedSpan]:
    """All who are named in a sentence and all attacks, in the order of the text."""
    found = {*reading.named.values(), *reading.deeds.values()}
    return sorted(found, key=lambda one: (one.span.start, one.who))
