"""Who commands a body by a rank that stands beside its name: "GOC 7 Division, Gen. A".

A parse of such a row of names goes astray.
"""

import re
from collections.abc import Iterator, Sequence

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.rules.offices import of_office
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import one_of, words
from claimgraph.model import TextSpan

RANK = (
    r"(?i:(?P<former>former |then |ex-|late )?(?:acting |outgoing |new )?"
    r"(?:general officer commanding|air officer commanding|flag officer commanding"
    r"|goc|aoc|foc|commanding officer|(?:theat(?:re|er) )?commander|commandant))"
    r"(?: \([A-Z]{2,4}\))?"
)
# "a brigade commander, 3 Brigade" is one of several
RANKS = one_of(cues("modifiers", "ranks"))
ONE_OF_MANY = re.compile(rf"(?i:\b(?:one|two|{RANKS}) (?:[\w-]+ ){{0,2}})$")
BEFORE = re.compile(rf"\b{RANK}(?:,? of|,)?(?: the)? $")
BEHIND = re.compile(rf"(?:,| is| was)(?: the)? {RANK}(?:,? of|,)?(?: the)? ")
LOOK_BACK = 60
TITLES = one_of(words("people", "titles") | words("people", "roles"))
# between a body and who commands it; between a body and whose it is
TITLED = re.compile(rf"(?: \([A-Z-]+\))?,? (?:(?i:{TITLES})\.?[ -]){{0,3}}")
WHOSE = re.compile(r"(?: of|,| in|)(?: the)? ")
WHOLES = ("org", "state", "place")
BODIES = ("org", "group")


def commander_claims(
    text: str, mentions: Sequence[Mention]
) -> Iterator[ClaimCandidate]:
    """Who commands each body of a sentence that stands beside a rank and a name."""
    for at, body in enumerate(mentions):
        if body.prefix not in BODIES or body.entity.unnamed:
            continue
        start = max(0, body.span.start - LOOK_BACK)
        if in_quotes(text, body.span.start) or text.startswith("'", body.span.end):
            # "commander of A's special forces"
            continue
        rank = BEFORE.search(text, start, body.span.start)
        head = named_behind(text, mentions[at:]) if rank is not None else None
        if rank is None or head is None:
            head = mentions[at - 1] if at else None
            rank = told_of(text, head, body) if head is not None else None
        if rank is None or head is None:
            continue
        if ONE_OF_MANY.search(text, start, rank.start()):
            continue
        span = TextSpan(
            min(rank.start(), head.span.start), max(head.span.end, body.span.end)
        )
        former, rule = rank["former"] is not None, "commander-beside"
        yield of_office(
            body.entity, head, span, role="chief", heads=True, former=former, rule=rule
        )


def named_behind(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The person right behind a body, and behind whose it is: 7 Division, A Army, B."""
    last = mentions[0]
    for one in mentions[1:]:
        between = text[last.span.end : one.span.start]
        if one.prefix == "person":
            named = not one.entity.unnamed and TITLED.fullmatch(between)
            return one if named else None
        if one.prefix not in WHOLES or not WHOSE.fullmatch(between):
            return None
        last = one
    return None


def told_of(text: str, head: Mention, body: Mention) -> re.Match[str] | None:
    """The rank between the name of a person and that of a body."""
    if head.prefix != "person" or head.entity.unnamed:
        return None
    return BEHIND.fullmatch(text, head.span.end, body.span.start)
