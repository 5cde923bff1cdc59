"""Made-up claims on who did it and who belongs to whom, and the rules written out."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from analysis.strategies_ledger import (
    ANN,
    BOB,
    BUREAU,
    CELL,
    CREW,
    HILL,
    MARKET,
    MASKED,
    RIVER,
    made,
)
from claimgraph.model import MODALITIES, Claim

DOERS = (HILL, RIVER, CELL, CREW, ANN, BOB, MASKED)
ORIGINS = (HILL, RIVER, ANN, BUREAU, None)
STRONG = ("stated", "alleged", "suspected")
TIES = ("MEMBER_OF", "PART_OF", "LED_BY")


@st.composite
def sayings(draw: DrawFn, number: int) -> Claim:
    """A claim on who did it, of any polarity, strength and review."""
    doer = draw(st.sampled_from(DOERS))
    polarity = draw(st.sampled_from(("affirmed", "affirmed", "affirmed", "denied")))
    own = doer.startswith("group/") and draw(st.booleans())
    return made(
        "CLAIMED_BY" if own else "ATTRIBUTED_TO",
        MARKET,
        doer,
        doer if own else draw(st.sampled_from(ORIGINS)),
        start=number,
        polarity=polarity,
        modality=draw(st.sampled_from(("stated", *MODALITIES))),
        review=draw(st.sampled_from(("accepted", "accepted", "proposed"))),
    )


@st.composite
def belongings(draw: DrawFn, number: int) -> Claim:
    """A claim that makes a person or a cell part of a body, or denies it."""
    relation = draw(st.sampled_from(("MEMBER_OF", "PART_OF", "LED_BY")))
    body = draw(st.sampled_from((HILL, RIVER, CELL, CREW, MASKED)))
    small = (CELL, CREW) if relation == "PART_OF" else (ANN, BOB)
    part = draw(st.sampled_from([one for one in small if one != body]))
    ends = (body, part) if relation == "LED_BY" else (part, body)
    return made(
        relation,
        *ends,
        start=100 + number,
        polarity=draw(st.sampled_from(("affirmed", "affirmed", "denied"))),
        modality=draw(st.sampled_from(("stated", *MODALITIES))),
        review=draw(st.sampled_from(("accepted", "accepted", "proposed"))),
        former=relation != "PART_OF" and draw(st.sampled_from((False, False, True))),
    )


@st.composite
def stories(draw: DrawFn) -> list[Claim]:
    """Up to six claims on who did it, and up to four on who belongs to whom."""
    told = [draw(sayings(number)) for number in range(draw(st.integers(0, 6)))]
    ties = [draw(belongings(number)) for number in range(draw(st.integers(0, 4)))]
    return [*told, *ties]


def counts(claim: Claim) -> bool:
    """Whether a claim is strong and accepted."""
    return claim.modality in STRONG and claim.review == "accepted"


def keys(tie: Claim) -> tuple[str, str, str]:
    """The relation of a tie, whose it is, and to what."""
    ends = (tie.subject, tie.object or "")
    part, body = ends[::-1] if tie.relation == "LED_BY" else ends
    return tie.relation, part, body


def plain_side(doer: str, claims: Sequence[Claim]) -> set[str]:
    """The bodies of a doer: what claims tie it to, again and again, until no more."""
    up: dict[str, set[str]] = {}
    ties = [one for one in claims if one.relation in TIES and counts(one)]
    denied = {keys(one) for one in ties if one.polarity == "denied"}
    for one in ties:
        _, part, body = keys(one)
        if keys(one) not in denied and not one.former and body != MASKED:
            up.setdefault(part, set()).add(body)
    reached = {doer}
    for _ in DOERS:
        reached |= {body for one in reached for body in up.get(one, set())}
    return {one for one in reached if one not in up} or {min(reached)}


def plain_status(claims: Sequence[Claim]) -> str:
    """The status by the eight rules, written out for claims that answer none."""
    deciding = [
        one
        for one in claims
        if one.subject == MARKET and counts(one) and one.object != MASKED
    ]
    unions: dict[str, set[str]] = {}
    doers: set[str] = set()
    claimers: set[str] = set()
    for one in deciding:
        if one.polarity == "affirmed" and one.object is not None:
            side = plain_side(one.object, claims)
            unions.setdefault(one.origin, set()).update(side)
            doers |= {one.object, *side}
            if one.origin in {one.object, *side}:
                claimers.add(one.origin)
    denied = {one.object for one in deciding if one.polarity == "denied"}
    pairs = list(combinations(unions.values(), 2))
    if denied & doers or any(not one & other for one, other in pairs):
        return "disputed"
    if any(one != other for one, other in pairs):
        return "partly-shared"
    if unions and claimers:
        both = unions.keys() - claimers
        return "claimed-and-attributed" if both else "claimed"
    if unions:
        return "attributed"
    return "denied-only" if denied else "unattributed"
