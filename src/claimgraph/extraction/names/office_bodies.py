"""The body that the words of an office tell: "an Arlandish army spokesman"."""

import re

from claimgraph.extraction.names.cover import Cover
from claimgraph.extraction.names.described import (
    BODIES,
    LONGEST_BODY,
    MODIFIERS,
    Description,
)
from claimgraph.extraction.words.word_lists import words
from claimgraph.folding import fold

# forces that are bodies beside an office alone
FORCES = {
    ("intelligence",): "security-service",
    ("naval",): "armed-force",
    ("border", "guard"): "security-service",
    ("border", "police"): "security-service",
    ("riot", "police"): "security-service",
}
KINDS = {**BODIES, **FORCES}
# bodies that are nobody's office: "coalition officials" are several states'
NOT = frozenset((("coalition",), ("coalition", "forces"), ("troops",), ("forces",)))
WRITTEN = {"naval": "navy"}
DEMONYMS = words("demonyms", "all")
# with which an office may begin
NO_OWNERS = frozenset(("assistant", "acting", "director"))
# the place whose police somebody is of: "police chief of Tarim province"
KIND = rf"(?: (?i:{'|'.join(sorted(words('places', 'kinds')))}))?"
PLACE = rf"[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,3}}?{KIND}"
OF_PLACE = re.compile(
    rf" (?:of|in|for) (?:the )?({PLACE})(?= ?[,.;)]| [a-z]|$)|, ({PLACE}) Command\b"
)
# the force of an office that is told of by it alone: "Chief of Army Staff"
OF_FORCE = {"of police": "police", "of army staff": "army", "of naval staff": "navy"}


def body_of_office(one: Description, place: str = "") -> Description | None:
    """The body before the last word of an office, described with whose it is.

    Those who enforce the law are of a `place` that stands behind, where no other does.

    >>> office = Description(0, 27, "senior Afghan army official", "person", "", False)
    >>> (body := body_of_office(office)) and body.words
    'Afghan army'
    >>> office = Description(0, 12, "police chief", "person", "", False)
    >>> (body := body_of_office(office, "Tarim province")) and body.words
    'Tarim province police'
    """
    if one.prefix != "person":
        return None
    said = words_of_body(one.words)
    low = [fold(word).removesuffix("'s") for word in said]
    for length in range(min(LONGEST_BODY, len(low)), 0, -1):
        key = tuple(low[-length:])
        if key not in KINDS or key in NOT:
            continue
        start = one.end - len(one.words)
        owner = owner_of(one.words[: one.start - start].split(), said[:-length])
        if KINDS[key] == "security-service" and place and not owner:
            owner = [place]
        name = [WRITTEN.get(word, word) for word in key]
        prefix = "state" if KINDS[key] == "state" else "org"
        whole = " ".join((*owner, *name))
        return Description(start, one.end, whole, prefix, KINDS[key], bool(owner))
    return None


def words_of_body(office: str) -> list[str]:
    """The words of an office that tell a body, and whose it is.

    >>> words_of_body("Tarim Commissioner of Police"), words_of_body("army chief")
    (['Tarim', 'police'], ['army'])
    """
    first, _, rest = office.partition(" of ")
    force = OF_FORCE.get(f"of {fold(rest)}")
    # "secretary of state spokesman" is of none
    return [*first.split()[:-1], force] if force else office.split()[:-1]


def place_behind(text: str, one: Description, cover: Cover) -> str:
    """The place behind an office, of which no state is one: "police chief in Tarim"."""
    found = OF_PLACE.match(text, one.end)
    if found is None or cover.begins(found.start(1), "state"):
        return ""
    return found[1] or found[2]


def owner_of(taken: list[str], before: list[str]) -> list[str]:
    """Whose a body is by words before it: names, and peoples; not "Senior"."""
    return [
        word
        for at, word in enumerate(before)
        if word[0].isupper() and (word in taken or is_owner(word, first=not at))
    ]


def is_owner(word: str, *, first: bool) -> bool:
    """Whether a word of an office may name a place or a people."""
    low = fold(word)
    return low in DEMONYMS or not (first and low in MODIFIERS | NO_OWNERS)
