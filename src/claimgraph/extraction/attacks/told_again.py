"""Those who were hit, known again where an attack is told of once more."""

import re
from dataclasses import dataclass

from claimgraph.coding.figures import SPELT
from claimgraph.extraction.words.deed_lists import STOPS
from claimgraph.extraction.words.word_lists import one_of, words

# before those who were told of already
SAME = frozenset(("the", "these", "those", "all", "both", "their", "his", "its"))
NATIONS = words("demonyms", "all")
# of so few there may be others
FEWEST = 4
# so far before the word for them all that may tell who they are
LOOK_BACK, MOST_WORDS = 40, 4
# how many were killed: "killed at least 14", "14 people were"; none of "14 miles"
MEASURES = (
    "miles|km|kilometres|kilometers|metres|meters|years|months|weeks|days|hours|minutes"
    "|times|cars|vehicles|houses|homes|villages|bullets|rounds"
)
FIGURE = rf"(?i:\d{{1,5}}|{one_of(frozenset(SPELT))})"
TOLL_AFTER = re.compile(
    r",? (?:of |at least |about |around |some |as many as |up to |more than |over "
    rf"|nearly |almost )*({FIGURE})\b(?!-year| (?:{MEASURES})\b)"
)
TOLL_BEFORE = re.compile(
    rf"\b({FIGURE}) (?:[a-z-]+ ){{0,2}}"
    r"(?:(?:was|were|are|is|have been|has been|had been) )?$"
)


@dataclass(frozen=True, slots=True)
class Hurt:
    """Who was hit, by their number and nation, and who of them is meant as known."""

    told: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()

    def are_of(self, other: "Hurt") -> bool:
        """Whether those that are meant as known are some of the others."""
        return not self.known.isdisjoint(other.told)


def hurt_in_all(*some: Hurt) -> Hurt:
    """Those of all passages that tell of one attack."""
    return Hurt(
        frozenset(each for one in some for each in one.told),
        frozenset(each for one in some for each in one.known),
    )


def hurt_of(text: str, key: str, start: int) -> Hurt:
    """What the words before a word for those who were hit tell of them."""
    before = words_before(text, start)
    figure = next((each for one in before if (each := number_of(one))), 0)
    exact = [f"{figure} {key}"] if figure >= FEWEST else []
    exact += [f"{one} {key}" for one in before if one in NATIONS]
    known = [key] if not SAME.isdisjoint(before) else []
    return Hurt(frozenset((key, *exact)), frozenset((*known, *exact)))


def dead_of(text: str, start: int, end: int) -> Hurt:
    """How many were killed by the words beside a verb or noun that tells so."""
    after = TOLL_AFTER.match(text, end)
    before = TOLL_BEFORE.search(text, max(start - LOOK_BACK, 0), start)
    figure = next((number_of(one[1].lower()) for one in (after, before) if one), 0)
    exact = frozenset((f"{figure} dead",) if figure >= FEWEST else ())
    return Hurt(exact, exact)


def words_before(text: str, start: int) -> list[str]:
    """The words of a phrase before a place, in small letters."""
    found = list[str]()
    for one in reversed(text[max(start - LOOK_BACK, 0) : start].split()):
        word = one.lower()
        if len(found) == MOST_WORDS or word in STOPS or not one[-1].isalnum():
            break
        found.append(word)
        if word in SAME:
            break
    return found


def number_of(word: str) -> int:
    """The number that a word is; 0 for one that is none."""
    return int(word) if word.isdecimal() and len(word) < 6 else SPELT.get(word, 0)
