"""Made-up claims about one market: few actors and days, so that they meet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.ids import identified_claim, judgement_id
from claimgraph.model import (
    MODALITIES,
    REASONS,
    REVIEWS,
    Article,
    Claim,
    Entity,
    Hop,
    Judgement,
    Reply,
    ReplyKind,
    TextSpan,
)
from claimgraph.schema import load_schema
from examples import examples

# a busy machine is no reason to fail
PATIENT = settings(max_examples=examples(60))
SYMMETRIC = {name for name, one in load_schema().relations.items() if one.symmetric}
MARKET, BRIDGE = "attack/market", "attack/bridge"
HILL, RIVER, MASKED = "group/hill", "group/river", "group/unnamed-masked-men"
ANN, BUREAU = "person/ann", "org/bureau"
GROUPS = (HILL, RIVER, MASKED)
SPEAKERS = (*GROUPS, ANN, BUREAU)
# those who may stand on the side of others: cells and persons
CELL, CREW, BOB = "group/cell", "group/crew", "person/bob"
ENTITIES = {
    one: Entity(
        id=one,
        name=one,
        kind="cell" if one in (CELL, CREW) else None,
        unnamed=one == MASKED,
    )
    for one in (MARKET, BRIDGE, *SPEAKERS, CELL, CREW, BOB)
}
ARTICLES = ("alpha", "beta")
NO = {"polarity": "denied"}
DAYS = st.integers(1, 28).map(lambda day: f"2020-02-{day:02}")
TIMES = st.one_of(
    DAYS,
    DAYS.map(lambda day: f"{day}~"),
    DAYS.map(lambda day: f"[{day}..]"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"../{day}"),
    st.tuples(DAYS, DAYS).map(lambda two: "/".join(sorted(two))),
    st.tuples(DAYS, DAYS).map(lambda two: f"[{'..'.join(sorted(two))}]"),
    st.sampled_from(("2020-02", "2020", "2020-22", "202X")),
)
MOMENTS = st.tuples(DAYS, st.integers(0, 23)).map(
    lambda two: f"{two[0]}T{two[1]:02}:30:00Z"
)
POLARITIES = st.sampled_from(("affirmed", "affirmed", "denied", "withheld"))


def made(
    relation: str,
    subject: str,
    target: str | None,
    origin: str | None = None,
    **fields: object,
) -> Claim:
    """A claim of an article, on the word of an origin or in its own voice."""
    article = str(fields.pop("article", "alpha"))
    start = fields.pop("start", 0)
    assert isinstance(start, int)
    inner = () if origin is None else (Hop(origin, "asserts"),)
    plain = Claim(
        article=article,
        relation=relation,
        subject=subject,
        object=target,
        chain=(Hop(f"org/{article}-paper", "reports"), *inner),
        quote="they say",
        selector=TextSpan(start, start + 8),
    )
    whole = replace(plain, **fields)  # type: ignore[arg-type]  # names are the caller's
    paper = Article(
        id=article, corpus="made", title="", published=whole.said, sha256=article
    )
    return identified_claim(whole, paper, relation in SYMMETRIC)


def claimed(by: str = HILL, **fields: object) -> Claim:
    """The market is claimed."""
    return made("CLAIMED_BY", MARKET, by, by, **fields)


def blamed(whom: str, by: str | None = None, **fields: object) -> Claim:
    """The market is laid on somebody."""
    return made("ATTRIBUTED_TO", MARKET, whom, by, **fields)


def linked(by: str | None = None, **fields: object) -> Claim:
    """Hill and river are said to be linked."""
    return made("ALLEGED_LINK", HILL, RIVER, by, **fields)


@st.composite
def claims(draw: DrawFn, number: int) -> Claim:
    """A claim about the market, the bridge, or two of the groups."""
    relation = draw(
        st.sampled_from(("CLAIMED_BY", "ATTRIBUTED_TO", "ALLEGED_LINK", "PART_OF"))
    )
    attack = relation in ("CLAIMED_BY", "ATTRIBUTED_TO")
    subject = draw(st.sampled_from((MARKET, MARKET, BRIDGE) if attack else GROUPS))
    target = draw(st.sampled_from([one for one in GROUPS if one != subject]))
    polarity = draw(POLARITIES)
    own = relation == "CLAIMED_BY"
    origin = target if own else draw(st.none() | st.sampled_from(SPEAKERS))
    answered = draw(st.none() | st.none() | st.sampled_from(("c0", "alpha#c1")))
    return made(
        relation,
        subject,
        target,
        origin,
        article=draw(st.sampled_from(ARTICLES)),
        start=number,
        polarity=polarity,
        reason=draw(st.sampled_from(REASONS)) if polarity == "withheld" else None,
        modality=draw(st.sampled_from(("stated", *MODALITIES))),
        valid=draw(st.none() | TIMES),
        said=draw(st.none() | TIMES),
        loaded=draw(st.none() | MOMENTS),
        review=draw(st.sampled_from(REVIEWS[:2])),
        reply=Reply(answered, draw(st.sampled_from(get_args(ReplyKind))))
        if answered
        else None,
        label=f"c{number}",
    )


@st.composite
def many_claims(draw: DrawFn, most: int = 8) -> list[Claim]:
    """Up to so many claims; each has an id of its own."""
    return [draw(claims(number)) for number in range(draw(st.integers(0, most)))]


def around(spoken: Sequence[Claim], same: Sequence[tuple[str, str]] = ()) -> Context:
    """The context of claims, with judgements that make two ids one."""
    judgements = [
        Judgement(
            id=judgement_id(left, right, "same", "ann", "2020"),
            left=left,
            right=right,
            verdict="same",
            who="ann",
            when="2020",
            why="why",
        )
        for left, right in same
    ]
    claim_set = ClaimSet(tuple(spoken), {}, ENTITIES, tuple(judgements))
    return context_of(claim_set, load_schema())
