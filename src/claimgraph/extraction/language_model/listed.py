"""Whom of a list an entry means by a name that many bear: people, and places."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache

from claimgraph.coding.likeness import main_words
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.entries import MemberEntry
from claimgraph.extraction.language_model.naming import AREA, LONG_NAME
from claimgraph.extraction.language_model.places import WORD, CopiedWords
from claimgraph.extraction.names.common_names import (
    also_called,
    common_rows,
    commonly_called,
)
from claimgraph.extraction.names.states import state_of
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity

PERSON, PLACE = ("person",), ("place",)
# who fights, and of whom nothing is said
FIGHTERS = (None, "militant")
# who tell of those on lists, and are none
TELLERS = ("analyst", "journalist")
# a word that so many people of the lists have in a name tells none of them
MANY = 4
PROVINCE, COUNTRY = "province", "country"
AREAS = (PROVINCE, COUNTRY)
# of which kinds those on lists are, by their types
BY_KIND: Mapping[str, tuple[str | None, ...]] = {"person": FIGHTERS, "place": AREAS}


@lru_cache(2)
def bearers_by_word(known: Known) -> Mapping[str, set[str]]:
    """The people that have each word in a name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, names in known.names.items():
        for one in names:
            if id_prefix(one.entity.id) in PERSON:
                for word in main_words(key):
                    found[word].add(one.entity.id)
    return found


def bears_by_chance(known: Known, name: str, kind: str | None, listed: Entity) -> bool:
    """Whether somebody of a kind may have a listed person's name, and be another.

    A police chief called Abdul Haq is not the one of the list, nor is anybody by a part
    of his name, or a by-name, that many have: Abu Karim. Whom a corpus itself or all
    news call so is meant.
    """
    own = any(one.own for one in known.bearers(name, PERSON) if one.entity == listed)
    if own or commonly_called(known, name, PERSON) == listed:
        return False
    words = main_words(fold(name))
    if len(words) >= LONG_NAME:
        return False
    told_by = bearers_by_word(known)
    plain = all(len(told_by.get(one, ())) >= MANY for one in words)
    if kind not in FIGHTERS:
        return plain or kind in TELLERS or len(words) == 1
    return plain and (words != main_words(fold(listed.name)) or len(words) == 1)


@lru_cache(2)
def countries_in_news(known: Known) -> frozenset[str]:
    """The countries of whose provinces all news speak."""
    rows = (one for one in common_rows() if id_prefix(one.id) in PLACE)
    return frozenset(home for one in rows for home in one.entity(known).around)


class Listed:
    """Whom a corpus and lists have by a name, places as one article may mean them."""

    def __init__(self, known: Known, text: CopiedWords) -> None:
        self.known, self.text = known, text

    def named(
        self, name: str, entry: MemberEntry, prefixes: Collection[str]
    ) -> Entity | None:
        """The one of some types who has a name of an entry."""
        if entry.type == "place":
            return self.place(name, entry)
        return self.known.named(name, prefixes)

    def place(self, name: str, entry: MemberEntry) -> Entity | None:
        """The one place of a name of an entry: of its kind, in a country spoken of."""
        found = self.known.bearers(name, PLACE)
        if any(one.own for one in found):
            return self.known.named(name, PLACE)
        # the State of Niger is not the country
        part = AREA.search(entry.name) is not None
        places = {one.entity.id: one.entity for one in found}
        near = [
            one
            for one in places.values()
            if self.is_near(one, sure=len(places) == 1)
            and not (part and one.kind == COUNTRY)
        ]
        of_kind = [one for one in near if one.kind == entry.kind]
        meant = of_kind or near
        return meant[0] if len(meant) == 1 else None

    def is_near(self, place: Entity, *, sure: bool) -> bool:
        """Whether a province may be meant: its country is told, or it is in all news.

        Beni is no province of Bolivia where only the Congo is spoken of. Of two of one
        name that of a country that is told is meant: the Punjab of Pakistan.
        """
        homes = set(place.around)
        if place.kind != PROVINCE or not homes or any(map(self.is_told, homes)):
            return True
        in_news = not homes.isdisjoint(countries_in_news(self.known))
        return sure and (in_news or not self.spoken_of)

    def is_told(self, country: str) -> bool:
        """Whether the text speaks of a country, by its name or its people's."""
        state = self.known.entities.get(f"state/{country.partition('/')[2]}")
        if state is None or state.id in self.spoken_of:
            return True
        return any(map(self.text.has_name, also_called(state).names))

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The states that the text speaks of in one word: Turkish, Mali."""
        said = {word for word in WORD.findall(self.text.even.text) if word[0].isupper()}
        found = (state_of(self.known, word) for word in said)
        return frozenset(one.id for one in found if one is not None)
