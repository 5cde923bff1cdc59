"""What joining two ids comes to, worked out before anybody decides it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimgraph.analysis.context import Context, Proposition
from claimgraph.identity import Identity
from claimgraph.model import Claim


@dataclass(frozen=True, slots=True)
class Side:
    """What hangs on one id, with all that stands under it.

    `claims` have it as an end; `propositions` and `origins` are those of these claims;
    `spoken` are the claims that stand on its word.
    """

    id: str
    claims: tuple[str, ...]
    propositions: int
    origins: int
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JoinedProposition:
    """Propositions that become one, and the claims on them."""

    proposition: Proposition
    before: tuple[Proposition, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JoinedOrigins:
    """A proposition and polarity on which both ids speak, and would count as one.

    `before` and `after` are numbers of origins, as `reports` counts them: independence
    may join more.
    """

    proposition: Proposition
    polarity: str
    before: int
    after: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What two ids are apart, and what changes when they are one.

    `standing` is the id on which the edges of both would hang; `folded` are claims
    whose two ends become one, which lose their edge and keep their node. Sides are
    equal, and the rest is empty, where the two are one by other judgements.
    """

    left: Side
    right: Side
    standing: str
    propositions: tuple[JoinedProposition, ...]
    origins: tuple[JoinedOrigins, ...]
    folded: tuple[str, ...]


def effect(
    claims: Iterable[Claim], context: Context, joined: Identity, left: str, right: str
) -> Effect:
    """What changes between the identity of the context and the joined one.

    To see what taking a judgement back changes, give a context without it.
    """
    listed = sorted(claims, key=lambda claim: claim.id)
    after = replace(context, identity=joined)
    ids = {context.canonical(left), context.canonical(right)}
    touched = [claim for claim in listed if involves(claim, context, ids)]
    return Effect(
        left=side(context.canonical(left), touched, context),
        right=side(context.canonical(right), touched, context),
        standing=joined.canonical(left),
        propositions=tuple(joined_propositions(touched, context, after)),
        origins=tuple(joined_origins(listed, context, after, ids)),
        folded=tuple(
            claim.id
            for claim in touched
            if folds(claim, after) and not folds(claim, context)
        ),
    )


def involves(claim: Claim, context: Context, ids: set[str]) -> bool:
    """Whether an id is an end or the origin of a claim."""
    given = (claim.subject, claim.object, claim.origin)
    return any(one is not None and context.canonical(one) in ids for one in given)


def folds(claim: Claim, context: Context) -> bool:
    """Whether both ends of a claim are one."""
    return claim.object is not None and (
        context.canonical(claim.subject) == context.canonical(claim.object)
    )


def side(own: str, claims: Sequence[Claim], context: Context) -> Side:
    """What hangs on one standing id."""
    ends = [
        claim
        for claim in claims
        if own == context.canonical(claim.subject)
        or (claim.object is not None and own == context.canonical(claim.object))
    ]
    return Side(
        id=own,
        claims=tuple(claim.id for claim in ends),
        propositions=len({context.proposition(claim) for claim in ends}),
        origins=len({context.origin(claim) for claim in ends}),
        spoken=tuple(claim.id for claim in claims if context.origin(claim) == own),
    )


def joined_propositions(
    claims: Iterable[Claim], before: Context, after: Context
) -> Iterable[JoinedProposition]:
    """The propositions that come together, with what they were, sorted."""
    found: dict[Proposition, dict[Proposition, list[str]]] = {}
    for claim in claims:
        olds = found.setdefault(after.proposition(claim), {})
        olds.setdefault(before.proposition(claim), []).append(claim.id)
    for new in sorted(found, key=lambda one: one.order):
        if len(olds := found[new]) > 1:
            listed = sorted(one for ids in olds.values() for one in ids)
            ordered = tuple(sorted(olds, key=lambda one: one.order))
            yield JoinedProposition(new, ordered, tuple(listed))


def joined_origins(
    claims: Iterable[Claim], before: Context, after: Context, ids: set[str]
) -> Iterable[JoinedOrigins]:
    """Where both ids speak to one proposition in one way, sorted."""
    found: dict[tuple[Proposition, str], dict[str, list[str]]] = {}
    for claim in claims:
        key = (after.proposition(claim), claim.polarity)
        found.setdefault(key, {}).setdefault(before.origin(claim), []).append(claim.id)
    for (new, polarity), origins in sorted(
        found.items(), key=lambda item: (item[0][0].order, item[0][1])
    ):
        if len(ids) > 1 and ids <= origins.keys():
            spoken = sorted(one for origin in ids for one in origins[origin])
            number = len({after.canonical(origin) for origin in origins})
            yield JoinedOrigins(new, polarity, len(origins), number, tuple(spoken))
