"""Unnamed people who are told of by whose they are: "Arlandish officials"."""

import re
from collections.abc import Iterator, Sequence

from claimgraph.extraction.affiliations import affiliation
from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.cues import cues
from claimgraph.extraction.holders import in_quotes
from claimgraph.extraction.mention import Mention
from claimgraph.extraction.word_lists import words
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan

OFFICIAL = "official"
OVER = cues("roles", "over")
# no official spoke: there is none
NOBODY = frozenset(("no", "any", "neither"))
LAST_WORD, LONGEST = re.compile(r"([\w-]+)[ -]$"), 20
BODIES = ("org", "state", "group")
BEFORE = (" ", "'s ")
LEAD = re.compile(r"(?:,| is| was)(?: an?| the| its)? (?:[\w-]+ ){0,2}")
# between an office and who holds it may be titles
GAP = re.compile(r",? ((?:[A-Z][\w-]*\.? )*)")
BEHIND = re.compile(r" (?:of|with|at|from|for|in)(?: the)? ")
TITLES = words("people", "titles")
# whose they are is a body of the state that the words before do not name
FORCES = words("described", "forces")
ROLES = {"officer": "officer", "policeman": "officer", "policemen": "officer"}


def office_claims(text: str, mentions: Sequence[Mention]) -> Iterator[ClaimCandidate]:
    """Whose each unnamed official of a sentence is."""
    for at, one in enumerate(mentions):
        if not is_official(one) or in_quotes(text, one.span.start):
            continue
        before = mentions[at - 1] if at else None
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        start = one.span.start
        if before is not None and text[before.span.end : start] in BEFORE:
            start = before.span.start
        if any(is_told_of(text, start, each) for each in mentions[max(at - 2, 0) : at]):
            continue
        found = whose(text, one, before, after)
        if found is None:
            continue
        body, span = found
        whole = with_word_before(text, start, one.span.end)
        said = [fold(word) for word in text[whole.start : whole.end].split()]
        former = not OVER.isdisjoint(said)
        if not NOBODY.isdisjoint(said):
            continue
        if former:
            span = TextSpan(min(whole.start, span.start), span.end)
        who = one
        if after is not None and is_named_behind(text, one, after):
            who, span = after, TextSpan(span.start, after.span.end)
        yield ClaimCandidate(
            relation=affiliation("subject"),
            subject=who.entity.id,
            object=body.id,
            quote=span,
            role=role_of(text[one.span.start : one.span.end]),
            former=former,
            rule="office",
        )


def with_word_before(text: str, start: int, end: int) -> TextSpan:
    """A passage with the word before it."""
    before = LAST_WORD.search(text, max(0, start - LONGEST), start)
    return TextSpan(before.start(1) if before else start, end)


def is_official(one: Mention) -> bool:
    """Whether somebody is told of by an office alone."""
    office = one.entity.kind == OFFICIAL and one.entity.unnamed
    return office and one.prefix == "person"


def is_named_behind(text: str, one: Mention, after: Mention) -> bool:
    """Whether an office is that of a person who is named right behind it."""
    gap = GAP.fullmatch(text[one.span.end : after.span.start])
    if gap is None or after.prefix != "person" or after.entity.unnamed:
        return False
    return all(fold(word.rstrip(".")) in TITLES for word in gap[1].split())


def is_told_of(text: str, start: int, before: Mention) -> bool:
    """Whether an office is told of a person who is named before it."""
    if before.prefix != "person" or before.entity.unnamed:
        return False
    return LEAD.fullmatch(text[before.span.end : start]) is not None


def whose(
    text: str, one: Mention, before: Mention | None, after: Mention | None
) -> tuple[Entity, TextSpan] | None:
    """The body or the state of an official, and the words that tell it."""
    said = fold(text[one.span.start : one.span.end]).split()
    if before is not None and before.prefix in BODIES:
        gap = text[before.span.end : one.span.start]
        forces = before.prefix == "state" and FORCES.intersection(said)
        # "Arland's official account", "Arland's chief of staff"
        alone = gap != " " and len(said) == 1
        if gap in BEFORE and not (forces or alone):
            return before.entity, TextSpan(before.span.start, one.span.end)
    behind = after is not None and after.prefix in BODIES
    if after is not None and behind:
        gap = text[one.span.end : after.span.start]
        if BEHIND.fullmatch(gap):
            return after.entity, TextSpan(one.span.start, after.span.end)
    state = next((each for each in one.others if id_prefix(each.id) == "state"), None)
    if state is None or FORCES.intersection(said):
        return None
    return state, one.span


def role_of(said: str) -> str:
    """The role by the last word of a description."""
    last = fold(said).split()[-1].removesuffix("s")
    return "spokesman" if last.startswith("spokes") else ROLES.get(last, OFFICIAL)
