"""Names and aliases as they are compared: forms, their keys, and how alike they are."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from claimgraph.model import Alias, Entity

# a shorter form is an abbreviation: ISI and ISIS are two
SHORTEST_ALIKE = 5
# a whole name inside a longer one says less than a name that is nearly the same
WITHIN = 0.9
# each word with the consonants of a word of the other: Mohammed Omar, Mohammad Umar
SPELT = 90.0
WORD = re.compile(r"[^\W_]+")
VOWELS = re.compile("[aeiouy]+")
TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of an entity: as written, and as it is compared.

    `text` holds the words without case and without marks on letters, sorted; `cased`
    the same with its case; `keys` are the skeletons of the words, by which names that
    may be alike are found. A name that stands `alone` is evidence by itself; an
    ambiguous alias is none.
    """

    entity: str
    name: str
    text: str
    cased: str
    numbers: frozenset[str]
    words: int
    keys: frozenset[str]
    exact: bool
    alone: bool


def forms(entity: Entity, standing: str) -> Iterator[NameForm]:
    """The name and the aliases of an entity, under its standing id."""
    names = [Alias(entity.name), *entity.aliases]
    made = (form_of(standing, name) for name in names)
    yield from (form for form in made if form is not None)


def form_of(standing: str, name: Alias) -> NameForm | None:
    """A name as it is compared; None where it holds no letter and no digit."""
    cased = words_of(name.name)
    if not cased:
        return None
    words = [word.casefold() for word in cased]
    keys = frozenset(key for word in words if len(key := skeleton(word)) > 1)
    return NameForm(
        entity=standing,
        name=name.name,
        text=" ".join(sorted(words)),
        cased=" ".join(sorted(cased)),
        numbers=frozenset(word for word in words if word.isdigit()),
        words=len(words),
        keys=keys or frozenset(words),
        exact=name.case_exact,
        alone=not name.ambiguous,
    )


def words_of(name: str) -> list[str]:
    """The words of a name without marks on letters; initials are one word.

    >>> words_of("Amélie, U.N."), words_of("U.N.")
    (['Amelie', 'U', 'N'], ['UN'])
    """
    parts = unicodedata.normalize("NFKD", name)
    bare = "".join(one for one in parts if not unicodedata.combining(one))
    words = WORD.findall(bare)
    return ["".join(words)] if words and max(map(len, words)) == 1 else words


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
    `token_set_ratio`); and 90 where all words have the same consonants. Short names,
    and those whose case counts, are alike only where they are equal; numbers must be
    the same ones.
    """
    if one.exact or other.exact:
        return 100.0 if one.cased == other.cased else 0.0
    if one.text == other.text:
        return 100.0
    if min(len(one.text), len(other.text)) < SHORTEST_ALIKE:
        return 0.0
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return 0.0
    score = fuzz.ratio(one.text, other.text)
    if min(one.words, other.words) > 1:
        score = max(score, WITHIN * fuzz.token_set_ratio(one.text, other.text))
    if one.words == other.words and one.keys == other.keys:
        score = max(score, SPELT)
    return score if score >= least else 0.0


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
