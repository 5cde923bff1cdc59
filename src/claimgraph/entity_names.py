"""Which entities may be meant by what people type: by a name, or by parts of one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claimgraph.folding import fold
from claimgraph.name_sounds import consonants

# how alike a name must be to be offered in place of one that nobody has, and each of
# its words by itself, of 100
LEAST, EACH_WORD = 60, 65
# a whole name that is less like it has little in common but its length
WHOLE = 75
# words of two scripts that have the same consonants
SOUND = 90.0
# like words inside a longer name say less than a name that is like it
BY_WORDS = 0.9
# shorter beginnings of words say too little
BEGINNING = 4
# longer words in small letters are no "of", "the" or "and"
LONGEST_JOINT = 3
SHOWN = 3
EVENT = "attack"
DOERS = {"group"}


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

    def has_letters(self, asked: str) -> bool:
        """Whether one of its names has the same letters, spaces left out."""
        letters = asked.replace(" ", "")
        return any(letters == one.replace(" ", "") for one in self.folded)

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

    def has_initials(self, asked: str) -> bool:
        """Whether one of its names begins its words with these letters."""
        return any(asked in initials(one) for one in self.names)

    def has_part(self, asked: str) -> bool:
        """Whether each word is a part of a word of one of its names."""
        return any(all(word in one for word in asked.split()) for one in self.folded)

    def __str__(self) -> str:
        return f"{self.name}, {self.id}"


PARTS = (
    NamedEntity.has_letters,
    NamedEntity.has_phrase,
    NamedEntity.has_words,
    NamedEntity.has_initials,
    NamedEntity.has_beginnings,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The entities that may be meant, by a `whole` name or by a part of one."""

    entities: tuple[NamedEntity, ...]
    whole: bool


def meant_entities(
    known: Iterable[NamedEntity], text: str, prefixes: Collection[str] = ()
) -> Meant:
    """Those that the text fits best, of one of the types, by id.

    A name letter by letter goes before a whole name as folded, this before its letters
    without spaces, these before its words together, these before its words in any
    order, its initials, and their beginnings.
    Where somebody of another type has the whole name, nobody is meant by a part; but
    an attack is called by what it hit.
    """
    asked, everybody = fold(text), sorted(known, key=lambda one: one.id)
    wanted = of_types(everybody, prefixes)
    exact = [one for one in wanted if text.strip() in one.names]
    whole = exact or [one for one in wanted if asked and one.has_name(asked)]
    if whole or not asked:
        return Meant(tuple(whole), whole=bool(whole))
    others = {one.prefix for one in everybody if one.has_name(asked)}
    if others & DOERS if EVENT in prefixes else others:
        return Meant((), whole=False)
    for way in PARTS:
        found = [one for one in wanted if way(one, asked)]
        if found:
            return Meant(tuple(found), whole=False)
    return Meant((), whole=False)


def parts_named(
    known: Iterable[NamedEntity], text: str, prefixes: Collection[str] = ()
) -> list[NamedEntity]:
    """Those of the types that have all words of the text in one name, also as parts.

    Those whose initials they are, too.
    """
    asked = fold(text)
    found = (
        one
        for one in of_types(known, prefixes)
        if asked
        and (one.has_part(asked) or one.has_initials(asked) or one.has_letters(asked))
    )
    return sorted(found, key=lambda one: one.id)


def near_entities(
    known: Iterable[NamedEntity], text: str, prefixes: Collection[str] = ()
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

    Nothing where a word is like none: two armies have little in common.

    >>> likeness("gurdwarra", "attack on the gurdwara in kabul") > LEAST
    True
    >>> likeness("nobody army", "the islamic army")
    0.0
    """
    from rapidfuzz import fuzz

    words = name.split()
    if not asked or not words:
        return 0.0
    each = [max(word_likeness(word, one) for one in words) for word in asked.split()]
    by_words = BY_WORDS * sum(each) / len(each) if min(each) >= EACH_WORD else 0.0
    whole = fuzz.ratio(asked, name)
    return max(whole if whole >= WHOLE else 0.0, by_words)


def word_likeness(one: str, other: str) -> float:
    r"""How alike two folded words are, in letters, or across scripts in sound.

    >>> word_likeness("\u0445\u0430\u043a\u043a\u0430\u043d\u0438", "haqqani") == SOUND
    True
    """
    from rapidfuzz import fuzz

    if one.isascii() == other.isascii():
        return fuzz.ratio(one, other)
    sound = consonants(one)
    return SOUND if len(sound) > 1 and sound == consonants(other) else 0.0


@lru_cache(1 << 14)
def initials(name: str) -> frozenset[str]:
    """The first letters of a name's words, with and without "of" and its like.

    >>> sorted(initials("National Directorate of Security")), initials("Taliban")
    (['ndos', 'nds'], frozenset())
    """
    words = fold(name, cased=True).split()
    main = [word for word in words if len(word) > LONGEST_JOINT or not word.islower()]
    found = ("".join(word[0] for word in some) for some in (words, main))
    return frozenset(fold(letters) for letters in found if len(letters) > 1)


def of_types(
    known: Iterable[NamedEntity], prefixes: Iterable[str]
) -> list[NamedEntity]:
    """The entities whose ids have one of the prefixes; all where there is none."""
    wanted = set(prefixes)
    return [one for one in known if not wanted or one.prefix in wanted]


def nearest_entities(
    known: Iterable[NamedEntity], text: str, prefixes: Collection[str] = ()
) -> str:
    """The nearest in brackets, each with its id, or nothing where none is near."""
    found = near_entities(known, text, prefixes)
    return f" (nearest: {'; '.join(map(str, found))})" if found else ""
