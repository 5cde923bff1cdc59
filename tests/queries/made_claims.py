"""Claims of one small article, loaded for questions that the seeds do not put."""

from dataclasses import replace

from claimgraph.ids import identified_claim
from claimgraph.loading import load
from claimgraph.model import Claim, Entity, Judgement
from claimgraph.store.base import Store
from small_batch import BUREAU, said, small_batch

ANNA, BORIS, CLARA = "person/anna", "person/boris", "person/clara"
HIDDEN, CREW = "person/unspecified-small", "group/crew"


def claim(relation: str, subject: str, target: str, origin: str = BUREAU) -> Claim:
    """A claim of the small article; its words do not matter here."""
    article = small_batch().article
    return said(article, relation, subject, target, origin, "worked together")


def load_claims(
    store: Store, *claims: Claim, same: tuple[str, str] | None = None
) -> None:
    """Load the small batch with other claims, and perhaps with a judgement."""
    batch = small_batch()
    article = batch.article
    people = [Entity(id=one, name=one[7:].title()) for one in (ANNA, BORIS, CLARA)]
    hidden = Entity(id=HIDDEN, name="unspecified", unnamed=True)
    crew = Entity(id=CREW, name="crew", kind="cell")
    town = Entity(id="place/small-town", name="Small Town", kind="city")
    market = Entity(id="attack/a-market", name="the market attack", kind="bombing")
    judged = Judgement(
        id="0" * 20,
        left=same[0] if same else "",
        right=same[1] if same else "",
        verdict="same",
        who="tester",
        when="2021-01-01",
        why="test",
    )
    fresh = tuple(
        identified_claim(one, article, one.relation == "ALLEGED_LINK") for one in claims
    )
    whole = replace(
        batch,
        entities=(*batch.entities, *people, hidden, crew, town, market),
        claims=fresh,
        judgements=(judged,) if same else (),
    )
    load([whole], store)
