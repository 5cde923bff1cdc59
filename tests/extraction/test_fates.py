"""Whom a fate befell, and at whose hands, where they have no name."""

import pytest

from lexicon_cast import parsed_claims, scene_of

pytest.importorskip("spacy", reason="needs the extra `nlp`")


def ends_of(relation: str, text: str) -> list[tuple[str, str | None]]:
    found = parsed_claims(scene_of(text))
    return [(one.subject, one.object) for one in found if one.relation == relation]


def test_people_without_a_name_are_detained_by_somebody() -> None:
    text = "The Arland Army detained three suspects in Tarim."
    [(who, captor)] = ends_of("DETAINED_BY", text)
    assert who.endswith("suspects")
    assert captor == "org/arland-army"


def test_captors_whom_nobody_names_are_told_of_by_their_captive() -> None:
    [(who, captor)] = ends_of("DETAINED_BY", "Omar Haddad was arrested in 2004.")
    assert who == "person/omar-haddad"
    assert captor is not None
    assert captor.endswith("captors-of-omar-haddad")


def test_only_fighters_without_a_name_are_killed_by_somebody() -> None:
    assert ends_of("KILLED_BY", "The Arland Army killed four fighters.")
    assert not ends_of("KILLED_BY", "The Arland Army killed four villagers.")
