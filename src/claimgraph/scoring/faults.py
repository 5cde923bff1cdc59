"""Why a coded claim has no hit, and why a proposed one is none: in plain words."""

from collections.abc import Iterable, Sequence

from claimgraph.scoring.pairs import ClaimMatcher

NOTHING_PROPOSED = "nothing proposed from that sentence"
NOTHING_CODED = "nothing coded from that sentence"
RELATION_LACKS = "sentence has proposals, none of this relation"
RELATION_NOT_CODED = "sentence is coded, not with this relation"
OTHER_RELATION = "the same two ends, another relation"
WRONG_ATTACK = "another attack"
WRONG_SUBJECT, WRONG_OBJECT = "another subject", "another object or value"
WRONG_ENDS = "both ends are others"
ELSEWHERE = "the same claim, from another sentence"
TOO_FEW = "said more often in the sentence than proposed"
TOO_MANY = "proposed more often than said in the sentence"


def miss_reason(matcher: ClaimMatcher, at: int, free: Sequence[int]) -> str:
    """Why a claim of the gold has no hit; `free` are proposals that are no hit."""
    pairs = [(at, other) for other in range(len(matcher.other.claims))]
    near = [pair for pair in pairs if matcher.near(*pair)]
    loose = [(at, other) for other in free]
    reason = pair_reason(matcher, near)
    if reason is None and any(matcher.fits(at, two, "mention-att") for _, two in near):
        return TOO_FEW
    if reason in (None, OTHER_RELATION) and elsewhere(matcher, loose):
        return ELSEWHERE
    if reason is not None:
        return reason
    return RELATION_LACKS if near else NOTHING_PROPOSED


def false_reason(matcher: ClaimMatcher, other: int, free: Sequence[int]) -> str:
    """Why a proposed claim is no hit; `free` are claims of the gold without one."""
    pairs = [(at, other) for at in range(len(matcher.gold.claims))]
    near = [pair for pair in pairs if matcher.near(*pair)]
    reason = pair_reason(matcher, near)
    if reason is None and any(
        matcher.fits(one, other, "mention-att") for one, _ in near
    ):
        return TOO_MANY
    if reason in (None, OTHER_RELATION) and elsewhere(
        matcher, [(at, other) for at in free]
    ):
        return ELSEWHERE
    if reason is not None:
        return reason
    return RELATION_NOT_CODED if near else NOTHING_CODED


def pair_reason(matcher: ClaimMatcher, near: Iterable[tuple[int, int]]) -> str | None:
    """What keeps the nearest claim of the same sentence from being a hit."""
    found: set[str] = set()
    for at, other in near:
        one, two = matcher.gold.claims[at], matcher.other.claims[other]
        if one.relation != two.relation:
            if matcher.ends_same(one, two, attack=False):
                found.add(OTHER_RELATION)
            continue
        if matcher.ends_same(one, two, attack=True):
            return None
        if matcher.ends_same(one, two, attack=False):
            found.add(WRONG_ATTACK)
        elif matcher.end_same(one, one.subject, two.subject, attack=False):
            found.add(WRONG_OBJECT)
        elif matcher.end_same(one, one.object, two.object, attack=False):
            found.add(WRONG_SUBJECT)
        else:
            found.add(WRONG_ENDS)
    ranked = (WRONG_ATTACK, WRONG_OBJECT, WRONG_SUBJECT, WRONG_ENDS, OTHER_RELATION)
    return next((one for one in ranked if one in found), None)


def elsewhere(matcher: ClaimMatcher, pairs: Iterable[tuple[int, int]]) -> bool:
    """Whether one of the pairs says the same in two sentences."""
    return any(
        not matcher.near(at, other) and matcher.fits(at, other, "article")
        for at, other in pairs
    )
