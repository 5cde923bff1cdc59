"""Whose an act of war, or an office, is by an adjective: "an Arlandish airstrike"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.states import state_of
from claimgraph.extraction.words.word_lists import words
from claimgraph.model import Entity, TextSpan

OFFICES = words("nations", "offices")
WARLIKE = words("nations", "acts") | words("nations", "machines")
BETWEEN, AIMED = words("nations", "between"), words("nations", "aimed")
NOBODY = words("nations", "no_state")
HELPS, KINDS = words("nations", "helps"), words("nations", "kinds_of_help")
# what carries people, too
CRAFT = frozenset(("jet", "plane", "aircraft", "airliner", "helicopter"))
HYPHENED = words("nations", "hyphened")
MOST_BETWEEN = 2
# military, financial and political support
MOST_KINDS = 5
# the words of an office: Deputy Foreign Minister
MOST_TITLES = 4


@lru_cache(2)
def states_of(known: Known) -> Mapping[str, Entity]:
    """The states by their adjectives."""
    adjectives = words("demonyms", "all") - NOBODY
    found = {one: state_of(known, one) for one in adjectives}
    return {one: state for one, state in found.items() if state is not None}


def with_nations(
    passages: Sequence[SpokenSentence], mentions: Sequence[Mention], known: Known
) -> list[Mention]:
    """Mentions with those of states whose adjectives stand before acts and offices."""
    taken = {at for one in mentions for at in range(one.span.start, one.span.end)}
    states = states_of(known)
    more = [
        one
        for passage in passages
        for one in nations_in(passage, states)
        if one.span.start not in taken
    ]
    return sorted([*mentions, *more], key=lambda one: one.span.start)


def nations_in(
    passage: SpokenSentence, states: Mapping[str, Entity]
) -> Iterator[Mention]:
    """The states that a sentence speaks of so."""
    tokens = passage.tokens
    for at, token in enumerate(tokens):
        state = states.get(token.bare) if token.is_capital else None
        if state is None:
            continue
        follows = (is_of_war, is_hyphened, is_office, is_help)
        if is_taken(passage, at):
            continue
        if any(told(passage, at + 1) for told in follows):
            yield Mention(TextSpan(token.start, token.bare_end), state, known=True)


def is_taken(passage: SpokenSentence, at: int) -> bool:
    """Whether a plane is told of to which something was done: hijackers of an A jet."""
    tokens = passage.tokens
    first = at - 1 if at and tokens[at - 1].bare in ("a", "an", "the") else at
    of = first > 0 and tokens[first - 1].bare == "of"
    return of and at + 1 < len(tokens) and tokens[at + 1].bare in CRAFT


def is_hyphened(passage: SpokenSentence, at: int) -> bool:
    """Whether a word after a hyphen makes others somebody's own: Arlandish-backed."""
    tokens = passage.tokens
    if at >= len(tokens) or tokens[at].bare not in HYPHENED:
        return False
    return passage.text[tokens[at - 1].end : tokens[at].start] == "-"


def is_office(passage: SpokenSentence, at: int) -> bool:
    """Whether an office stands at a word, or few words on."""
    for one in range(at, min(at + MOST_TITLES, len(passage.tokens))):
        token = passage.tokens[one]
        if passage.text[passage.tokens[one - 1].end : token.start] != " ":
            return False
        if token.bare in OFFICES:
            return True
    return False


def is_help(passage: SpokenSentence, at: int) -> bool:
    """Whether help stands at a word, or behind words for its kinds."""
    for token in passage.tokens[at : at + MOST_KINDS]:
        if token.bare in HELPS:
            return True
        if token.bare not in KINDS:
            return False
    return False


def is_of_war(passage: SpokenSentence, at: int) -> bool:
    """Whether an act or a machine of war stands at a word, or few words on."""
    for one in range(at, min(at + MOST_BETWEEN + 1, len(passage.tokens))):
        token = passage.tokens[one]
        follows = passage.text[passage.tokens[one - 1].end : token.start] in (" ", "-")
        if not follows:
            return False
        if token.bare in WARLIKE:
            return True
        if token.bare in AIMED:
            after = passage.text[token.end : token.end + 9]
            return one > at or after.startswith((" on ", " against "))
        if token.bare not in BETWEEN:
            return False
    return False
