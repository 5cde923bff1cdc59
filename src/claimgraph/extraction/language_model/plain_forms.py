"""What stands below a key of an answer, in whatever sensible form; else why it is none.

2031 is read where "2031" is due, 6.0 for 6, and one thing for a list of one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from claimgraph.extraction.language_model.json_texts import TWICE, fit_text
from claimgraph.extraction.language_model.told_dates import told_date
from claimgraph.type_guards import is_list, is_map

# longer words are no names, and no cues
LONGEST = 300
# more entries than any part of an article has
MOST = 2000
NOTHING: tuple[object, ...] = (None, "", [], {})
# words that a model writes where it has nothing to say, and where it knows it not
NO_WORDS = frozenset(("null", "none", "n/a"))
NOT_KNOWN = NO_WORDS | {"unknown", "undated", "unspecified", "unclear", "not stated"}
DIGITS = re.compile(r"\d{1,9}", re.ASCII)
SEPARATORS = re.compile(r"[\s_-]+")
YES: tuple[object, ...] = (True, "true", "yes")
NO: tuple[object, ...] = (False, "false", "no")
FORM = "a claim has not the right form"
T = TypeVar("T")


class NotTaken(Exception):
    """Why a part of an answer is not taken."""


def below(told: Mapping[str, object], key: str) -> object:
    """What stands below a key, out of a list of one; None where it says nothing."""
    said = told.get(key)
    if is_list(said) and len(said) == 1:
        said = said[0]
    if said in NOTHING or (isinstance(said, str) and said.strip().lower() in NO_WORDS):
        return None
    return said


def listed_below(told: Mapping[str, object], key: str) -> Sequence[object]:
    """The entries of the list below a key; one that stands there alone is a list."""
    said = told.get(key)
    if said in NOTHING:
        return []
    return said if is_list(said) else [said]


def too_many(told: Mapping[str, object], key: str) -> Iterator[str]:
    """For each entry of a list beyond those that are read, why it is not taken."""
    for _ in listed_below(told, key)[MOST:]:
        yield f'"{key}" has more than {MOST} entries'


def map_of(said: object) -> Mapping[str, object]:
    """An object that says each key once; NotTaken for anything else."""
    if not is_map(said) or TWICE in said:
        raise NotTaken(FORM)
    return said


def whole(value: object) -> int | None:
    """A whole number; None for anything else, also for true and false.

    >>> whole(6.0), whole("6"), whole(6.5), whole(True)
    (6, 6, None, None)
    """
    if isinstance(value, str):
        return int(value) if DIGITS.fullmatch(value.strip()) else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def sentence_of(told: Mapping[str, object]) -> int:
    """The number of a sentence, the first of several; 0 where none is told.

    >>> sentence_of({"sentence": "[2]"}), sentence_of({"sentence": [2, 3]})
    (2, 2)
    """
    said = told.get("sentence")
    if is_list(said) and said:
        said = said[0]
    found = DIGITS.search(said) if isinstance(said, str) else None
    return whole(found[0] if found else said) or 0


def words(value: object, longest: int = LONGEST) -> str | None:
    """Words on one line; None where there are none, or too many.

    >>> words(" the  Front "), words(2031), words(["the Front"])
    ('the Front', '2031', None)
    """
    number = whole(value)
    text = fit_text(value if number is None or isinstance(value, str) else str(number))
    plain = " ".join(text.split()) if text else ""
    return plain if 0 < len(plain) <= longest else None


def copied_words(value: object, longest: int = LONGEST) -> str | None:
    """Words as they were copied from a text; None where there are none, or too many."""
    text = (fit_text(value) or "").strip()
    return text if 0 < len(text) <= longest else None


def words_below(
    told: Mapping[str, object], key: str, longest: int = LONGEST
) -> str | None:
    """The words below a key; NotTaken where something else stands there."""
    said = below(told, key)
    if said is None or (isinstance(said, str) and not said.strip()):
        return None
    found = words(said, longest)
    if found is None:
        raise NotTaken(f"{key}: is no text of up to {longest} characters")
    return found


def flag_below(told: Mapping[str, object], key: str) -> bool:
    """Whether a key says true, 1 too; NotTaken where it says something else than no."""
    said = below(told, key)
    said = said.strip().lower() if isinstance(said, str) else said
    if said is None or said in NO:
        return False
    if said not in YES:
        raise NotTaken(f"{key}: is neither true nor false")
    return True


def number_below(told: Mapping[str, object], key: str) -> int | None:
    """The whole number below a key; NotTaken where something else stands there."""
    said = below(told, key)
    found = whole(said)
    if said is not None and found is None:
        raise NotTaken(f"{key}: is no whole number")
    return found


def known_below(told: Mapping[str, object], key: str) -> str | None:
    """The words below a key; None where they say that it is not known."""
    said = words_below(told, key)
    return None if said is not None and said.lower() in NOT_KNOWN else said


def date_below(
    told: Mapping[str, object], key: str, published: str | None
) -> str | None:
    """The date below a key, in EDTF if it can be read at all."""
    said = known_below(told, key)
    return None if said is None else told_date(said, published) or said


def listed_form(said: str, listed: Iterable[str]) -> str:
    """A word as a closed list writes it, if that differs only in its look.

    >>> listed_form("Car Bomb", ["car-bomb"]), listed_form("killed", ["KILLED"])
    ('car-bomb', 'KILLED')
    """
    folded = {SEPARATORS.sub("-", one.lower()): one for one in listed}
    return folded.get(SEPARATORS.sub("-", said.strip().lower()), said)


def finer_below(
    told: Mapping[str, object], key: str, listed: Iterable[str]
) -> str | None:
    """A kind or role as its list writes it; the gate looks at all others."""
    said = known_below(told, key)
    return None if said is None else listed_form(said, listed)


def word_below(listed: Sequence[T], told: Mapping[str, object], key: str) -> T | None:
    """The word of a closed list below a key; NotTaken where it is another word."""
    said = below(told, key)
    if said is None:
        return None
    if isinstance(said, str):
        said = listed_form(said, map(str, listed))
    found = next((one for one in listed if one == said), None)
    if found is None:
        shown = (words(said) or "something else")[:40]
        raise NotTaken(f"{key}: {shown} is unknown")
    return found
