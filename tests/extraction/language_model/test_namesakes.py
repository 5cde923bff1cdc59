"""Two who share a part of their names stay two, over parts of an article and lists."""

from collections.abc import Mapping, Sequence

import pytest

from claimgraph.coding.names import KnownEntity
from claimgraph.extraction.known import Known, known_among
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import requests_for
from claimgraph.model import Alias, Entity
from invented_answers import NOBODY, answered, article

Entry = Mapping[str, object]
FIRST = (
    "Omar Haddad leads the Northern Front. Salim Haddad leads the Southern Front. "
    "A witness said that Omar Haddad fled. A bomb hit the mill in Orvel."
)
LAST = (
    "Salim Haddad was held by the police of Karsia. A witness said that the Southern "
    "Front met Omar Haddad. Haddad leads the Front. The mill in Orvel was hit again."
)
LONG = article("\n\n".join([FIRST, "He went on. " * 1200, LAST]))
OMAR = {"type": "person", "name": "Omar Haddad", "mention": "Omar Haddad"}
FULLER = OMAR | {"name": "Omar Hassan Haddad"}
SALIM = {"type": "person", "name": "Salim Haddad", "mention": "Salim Haddad"}
HADDAD = {"type": "person", "name": "Haddad", "mention": "Haddad"}
NORTH = {"type": "group", "name": "Northern Front", "mention": "Northern Front"}
SOUTH = {"type": "group", "name": "Southern Front", "mention": "Southern Front"}
BLAST = {"type": "attack", "name": "blast at the mill in Orvel", "place": "Orvel",
         "target": "mill", "mention": "the mill in Orvel"}  # fmt: skip
AGAIN = BLAST | {"name": "second hit on the mill", "mention": "The mill in Orvel"}
WITNESS = {"type": "person", "name": "a witness", "mention": "A witness",
           "unnamed": True}  # fmt: skip


def short(entry: Entry, *names: str) -> Entry:
    return {**entry, "other_names": names}


def part_of(stem: str, *cast: Entry) -> ModelAnswer:
    """An answer in which each of the cast is an end or a speaker, in its order."""
    last = stem.endswith("#2")
    lines = requests_for(LONG, NOBODY)[last].sentences.splitlines()
    quote = "held by the police" if last else "Omar Haddad leads"
    number = next(
        int(one.partition("]")[0].removeprefix("[")) for one in lines if quote in one
    )
    numbered = [{**one, "n": n, "sentence": 0} for n, one in enumerate(cast, 1)]
    claims = [
        {
            "relation": "DETAINED_BY" if one["type"] == "person" else "TARGETED",
            "subject": n,
            "object": len(cast) + 1,
            "sentence": number,
            "quote": quote,
        }
        if one["type"] != "group"
        else {
            "relation": "RIVAL_OF",
            "subject": n,
            "object": len(cast) + 2,
            "sentence": number,
            "quote": quote,
        }
        for n, one in enumerate(cast, 1)
    ]
    mill = {"n": len(cast) + 1, "type": "organization", "name": "police of Karsia",
            "mention": "police of Karsia", "sentence": 0}  # fmt: skip
    karsia = {"n": len(cast) + 2, "type": "state", "name": "Karsia",
              "mention": "Karsia", "sentence": 0}  # fmt: skip
    content = answered(*claims, cast=[*numbered, mill, karsia])
    return ModelAnswer(custom_id=stem, content=content)


def subjects(
    first: Sequence[Entry], last: Sequence[Entry], whom: Known = NOBODY
) -> list[str]:
    """The ids of two casts, each of another part."""
    answers = [part_of("mill", *first), part_of("mill#2", *last)]
    found = proposals_from(LONG, whom, answers)
    assert found.refused == ()
    return [one.subject for one in found.claims]


@pytest.mark.parametrize(
    ("first", "last", "together"),
    [
        # the full name goes before a short form
        ([short(OMAR, "Haddad"), SALIM], [short(SALIM, "Haddad"), OMAR], [1, 0]),
        ([short(NORTH, "Front"), SOUTH], [short(SOUTH, "Front")], [1]),
        # who is not there yet is no namesake
        ([short(OMAR, "Haddad")], [short(SALIM, "Haddad")], [None]),
        ([short(NORTH, "Front")], [short(SOUTH, "Front")], [None]),
        # a short form that one alone has
        ([short(OMAR, "Haddad")], [HADDAD], [0]),
        ([short(OMAR, "Haddad"), SALIM], [HADDAD], [None]),
        ([short(OMAR, "Haddad")], [short(HADDAD, "Salim Haddad")], [None]),
        ([HADDAD], [short(OMAR, "Haddad")], [0]),
        # beside the one of that full name a short form is another's
        ([short(OMAR, "Haddad")], [HADDAD, OMAR], [None, 0]),
        # a longer or a shorter name of one alone
        ([OMAR], [FULLER], [0]),
        ([FULLER, SALIM], [OMAR], [0]),
        ([FULLER, FULLER | {"name": "Omar Hussain Haddad"}], [OMAR], [None]),
        # another name, though nothing in it is the same
        ([short(NORTH, "Southern Front")], [SOUTH], [0]),
    ],
)  # fmt: skip
def test_parts_of_an_article_know_each_other_by_full_names_first(
    first: Sequence[Entry], last: Sequence[Entry], together: Sequence[int | None]
) -> None:
    found = subjects(first, last)
    before, after = found[: len(first)], found[len(first) :]
    assert [before.index(one) if one in before else None for one in after] == together
    assert len(set(before)) == len(before) and len(set(after)) == len(after)


def test_two_without_a_name_are_two() -> None:
    one, other = subjects([WITNESS], [WITNESS])
    assert one == "person/unnamed-mill-a-witness" and other == f"{one}-2"


@pytest.mark.parametrize(
    ("first", "last", "together"),
    [
        (["2031-06-06"], ["2031-06"], [0]),
        (["2031-06"], ["2031-06-06"], [0]),
        (["2031-06-06"], ["2031-07"], [None]),
        (["2031-06-06", "2031-06-20"], ["2031-06-20"], [1]),
        (["2031-06-06", "2031-06-20"], ["2031-06"], [None]),
        (["2031-06-06"], ["2031-06", "2031-06-06"], [None, 0]),
    ],
)
def test_one_attack_has_days_that_may_be_one(
    first: list[str], last: list[str], together: Sequence[int | None]
) -> None:
    found = subjects(
        [BLAST | {"date": day} for day in first],
        [AGAIN | {"date": day} for day in last],
    )
    before, after = found[: len(first)], found[len(first) :]
    assert [before.index(one) if one in before else None for one in after] == together


HASSAN = Entity(id="person/un-1", name="Omar Hassan Haddad")
NASSER = Entity(id="person/un-2", name="Karim Nasser", aliases=(Alias("Abu Omar"),))
ARMY = Entity(id="group/un-3", name="Free Army of Orvelia")
ORG = Entity(id="org/un-4", name="Northern Front")
NAMES = """Held in Orvel

The police of Karsia held Omar Hussain Haddad. Salim Kant, known as Abu Omar, fled.
Omar Hassan Haddad leads the Northern Front. The Free Army of Orvelea met it.
The Northern Front did the raid on the mill. Karim Nasser fled.
"""


def listed(*cast: Entry, relation: str, ends: tuple[int, int]) -> list[str]:
    numbered = [{**one, "n": n, "sentence": 0} for n, one in enumerate(cast, 1)]
    claim = {"relation": relation, "subject": ends[0], "object": ends[1],
             "sentence": 2, "quote": "held Omar Hussain Haddad"}  # fmt: skip
    whom = known_among([KnownEntity(one, "") for one in (HASSAN, NASSER, ARMY, ORG)])
    content = answered(claim, cast=numbered)
    answer = ModelAnswer(custom_id="mill", content=content)
    found = proposals_from(article(NAMES), whom, [answer])
    assert found.refused == ()
    return [str(end) for one in found.claims for end in (one.subject, one.object)]


def person(name: str, *others: str) -> Entry:
    told = {"type": "person", "name": name, "mention": name, "other_names": others}
    return told


@pytest.mark.parametrize(
    ("entry", "meant"),
    [
        (person("Omar Hussain Haddad"), "person/omar-hussain-haddad"),
        (person("Omar Hassan Haddad"), "person/un-1"),
        (person("Salim Kant", "Abu Omar"), "person/salim-kant"),
        (person("Abu Omar", "Salim Kant"), "person/salim-kant"),
        (person("Abu Omar"), "person/un-2"),
        (person("Karim Nasser", "Abu Zaid"), "person/un-2"),
        (person("Omar Haddad", "Omar Hassan Haddad"), "person/un-1"),
    ],
)
def test_a_known_person_has_the_name_and_not_one_like_it(
    entry: Entry, meant: str
) -> None:
    entry = {**entry, "mention": "Abu Omar" if "Abu" in str(entry["name"]) else "Omar"}
    found = listed(entry, NORTH, relation="MEMBER_OF", ends=(1, 2))
    assert found[0] == meant


def test_a_body_may_be_spelt_otherwise_but_not_as_another_of_the_cast() -> None:
    near = {"type": "group", "name": "Free Army of Orvelea", "mention": "Free Army"}
    own = {"type": "group", "name": "Free Army of Orvelia", "mention": "Orvelea"}
    found = listed(near, NORTH, relation="RIVAL_OF", ends=(1, 2))
    assert found[0] == "group/un-3"
    found = listed(near, own, relation="RIVAL_OF", ends=(1, 2))
    assert found == ["group/free-army-of-orvelea", "group/un-3"]


@pytest.mark.parametrize(
    ("relation", "meant"),
    [("ATTRIBUTED_TO", "org/un-4"), ("CLAIMED_BY", "group/northern-front")],
)
def test_a_body_of_another_type_is_taken_where_its_claims_fit(
    relation: str, meant: str
) -> None:
    raid = {"type": "attack", "name": "raid on the mill", "mention": "raid on the mill"}
    assert listed(raid, NORTH, relation=relation, ends=(1, 2))[1] == meant
