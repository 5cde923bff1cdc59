"""Which coalition "the coalition" is: the one that was told of by who leads it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimgraph.extraction.mention import Mention

LED = "-led coalition"
PLAIN = re.compile(r"coalition(?: forces)?", re.IGNORECASE)


def with_coalitions(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of "the coalition" as those of the last one that has a leader."""
    led = [one for one in mentions if one.entity.name.endswith(LED)]
    return [told_again(text, one, led) if led else one for one in mentions]


def told_again(text: str, one: Mention, led: Sequence[Mention]) -> Mention:
    """A mention, of whoever is meant where it only says that it is a coalition."""
    if not PLAIN.fullmatch(text, one.span.start, one.span.end):
        return one
    at = bisect_left(led, one.span.start, key=lambda other: other.span.start)
    return Mention(one.span, led[max(at - 1, 0)].entity, known=False)
