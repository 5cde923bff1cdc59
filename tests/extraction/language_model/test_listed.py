"""A listed person or place is meant by its name only where no namesake can be."""

import json

import pytest

from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.proposing import proposals_from
from invented_answers import article
from invented_articles import shipped

Row = tuple[str, str, str]


def meant(kind: str, told: str, *rows: Row) -> list[str]:
    """Whom entries of a cast mean, each a name, a kind and the words of the text.

    The text names all of them, and says something more.
    """
    text = ". ".join([f"Orvel fell to {', '.join(row[2] for row in rows)}", told])
    cast: list[dict[str, object]] = [
        {"n": at, "type": kind, "name": name, "kind": of, "mention": said,
         "sentence": 1}
        for at, (name, of, said) in enumerate(rows, 1)
    ]  # fmt: skip
    end = len(rows) + 1
    cast.append({"n": end, "type": "attack", "name": "fall of Orvel",
                 "mention": "fell", "sentence": 1})  # fmt: skip
    claims = [
        {"relation": "ATTRIBUTED_TO" if kind == "person" else "LOCATED_IN",
         "subject": end, "object": at, "sentence": 1, "quote": "Orvel fell"}
        for at in range(1, end)
    ]  # fmt: skip
    content = json.dumps({"cast": cast, "claims": claims})
    answer = ModelAnswer(custom_id="mill", content=content)
    found = proposals_from(article(text + "."), shipped(), [answer])
    assert found.refused == ()
    return [str(one.object) for one in found.claims]


@pytest.mark.parametrize(
    ("name", "kind", "whom"),
    [
        ("Abdul Haq", "official", "person/abdul-haq"),
        ("Abdul Haq", "militant", "person/un-qdi-268"),
        # one word, and a by-name that many have
        ("Hassan", "militant", "person/hassan"),
        ("Hidayatullah", "official", "person/hidayatullah"),
        ("Abu Ubaydah", "militant", "person/abu-ubaydah"),
        # a part of a long name, and a brother's
        ("Mohammad Naim", "militant", "person/mohammad-naim"),
        ("Anis Ibrahim", "militant", "person/anis-ibrahim"),
        ("Hambali", "militant", "person/un-qdi-087"),
        # a minister's name that nobody else has, and one that all news know
        ("Hamdullah Nomani", "official", "person/un-tai-044"),
        ("Hamdullah Nomani", "journalist", "person/hamdullah-nomani"),
        ("Hafiz Saeed", "civilian", "person/un-qdi-263"),
    ],
)
def test_a_name_that_many_have_is_not_a_listed_ones(
    name: str, kind: str, whom: str
) -> None:
    assert meant("person", "Karsia", (name, kind, name)) == [whom]


def test_a_judge_and_a_leader_of_one_name_are_two() -> None:
    name = "Malik Ishaq"
    judge, leader = (name, "official", name), (name, "militant", name)
    found = meant("person", "Karsia", judge, leader)
    assert found == ["person/malik-ishaq", "person/ofac-16557"]


@pytest.mark.parametrize(
    ("name", "kind", "told", "which"),
    [
        ("Manchester", "city", "British police said so", "place/manchester"),
        ("Beni", "city", "Congolese troops fled", "place/beni"),
        ("Beni", "province", "Bolivian troops fled", "place/iso-bo-b"),
        ("Aleppo", "city", "Turkish troops fled", "place/iso-sy-hl"),
        # of several of one name
        ("Georgia", "country", "Russia said so", "place/georgia"),
        ("Punjab", "province", "Pakistan said so", "place/iso-pk-pb"),
        ("Cordoba", "city", "Spain said so", "place/cordoba"),
        ("Niger State", "province", "Nigeria said so", "place/iso-ng-ni"),
        ("Borno State", "province", "Nigeria said so", "place/iso-ng-bo"),
    ],
)
def test_a_listed_province_is_of_a_country_that_is_spoken_of(
    name: str, kind: str, told: str, which: str
) -> None:
    assert meant("place", told, (name, kind, name)) == [which]


def test_a_province_and_its_capital_are_two() -> None:
    for name, listed in (
        ("Kunduz", "place/kunduz-province"),
        ("Kabul", "place/iso-af-kab"),
    ):
        city, around = (name, "city", name), (f"{name} province", "province", name)
        for rows in (city, around), (around, city):
            found = meant("place", "Afghan troops fled", *rows)
            assert found[rows.index(around)] == listed
            assert found[rows.index(city)] == f"place/{name.lower()}"


def test_a_body_that_is_called_by_its_kind_has_its_states_name() -> None:
    text = "Police held two men. The army left Orvel."
    names = {"Police": "Nigerian police", "The army": "Nigerian Army"}
    cast = [
        {"n": at, "type": "organization", "name": name, "mention": said, "sentence": 1}
        for at, (said, name) in enumerate(names.items(), 1)
    ]
    men = {"n": 3, "type": "person", "name": "two men", "mention": "two men",
           "sentence": 1, "unnamed": True, "collective": True}  # fmt: skip
    claims = [
        {"relation": "DETAINED_BY", "subject": 3, "object": at, "sentence": 1,
         "quote": "Police held two men"}
        for at in (1, 2)
    ]  # fmt: skip
    content = json.dumps({"cast": [*cast, men], "claims": claims})
    answer = ModelAnswer(custom_id="mill", content=content)
    found = proposals_from(article(text), shipped(), [answer])
    assert [one.object for one in found.claims] == [
        "org/nigerian-police",
        "org/nigerian-army",
    ]


def test_what_somebody_is_called_as_a_sentence_begins_is_no_name() -> None:
    text = "Omar Haddad fled. A spokesman for the Front in Orvel said so."
    told = "A spokesman for the Front in Orvel"
    cast = [
        {"n": 1, "type": "person", "name": "Omar Haddad", "mention": "Omar Haddad",
         "sentence": 1, "other_names": [told]},
        {"n": 2, "type": "group", "name": "Front", "mention": "the Front",
         "sentence": 2},
    ]  # fmt: skip
    claim = {"relation": "MEMBER_OF", "subject": 1, "object": 2, "sentence": 2,
             "quote": told}  # fmt: skip
    content = json.dumps({"cast": cast, "claims": [claim]})
    answer = ModelAnswer(custom_id="mill", content=content)
    found = proposals_from(article(text), shipped(), [answer])
    assert [one.subject for one in found.claims] == ["person/omar-haddad"]
    haddad = next(one for one in found.entities if one.id == "person/omar-haddad")
    assert haddad.aliases == ()
