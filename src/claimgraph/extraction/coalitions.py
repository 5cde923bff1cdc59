"""Coalitions that are called by who leads them: "the US-led coalition", its strikes."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from claimgraph.coding.new_ids import new_id
from claimgraph.extraction.known import Known
from claimgraph.extraction.mention import Mention, SpokenSentence
from claimgraph.extraction.nations import ACTS, AIMED, MACHINES
from claimgraph.extraction.states import state_of
from claimgraph.model import Entity, TextSpan

LED = re.compile(r"\b(?P<who>(?:[A-Z]\.){2}|[A-Z][\w]+)-led\b")
COALITION = re.compile(r"(?: [\w-]+){0,2}? (?:coalition|alliance)(?: forces)?\b")
DEEDS = re.compile(
    r"(?: [\w-]+){0,2}? (?:campaign|forces|troops|"
    + "|".join(sorted(ACTS | MACHINES | AIMED, key=len, reverse=True))
    + r")\b"
)
PLAIN = re.compile(r"coalition(?: forces)?", re.IGNORECASE)
# how news call those led by a state whose names are many
SHORT = {"state/united-states": "US", "state/united-kingdom": "UK"}


def with_coalitions(
    passages: Sequence[SpokenSentence], mentions: Sequence[Mention], known: Known
) -> list[Mention]:
    """Mentions with those of coalitions, by their leader or as "the coalition"."""
    led = [one for passage in passages for one in coalitions_in(passage, known)]
    if not led:
        return list(mentions)
    taken = [(one.span.start, one.span.end) for one in led]
    kept = [
        one
        for one in mentions
        if not any(
            start < one.span.end and one.span.start < end for start, end in taken
        )
    ]
    text = passages[0].text
    again = [told_again(text, one, led) for one in kept]
    return sorted([*again, *led], key=lambda one: one.span.start)


def coalitions_in(passage: SpokenSentence, known: Known) -> Iterator[Mention]:
    """The coalitions that a sentence tells of by their leader.

    Of what a coalition does, only the words for who leads it are its name.
    """
    for found in LED.finditer(passage.text, passage.span.start, passage.span.end):
        leader = state_of(known, found["who"].lower())
        if leader is None:
            continue
        whole = COALITION.match(passage.text, found.end(), passage.span.end)
        deeds = DEEDS.match(passage.text, found.end(), passage.span.end)
        if whole is None and deeds is None:
            continue
        end = whole.end() if whole is not None else found.end()
        span = TextSpan(found.start(), end)
        yield Mention(span, coalition_of(leader, known.entities), known=False)


def coalition_of(leader: Entity, taken: Collection[str]) -> Entity:
    """The coalition that a state leads."""
    name = f"{SHORT.get(leader.id, leader.name)}-led coalition"
    made = new_id("org", [name], taken)
    return Entity(id=made, name=name, kind="armed-force")


def told_again(text: str, one: Mention, led: Sequence[Mention]) -> Mention:
    """A mention of "the coalition" as that of the one that was told of last."""
    if not PLAIN.fullmatch(text, one.span.start, one.span.end):
        return one
    at = bisect_left(led, one.span.start, key=lambda other: other.span.start)
    return Mention(one.span, led[max(at - 1, 0)].entity, known=False)
