"""Names and aliases as they are compared: forms, their keys, and how alike they are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from claimgraph.folding import fold
from claimgraph.model import Alias, Entity
from claimgraph.name_sounds import look_of, sound_of

# a shorter form is an abbreviation: ISI and ISIS are two
SHORTEST_ALIKE = 5
# a whole name inside a longer one says less than a name that is nearly the same
WITHIN = 0.9
# each word with the consonants of a word of the other: Mohammed Omar, Mohammad Umar
SPELT = 90.0
# letters of two scripts that look the same: Taliban with a Cyrillic a
LOOKS = 95.0
# the same words but for one, which may be a translation, or another name
ONE_OTHER = 86.0
# of fewer consonants, or words, many names are made
LEAST_SOUND = 4
LEAST_WORDS = 3
VOWELS = re.compile("[aeiouy]+")
TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of an entity: as written, and as it is compared.

    `text` holds the folded words, sorted; `cased` the same with their case; `sound`
    and `look` what transliterations and look-alike letters have in common; `keys` are
    the skeletons of the words, and these two, by which names that may be alike are
    found. A name that stands `alone` is evidence by itself; an ambiguous alias is none.
    """

    entity: str
    name: str
    text: str
    cased: str
    numbers: frozenset[str]
    words: tuple[str, ...]
    skeletons: frozenset[str]
    sound: str
    look: str
    exact: bool
    alone: bool

    @property
    def keys(self) -> frozenset[str]:
        """What only names that may be alike have in common."""
        keys = self.skeletons | {f"={self.look}"}
        sounds = len(self.sound) >= LEAST_SOUND - 1
        return keys | {f"~{self.sound}"} if sounds else keys


def forms(entity: Entity, standing: str) -> Iterator[NameForm]:
    """The name and the aliases of an entity, under its standing id."""
    names = [Alias(entity.name), *entity.aliases]
    made = (form_of(standing, name) for name in names)
    yield from (form for form in made if form is not None)


def form_of(standing: str, name: Alias) -> NameForm | None:
    """A name as it is compared; None where it holds no letter and no digit."""
    words = fold(name.name).split()
    if not words:
        return None
    keys = frozenset(key for word in words if len(key := skeleton(word)) > 1)
    return NameForm(
        entity=standing,
        name=name.name,
        text=" ".join(sorted(words)),
        cased=" ".join(sorted(fold(name.name, cased=True).split())),
        numbers=frozenset(word for word in words if word.isdigit()),
        words=tuple(sorted(words)),
        skeletons=keys or frozenset(words),
        sound=sound_of(words),
        look=look_of(name.name),
        exact=name.case_exact,
        alone=not name.ambiguous,
    )


def skeleton(word: str) -> str:
    """A word by its consonants, which spellings of one name have in common.

    >>> skeleton("khorasan") == skeleton("khurasan"), skeleton("umar")
    (True, 'amr')
    """
    first = "a" if VOWELS.match(word) else ""
    bare = TWICE.sub(r"\1", VOWELS.sub("", word))
    return first + bare


def alike(one: NameForm, other: NameForm, least: float) -> float:
    """How alike two names are, 0 to 100; 0 below `least`.

    The highest of the ratio of the sorted words; where the shorter name has two words
    or more, 0.9 times the ratio of the shared words (rapidfuzz, `token_sort_ratio` and
    `token_set_ratio`); 95 where only the scripts of look-alike letters differ; 90 where
    all words, or the whole names, have the same consonants; and 86 where one word of
    three or more differs. Short names, and those whose case counts, are alike only
    where they are equal; numbers must be the same ones.
    """
    if one.exact or other.exact:
        return 100.0 if one.cased == other.cased else 0.0
    if one.text == other.text:
        return 100.0
    if one.look and one.look == other.look:
        return LOOKS
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return 0.0
    score = SPELT if sound_alike(one, other) else 0.0
    if min(len(one.text), len(other.text)) >= SHORTEST_ALIKE:
        score = max(score, spelt_alike(one, other))
    return score if score >= least else 0.0


def sound_alike(one: NameForm, other: NameForm) -> bool:
    """Whether the whole names have the same consonants, and enough of them.

    Names in two scripts have no letter in common that could tell them apart: of them
    fewer consonants do.
    """
    two_scripts = one.text.isascii() != other.text.isascii()
    enough = LEAST_SOUND - 1 if two_scripts else LEAST_SOUND
    return one.sound == other.sound and len(one.sound) >= enough


def spelt_alike(one: NameForm, other: NameForm) -> float:
    """How alike the letters of two names are."""
    score = fuzz.ratio(one.text, other.text)
    shorter, longer = sorted((len(one.words), len(other.words)))
    if shorter > 1:
        score = max(score, WITHIN * fuzz.token_set_ratio(one.text, other.text))
    if shorter == longer and one.skeletons == other.skeletons:
        score = max(score, SPELT)
    differing = Counter(one.words) - Counter(other.words)
    if shorter == longer >= LEAST_WORDS and differing.total() == 1:
        score = max(score, ONE_OTHER)
    return score


def blocks(listed: Iterable[NameForm]) -> dict[str, list[NameForm]]:
    """The forms by each of their keys, in the order of their texts."""
    found: dict[str, list[NameForm]] = {}
    for form in sorted(listed, key=order):
        for key in form.keys:
            found.setdefault(key, []).append(form)
    return found


def order(form: NameForm) -> tuple[str, str, str, bool]:
    """Forms are sorted by what is compared, then by whose they are."""
    return form.text, form.entity, form.name, form.alone
