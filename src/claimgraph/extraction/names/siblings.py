"""People of one family who are told of together: "brothers Omar and Rami Haddad"."""

import re
from collections.abc import Iterator

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.newcomers import Newcomers
from claimgraph.extraction.words.cues import cues

KIN = "|".join(sorted(cues("referents", "family")))
# a word with a capital, and where somebody stands in a picture
NAME, SHOWN = r"[A-Z][a-z][\w'-]*", r"(?: ?\([a-z ]+\))?"
PAIR = rf"({NAME}){SHOWN},? and ({NAME}){SHOWN}"
# "the Haddad brothers, Omar and Rami", "brothers Omar and Rami Haddad"
FAMILY = re.compile(
    rf"\b({NAME}) (?:{KIN}),? (?:- ?|\()?{PAIR}(?= ?[,.;)-])"
    rf"|\b(?i:{KIN}),? {PAIR} ({NAME})\b"
)
SURNAME = re.compile(rf"\b({NAME}) (?:{KIN})\b")
TOGETHER = rf"\b{PAIR} (%s)\b"


def meet_siblings(text: str, known: Known, newcomers: Newcomers) -> None:
    """Meet those whom no list has, each by the first name as well."""
    for first, surname in siblings(text):
        whole = f"{first} {surname}"
        if known.named(whole, ("person",)) is None:
            newcomers.learn(newcomers.meet("person", whole, None), first)


def siblings(text: str) -> Iterator[tuple[str, str]]:
    """The first names and the surnames of those who are told of as of one family.

    >>> list(siblings("The Haddad brothers, Omar (left) and Rami (right), fled."))
    [('Omar', 'Haddad'), ('Rami', 'Haddad')]
    >>> list(siblings("Omar and Rami Haddad fled. The Haddad brothers are 20."))
    [('Omar', 'Haddad'), ('Rami', 'Haddad')]
    >>> list(siblings("Omar and Rami Haddad fled."))
    []
    """
    low = text.lower()
    if not any(one in low for one in cues("referents", "family")):
        return
    found = dict[tuple[str, str], None]()
    for one in FAMILY.finditer(text):
        surname, *first = one.groups()[:3] if one[1] else (one[6], one[4], one[5])
        found |= dict.fromkeys((each, surname) for each in first)
    for surname in dict.fromkeys(SURNAME.findall(text)):
        for one in re.finditer(TOGETHER % re.escape(surname), text):
            found |= dict.fromkeys((each, surname) for each in (one[1], one[2]))
    yield from found
