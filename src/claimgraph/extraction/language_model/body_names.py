"""What the names of bodies tell: whose they are, a part of what, the same otherwise."""

import re
from collections.abc import Iterator

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.common_names import commonly_called
from claimgraph.extraction.names.nations import states_of
from claimgraph.extraction.names.seats import seats_of
from claimgraph.extraction.names.states import state_of
from claimgraph.extraction.words.word_lists import one_of, words
from claimgraph.folding import fold
from claimgraph.model import Entity

WHOLE, KINDS = words("groups", "whole"), words("groups", "whole_kinds")
BEHIND = re.compile(rf"(?: {one_of(KINDS)})* {one_of(WHOLE)}$", re.IGNORECASE)
BEFORE = re.compile(rf"^{one_of(words('groups', 'so_called'))} ")
LETTERS = re.compile(r" \([A-Z][\w-]*\)")
# "Iran-backed", "Somalia-based"
HELPED = re.compile(rf"^(?:\S+-{one_of(words('nations', 'hyphened') | {'based'})} )+")
GOVERNMENTS = words("bodies", "governments")
RULING = words("bodies", "of_governments")
PARTS = words("branches", "nouns") | words("branches", "parts")
# "Mali's army", "the army of Mali"; by one word or two: Malian, Sri Lankan
OWNED = re.compile(r"(?P<owner>[A-Z][\w. -]*)['\u2019]s? (?P<rest>.+)")
OF_OWNER = re.compile(r"(?P<rest>\w+(?: \w+){0,2}) of (?:the )?(?P<owner>[A-Z][\w. ]*)")
BESIDE = [
    re.compile(rf"(?P<owner>[A-Z][\w.]*{more}) (?P<rest>.+)") for more in ("", r" \w+")
]


def plainer_name(name: str) -> str:
    """The name of a group without its letters, and words for a whole group beside it.

    >>> plainer_name("Northern Front rebels"), plainer_name("NF terrorist group")
    ('Northern Front', 'NF')
    >>> plainer_name("NF faction"), plainer_name("so-called Northern Front (NF) group")
    ('NF faction', 'Northern Front')
    """
    return BEHIND.sub("", LETTERS.sub("", BEFORE.sub("", name)))


def without_help(name: str) -> str:
    """A name without what tells by whom somebody is helped, or where he is.

    >>> without_help("Iran-backed Northern Front")
    'Northern Front'
    """
    return HELPED.sub("", name)


def is_of_whole(name: str, other: str) -> bool:
    """Whether a name is that of a part of somebody who is called by another.

    >>> is_of_whole("NF (Marr faction)", "NF"), is_of_whole("NF's Marsh wing", "NF")
    (True, True)
    >>> is_of_whole("Marr faction of the NF", "the NF"), is_of_whole("NF rebels", "NF")
    (True, False)
    """
    whole = re.escape(other.removeprefix("the "))
    its = rf"(?:the )?{whole}['\u2019]s? .+"
    part = rf"(?:the )?{whole} \(.+|.+ of (?:the )?{whole}"
    told = PARTS & set(fold(name).split())
    return re.fullmatch(rf"{its}|{part}" if told else its, name) is not None


def owned_by(known: Known, name: str) -> tuple[Entity, str] | None:
    """The state whose a body is by its name, and the name without the state's."""
    for pattern in (OWNED, *BESIDE, OF_OWNER):
        found = pattern.fullmatch(name)
        state = state_named(known, found["owner"]) if found is not None else None
        if found is not None and state is not None:
            return state, found["rest"]
    return None


def state_named(known: Known, name: str) -> Entity | None:
    """The state that a name or an adjective tells of."""
    return state_of(known, name) or commonly_called(known, name, ("state",))


def government_called(known: Known, name: str) -> Entity | None:
    """The state whose government a name tells: Mali's military junta, Bamako."""
    state, rest = owned_by(known, name) or (None, "")
    *before, last = rest.split() or [""]
    if last.lower() in GOVERNMENTS and RULING.issuperset(before):
        return state
    return seats_of(known).get(fold(name))


def other_forms(known: Known, name: str) -> Iterator[str]:
    """A name with a state's in other forms: Nigeria's police, the Nigerian police."""
    state, rest = owned_by(known, name) or (None, "")
    if state is None:
        return
    adjectives = [one for one, its in states_of(known).items() if its.id == state.id]
    for owner in (state.name, *adjectives):
        yield from (f"{owner} {rest}", f"{owner}'s {rest}", f"{rest} of {owner}")
