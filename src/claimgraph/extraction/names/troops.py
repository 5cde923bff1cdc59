"""The body whose men troops are, where an article names it: the Arlandish Army."""

import re

from claimgraph.extraction.names.described import BODIES, DEMONYMS

# men of a state, and the bodies of it whose men they may be, the likeliest first
MEN = frozenset(("troops", "soldiers"))
ARMIES = ("Army", "army")
ARMY = re.compile(r"\b([A-Z][\w-]{2,20}) Army\b")
FORCES = "forces"
SECURITY = "security forces"
# with the name of another before them they are not those of the article's state
OWN_SECURITY = re.compile(rf"(?:^|[a-z,.] )[Ss]{SECURITY[1:]}\b")
# which forces they are, and not whose: special forces
WHICH = frozenset(first for first, *more in BODIES if more)


def body_of(men: str, text: str) -> str:
    """What an article calls the body of a state's men, else the words for them.

    >>> body_of("Malian troops", "Troops fired. The Malian Army said so.")
    'Malian Army'
    >>> body_of("Troops", "Troops fired. The Malian Army said so.")
    'Malian Army'
    >>> body_of("Malian forces", "He died in a fight with security forces.")
    'Malian security forces'
    >>> body_of("Malian troops", "Troops fired.")
    'Malian troops'
    """
    owner, _, last = men.rpartition(" ")
    if last.lower() in MEN:
        return army_of(owner, text) or men
    if last.lower() != FORCES or not owner or WHICH & {*owner.lower().split()}:
        return men
    security = f"{owner} {SECURITY}"
    told = security in text or OWN_SECURITY.search(text) is not None
    return security if told else men


def army_of(owner: str, text: str) -> str | None:
    """The army of a state, or the only one of any, that an article names."""
    if owner:
        named = (f"{owner} {one}" for one in ARMIES)
        return next((one for one in named if one in text), None)
    found = {one for one in ARMY.findall(text) if one.lower() in DEMONYMS}
    return f"{found.pop()} Army" if len(found) == 1 else None
