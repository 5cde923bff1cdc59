"""The rebels of an article in which no group has a name: "the rebels", of one country.

They are known by their country as others are by a name: the Arlandish rebels.
"""

import re
from collections import Counter
from collections.abc import Sequence

from claimgraph.coding.new_ids import new_id
from claimgraph.extraction.known import Known
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.states import adjective_of, state_spoken_of
from claimgraph.extraction.words.word_lists import words
from claimgraph.model import Entity, TextSpan

NOUNS = "rebels|mutineers|insurgents|guerrillas|separatists|mutinous soldiers"
DEFINITE = re.compile(rf"\b[Tt]he ({NOUNS})\b")
FIGHTERS = r"(?:fighters|forces|troops|soldiers|leaders?|commanders?|spokes\w+)"
SAID = re.compile(
    rf"(?:\b(\w[\w'-]*) )?\b((?:{NOUNS})\b"
    rf"|(?:rebel|mutineer|opposition)(?= {FIGHTERS}))",
    re.IGNORECASE,
)
# before the noun, where others are meant, or nobody knows who
OTHERS = words("described", "other_rebels")
# so often an article must speak of them as known
LEAST = 2


def with_rebels(
    text: str,
    passages: Sequence[SpokenSentence],
    mentions: Sequence[Mention],
    known: Known,
) -> list[Mention]:
    """Mentions with those of the rebels, where an article names no group."""
    if any(one.prefix == "group" for one in mentions):
        return list(mentions)
    definite = Counter(one[1] for one in DEFINITE.finditer(text))
    noun, times = next(iter(definite.most_common(1)), ("", 0))
    state = state_spoken_of(mentions, text)
    if times < LEAST or state is None:
        return list(mentions)
    name = f"{adjective_of(passages, state)} {noun}"
    who = Entity(
        id=new_id("group", [name], known.entities), name=name, kind="militant-group"
    )
    taken = {at for one in mentions for at in range(one.span.start, one.span.end)}
    told = [
        Mention(span, who, known=False)
        for passage in passages
        for span in said_in(passage)
        if span.start not in taken
    ]
    return sorted([*mentions, *told], key=lambda one: one.span.start)


def said_in(passage: SpokenSentence) -> list[TextSpan]:
    """Where a sentence speaks of the rebels."""
    found = SAID.finditer(passage.text, passage.span.start, passage.span.end)
    return [
        TextSpan(one.start(2), one.end(2))
        for one in found
        if (one[1] or "").lower() not in OTHERS
    ]
