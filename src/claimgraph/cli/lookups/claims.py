"""One claim with all that belongs to it."""

from dataclasses import dataclass
from typing import cast

from claimgraph.cypher import lookups
from claimgraph.model import Article, Claim
from claimgraph.readback import article_from, read_claims
from claimgraph.store.base import Row, Store

NAMES = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id, e.name AS name"
ANSWERS = """
MATCH (c:Claim {id: $id}) MATCH (c)-[r:REPLIES_TO]->(d:Claim)
RETURN d.id AS id, r.how AS how, d.origin AS origin, d.quote AS quote
"""
ANSWERED = """
MATCH (c:Claim {id: $id}) MATCH (c)<-[r:REPLIES_TO]-(d:Claim)
RETURN d.id AS id, r.how AS how, d.origin AS origin, d.quote AS quote ORDER BY id
"""
RIVALS = """
MATCH (c:Claim {id: $id}) MATCH (d:Claim {proposition: c.proposition})
WHERE d.id <> c.id RETURN d.polarity AS polarity, count(d) AS number ORDER BY polarity
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, its article, the names of all ids in it, and what bears on it."""

    claim: Claim
    article: Article
    names: dict[str, str]
    answers: list[Row]
    answered: list[Row]
    alike: list[Row]


def read_told(store: Store, claim_id: str) -> Told:
    """The claim of that id, which is in the graph."""
    (claim,) = read_claims(store, [claim_id])
    (row,) = store.read(lookups.STORED_ARTICLE, {"id": claim.article})
    article = article_from(row, claim.article, store)
    ids = {claim.subject, *(hop.holder for hop in claim.chain)}
    ids |= {claim.object} if claim.object else set()
    asked = {"ids": sorted(ids)}
    names = {str(one["id"]): str(one["name"]) for one in store.read(NAMES, asked)}
    mine = {"id": claim_id}
    return Told(
        claim=claim,
        article=article,
        names=names,
        answers=store.read(ANSWERS, mine),
        answered=store.read(ANSWERED, mine),
        alike=store.read(RIVALS, mine),
    )


def paragraph(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The paragraph around a passage: before, the passage, after.

    >>> paragraph("One.\\nTwo is two.\\nThree.", 9, 11)
    ('Two ', 'is', ' two.')
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first:start], text[start:end], text[end : None if last < 0 else last]


def number(row: Row) -> int:
    """The count of a row."""
    return cast("int", row["number"])
