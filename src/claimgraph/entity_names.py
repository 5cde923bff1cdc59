"""Which entities may be meant by what people type: by a name, or by parts of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from claimgraph.folding import fold

# how alike a name must be to be offered in place of one that nobody has, of 100
LEAST = 60
# like words inside a longer name say less than a name that is like it
BY_WORDS = 0.9
# shorter beginnings of words say too little
BEGINNING = 4
SHOWN = 3


@dataclass(frozen=True)
class NamedEntity:
    """An entity with its names; `hints` are words that tell it from its kind."""

    id: str
    name: str
    names: tuple[str, ...]
    hints: str = ""

    @property
    def prefix(self) -> str:
        """What its id begins with: its type."""
        return self.id.partition("/")[0]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its names as they are compared."""
        return tuple(fold(one) for one in self.names)

    def has_name(self, asked: str) -> bool:
        """Whether one of its names folds to that."""
        return asked in self.folded

    def has_phrase(self, asked: str) -> bool:
        """Whether the words stand together in one of its names."""
        return any(f" {asked} " in f" {one} " for one in self.folded)

    def has_words(self, asked: str) -> bool:
        """Whether all words stand in one of its names, in any order."""
        words = set(asked.split())
        return any(words <= set(one.split()) for one in self.folded)

    def has_beginnings(self, asked: str) -> bool:
        """Whether each word, or a word that begins so, is in some name or hint."""
        held = {word for one in self.folded for word in one.split()}
        held |= {*fold(self.hints).split(), self.prefix}
        return all(
            word in held
            or (len(word) >= BEGINNING and any(one.startswith(word) for one in held))
            for word in asked.split()
        )

    def has_part(self, asked: str) -> bool:
        """Whether each word is a part of a word of one of its names."""
        return any(all(word in one for word in asked.split()) for one in self.folded)

    def __str__(self) -> str:
        return f"{self.name}, {self.id}"


@dataclass(frozen=True, slots=True)
class Meant:
    """The entities that may be meant, by a `whole` name or by a part of one."""

    entities: tuple[NamedEntity, ...]
    whole: bool


def meant_entities(
    known: Iterable[NamedEntity], text: str, prefixes: Iterable[str] = ()
) -> Meant:
    """Those that the text fits best, of one of the types, by id.

    A whole name goes before its words together, these before its words in any order,
    and these before words that only begin so.
    """
    asked = fold(text)
    if not asked:
        return Meant((), whole=False)
    wanted = of_types(known, prefixes)
    ways = (
        NamedEntity.has_name,
        NamedEntity.has_phrase,
        NamedEntity.has_words,
        NamedEntity.has_beginnings,
    )
    for way in ways:
        found = sorted(
            (one for one in wanted if way(one, asked)), key=lambda one: one.id
        )
        if found:
            return Meant(tuple(found), whole=way is NamedEntity.has_name)
    return Meant((), whole=False)


def parts_named(
    known: Iterable[NamedEntity], text: str, prefixes: Iterable[str] = ()
) -> list[NamedEntity]:
    """Those of the types that have all words of the text in one name, also as parts."""
    asked = fold(text)
    found = (one for one in of_types(known, prefixes) if asked and one.has_part(asked))
    return sorted(found, key=lambda one: one.id)


def near_entities(
    known: Iterable[NamedEntity], text: str, prefixes: Iterable[str] = ()
) -> list[NamedEntity]:
    """Those of the types whose names are most like the text, the best first."""
    asked = fold(text)
    scored = (
        (max((likeness(asked, name) for name in one.folded), default=0.0), one)
        for one in of_types(known, prefixes)
    )
    ranked = sorted((-score, one.id, one) for score, one in scored if score >= LEAST)
    return [one for _, _, one in ranked[:SHOWN]]


def likeness(asked: str, name: str) -> float:
    """How alike two folded names are, of 100: as a whole, or each word by itself.

    >>> likeness("gurdwarra", "attack on the gurdwara in kabul") > LEAST
    True
    """
    from rapidfuzz import fuzz

    words = name.split()
    if not asked or not words:
        return 0.0
    each = [max(fuzz.ratio(word, one) for one in words) for word in asked.split()]
    return max(fuzz.ratio(asked, name), BY_WORDS * sum(each) / len(each))


def of_types(
    known: Iterable[NamedEntity], prefixes: Iterable[str]
) -> list[NamedEntity]:
    """The entities whose ids have one of the prefixes; all where there is none."""
    wanted = set(prefixes)
    return [one for one in known if not wanted or one.prefix in wanted]


def nearest_entities(
    known: Iterable[NamedEntity], text: str, prefixes: Iterable[str] = ()
) -> str:
    """The nearest in brackets, each with its id, or nothing where none is near."""
    found = near_entities(known, text, prefixes)
    return f" (nearest: {'; '.join(map(str, found))})" if found else ""
