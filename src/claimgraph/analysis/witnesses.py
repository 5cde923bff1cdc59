"""Compact forms of claims: what counting sources needs, without quotes and texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimgraph.analysis.context import Context, is_unspecified
from claimgraph.analysis.retellings import Retold
from claimgraph.analysis.sentences import Place, place
from claimgraph.model import Claim

Naming = Literal["named", "unnamed", "plural", "unspecified"]


@dataclass(frozen=True, slots=True)
class Witness:
    """One supporting claim, seen as somebody who speaks in an article.

    `origin` is the effective one and `naming` how the article calls it; `relays` are
    the speakers between publisher and origin; `retold` are the articles of the corpus
    whose words the claim tells again in its article's own voice; `headline` is true
    of that voice in the article's title, `quoted` of whoever speaks inside the article.
    """

    claim: str
    article: str
    origin: str
    naming: Naming
    day: str | None
    relays: tuple[str, ...]
    retold: tuple[str, ...]
    headline: bool
    quoted: bool
    place: Place


def effective_origin(claim: Claim, context: Context) -> str:
    """On whose word a claim stands, as a standing id.

    That is its origin, or, where an article retells a work outside the corpus in its
    own voice, the publisher of that work.
    """
    for retold in passages(claim, context):
        if retold.work not in context.articles and retold.publisher is not None:
            return retold.publisher
    return context.origin(claim)


def passages(claim: Claim, context: Context) -> Iterable[Retold]:
    """The retelling passages in which a claim of the article's own voice stands."""
    if len(claim.chain) > 1:
        return ()
    found = context.retells.get(claim.article, ())
    return (retold for retold in found if retold.covers(claim))


def witness_of(claim: Claim, context: Context) -> Witness:
    """The compact form of a claim."""
    origin = effective_origin(claim, context)
    works: set[str] = {retold.work or "" for retold in passages(claim, context)}
    known = (works & context.articles.keys()) - {claim.article}
    return Witness(
        claim=claim.id,
        article=claim.article,
        origin=origin,
        naming=naming(origin, context),
        day=claim.said,
        relays=tuple(dict.fromkeys(context.holders(claim)[1:-1])),
        retold=tuple(sorted(known)),
        headline=claim.headline,
        quoted=len(claim.chain) > 1,
        place=place(claim, context),
    )


def naming(origin: str, context: Context) -> Naming:
    """How an origin is called."""
    if is_unspecified(origin):
        return "unspecified"
    if context.is_unnamed_plural(origin):
        return "plural"
    return "unnamed" if context.is_unnamed(origin) else "named"
