"""People whom no cue beside their name tells: by their surname, or by a list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.names.person_cues import is_plain
from claimgraph.extraction.names.phrases import HEADS, PARTICLES, TITLES, Phrase
from claimgraph.extraction.words.name_words import (
    BODY_HEADS,
    DIRECTIONS,
    PLACE_HEADS,
    is_common,
)
from claimgraph.extraction.words.word_lists import words
from claimgraph.folding import fold
from claimgraph.ids import id_prefix, of_lists_apart
from claimgraph.model import Entity

# a name of a person has no more words, and a surname no fewer letters
LONGEST_PERSON, SHORTEST_SURNAME = 5, 4
# words that stand in no name of a person
NOBODYS = (
    words("people", "no_names") | HEADS | BODY_HEADS | PLACE_HEADS | DIRECTIONS
) - {"jihad", "martyrs"}
SONS = frozenset(("bin", "ibn", "ben"))
MOHAMMED = re.compile(r"^m[ou]h?am+[ae]d$")
# "A B, the ruler's son": B alone is the ruler
KIN = re.compile(
    r",? (?:the )?(?:[\w-]+ )?(?:ruler|leader|president|dictator|king|premier|minister"
    r"|strongman|founder|chief|commander)'s (?:[\w-]+ ){0,2}(?:son|daughter|wife"
    r"|brother|sister|nephew|niece|cousin|uncle|widow)\b"
)
# of a listed name, so many words at least have to be written
LEAST_LISTED = 2


def may_be_person(low: Sequence[str]) -> bool:
    """Whether folded words may be a first name and a surname, of nobody's office.

    >>> may_be_person(["omar", "haddad"]), may_be_person(["rome", "treaty"])
    (True, False)
    """
    return 1 < len(low) <= LONGEST_PERSON and not NOBODYS & set(low)


def called_by_surname(doubtful: Iterable[Phrase]) -> Iterator[Phrase]:
    """The names of two words or more whose last word the article says alone as well.

    Amedy Haddad is a person where the text goes on with "Haddad".
    """
    doubtful = list(doubtful)
    alone = {
        one.low[0]
        for one in doubtful
        if len(one.low) == 1 and len(one.low[0]) >= SHORTEST_SURNAME
    }
    alone = {one for one in alone if not is_common([one])}
    for one in doubtful:
        low = one.low
        sole = may_be_person(low) and is_plain(one)
        if sole and low[-1] in alone and low[0] not in alone:
            yield one


def is_kin(text: str, name: str) -> bool:
    """Whether a text tells of somebody as of the family of its head.

    >>> is_kin("Rami Haddad, the president's brother, left.", "Rami Haddad")
    True
    """
    at = text.find(name)
    while at >= 0:
        inside = at > 0 and text[at - 1].isalnum()
        if not inside and KIN.match(text, at + len(name)) is not None:
            return True
        at = text.find(name, at + 1)
    return False


def words_of_name(name: str) -> list[str]:
    """The words of a person's name as they are compared, articles and titles left out.

    >>> words_of_name("Dr. Mohamed al-Haddad") == words_of_name("Muhammad Haddad")
    True
    """
    low = [MOHAMMED.sub("mohammed", one) for one in fold(name).split()]
    return [one for one in low if one not in PARTICLES - SONS and one not in TITLES]


@lru_cache(2)
def listed_people(known: Known) -> Mapping[str, Sequence[tuple[list[str], Entity]]]:
    """The names of listed people by each of their words."""
    found = defaultdict[str, list[tuple[list[str], Entity]]](list)
    for entity in known.entities.values():
        if id_prefix(entity.id) != "person":
            continue
        for name in entity.names:
            if "," in name or " " not in name or not fold(name).isascii():
                continue
            listed = words_of_name(name)
            for word in {*listed}:
                found[word].append((listed, entity))
    return found


def listed_person(known: Known, name: str) -> Entity | None:
    """The one listed person who is called so, with more names or with fewer.

    Ilyas Haddad, where a list has Mohammed Ilyas Haddad; nobody where two may be
    meant, unless each stands in another list.
    """
    low = words_of_name(name)
    if len(low) < LEAST_LISTED:
        return None
    meant: dict[str, Entity] = {}
    for listed, entity in listed_people(known).get(low[-1], ()):
        if is_called(low, listed):
            meant[entity.id] = entity
    # the United Nations' number before others
    sure = len(meant) == 1 or of_lists_apart(meant)
    return max(meant.items())[1] if sure else None


def as_united(known: Known, one: Mention) -> Mention:
    """A listed person by the United Nations' number where their list has him, too."""
    if not one.entity.id.startswith("person/ofac-"):
        return one
    other = listed_person(known, one.entity.name)
    return one if other is None else replace(one, entity=other)


def is_called(low: Sequence[str], listed: Sequence[str]) -> bool:
    """Whether a name is another one, as a whole or without some of its words.

    >>> is_called(["ilyas", "haddad"], ["mohammed", "ilyas", "haddad"])
    True
    >>> is_called(["ilyas", "haddad"], ["haddad", "ilyas"])
    True
    >>> is_called(["mohammed", "ali"], ["mohammed", "haddad", "ali", "sato"])
    False
    """
    if set(low) == set(listed):
        return True
    rest = iter(listed)
    in_order = all(one in rest for one in low)
    near = low[-1] == listed[-1] or list(low) == list(listed[: len(low)])
    return in_order and near


def surnames_of(name: str) -> Iterator[str]:
    """By what a person is called without the first name: al-Haddad, Haddad.

    >>> list(surnames_of("Omar al-Haddad")), list(surnames_of("Omar bin Sato"))
    (['al-Haddad', 'Haddad'], ['bin Sato'])
    """
    *first, last = name.split()
    if not first:
        return
    if first[-1].lower() in SONS:
        yield f"{first[-1]} {last}"
        return
    yield last
    particle, hyphen, rest = last.partition("-")
    if hyphen and particle.lower() in PARTICLES:
        yield rest
