"""Claims of one paper, in which each speaker stands for himself."""

from analysis.strategies_values import ATTACK, SERIES, anew
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.discrepancies import Discrepancy, discrepancies
from claimgraph.model import Article, Claim, Entity, Hop, TextSpan, Value
from claimgraph.schema import load_schema

PAPER = Article(
    id="paper",
    corpus="made-up",
    title="paper",
    publisher="org/paper",
    sha256="0",
    text="They left 60 Afghans and 13 US troops dead. Others told of many dead. "
    "It was 5 women, 7 Afghans or 9 fighters.",
)


def toll(
    origin: str,
    low: int,
    high: int | None,
    of: str = "people",
    quote: str = "",
    subject: str = ATTACK,
    about: bool = False,
) -> Claim:
    """A claim of one origin on how many died."""
    return given_by(
        origin,
        "KILLED",
        subject,
        quote=quote,
        value=Value(min=low, max=high, of=of, about=about),
    )


def given_by(
    origin: str,
    relation: str,
    subject: str,
    *,
    quote: str = "",
    value: Value | None = None,
    target: str | None = None,
    valid: str | None = None,
) -> Claim:
    """A claim of one origin in the paper."""
    start = (PAPER.text or "").index(quote)
    made = Claim(
        article=PAPER.id,
        relation=relation,
        subject=subject,
        object=target,
        value=value,
        chain=(Hop("org/paper", "reports"), Hop(origin, "asserts")),
        quote=quote or origin,
        selector=TextSpan(start, start + len(quote)) if quote else None,
        valid=valid,
    )
    return anew(made, PAPER)


def around(claims: tuple[Claim, ...]) -> Context:
    """The context of claims in the paper."""
    places = (
        Entity(id="place/land", name="Land", kind="country"),
        Entity(id="place/town", name="Town", within="place/land"),
        Entity(id="place/square", name="Square", within="place/town"),
        Entity(id="place/harbour", name="Harbour", within="place/town"),
        Entity(id="place/abroad", name="Abroad", kind="country"),
        Entity(id="place/lost", name="Lost"),
        Entity(id="place/ring", name="Ring", within="place/round"),
        Entity(id="place/round", name="Round", within="place/ring"),
        Entity(id=SERIES, name="series", kind="series"),
    )
    by_id = {one.id: one for one in places}
    claim_set = ClaimSet(tuple(claims), {PAPER.id: PAPER}, by_id, ())
    return context_of(claim_set, load_schema())


def rows_of(*claims: Claim) -> tuple[Discrepancy, ...]:
    """The rows on what the claims are about."""
    return discrepancies(claims, around(claims), claims[0].subject)
