"""A handful of claims that pass the gate, for tests that need a graph of their own."""

import hashlib

from claimgraph.ids import identified_claim
from claimgraph.model import Article, Batch, Claim, Entity, Hop, TextSpan, Value

TEXT = (
    "The bureau said the river cell had bombed the market on 1 May 2020. "
    "The river cell denied any tie to the hill band. "
    "Two officers said the two worked together. "
    "The mill guild took responsibility."
)
CELL, BAND, GUILD = "group/river-cell", "group/hill-band", "group/mill-guild"
BUREAU, MARKET = "org/bureau", "attack/2020-05-01-market"
OFFICERS = "person/unnamed-small-officers"


def small_batch() -> Batch:
    """One article with five claims: two ways to see an attack, a link, its denial."""
    article = Article(
        id="small",
        corpus="small",
        title="The market",
        publisher="org/gazette",
        published="2020-05-03",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
    )
    entities = (
        Entity(id=CELL, name="River Cell", kind="militant-group"),
        Entity(id=BAND, name="Hill Band", kind="militant-group"),
        Entity(id=GUILD, name="Mill Guild", kind="militant-group"),
        Entity(id=BUREAU, name="Bureau", kind="security-service"),
        Entity(id=OFFICERS, name="two officers", unnamed=True, collective=True),
        Entity(id=MARKET, name="market bombing", kind="bombing"),
        Entity(id="org/gazette", name="Gazette", kind="outlet"),
    )
    claims = (
        said(article, "ATTRIBUTED_TO", MARKET, CELL, BUREAU, "had bombed the market"),
        said(article, "OCCURRED_ON", MARKET, None, BUREAU, "1 May 2020"),
        said(article, "ALLEGED_LINK", CELL, BAND, CELL, "denied any tie"),
        said(article, "ALLEGED_LINK", CELL, BAND, OFFICERS, "worked together"),
        said(article, "CLAIMED_BY", MARKET, GUILD, GUILD, "took responsibility"),
    )
    return Batch(article=article, entities=entities, claims=claims)


def said(
    article: Article,
    relation: str,
    subject: str,
    target: str | None,
    origin: str,
    quote: str,
) -> Claim:
    """A claim of that article on the word of one inner speaker."""
    start = TEXT.index(quote)
    claim = Claim(
        article=article.id,
        relation=relation,
        subject=subject,
        object=target,
        value=None if target else Value(on="2020-05-01"),
        polarity="denied" if quote.startswith("denied") else "affirmed",
        chain=(
            Hop(article.speaker, "reports"),
            Hop(origin, "asserts", implicit=True, said="2020-05-02"),
        ),
        quote=quote,
        selector=TextSpan(start, start + len(quote)),
    )
    symmetric = relation == "ALLEGED_LINK"
    return identified_claim(claim, article, symmetric)
