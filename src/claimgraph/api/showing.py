"""One claim with all that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.api.naming import find_claim
from claimgraph.cypher import commands, lookups
from claimgraph.flat import entity_ids
from claimgraph.identity import resolve
from claimgraph.model import Article, Claim
from claimgraph.passages import line_numbers
from claimgraph.readback import (
    judgement_from,
    read_article,
    read_claims,
    still_there,
)
from claimgraph.store.base import Row, Store


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim, its article, the names of all ids in it, and what bears on it.

    `same` has the other ids that judgements made one with an id in it, by that id.
    """

    claim: Claim
    article: Article
    names: dict[str, str]
    same: dict[str, list[str]]
    answers: list[Row]
    answered: list[Row]
    alike: list[Row]


def show(store: Store, claim_id: str) -> ShownClaim:
    """A claim with its article, the names in it, and the claims that bear on it.

    The first four digits of the id or more will do, where only one claim begins so;
    QueryError for none and for several.
    """
    own = find_claim(store, claim_id)
    claim = still_there({one.id: one for one in read_claims(store, [own])}, own)
    same = judged_same(store, entity_ids(claim))
    asked = {"ids": sorted(entity_ids(claim).union(*same.values()))}
    names = {
        str(one["id"]): str(one["name"]) for one in store.read(commands.NAMES_OF, asked)
    }
    mine = {"id": own}
    return ShownClaim(
        claim=claim,
        article=read_article(store, claim.article),
        names=names,
        same={one: [id for id in ids if id in names] for one, ids in same.items()},
        answers=store.read(commands.ANSWERS, mine),
        answered=store.read(commands.ANSWERED_BY, mine),
        alike=store.read(commands.ALIKE, mine),
    )


def judged_same(store: Store, ids: Iterable[str]) -> dict[str, list[str]]:
    """The other ids that judgements made one with these, of those that have any."""
    judgements = [judgement_from(row) for row in store.read(lookups.JUDGEMENTS)]
    classes = resolve(judgements)[0].classes().values()
    return {
        one: sorted(held - {one})
        for one in sorted(ids)
        for held in classes
        if one in held
    }


def line_number(text: str, start: int) -> int:
    """The line of a text, counted from 1, on which a passage begins."""
    return line_numbers(text, [start])[0]
