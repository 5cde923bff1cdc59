"""Who may be meant: whole names first, then parts, and the nearest where nobody is."""

import pytest

from claimgraph.entity_names import (
    NamedEntity,
    meant_entities,
    near_entities,
    nearest_entities,
    parts_named,
)


def named(own: str, *names: str, hints: str = "") -> NamedEntity:
    return NamedEntity(own, names[0], names, hints)


KNOWN = (
    named("attack/port", "Old Port attack of May 2020", "The deadly port bombings"),
    named("attack/fort", "rockets at the Old Port fort", hints="rocket at a citadel"),
    named("attack/series", "attacks of the Blue Front", hints="series"),
    named("attack/inn", "raid on the Grand Inn", hints="raid on a guest house"),
    named("place/port", "Old Port"),
    named("place/new-port", "New Port"),
    named("group/blue", "Blue Front", "Harakat al-Sha\u2019ab"),
    named("group/blue-cell", "Blue Front cell"),
    named("group/port", "New Port branch of nobody"),
    named("person/omar", "Mullah Omar", "Omar"),
    named("person/umar-b", "Umar Bari"),
    named("person/umar", "Umar B\u0101ri"),
    named("group/stars", "***"),
)


@pytest.mark.parametrize(
    ("text", "prefixes", "ids", "whole"),
    [
        ("old port", (), ["place/port"], True),
        ("«OLD  PÖRT»", (), ["place/port"], True),
        ("Old Port", ("attack",), ["attack/fort", "attack/port"], False),
        ("Old Port attack", ("attack",), ["attack/port"], False),
        ("May Port", ("attack",), ["attack/port"], False),
        ("old port bombing", ("attack",), ["attack/port"], False),
        ("citadel attack", ("attack",), ["attack/fort"], False),
        ("guest house raid", ("attack",), ["attack/inn"], False),
        ("Harakat al-Sha'ab", ("group",), ["group/blue"], True),
        ("Blue Front", ("group",), ["group/blue"], True),
        ("front", ("group",), ["group/blue", "group/blue-cell"], False),
        ("front", ("person",), [], False),
        ("New Port", ("attack",), [], False),
        ("Blue Front", ("attack",), [], False),
        ("New Port", ("group",), [], False),
        ("Omar", ("person",), ["person/omar"], True),
        ("fron", ("group",), ["group/blue", "group/blue-cell"], False),
        ("fro", (), [], False),
        ("UMAR BARI", (), ["person/umar", "person/umar-b"], True),
        ("Umar B\u0101ri", (), ["person/umar"], True),
        ("***", ("group",), ["group/stars"], True),
        ("red", (), [], False),
        ("?!", (), [], False),
        ("", (), [], False),
    ],
)
def test_who_is_meant(
    text: str, prefixes: tuple[str, ...], ids: list[str], whole: bool
) -> None:
    meant = meant_entities(KNOWN, text, prefixes)
    assert ([one.id for one in meant.entities], meant.whole) == (ids, whole)


def test_parts_of_words_are_listed() -> None:
    assert [one.id for one in parts_named(KNOWN, "RT old")] == [
        *("attack/fort", "attack/port", "place/port"),
    ]
    assert [one.id for one in parts_named(KNOWN, "port", ["place"])] == [
        *("place/new-port", "place/port"),
    ]
    # words of two names are no name
    assert parts_named(KNOWN, "deadly May") == parts_named(KNOWN, "!") == []


def test_the_nearest_are_of_the_type_that_is_wanted() -> None:
    assert [one.id for one in near_entities(KNOWN, "odl port", ["place"])] == [
        "place/port"
    ]
    (best, *_) = near_entities(KNOWN, "old prot", ["attack"])
    assert best.id in ("attack/port", "attack/fort")
    assert near_entities(KNOWN, "Ommar", ["person"])[0].id == "person/omar"
    assert near_entities(KNOWN, "zeppelin") == near_entities(KNOWN, "") == []
    assert nearest_entities(KNOWN, "zeppelin") == ""
    assert nearest_entities(KNOWN, "harakat shaab", ["group"]) == (
        " (nearest: Blue Front, group/blue)"
    )


def test_a_letter_of_another_script_is_near_and_no_match() -> None:
    mixed = "Blu\N{CYRILLIC SMALL LETTER IE} Front"
    assert meant_entities(KNOWN, mixed).entities == ()
    assert near_entities(KNOWN, mixed)[0].id == "group/blue"
