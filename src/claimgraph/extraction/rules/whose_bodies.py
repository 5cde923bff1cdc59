"""Bodies told of by whose they are, name beside name: "A's B", "the B of A"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.names.branches import part_relation
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.rules.offices import of_office
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.words.word_lists import one_of, words
from claimgraph.folding import fold
from claimgraph.model import TextSpan

# bodies that have parts of their own with names
WHOLES = ("armed-force", "security-service", "ministry", "government", "militant-group")
PARTS = ("armed-force", "security-service", "militant-group", None)
# the last word of the name of a part, or its first before "of"
UNITS = words("bodies", "units")
OWNER = re.compile(r"(?:'s|') (?:[a-z][\w-]* ){0,3}")
OF = re.compile(r" of (?:the |its )?(?:[a-z][\w-]* ){0,2}")
# "3 Battalion, 22 Brigade", "3 Battalion under the 22 Brigade"
BESIDE, NUMBER = re.compile(r",? (?:under )?(?:the )?"), re.compile(r"\d")
ROW = re.compile(rf",? (?:and|or|{one_of(words('people', 'verbs'))})\b")
TITLES = one_of(words("people", "titles") | words("people", "roles"))
OF_HEAD = re.compile(
    rf" of (?:the |its )?(?:[a-z][\w-]* ){{0,3}}(?:(?i:{TITLES})\.? ){{0,3}}"
)
OF_BODY, BODIES = re.compile(r",? of (?:the )?"), ("org", "group")
# what is another's: the Front's Red Brigade allies
OTHERS = re.compile(
    r" (?:all(?:y|ies)|rivals?|enem(?:y|ies)|counterparts?|partners?|opponents?"
    r"|foes?|friends?|neighbou?rs?|mentors?)\b"
)


def whose_body_claims(
    text: str, mentions: Sequence[Mention]
) -> Iterator[ClaimCandidate]:
    """Who heads a body, or what it is a part of, by the name right beside its own."""
    for one, other in pairwise(mentions):
        if one.entity.id == other.entity.id or in_quotes(text, one.span.start):
            continue
        between = text[one.span.end : other.span.start]
        span = TextSpan(one.span.start, other.span.end)
        if other.prefix == "person":
            head = not other.entity.unnamed and one.prefix == "group"
            if head and not one.entity.unnamed and OF_HEAD.fullmatch(between):
                yield man_claim(other, one, span, heads=True)
        elif OWNER.fullmatch(between) and not OTHERS.match(text, other.span.end):
            if is_whole(one) and is_part(other):
                yield belonging(other, one, span)
        elif is_whole(other) and is_unit(text, one):
            numbered = NUMBER.match(text, one.span.start) is not None
            # "the 3 Brigade of the Arland Army" only refers
            comma = between.startswith(",") and not is_row(text, one, other)
            beside = BESIDE if numbered and (comma or " under " in between) else OF
            if beside.fullmatch(between):
                yield belonging(one, other, span)
        if is_man_of(one, other, between):
            yield man_claim(one, other, span, heads=False)
        elif is_man_of(other, one, between, owned=True):
            yield man_claim(other, one, span, heads=False)


def is_row(text: str, one: Mention, other: Mention) -> bool:
    """Whether bodies stand side by side, or the other one speaks: "A, B and C"."""
    force = other.prefix == "org" and one.prefix == "org"
    return not force or ROW.match(text, other.span.end) is not None


def is_man_of(
    one: Mention, body: Mention, between: str, *, owned: bool = False
) -> bool:
    """Whether words between tell whose somebody with a name is: A of B, or B's A.

    The press has reporters, whose names tell no more.
    """
    if one.prefix != "person" or one.entity.unnamed or body.entity.unnamed:
        return False
    if owned:
        may = body.prefix in BODIES and body.entity.kind != "outlet"
        return may and between in ("'s ", "' ")
    return body.prefix == "org" and OF_BODY.fullmatch(between) is not None


def is_whole(one: Mention) -> bool:
    """Whether a body may have others in it: a group, an army, a ministry."""
    force = one.prefix == "org" and one.entity.kind in WHOLES
    return force or (one.prefix == "group" and one.entity.kind != "party")


def is_part(one: Mention) -> bool:
    """Whether a body with a name may be part of another: a group, or a force."""
    force = one.prefix == "org" and one.entity.kind in PARTS
    return (force or one.prefix == "group") and not one.entity.unnamed


def is_unit(text: str, one: Mention) -> bool:
    """Whether a body is a unit by its name: Tarim Battalion."""
    if not is_part(one):
        return False
    if NUMBER.match(text, one.span.start):
        return True
    said = fold(text[one.span.start : one.span.end]).split()
    return not UNITS.isdisjoint((said[0], said[-1]))


def man_claim(
    one: Mention, body: Mention, span: TextSpan, *, heads: bool
) -> ClaimCandidate:
    """That somebody heads a body, or belongs to it."""
    role, rule = ("leader", "body-of-head") if heads else ("member", "man-of-body")
    return of_office(body.entity, one, span, role=role, heads=heads, rule=rule)


def belonging(part: Mention, whole: Mention, span: TextSpan) -> ClaimCandidate:
    """That a body is part of another."""
    return ClaimCandidate(
        relation=part_relation(),
        subject=part.entity.id,
        object=whole.entity.id,
        quote=span,
        rule="whose-body",
    )
