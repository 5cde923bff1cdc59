"""Whose an act or a machine of war is by an adjective: "an Arlandish airstrike"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claimgraph.extraction.known import Known
from claimgraph.extraction.mention import Mention, SpokenSentence
from claimgraph.extraction.word_lists import tables, words
from claimgraph.folding import fold
from claimgraph.model import Entity, TextSpan

ACTS, MACHINES = words("nations", "acts"), words("nations", "machines")
BETWEEN, AIMED = words("nations", "between"), words("nations", "aimed")
NOBODY = words("nations", "no_state")
IRREGULAR = dict(line.split() for line in tables()["nations"]["irregular"])
SHORTEST, MOST_BETWEEN = 4, 2


@lru_cache(2)
def states_of(known: Known) -> Mapping[str, Entity]:
    """The states by their adjectives."""
    names = {
        fold(one.name): one
        for key, one in known.entities.items()
        if key.startswith("state/")
    }
    found: dict[str, Entity] = {}
    for adjective in words("demonyms", "all") - NOBODY:
        state = known.entities.get(f"state/{IRREGULAR.get(adjective, '')}")
        state = state or state_like(adjective, names)
        if state is not None:
            found[adjective] = state
    return found


def state_like(adjective: str, names: Mapping[str, Entity]) -> Entity | None:
    """The one state whose name begins most like an adjective."""
    alike = {name: common_start(adjective, name) for name in names}
    most = max(alike.values(), default=0)
    best = [name for name, length in alike.items() if length == most]
    return names[best[0]] if len(best) == 1 and most >= SHORTEST else None


def common_start(one: str, other: str) -> int:
    """How many letters two words begin with alike.

    >>> common_start("iraqi", "iraq")
    4
    """
    pairs = zip(one, other, strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )


def with_nations(
    passages: Sequence[SpokenSentence], mentions: Sequence[Mention], known: Known
) -> list[Mention]:
    """Mentions with those of the states whose adjectives stand before acts of war."""
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
        if state is not None and is_of_war(passage, at + 1):
            yield Mention(TextSpan(token.start, token.bare_end), state, known=True)


def is_of_war(passage: SpokenSentence, at: int) -> bool:
    """Whether an act or a machine of war stands at a word, or few words on."""
    for one in range(at, min(at + MOST_BETWEEN + 1, len(passage.tokens))):
        token = passage.tokens[one]
        follows = passage.text[passage.tokens[one - 1].end : token.start] in (" ", "-")
        if not follows:
            return False
        if token.bare in ACTS | MACHINES:
            return True
        if token.bare in AIMED:
            after = passage.text[token.end : token.end + 9]
            return one > at or after.startswith((" on ", " against "))
        if token.bare not in BETWEEN:
            return False
    return False
