"""The steps of a write: text from the schema alone, values as parameters."""

from dataclasses import replace

import pytest

from claimgraph.captions import Named
from claimgraph.cypher import Step, changes
from claimgraph.cypher.claims import create_claims
from claimgraph.graph import build, entity_row
from claimgraph.identity import Identity
from claimgraph.schema import load_schema
from small_batch import CELL, small_batch

SCHEMA = load_schema()
EVIL = "x`}) DETACH DELETE (n) //"


def steps_for(evil: str) -> list[Step]:
    """All steps that write the small batch, with a text in every free field."""
    batch = small_batch()
    claims = [
        replace(one, note=evil, quote=evil, by=evil, label=evil) for one in batch.claims
    ]
    names = {one.id: Named(evil, evil) for one in batch.entities}
    rows = build(claims, names, Identity(), "2026-11-22T12:00:00Z", SCHEMA)
    entity = entity_row(replace(batch.entities[0], name=evil, description=evil))
    steps = create_claims(rows, SCHEMA) + changes.link_replies(claims)
    steps += changes.create_entities({("Group", True): [entity]})
    steps += changes.replace_entities([entity]) + changes.delete_unneeded([CELL])
    return steps


def test_no_value_is_ever_in_the_text_of_a_statement() -> None:
    hostile, tame = steps_for(EVIL), steps_for("tame")
    assert [step.query for step in hostile] == [step.query for step in tame]
    assert any(EVIL in str(step.parameters) for step in hostile)


def test_an_edge_type_that_the_schema_does_not_have_is_an_error() -> None:
    for edge in (EVIL, "SUBJECT", "LED_BY]->() DELETE r"):
        with pytest.raises(KeyError):
            changes.known_edge(edge, SCHEMA)
        with pytest.raises(KeyError):
            changes.delete_claims({edge: ["0" * 20]}, SCHEMA)
    known = ("DENIED", "WITHHELD", *SCHEMA.relations)
    assert [changes.known_edge(edge, SCHEMA) for edge in known] == list(known)


def test_nothing_to_do_is_no_step() -> None:
    empty = build([], {}, Identity(), "", SCHEMA)
    assert create_claims(empty, SCHEMA) == []
    assert changes.delete_claims({}, SCHEMA) == []
    for made in (
        changes.replace_entities([]),
        changes.delete_entities([]),
        changes.link_places([]),
        changes.unlink_voices([]),
        changes.link_retellings([]),
        changes.link_replies([]),
        changes.delete_unneeded([]),
        changes.write_judgements([], [], 0),
    ):
        assert made == []


def test_every_statement_is_one_statement() -> None:
    for step in steps_for("tame"):
        assert ";" not in step.query
        assert not step.query.startswith("CYPHER")


def test_a_value_claim_has_no_edge_to_delete() -> None:
    [node] = changes.delete_claims({"KILLED": ["0" * 20]}, SCHEMA)
    assert "DETACH DELETE" in node.query
    assert len(changes.delete_claims({"LED_BY": ["0" * 20]}, SCHEMA)) == 2
