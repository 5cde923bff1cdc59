"""U1 once more, pair by pair, as slow and as plain as its definition."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from claimgraph.analysis.context import Context, is_unspecified
from claimgraph.analysis.corroboration import effective_origin
from claimgraph.model import Claim, TextSpan

BREAK = re.compile(r"(?<=[.!?])\s|[\n\r\u2028\u2029]")


def sentence(claim: Claim, context: Context) -> str:
    """The sentences around a quote: cut the text, and keep what the quote touches."""
    article = context.articles[claim.article]
    if article.text is None or not isinstance(claim.selector, TextSpan):
        return claim.quote
    start, end = claim.selector.start, claim.selector.end
    cuts = [0, *(one.end() for one in BREAK.finditer(article.text)), len(article.text)]
    pieces = [
        article.text[left:right]
        for left, right in pairwise(cuts)
        if left < end and start < right
    ]
    return "".join(pieces)


def share(one: Claim, other: Claim, context: Context) -> float:
    """The containment of word 3-shingles; none for short sentences."""
    sets: list[set[tuple[str, ...]]] = []
    for claim in (one, other):
        words = re.findall(r"\w+", sentence(claim, context).casefold())
        if len(words) < 8:
            return 0.0
        sets.append(set(zip(words, words[1:], words[2:], strict=False)))
    return len(sets[0] & sets[1]) / min(map(len, sets))


def reasons(
    one: Claim, other: Claim, support: Sequence[Claim], context: Context, theta: float
) -> Iterator[tuple[str, str]]:
    """Why two claims are joined, by each condition of the table."""
    left, right = effective_origin(one, context), effective_origin(other, context)
    if left == right:
        yield "same-origin", left
        return
    mine = {bond.right for bond in context.bodies(left, one.said)}
    yours = {bond.right for bond in context.bodies(right, other.said)}
    for body in mine & yours:
        if not body.startswith("state/"):
            yield "affiliation", body
    for body, bodies in ((right, mine), (left, yours)):
        if body in bodies:
            yield "affiliation", body
    held = {bond.right for bond in context.custodians(left)}
    also = {bond.right for bond in context.custodians(right)}
    for custodian in held & (also | {right} | yours) | also & ({left} | mine):
        yield "custody", custodian
    places = [
        {claim.article for claim in support if effective_origin(claim, context) == who}
        for who in (left, right)
    ]
    found = share(one, other, context)
    if not places[0] & places[1] and found >= theta:
        yield "near-copy", f"{found:.2f}"


def groups(
    kept: Sequence[Claim], support: Sequence[Claim], context: Context, theta: float
) -> set[frozenset[str]]:
    """The connected groups of claims, found by trying every pair."""
    found = [{claim.id} for claim in kept]
    for one, other in combinations(kept, 2):
        if any(reasons(one, other, support, context, theta)):
            touched = [group for group in found if group & {one.id, other.id}]
            found = [group for group in found if group not in touched]
            found.append({claim for group in touched for claim in group})
    return {frozenset(group) for group in found}


def summed_up(one: Claim, context: Context) -> bool:
    """Whether the article itself says it in its title."""
    article = context.articles[one.article]
    if len(one.chain) > 1:
        return False
    if article.text is None or not isinstance(one.selector, TextSpan):
        return one.quote == article.title
    start, end = one.selector.start, one.selector.end
    lines = article.text.split("\n")
    begins = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    return any(
        line == article.title and begin <= start and end <= begin + len(line)
        for begin, line in zip(begins, lines, strict=True)
    )


def may_absorb(one: Claim, support: Sequence[Claim], context: Context) -> set[str]:
    """The reasons of the table that would absorb a claim, circles left aside."""
    origin, found = effective_origin(one, context), set[str]()
    others = [claim for claim in support if claim is not one]
    works = {
        passage.work
        for passage in context.retells.get(one.article, ())
        if len(one.chain) == 1 and passage.covers(one)
    }
    if any(claim.article in works for claim in others):
        found.add("retells")
    beside = [claim for claim in others if claim.article == one.article]
    if summed_up(one, context) and any(len(claim.chain) > 1 for claim in beside):
        found.add("summary")
    named = [c for c in beside if not context.is_unnamed(effective_origin(c, context))]
    if context.is_unnamed_plural(origin) and named:
        found.add("collective")
    if is_unspecified(origin):
        speakers = {effective_origin(claim, context) for claim in others}
        if speakers - {origin}:
            found.add("unspecified")
    return found
