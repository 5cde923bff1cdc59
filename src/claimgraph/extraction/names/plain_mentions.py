"""The mentions of those who are described and not named."""

from collections.abc import Iterator, Mapping, Sequence

from claimgraph.extraction.known import Known
from claimgraph.extraction.names.cover import Cover
from claimgraph.extraction.names.described import Description, are_men_of
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.names.newcomers import Newcomer
from claimgraph.extraction.names.states import state_told
from claimgraph.model import Entity, TextSpan

# between a name and what its bearer is
LEADS = (", ", ", a ", ", an ", ", the ", ", its ", ", their ", " - ")


def plain_mentions(
    known: Known,
    described: Sequence[tuple[Description, Newcomer | Entity]],
    made: Mapping[int, Entity],
    cover: Cover,
    bodies: Mapping[Description, Entity],
) -> Iterator[Mention]:
    """The mentions of those who are described, without the name of a body before.

    `bodies` are those that the words of offices tell.
    """
    for one, who in described:
        whose = who if isinstance(who, Entity) else made.get(id(who))
        start = cover.after(one.start, one.end)
        if whose is not None and not cover.touches(start, one.end):
            span = TextSpan(start, one.end)
            body = (bodies[one],) if one in bodies else ()
            told = tuple(dict.fromkeys((*body, *state_told(known, one))))
            yield Mention(span, whose, who == whose, told)


def entities_of(
    offices: Mapping[Description, Newcomer | Entity], made: Mapping[int, Entity]
) -> dict[Description, Entity]:
    """The entry of the body of each office."""
    found = {
        one: who if isinstance(who, Entity) else made.get(id(who))
        for one, who in offices.items()
    }
    return {one: who for one, who in found.items() if who is not None}


def tells_of_another(text: str, one: Description, cover: Cover) -> bool:
    """Whether a description only tells of who is named beside it."""
    return is_title_of(text, one, cover) or are_men_of(text, one, cover)


def is_title_of(text: str, one: Description, cover: Cover) -> bool:
    """Whether a description only stands before or after the name of a person."""
    if one.prefix != "person":
        return False
    for gap in (" ", ", "):
        if text.startswith(gap, one.end) and cover.begins(one.end + len(gap), "person"):
            return True
    begin = one.end - len(one.words)
    return any(
        text.startswith(lead, begin - len(lead))
        and cover.finishes(begin - len(lead), "person")
        for lead in LEADS
        if begin >= len(lead)
    )
