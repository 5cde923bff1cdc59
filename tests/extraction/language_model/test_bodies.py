"""Which group, organization or state a body of an answer is, by whatever name."""

from collections.abc import Sequence

import pytest

from claimgraph.extraction.known import Known, known_among
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.cast import CastReader
from claimgraph.extraction.language_model.ends import ends_of
from claimgraph.extraction.language_model.entries import cast_entries
from claimgraph.extraction.language_model.numbered import numbered_sentences
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.extraction.language_model.proposing import proposals_from
from invented_answers import CAST, CLAIMED, KILLED, answered, article
from invented_articles import shipped

Named = tuple[str, Sequence[str]]
MINE = "group/free-marsh-brigade"
HOUTHIS = "group/misp-361fd07b-87fc-5eba-8887-e0702f0fd10d"


def group_of(name: str, *others: str) -> str:
    """Who claimed the blast, as an answer calls them."""
    entry = {**CAST[1], "name": name, "other_names": others}
    given = answered(CLAIMED, cast=[CAST[0], entry])
    answer = ModelAnswer(custom_id="mill", content=given)
    (claim,) = proposals_from(article(), shipped(), [answer]).claims
    return str(claim.object)


def speaker_of(kind: str, name: str, *others: str, mention: str = "police") -> str:
    """Who told of the dead, as an answer calls them."""
    entry = {**CAST[3], "type": kind, "name": name, "other_names": others}
    entry["mention"] = mention
    given = answered(KILLED, cast=[CAST[0], entry])
    answer = ModelAnswer(custom_id="mill", content=given)
    (claim,) = proposals_from(article(), shipped(), [answer]).claims
    return claim.origin


def parts(known: Known, *casts: Sequence[Named], kind: str) -> list[list[str]]:
    """The ids of bodies of the parts of an article whose text has all their names."""
    spoken = [name for cast in casts for one, more in cast for name in (one, *more)]
    text = "\n\n".join(f"It was {one}." for one in spoken)
    told = article(text)
    reader = CastReader(told, known, CopiedWords(text, numbered_sentences(told)))
    found: list[list[str]] = []
    for cast in casts:
        rows = [
            {"n": n, "type": kind, "name": name, "mention": name, "sentence": 0,
             "other_names": list(others)}
            for n, (name, others) in enumerate(cast, 1)
        ]  # fmt: skip
        entries, refused = cast_entries({"cast": rows})
        assert refused == []
        found.append([*reader.ids(entries, ends_of([])).values()])
    return found


@pytest.mark.parametrize(
    ("name", "others", "meant"),
    [
        # letters that a list has for others
        ("Ambazonia Defence Forces", ["ADF"], "group/ambazonia-defence-forces"),
        ("Marsh Defence Forces", ["ADF"], MINE),
        ("PRC", [], MINE),
        # a whole name, where another list has a fuller one for others
        (
            "Revolutionary Armed Forces of Colombia",
            ["FARC", "Revolutionary Armed Forces of Colombia - People's Army"],
            "group/misp-bf5cbe04-0f64-5078-a4b6-ef53137fc8e9",
        ),
        # with the state, and with what a group is
        ("Somalia's al-Shabab", [], "group/ofac-10761"),
        ("Nigeria's Boko Haram", [], "group/un-qde-138"),
        ("Algerian GSPC", [], "group/un-qde-014"),
        ("PKK terrorist organization", [], "group/ofac-4702"),
        ("ELN guerrillas", [], "group/ofac-4706"),
        ("M23 rebel group", [], "group/m23"),
        ("Boko Haram splinter group", [], MINE),
        ("Mali Rebels", [], MINE),
        # of which state?
        ("Chadian Hezbollah", [], MINE),
        # several have this very name
        ("Ansar al-Sharia", [], MINE),
        # in news by another name
        ("Hemedti's men", ["Rapid Support Forces"], "group/rapid-support-forces"),
        ("National Unity Army", ["NUG"], MINE),
        # helped by a state, and so called
        ("Iran-backed Houthis", [], HOUTHIS),
        ("Yemen's Iran-aligned Houthis", [], HOUTHIS),
        ("so-called Islamic State", [], "group/islamic-state"),
        ("IS's West African branch", [], "group/un-qde-162"),
        # a list has it as an organization
        ("Maute group", [], MINE),
        # a fuller name among the others
        ("Taliban", ["Tehreek-e-Taliban Pakistan"], "group/tehreek-e-taliban-pakistan"),
        ("Taliban", ["TTP"], "group/tehreek-e-taliban-pakistan"),
        ("Islamic Jihad", ["Egyptian Islamic Jihad"], "group/un-qde-003"),
        ("Hezbollah", ["Kataib Hezbollah"], "group/ofac-11462"),
        ("Al-Qaeda", ["AQIM"], "group/un-qde-014"),
        ("Islamic State", ["Islamic State in Somalia"], "group/ofac-23848"),
        ("Egyptian Islamic Jihad", ["EIJ"], "group/un-qde-003"),
        ("Boko Haram", ["ISWAP"], "group/un-qde-138"),
        # the whole of which it is a part
        ("Boko Haram's Marsh faction", ["Boko Haram"], MINE),
        ("Marsh faction of Boko Haram", ["Boko Haram"], MINE),
    ],
)
def test_a_group_is_who_its_full_name_tells(
    name: str, others: list[str], meant: str
) -> None:
    assert group_of(name, *others) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("U.S. government", "state/united-states"),
        ("Malian government", "state/mali"),
        ("Mali's military junta", "state/mali"),
        ("government of Chad", "state/chad"),
        ("Tehran", "state/iran"),
    ],
)
def test_a_state_is_told_by_its_government_and_its_capital(
    name: str, meant: str
) -> None:
    assert speaker_of("state", name) == meant


def test_an_agency_is_found_without_its_state() -> None:
    assert speaker_of("organization", "Pakistan's Inter-Services Intelligence") == (
        "org/isi"
    )


def test_police_that_are_called_nothing_else_are_those_of_the_article() -> None:
    text = "Police said that six people were killed by a car bomb at the mill in Orvel."
    entry = {**CAST[3], "name": "Karsian police", "mention": "Police", "sentence": 1}
    attack = {**CAST[0], "mention": "car bomb at the mill"}
    killed = {**KILLED, "sentence": 1, "quote": "six people were killed by a car bomb"}
    killed["speakers"] = [{"who": 4, "cue": "Police said"}]
    given = answered(killed, cast=[attack, entry])
    answer = ModelAnswer(custom_id="mill", content=given)
    (claim,) = proposals_from(article(text), known_among([]), [answer]).claims
    assert claim.origin == "org/unnamed-mill-police"


@pytest.mark.parametrize(
    ("other", "name", "listed"),
    [
        ("al-Quds Brigades", "Palestinian Islamic Jihad", "group/ofac-4707"),
        ("Islamic Resistance in Iraq", "Kata\u2019ib Hezbollah", "group/ofac-11462"),
    ],
)
def test_who_has_a_listed_name_first_is_listed_though_spelt_otherwise(
    other: str, name: str, listed: str
) -> None:
    two = [{**CAST[at], "name": one} for at, one in ((1, other), (2, name))]
    part = {**CLAIMED, "relation": "PART_OF", "subject": 2, "object": 3}
    given = ModelAnswer(custom_id="mill", content=answered(part, cast=two))
    (claim,) = proposals_from(article(), shipped(), [given]).claims
    assert claim.object == listed


def test_a_states_body_is_one_over_all_parts_in_whatever_form() -> None:
    first, second, last = parts(
        shipped(),
        [("Nigerian police", []), ("Chad's army", [])],
        [("Nigeria's police", []), ("Chadian army", [])],
        [("Cameroonian police", []), ("army of Niger", [])],
        kind="organization",
    )
    assert first == second
    assert not {*first} & {*last}


def test_a_faction_of_a_later_part_is_not_the_whole() -> None:
    whole, faction = parts(
        known_among([]),
        [("United Tarim Front", ["UTF"])],
        [("United Tarim Front (Marr faction)", ["UTF"])],
        kind="group",
    )
    assert whole == ["group/united-tarim-front"]
    assert faction == ["group/united-tarim-front-marr-faction"]


def test_of_two_of_one_name_that_is_another_who_has_anothers_name_too() -> None:
    (found,) = parts(
        shipped(),
        [("al-Shabab", ["Islamic State Mozambique"]), ("al-Shabaab", [])],
        kind="group",
    )
    assert found == ["group/ofac-10761", "group/ofac-31372"]
