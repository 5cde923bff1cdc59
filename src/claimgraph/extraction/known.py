"""Who is known when an article is read: entries of a corpus, of those it uses, ours."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.coding.likeness import folded_name, without_article
from claimgraph.coding.names import KnownEntity, directory
from claimgraph.corpus.uses import packaged_corpora, read_names
from claimgraph.ids import id_prefix, list_of, of_lists_apart
from claimgraph.model import Alias, Claim, Entity

# how alike two spellings of one long name are, and each two words of them, of 100
ALIKE, EACH_WORD = 88, 70


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of a known entity, and whether it stands in the corpus itself."""

    entity: Entity
    alias: Alias
    own: bool


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """All entities that an article may mean, and the claims that a corpus has.

    `names` are by the folded name without a leading article; those of the corpus
    itself stand first. Two are never equal: what is made of one is kept for it.
    """

    entities: Mapping[str, Entity]
    names: Mapping[str, tuple[KnownName, ...]]
    claims: tuple[Claim, ...] = ()

    def named(self, name: str, prefixes: Collection[str]) -> Entity | None:
        """The one entity of some types that a whole name means; None where unsure.

        A name in exact case must be written so. One that may mean others counts only
        for an entity of the corpus itself. Of two with one name the corpus' own is
        meant; two elsewhere are nobody.
        """
        asked = without_article(folded_name(name))
        found = self.bearers(name, prefixes)
        own = [one for one in found if one.own]
        meant = {one.entity.id: one.entity for one in own or found}
        sure = next(iter(meant.values())) if len(meant) == 1 else None
        spaces = asked.count(" ")
        if (not meant and spaces >= 2) or (sure and list_of(sure.id) and spaces >= 1):
            return self.listed_twice(asked, prefixes) or sure
        return sure

    def bearers(self, name: str, prefixes: Collection[str]) -> list[KnownName]:
        """All of some types whom a whole name may mean, with that name."""
        return [
            one
            for one in self.names.get(without_article(folded_name(name)), ())
            if id_prefix(one.entity.id) in prefixes
            if not one.alias.case_exact or one.alias.name == name.strip()
            if one.own or not one.alias.ambiguous
        ]

    def listed_twice(self, asked: str, prefixes: Collection[str]) -> Entity | None:
        """The one of a long name that two public lists have, each under its number."""
        meant = {
            one.entity.id: one.entity
            for one in self.names.get(asked, ())
            if id_prefix(one.entity.id) in prefixes
        }
        if not of_lists_apart(meant):
            return None
        # the United Nations' number before others
        return max(meant.items(), key=lambda pair: pair[0])[1]

    def spelt_like(self, name: str, prefixes: Collection[str]) -> Entity | None:
        """The one entity whose long name is the same but for how it is spelt.

        Three words at least, with the same first letters: Eastern Turkistan Islamic
        Movement, where an article writes East Turkestan.
        """
        asked = without_article(folded_name(name))
        listed_so = (id_prefix(one.entity.id) for one in self.names.get(asked, ()))
        # whoever has this very name is not told by another's spelling of it
        if asked.count(" ") < 2 or any(one in prefixes for one in listed_so):
            return None
        meant = {
            one.entity.id: one.entity
            for key, listed in self.names.items()
            if key[0] == asked[0] and is_spelt_alike(asked, key)
            for one in listed
            if id_prefix(one.entity.id) in prefixes and not one.alias.ambiguous
        }
        return next(iter(meant.values())) if len(meant) == 1 else None

    def joined_by(self, entities: Iterable[Entity], claims: Iterable[Claim]) -> "Known":
        """The same, with new entries of the corpus itself, and with these claims."""
        added = known_among(KnownEntity(one, "") for one in entities)
        names = dict(self.names)
        for key, found in added.names.items():
            names[key] = (*found, *names.get(key, ()))
        return Known({**self.entities, **added.entities}, names, tuple(claims))

    def without(self, ids: Collection[str], article: str) -> "Known":
        """The same without some entities, and without the claims of an article."""
        names = dict(self.names)
        for one in self.entities.keys() & ids:
            for name in self.entities[one].names:
                key = without_article(folded_name(name))
                left = [held for held in names.get(key, ()) if held.entity.id != one]
                names[key] = tuple(left)
        kept = {one: held for one, held in self.entities.items() if one not in ids}
        claims = tuple(one for one in self.claims if one.article != article)
        return Known(kept, names, claims)


def is_spelt_alike(one: str, other: str) -> bool:
    """Whether two folded names have word for word the same letters, or nearly.

    >>> is_spelt_alike("east turkestan movement", "eastern turkistan movement")
    True
    >>> is_spelt_alike("army of islam", "army of iraq")
    False
    """
    from rapidfuzz import fuzz

    words, others = one.split(), other.split()
    return (
        [word[0] for word in words] == [word[0] for word in others]
        and fuzz.ratio(one, other) >= ALIKE
        and all(
            fuzz.ratio(*pair) >= EACH_WORD for pair in zip(words, others, strict=True)
        )
    )


def known_in(folder: Path | None, claims: Iterable[Claim] = ()) -> Known:
    """Whom a corpus knows, with what ships; without a folder only what ships."""
    if folder is not None:
        return known_among(directory(folder).known, claims)
    shipped = (
        KnownEntity(entity, name, name)
        for name, place in packaged_corpora()
        if name == "names"
        for entity in read_names(place).entities.values()
    )
    return known_among(shipped, claims)


def known_among(listed: Iterable[KnownEntity], claims: Iterable[Claim] = ()) -> Known:
    """An index over entities: a corpus' own entry hides another of its id."""
    entities: dict[str, Entity] = {}
    names: dict[str, list[KnownName]] = {}
    for one in listed:
        if one.entity.id in entities or one.entity.unnamed:
            continue
        entities[one.entity.id] = one.entity
        own = one.at_hand and not one.source
        for alias in (Alias(one.entity.name), *one.entity.aliases):
            key = without_article(folded_name(alias.name))
            if key:
                names.setdefault(key, []).append(KnownName(one.entity, alias, own))
    ordered = {
        key: tuple(sorted(found, key=lambda name: not name.own))
        for key, found in names.items()
    }
    return Known(entities, ordered, tuple(claims))
