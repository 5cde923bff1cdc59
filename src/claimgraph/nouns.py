"""What the words of a name are: a common noun or a name, one or many."""

import re

# where the words end whose last is the noun that a verb agrees with
HEAD_END = re.compile(
    r",? (?:on|at|in|of|under|told|against|fired|to|that|by|before|after|from|with|for"
    r"|near|between|during|claimed|planned|advocated|broken|said)\b| \("
)
SINGULAR_S = ("ss", "us", "is", "series", "'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
# plurals without an s
PEOPLE = ("people", "men", "children", "police", "personnel")
# what more than one is counted by
SEVERAL = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several")
) | {"many", "some", "few", "both", "dozens", "scores", "hundreds"}


def head_of(name: str) -> list[str]:
    """The words of a name up to the noun that a verb agrees with."""
    return HEAD_END.split(name, maxsplit=1)[0].split() or [name]


def is_noun(word: str) -> bool:
    """Whether a word is a common one: no name, no abbreviation, no number."""
    return word.isalpha() and word.islower()


def is_plural(word: str) -> bool:
    """Whether a noun is a plural by its end."""
    plain = word.lower()
    return plain.endswith(PEOPLE) or (
        plain.endswith("s") and not plain.endswith(SINGULAR_S)
    )


def describes(name: str) -> bool:
    """Whether words only describe somebody: their noun is a common one.

    >>> describes("Two Western diplomats"), describes("officials and hospital staff")
    (True, True)
    >>> describes("Western Front"), describes("al-Qaeda")
    (False, False)
    """
    return is_noun(said_head(name)[-1].replace("-", ""))


def describes_many(name: str) -> bool:
    """Whether words that describe somebody tell of several.

    >>> describes_many("Two Western diplomats"), describes_many("nurses and a boy")
    (True, True)
    >>> describes_many("intelligence official"), describes_many("boss of the officials")
    (False, False)
    """
    words = [word.lower() for word in said_head(name)]
    return "and" in words or words[0] in SEVERAL or is_plural(words[-1])


def said_head(name: str) -> list[str]:
    """The words up to the noun, also where a number or article goes before "of"."""
    words = name.split()
    lead = words[0].lower() if words else ""
    if len(words) > 2 and words[1] == "of" and (lead in SEVERAL or lead == "one"):
        return [words[0], *head_of(" ".join(words[2:]))]
    return head_of(name)
