"""Armies and troops, which where states alone will do stand for the state."""

from collections.abc import Iterable
from dataclasses import replace

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.names.states import state_of
from claimgraph.model import Entity

ARMED = "armed-force"
# the words of a state's name: United Arab Emirates
MOST_WORDS = 3


def with_states(mentions: Iterable[Mention], known: Known) -> list[Mention]:
    """The mentions, of which each army may mean its state as well."""
    return [with_state(one, known) for one in mentions]


def with_state(one: Mention, known: Known) -> Mention:
    """A mention of an army with the state whose it is, any other as it is."""
    if one.prefix != "org" or one.entity.kind != ARMED:
        return one
    state = owner_of(one.entity.name, known)
    return replace(one, others=(*one.others, state)) if state is not None else one


def owner_of(name: str, known: Known) -> Entity | None:
    """The state with whose name, or whose adjective, the name of an army begins."""
    words = name.split()
    for many in range(1, min(MOST_WORDS, len(words) - 1) + 1):
        found = state_of(known, " ".join(words[:many]))
        if found is not None:
            return found
    return None
