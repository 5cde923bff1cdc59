"""The relation types of the model are what the model says; others may come."""

import pytest

from claimgraph.schema import load_schema

AGENTS = ("Group", "Person", "Organization", "State")
ENTITIES = (*AGENTS, "Attack", "Community", "Place")
ENDS = {
    "CLAIMED_BY": (("Attack",), ("Group",)),
    "ATTRIBUTED_TO": (("Attack",), AGENTS),
    "ALLEGED_LINK": (AGENTS, AGENTS),
    "SUPPORTED_BY": (("Group",), AGENTS),
    "LED_BY": (("Group", "Organization"), ("Person",)),
    "MEMBER_OF": (("Person",), ("Group", "Organization", "State")),
    "PART_OF": (("Group", "Organization"), ("Group", "Organization", "State")),
    "RIVAL_OF": (("Group", "State"), ("Group", "State")),
    "KIN_OF": (("Person",), ("Person",)),
    "TARGETED": (("Attack",), ENTITIES),
    "LOCATED_IN": (("Attack",), ("Place",)),
    "DESIGNATED_BY": (("Group", "Person", "Organization"), ("State", "Organization")),
    "DETAINED_BY": (("Person", "Group"), AGENTS),
    "KILLED_BY": (("Person", "Group"), AGENTS),
    "SPLIT_FROM": (("Group",), ("Group",)),
    "MERGED_INTO": (("Group",), ("Group",)),
    "PLEDGED_TO": (("Group",), ("Group", "Person")),
    "SAME_AS": (ENTITIES, ENTITIES),
}
VALUES = {
    "KILLED": (("Attack", "Group", "Place"), "number"),
    "WOUNDED": (("Attack", "Group", "Place"), "number"),
    "CASUALTIES": (("Attack", "Group", "Place"), "number"),
    "DIED": (("Person",), "date"),
    "METHOD": (("Attack",), "word"),
    "OCCURRED_ON": (("Attack",), "date"),
    "STRENGTH": (("Group",), "number"),
    "ATTACK_COUNT": (("Group",), "number"),
}
# `symmetric` decides ids: none of these may turn by accident
FLAGS = {
    "symmetric": {"ALLEGED_LINK", "RIVAL_OF"},
    "former": {"LED_BY", "MEMBER_OF"},
    "same_type": {"SAME_AS"},
    "place": {"DETAINED_BY", "KILLED_BY"},
    "undated": {"DIED"},
}
METHODS = (
    *("suicide-bombing", "vehicle-bomb", "planted-bomb", "shooting", "rocket", "drone"),
    *("arson", "stabbing", "kidnapping", "vehicle-ramming", "other"),
)
KNOWN = (*ENDS, *VALUES)
RELATIONS = load_schema().relations


@pytest.mark.parametrize("name", ENDS)
def test_ends_are_those_of_the_model(name: str) -> None:
    relation = RELATIONS[name]
    source, target = ENDS[name]
    assert (sorted(relation.source), sorted(relation.target)) == (
        sorted(source),
        sorted(target),
    )
    assert relation.value is None


@pytest.mark.parametrize("name", VALUES)
def test_values_are_those_of_the_model(name: str) -> None:
    relation = RELATIONS[name]
    assert (relation.source, relation.value) == VALUES[name]
    assert relation.target == ()


@pytest.mark.parametrize("flag", FLAGS)
def test_flags_are_those_of_the_model(flag: str) -> None:
    assert {name for name in KNOWN if getattr(RELATIONS[name], flag)} == FLAGS[flag]


def test_methods_are_those_of_the_model() -> None:
    assert tuple(RELATIONS["METHOD"].word_notes) == METHODS


def test_casualties_are_the_dead_and_the_wounded() -> None:
    totals = {name: one.total_of for name, one in RELATIONS.items() if one.total_of}
    assert totals == {"CASUALTIES": ("KILLED", "WOUNDED")}


def test_kin_is_named_from_the_first_to_the_second() -> None:
    assert RELATIONS["KIN_OF"].kinds[:2] == ("son-of", "uncle-of")
