"""Groups with names, what is said of them, and what was judged."""

from collections.abc import Iterable

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.ids import hash_of
from claimgraph.model import Alias, Claim, Entity, Hop, Judgement, Polarity, Verdict
from claimgraph.schema import load_schema


def judgement(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement(
        id=hash_of([left, right, verdict]),
        left=left,
        right=right,
        verdict=verdict,
        who="ann",
        when="2020",
        why="why",
    )


def claim(
    relation: str,
    subject: str,
    target: str | None,
    *holders: str,
    polarity: Polarity = "affirmed",
    **more: str,
) -> Claim:
    chain = tuple(Hop(holder, "asserts") for holder in holders or ("org/paper",))
    own = hash_of([relation, subject, target, holders, polarity, sorted(more.items())])
    return Claim(
        article="a",
        relation=relation,
        subject=subject,
        object=target,
        polarity=polarity,
        chain=chain,
        quote="q",
        selector=None,
        id=own,
    )


def known(
    entities: Iterable[Entity],
    claims: Iterable[Claim] = (),
    judgements: Iterable[Judgement] = (),
) -> Context:
    by_id = {one.id: one for one in entities}
    claim_set = ClaimSet(tuple(claims), {}, by_id, tuple(judgements))
    return context_of(claim_set, load_schema())


def group(slug: str, name: str, *aliases: Alias | str) -> Entity:
    made = (one if isinstance(one, Alias) else Alias(one) for one in aliases)
    return Entity(id=f"group/{slug}", name=name, aliases=tuple(made))
