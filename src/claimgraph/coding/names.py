"""Who is called so already: in a corpus, in what it uses, in what ships with us?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from claimgraph.coding.likeness import (
    LIKELY,
    NAMESAKE,
    OTHER,
    SAME,
    common_points,
    folded_name,
    is_generic,
    slip_points,
    whole_points,
    without_article,
)
from claimgraph.corpus.entries import read_entities
from claimgraph.corpus.uses import (
    SCHEME,
    CorpusNames,
    packaged_corpora,
    read_names,
)
from claimgraph.ids import id_prefix
from claimgraph.model import Entity

SHOWN = 5


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity that is there, where it was read, and whether it is at hand.

    `source` is empty for the corpus itself; `uses` is what `corpus.yaml` has to say
    first where the entity is not at hand.
    """

    entity: Entity
    source: str
    uses: str = ""

    @property
    def at_hand(self) -> bool:
        """Whether claims may name it as things are."""
        return not self.uses


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entity that may be the one that is meant, and what they have in common.

    A `rank` from OTHER on is only told, any other asks for a decision. `name` is the
    name of the entity that is the one, or like it.
    """

    known: KnownEntity
    rank: int
    reason: str
    name: str

    @property
    def asks(self) -> bool:
        """Whether a person has to say that it is another one.

        Not where some corpus that is not at hand calls its own by a word for many.
        """
        elsewhere = not self.known.at_hand and is_generic(folded_name(self.name))
        return self.rank < OTHER and not elsewhere

    @property
    def sure(self) -> bool:
        """Whether the name is a whole one, which nobody else is called."""
        return self.rank == SAME

    @property
    def whole(self) -> bool:
        """Whether the name is a whole one, be it another's as well."""
        return self.rank <= LIKELY

    @property
    def is_namesake(self) -> bool:
        """Whether something of another type is called so."""
        return self.rank == NAMESAKE

    @property
    def place(self) -> tuple[int, bool, str]:
        """Where it stands among others, the likeliest first."""
        return self.rank, not self.known.at_hand, self.known.entity.id


@dataclass(frozen=True, slots=True)
class Directory:
    """All entities that a new one is compared with, by where they stand."""

    own: CorpusNames
    known: tuple[KnownEntity, ...]

    @property
    def at_hand(self) -> Mapping[str, Entity]:
        """Those that claims may name, by id; an entry of the corpus before others."""
        return {
            one.entity.id: one.entity for one in reversed(self.known) if one.at_hand
        }

    def stands(self, entities: Iterable[Entity]) -> list[KnownEntity]:
        """Entities at hand, each with where it was read: those that are only used."""
        own = self.own.entities
        used = {one.entity.id: one.source for one in self.known if one.source}
        return [
            KnownEntity(one, "" if one.id in own else used.get(one.id, ""))
            for one in entities
        ]

    @property
    def taken(self) -> frozenset[str]:
        """All ids that are given to somebody."""
        return frozenset(one.entity.id for one in self.known)


def directory(folder: Path) -> Directory:
    """The entities of a corpus, of those that it uses, and of those that ship with us.

    CorpusError where the folder is no corpus.
    """
    own = read_names(folder)
    known = [KnownEntity(one, "") for one in own.entities.values()]
    seen = {own.folder}
    for used in own.all_used():
        seen.add(used.folder)
        known += [KnownEntity(one, used.name) for one in used.entities.values()]
    for name, place in packaged_corpora():
        if place.resolve() not in seen:
            written = f"{SCHEME}{name}"
            entities, _ = read_entities(place)
            known += [
                KnownEntity(one, written, written)
                for one in entities.values()
                if not one.unnamed
            ]
    return Directory(own, tuple(known))


def likenesses(
    known: Iterable[KnownEntity], names: Collection[str], prefix: str
) -> list[Likeness]:
    """Those that have one of the names, or one like it, the likeliest first."""
    found = [like for one in known for like in points_of(one, names, [prefix])]
    listed = likeliest_first(found)
    asking = [one for one in listed if one.asks]
    told = [one for one in listed if not one.asks]
    return [*asking, *told[: max(SHOWN - len(asking), 2)]]


def matches(
    known: Iterable[KnownEntity], typed: str, prefixes: Collection[str]
) -> list[Likeness]:
    """Those of some types, all where there is none, who may be meant by a name."""
    wanted = [
        one
        for one in known
        if not prefixes or id_prefix(one.entity.id) in prefixes
        if one.entity.where is not None
    ]
    types = prefixes or {id_prefix(one.entity.id) for one in wanted}
    found = [like for one in wanted for like in points_of(one, [typed], types)]
    return likeliest_first(found or list(slips_of(wanted, typed)))


def slips_of(known: Iterable[KnownEntity], typed: str) -> Iterator[Likeness]:
    """Those of the corpus itself who have all words in a name, but for slips."""
    for one in known:
        if not one.source:
            for point in slip_points(one.entity, typed):
                yield Likeness(one, *point)


def likeliest_first(found: Iterable[Likeness]) -> list[Likeness]:
    """One for each entity, the likeliest first; only whole ones where some are."""
    best: dict[str, Likeness] = {}
    for one in found:
        other = best.get(one.known.entity.id, one)
        # whoever is at hand needs no other corpus
        known = min(one, other, key=lambda like: not like.known.at_hand).known
        better = min(other, one, key=lambda like: like.place)
        best[one.known.entity.id] = replace(better, known=known)
    listed = sorted(best.values(), key=lambda one: one.place)
    if listed and listed[0].whole:
        return [one for one in listed if one.whole or one.is_namesake]
    return listed


def points_of(
    known: KnownEntity, names: Collection[str], prefixes: Collection[str]
) -> Iterator[Likeness]:
    """What an entity has in common with somebody of these names and types."""
    entity, own = known.entity, not known.source
    own_type = id_prefix(entity.id) in prefixes
    for typed in names:
        if not own_type:
            asked = without_article(folded_name(typed))
            for rank, _, name in whole_points(entity, typed, asked, own=own):
                if asked and rank == SAME:
                    told = "is another type of that name"
                    yield Likeness(known, NAMESAKE, told, name)
            continue
        for point in common_points(entity, typed, own=own):
            yield Likeness(known, *point)
