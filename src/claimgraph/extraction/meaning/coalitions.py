"""Which coalition "the coalition" is: the one that was told of by who leads it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from claimgraph.extraction.candidates import Cast
from claimgraph.extraction.names.mention import Mention

# what a state leads, and others join
BODY = " coalition"
PLAIN = re.compile(r"coalition(?: forces)?", re.IGNORECASE)


def with_coalitions(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of "the coalition" as those of the last one that has a leader."""
    led = [one for one in mentions if led_by(one.entity.name)]
    return [told_again(text, one, led) if led else one for one in mentions]


def told_again(text: str, one: Mention, led: Sequence[Mention]) -> Mention:
    """A mention, of whoever is meant where it only says that it is a coalition."""
    if not PLAIN.fullmatch(text, one.span.start, one.span.end):
        return one
    at = bisect_left(led, one.span.start, key=lambda other: other.span.start)
    return Mention(one.span, led[at - 1].entity, known=False) if at else one


def led_by(name: str) -> str | None:
    """What the name of a coalition says of who leads it.

    >>> led_by("US-led coalition"), led_by("the coalition")
    ('us-led', None)
    """
    low = name.lower()
    return low.removesuffix(BODY) if low.endswith(f"-led{BODY}") else None


def coalitions(cast: Cast) -> Mapping[str, str]:
    """The coalitions of a cast by what their names say of who leads them."""
    told = {key: led_by(one.entity.name) for key, one in cast.items()}
    return {led: key for key, led in told.items() if led is not None}
