"""Which people of two public lists are one, by a name and when they were born."""

from pathlib import Path

import pytest

from claimgraph.checking import check_corpus
from claimgraph.model import Alias, Entity
from names_people import Birth, same_people
from shared_corpora import Corpus, write_corpus

DAY, OTHER = "1955-12-26", "1955-03-01"


def born(*days: str) -> Birth:
    """Somebody's birth, by days or years."""
    whole = frozenset(one for one in days if len(one) > 4)
    return Birth(whole, frozenset(one[:4] for one in days))


def person(own: str, *names: str) -> Entity:
    """A person with some names."""
    return Entity(id=own, name=names[0], aliases=tuple(map(Alias, names[1:])))


def joined(
    un: tuple[Entity, Birth], *ofac: tuple[Entity, Birth]
) -> list[tuple[str, ...]]:
    """The numbers that are found to be one."""
    told = [un, *ofac]
    found = same_people(
        {one.id: one for one, _ in told}, {one.id: birth for one, birth in told}
    )
    return [tuple(sorted(ids)) for ids in found if len(ids) > 1]


HADDAD = person("person/un-qdi-901", "OMAR HADDAD TARIMI", "Abu Orvel")


@pytest.mark.parametrize(
    ("name", "birth", "one"),
    [
        # the same day: part of a name is enough, be it spelt otherwise
        ("HADDAD, Omar", born(DAY), True),
        ("HADAD, Omar Tarimi", born(DAY, "1960"), True),
        ("ORVEL, Abu", born(DAY), True),
        # one word tells nobody
        ("OMAR", born(DAY), False),
        ("SATO, Omar", born(DAY), False),
        # the same year: the whole name is needed
        ("TARIMI, Omar Haddad", born(OTHER), True),
        ("TARIMI, Omar Haddad", born("1955"), True),
        ("HADDAD, Omar", born("1955"), False),
        # strangers share names
        ("TARIMI, Omar Haddad", born("1981-12-26"), False),
        ("TARIMI, Omar Haddad", born(), False),
    ],
)
def test_two_are_one_by_name_and_birth(name: str, birth: Birth, one: bool) -> None:
    told = joined((HADDAD, born(DAY)), (person("person/ofac-9001", name), birth))
    assert told == ([("person/ofac-9001", "person/un-qdi-901")] if one else [])


def test_nobody_is_joined_where_two_fit() -> None:
    twins = [(person(f"person/ofac-{n}", "HADDAD, Omar"), born(DAY)) for n in (1, 2)]
    assert joined((HADDAD, born(DAY)), *twins) == []


def test_a_number_that_stands_under_another_id_is_told(tmp_path: Path) -> None:
    told = Corpus(
        "ann", articles={"a": [("LED_BY", "group/ofac-6366", "person/ofac-9758")]}
    )
    reasons = [
        one.reason for one in check_corpus(write_corpus(tmp_path, told)).problems
    ]
    assert any(
        "claimgraph:names has this number under group/al-qaeda: write that id" in one
        for one in reasons
    )
