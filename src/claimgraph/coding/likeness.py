"""What a typed name has in common with an entity: one judge for all aids.

A whole name stands for itself. What is only alike is looked at strictly where thousands
of names are at hand, and loosely in a person's own corpus.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimgraph.entity_names import NamedEntity, initials
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Alias, Entity
from claimgraph.name_sounds import look_of, sound_of

# a whole name; one that may be another's; one that is alike; a word or type in common
SAME, LIKELY, CLOSE, OTHER, NAMESAKE = range(5)
# how alike two names are at least that may be slips of one, of 100
MISSPELT, LOOSELY, TRANSLITERATED, EACH_WORD = 90, 87, 80, 70
# one letter is a slip only in names that are so long, and no slip tells in short ones
ONE_SLIP, SHORT = 7, 4
# shorter names have too few consonants to tell them by
LEAST_SOUND = 4
DIGITS = re.compile(r"\d+")
ARTICLES = frozenset(("the", "a", "an"))
JOINTS = ARTICLES | frozenset(("of", "and", "al", "el"))
# whose letters people write for their names: US, UK, UAE
BY_LETTERS = ("state", "place")
# words that name nobody by themselves
GENERIC_WORDS = """
agencies agency analyst armies army attacker authorities authority base battalion branch
brigade cell chief civilian command commander council defence defense department expert
faction fighter force foreign front government group guard gunman gunmen insurgent
intelligence interior justice leader leadership local man member men militant military
militia minister ministry movement national network office officer official organisation
organization party people person police president province provincial rebel regional
reporter resident resistance security senior service soldier source spokesman spokesmen
spokesperson spokeswoman squad state statement suspect top troop unit villager wing
witness witnesses woman women youth
"""
GENERIC = frozenset(GENERIC_WORDS.split())


def common_points(
    entity: Entity, typed: str, *, own: bool
) -> Iterator[tuple[int, str, str]]:
    """What an entity of a type has in common with a name: rank, words, which name.

    `own` entities are those of a person's own corpus, of which parts of names do.
    """
    asked = without_article(folded_name(typed))
    if not asked:
        if typed.strip() in entity.names:
            yield SAME, "has that name", typed.strip()
        return
    whole = list(whole_points(entity, typed, asked, own=own))
    if whole:
        yield from whole
        return
    if own:
        yield from part_points(entity, typed, asked)
    if own or not is_generic(asked):
        for name in entity.names:
            yield from near_points(name, typed, asked, own=own)
    if has_letters_of(entity, typed, own=own):
        yield CLOSE, "has these initials", entity.name


def whole_points(
    entity: Entity, typed: str, asked: str, *, own: bool
) -> Iterator[tuple[int, str, str]]:
    """The names of an entity that are the typed one, leading articles apart."""
    for alias in (Alias(entity.name), *entity.aliases):
        its_own = folded_name(alias.name)
        if without_article(its_own) != asked:
            continue
        if alias.case_exact and not in_case(typed, alias.name):
            continue
        # a youth is no "the Youth"
        bare = typed == typed.lower() and its_own not in (asked, folded_name(typed))
        sure = not alias.ambiguous and not bare and (own or not is_generic(asked))
        yield SAME if sure else LIKELY, "has that name", alias.name


def near_points(
    name: str, typed: str, asked: str, *, own: bool
) -> Iterator[tuple[int, str, str]]:
    """What two names have in common that may be slips or spellings of one."""
    its_own = without_article(folded_name(name))
    # a second cell is not the first, and three letters are near to all
    if min(len(asked), len(its_own)) <= SHORT:
        return
    if DIGITS.findall(its_own) != DIGITS.findall(asked):
        return
    if its_own.replace(" ", "") == asked.replace(" ", ""):
        yield LIKELY, "has that name, with other spaces", name
    elif main_words(its_own) == main_words(asked):
        yield LIKELY, f"has that name, its words in another order: {name}", name
    elif looks_alike(name, typed):
        yield LIKELY, f"looks the same: {name}", name
    elif is_misspelt(asked, its_own, own=own):
        yield CLOSE, f"is spelt much alike: {name}", name
    elif sounds_alike(asked, its_own):
        yield CLOSE, f"sounds the same: {name}", name


def part_points(
    entity: Entity, typed: str, asked: str
) -> Iterator[tuple[int, str, str]]:
    """The names of an entity that hold all words of the typed one, or lie in it."""
    words = set(asked.split())
    for name in entity.names:
        held = set(without_article(folded_name(name)).split())
        if words < held:
            yield OTHER, "has these words in a name", name
        elif held < words and len(held) > 1 and not is_generic(" ".join(held)):
            yield OTHER, "has a name that is a part of this one", name
    named = NamedEntity(entity.id, entity.name, tuple(entity.names))
    if named.has_beginnings(asked):
        yield OTHER, "has words that begin so", entity.name


def slip_points(entity: Entity, typed: str) -> Iterator[tuple[int, str, str]]:
    """The names of an entity that hold all words of the typed one, but for slips."""
    words = without_article(folded_name(typed)).split()
    for name in entity.names:
        held = folded_name(name).split()
        if words and all(any(is_slip(one, its) for its in held) for one in words):
            yield OTHER, "has words spelt much alike in a name", name


def is_slip(word: str, held: str) -> bool:
    """Whether two words are one but for a letter.

    >>> is_slip("nothern", "northern"), is_slip("hill", "bill")
    (True, False)
    """
    from rapidfuzz.distance import OSA

    if min(len(word), len(held)) <= SHORT:
        return word == held
    return OSA.distance(word, held, score_cutoff=1) <= 1


def has_letters_of(entity: Entity, typed: str, *, own: bool) -> bool:
    """Whether capitals are the first letters of a name."""
    letters = without_article(fold(typed, cased=True))
    if not (own or id_prefix(entity.id) in BY_LETTERS) or not letters.isalpha():
        return False
    if not own:
        # other languages have other letters
        return letters.isupper() and letters.lower() in initials(entity.name)
    named = NamedEntity(entity.id, entity.name, tuple(entity.names))
    return named.has_initials(letters.lower())


def is_misspelt(asked: str, name: str, *, own: bool) -> bool:
    """Whether two folded names are one but for a slip or two.

    >>> is_misspelt("haqani network", "haqqani network", own=False)
    True
    >>> is_misspelt("tarvan", "taiwan", own=False)
    False
    """
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    if own and fuzz.ratio(asked, name, score_cutoff=LOOSELY):
        return True
    words, held = asked.split(), name.split()
    changed = set(words) ^ set(held)
    if abs(len(words) - len(held)) > 1 or any(len(one) <= SHORT for one in changed):
        return False
    if min(len(asked), len(name)) >= ONE_SLIP and OSA.distance(asked, name) <= 1:
        return True
    return bool(fuzz.ratio(asked, name, score_cutoff=MISSPELT)) and all(
        max(fuzz.ratio(word, one) for one in held) >= EACH_WORD for word in words
    )


def sounds_alike(asked: str, name: str) -> bool:
    """Whether two folded names are transliterations of one.

    >>> sounds_alike("kerim vall", "karimi ali"), sounds_alike("jalal din", "jaludin")
    (False, False)
    """
    from rapidfuzz import fuzz

    if abs(asked.count(" ") - name.count(" ")) > 1:
        return False
    if asked.isascii() == name.isascii():
        least = TRANSLITERATED if asked.isascii() else MISSPELT
        if not fuzz.ratio(asked, name, score_cutoff=least):
            return False
    sound = sound_heard(asked)
    return len(sound) >= LEAST_SOUND and sound == sound_heard(name)


def looks_alike(name: str, typed: str) -> bool:
    """Whether two names look the same, in letters of two scripts."""
    if name.isascii() and typed.isascii():
        return False
    return look_of(name) == look_of(typed)


def in_case(typed: str, name: str) -> bool:
    """Whether a name is typed in its case; an article before it has none."""
    cased = without_article(fold(typed, cased=True))
    return cased == without_article(fold(name, cased=True))


def is_generic(asked: str) -> bool:
    """Whether folded words name nobody by themselves.

    >>> is_generic("senior security officials"), is_generic("boko haram")
    (True, False)
    """
    words = set(asked.split()) - JOINTS
    return all(word in GENERIC or word.removesuffix("s") in GENERIC for word in words)


def without_article(text: str) -> str:
    """A name without the article that begins it.

    >>> without_article("the taliban"), without_article("The US"), without_article("a")
    ('taliban', 'US', 'a')
    """
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ARTICLES else text


@lru_cache(1 << 16)
def folded_name(name: str) -> str:
    """A name as it is compared, which each question asks for again."""
    return fold(name)


@lru_cache(1 << 16)
def main_words(name: str) -> frozenset[str]:
    """The words of a folded name, without those that join them."""
    words = name.split()
    return frozenset(words) - JOINTS or frozenset(words)


@lru_cache(1 << 16)
def sound_heard(name: str) -> str:
    """The sound of a folded name."""
    return sound_of(name.split())
