"""Who is called so already: in a corpus, in what it uses, in what ships with us?"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.corpus.entries import read_entities
from claimgraph.corpus.uses import (
    SCHEME,
    CorpusNames,
    packaged_corpora,
    read_names,
)
from claimgraph.entity_names import (
    NamedEntity,
    meant_entities,
    near_entities,
    of_types,
)
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity
from claimgraph.name_sounds import look_of, sound_of

# how alike two names are at least that may be slips of one, of 100
ALIKE = 87
# shorter names have too few consonants to tell them by
LEAST_SOUND = 4
DIGITS = re.compile(r"\d+")
SHOWN = 5
# what stands for itself, before what may be another, before what is of another type
SAME, CLOSE, OTHER = range(3)


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

    A `rank` of SAME or CLOSE asks for a decision; OTHER is only told.
    """

    known: KnownEntity
    rank: int
    reason: str

    @property
    def asks(self) -> bool:
        """Whether a person has to say that it is another one."""
        return self.rank != OTHER


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
    found: list[Likeness] = []
    ids = set[str]()
    for one in known:
        reasons = sorted(reasons_for(one.entity, names, prefix))
        if reasons and one.entity.id not in ids:
            ids.add(one.entity.id)
            found.append(Likeness(one, *reasons[0]))
    found.sort(key=lambda one: (one.rank, not one.known.at_hand, one.known.entity.id))
    asking = [one for one in found if one.asks]
    told = [one for one in found if not one.asks]
    return [*asking, *told[: max(SHOWN - len(asking), 2)]]


def reasons_for(
    entity: Entity, names: Collection[str], prefix: str
) -> Iterator[tuple[int, str]]:
    """What an entity has in common with somebody of these names, in words."""
    named = NamedEntity(entity.id, entity.name, tuple(entity.names))
    own_type = id_prefix(entity.id) == prefix
    for name in names:
        asked = fold(name)
        if not asked:
            continue
        if named.has_name(asked):
            words = "has that name" if own_type else "is another type of that name"
            yield (SAME if own_type else OTHER), words
        elif own_type:
            yield from near_reasons(named, name, asked)


def near_reasons(
    named: NamedEntity, name: str, asked: str
) -> Iterator[tuple[int, str]]:
    """What a name has in common with those of an entity of its type."""
    from rapidfuzz import fuzz

    if named.has_letters(asked):
        yield SAME, "has that name, with other spaces"
    looks, sound = look_of(name), sound_of(asked.split())
    for own, folded in zip(named.names, named.folded, strict=True):
        if look_of(own) == looks:
            yield SAME, f"looks the same: {own}"
        # a second cell is not the first
        if DIGITS.findall(folded) != DIGITS.findall(asked):
            continue
        if fuzz.ratio(asked, folded, score_cutoff=ALIKE):
            yield CLOSE, f"is spelt much alike: {own}"
        elif len(sound) >= LEAST_SOUND and sound_of(folded.split()) == sound:
            yield CLOSE, f"sounds the same: {own}"
    if named.has_initials(asked):
        yield CLOSE, "has these initials"
    if named.has_words(asked):
        yield OTHER, "has these words in a name"


def matches(
    entities: Mapping[str, Entity], typed: str, prefixes: Collection[str]
) -> list[Entity]:
    """The entities at hand that may be meant by a name, of some types, by id."""
    known = of_types(
        [
            NamedEntity(one.id, one.name, tuple(one.names))
            for one in entities.values()
            if one.where is not None
        ],
        prefixes,
    )
    meant = meant_entities(known, typed).entities or tuple(near_entities(known, typed))
    return [entities[one.id] for one in meant]
