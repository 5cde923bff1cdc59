"""How names stand in a sentence: with an article, and as one or many."""

import re

from claimgraph.made_names import is_made_name
from claimgraph.nouns import head_of, is_noun, is_plural

# an attack or a cell that is told of rather than named: "attack on the gurdwara"
DESCRIBED = re.compile(r"[a-z][a-z-]*,? (?!.*\(unnamed\))")
PARTICLES = frozenset(("a", "an", "the", "al", "an-", "ash", "one", "some", "several"))
UNNAMED = "(unnamed)"
# how a word begins that is spoken with a vowel; and an abbreviation, letter by letter
SPOKEN_VOWEL = re.compile(
    r"(?!eu|ewe|onc?e\b|u(?:[bgkst][aeiou]|krai|ran|[iy]ghur|nesco"
    r"|ni(?!dent|n[fjtv]|mp)))"
    r"(?:[aeiou]|hour|honou?r|honest|heir)",
    re.IGNORECASE,
)
SPELT_VOWEL = re.compile("[AEFHILMNORSX]")
VOWEL = re.compile("[AEIOU]")


def told_name(entity_id: str, name: str) -> str:
    """A name as it stands in a sentence: one that only describes has an article.

    >>> told_name("attack/x", "attack on a bridge"), told_name("group/q", "al-Qaeda")
    ('the attack on a bridge', 'al-Qaeda')
    >>> told_name("attack/y", "Mumbai attacks of 2008"), told_name("attack/z", "9/11")
    ('the Mumbai attacks of 2008', '9/11')
    >>> told_name("place/h", "hotel in Kabul (unnamed)")
    'a hotel in Kabul (unnamed)'
    """
    first = name.partition(" ")[0]
    if is_made_name(name):
        return f"the {name}"
    if first.lower() in PARTICLES:
        return name
    if name.endswith(UNNAMED):
        return f"{article_for(first)} {name}" if is_one(name) else name
    described = entity_id.startswith(("attack/", "group/")) and DESCRIBED.match(name)
    an_attack = entity_id.startswith("attack/") and is_noun(head_of(name)[-1])
    return f"the {name}" if described or an_attack else name


def is_one(name: str) -> bool:
    """Whether the name of somebody unnamed tells of one, by a common noun."""
    words = head_of(name)
    nouns = filter(is_noun, words)
    return is_noun(words[-1]) and not any(map(is_plural, nouns))


def article_for(word: str) -> str:
    """The article of one of many before a word, by how the word begins when spoken.

    >>> [article_for(one) for one in ("official", "European", "unnamed", "hour-long")]
    ['an', 'a', 'an', 'an']
    >>> [article_for(one) for one in ("FBI", "NATO", "US", "one-time")]
    ['an', 'a', 'a', 'a']
    """
    spelt = word.isupper() and (len(word) < 4 or not VOWEL.search(word))
    vowel = SPELT_VOWEL if spelt else SPOKEN_VOWEL
    return "an" if vowel.match(word) else "a"


def with_capital(text: str) -> str:
    """A text as a sentence begins.

    >>> with_capital("attack on NATO")
    'Attack on NATO'
    """
    return f"{text[:1].upper()}{text[1:]}"


def tells_many(entity_id: str, name: str) -> bool:
    """Whether a verb behind the name of an attack, or of several people, is a plural.

    >>> tells_many("attack/x", "rockets at a palace")
    True
    >>> tells_many("attack/x", "killing of two officers")
    False
    >>> tells_many("org/x", "security forces"), tells_many("state/x", "United States")
    (True, False)
    """
    words = head_of(name)
    if entity_id.startswith("attack/"):
        return "and" in words or is_plural(words[-1])
    return is_noun(words[-1]) and is_plural(words[-1])
