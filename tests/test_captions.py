"""Names of claims and captions of edges: short, by who says it, and never an id."""

from dataclasses import replace

import pytest

from claimgraph.captions import (
    LONGEST_CAPTION,
    LONGEST_NAME,
    Named,
    claim_name,
    edge_caption,
    named_entity,
    named_row,
    short_name,
)
from claimgraph.graph import entity_row
from claimgraph.loading import load
from claimgraph.model import Alias, Claim, Value
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from claimgraph.strength_words import says
from small_batch import BAND, BUREAU, CELL, MARKET, small_batch

RELATIONS = load_schema().relations
NAMES = {one.id: named_entity(one) for one in small_batch().entities}
BLAMED, _, DENIED, LINKED, _ = small_batch().claims


def named(claim: Claim, **names: str) -> str:
    """The name of a claim, some entities called otherwise."""
    ids = {"market": MARKET, "cell": CELL, "bureau": BUREAU, "band": BAND}
    known = NAMES | {ids[key]: Named(name, name) for key, name in names.items()}
    return claim_name(claim, says(claim), known, RELATIONS[claim.relation])


def caption(claim: Claim) -> str:
    """The caption of its edge."""
    return edge_caption(claim, says(claim), NAMES)


def test_a_name_says_who_says_what_of_whom() -> None:
    assert named(BLAMED) == "Bureau says: River Cell carried out market bombing"
    weaker = replace(BLAMED, modality="possible")
    assert named(weaker).startswith("Bureau says, as possible: River Cell")
    silent = replace(BLAMED, polarity="withheld", reason="silent", object=None)
    assert named(silent) == (
        "Bureau is silent: somebody not named carried out market bombing"
    )


def test_a_caption_says_who_and_how_strongly_and_what_is_not_affirmed() -> None:
    assert caption(BLAMED) == "Bureau"
    assert caption(replace(BLAMED, modality="possible")) == "Bureau, possible"
    denied = replace(LINKED, polarity="denied")
    origin = NAMES[denied.origin].short
    assert caption(denied) == f"{origin} denies: link"
    withheld = replace(BLAMED, polarity="withheld", reason="declines-to-name")
    assert caption(withheld) == "Bureau withholds"


def test_a_caption_fits_on_an_edge_unless_much_is_said() -> None:
    weaker = replace(BLAMED, modality="possible")
    for name, shown in {
        "Ann Bureau": "Ann Bureau, possible",
        "somebody the article hides": "somebody, possible",
        "publisher of “Bombs in the market today”": "“Bombs in th…”, possible",
        "an office of some town nearby": "an office of some…, possible",
        "office (unnamed)": "office, possible",
    }.items():
        names = NAMES | {weaker.origin: Named(name, name)}
        assert edge_caption(weaker, says(weaker), names) == shown


@pytest.mark.parametrize("long", ["x" * 300, "word " * 60, "(a) " * 80])
def test_whatever_the_names_both_stay_short(long: str) -> None:
    for claim in (*small_batch().claims, replace(BLAMED, value=Value(on="2020"))):
        text = named(claim, market=long, cell=long, bureau=long, band=long)
        assert len(text) <= LONGEST_NAME
        names = {one: Named(long, long) for one in NAMES}
        assert len(edge_caption(claim, says(claim), names)) <= LONGEST_CAPTION


def test_long_names_leave_room_for_what_is_said() -> None:
    text = named(BLAMED, market="the bombing of the market " * 4, bureau="B" * 60)
    assert " says: River Cell carried out the bombing" in text
    assert text.startswith("BBB") and "…" in text


def test_no_name_can_turn_or_end_a_line() -> None:
    assert "\n" not in named(BLAMED, bureau="a\nb") + named(BLAMED, cell="\u202ea")
    assert named(BLAMED, bureau="a\nb").startswith("a b says")


def test_abbreviations_are_short_names_unless_they_are_ambiguous() -> None:
    [bureau] = [one for one in small_batch().entities if one.id == BUREAU]
    long = replace(bureau, name="The Bureau of Markets", aliases=(Alias("BOM"),))
    assert named_entity(long).short == "BOM"
    vague = replace(long, aliases=(Alias("BOM", ambiguous=True), Alias("TBM")))
    assert named_entity(vague).short == "TBM"
    for one in (long, vague, bureau):
        assert named_row(entity_row(one)) == named_entity(one)
    assert short_name("The Bureau of Markets", ["Bom", "BUREAUOFMARKETS"]) == (
        "The Bureau of Markets"
    )


def test_another_name_or_abbreviation_reaches_names_and_captions(
    fresh_store: Store,
) -> None:
    batch = small_batch()
    load([batch], fresh_store)
    [bureau] = [one for one in batch.entities if one.id == BUREAU]
    again = replace(bureau, name="The Bureau of Markets", aliases=(Alias("BOM"),))
    entities = tuple(again if one.id == BUREAU else one for one in batch.entities)
    load([replace(batch, entities=entities)], fresh_store)
    assert told(fresh_store, BLAMED.id) == [
        ("BOM says: River Cell carried out market bombing", "BOM")
    ]
    other = replace(again, aliases=(Alias("TBM"),))
    entities = tuple(other if one.id == BUREAU else one for one in batch.entities)
    load([replace(batch, entities=entities)], fresh_store)
    assert [one[1] for one in told(fresh_store, BLAMED.id)] == ["TBM"]


def told(store: Store, claim: str) -> list[tuple[object, object]]:
    """The name of a claim with the caption of its edge."""
    rows = store.read(
        "MATCH (c:Claim {id: $id}) MATCH (c)-[:SUBJECT]->(s)-[r]->(o) "
        "WHERE r.claim = $id RETURN c.name AS name, r.caption AS caption",
        {"id": claim},
    )
    return [(row["name"], row["caption"]) for row in rows]


def test_the_seeds_have_a_name_and_a_caption_everywhere(seeds_folder: Store) -> None:
    nameless = "MATCH (c:Claim) WHERE c.name IS NULL OR size(c.name) > 80 "
    bare = "MATCH ()-[r]->() WHERE r.claim IS NOT NULL AND r.caption IS NULL "
    for query in (nameless, bare):
        assert seeds_folder.read(f"{query} RETURN count(*) AS n") == [{"n": 0}]
