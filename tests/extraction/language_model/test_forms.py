"""Answers in other sensible forms are read; what cannot be read is told, never lost."""

from collections.abc import Mapping

import pytest

from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.plain_forms import MOST
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.proposals import Proposals
from claimgraph.model import Claim, Value
from invented_answers import CAST, KILLED, NOBODY, answered, article

TEXT = """Blast at Orvel mill kills six

Six people were killed by a car bomb at the mill in Orvel on Friday, police said.
The Northern Front claimed responsibility. Omar Haddad leads the Northern Front.
The claim by the Northern Front could not be verified, police said.
Police did not say how many people died. The Northern Front denied any dead.
"""
PEOPLE: list[dict[str, object]] = [
    CAST[0],
    CAST[3],
    {"n": 5, "type": "group", "name": "Northern Front", "mention": "Northern Front",
     "sentence": 3},
    {"n": 6, "type": "person", "name": "Omar Haddad", "mention": "Omar Haddad",
     "sentence": 4},
]  # fmt: skip
CLAIMED: dict[str, object] = {
    "relation": "CLAIMED_BY", "subject": 1, "object": 5, "sentence": 3,
    "quote": "The Northern Front claimed responsibility",
}  # fmt: skip
LED: dict[str, object] = {
    "relation": "LED_BY", "subject": 5, "object": 6, "sentence": 4,
    "quote": "Omar Haddad leads the Northern Front",
}  # fmt: skip
UNVERIFIED: dict[str, object] = CLAIMED | {
    "polarity": "withheld", "reason": "cannot-verify", "sentence": 5,
    "speakers": [{"who": 4, "cue": "police said"}],
    "quote": "The claim by the Northern Front could not be verified",
}  # fmt: skip
SILENT: dict[str, object] = {
    "relation": "KILLED", "subject": 1, "polarity": "withheld", "reason": "silent",
    "speakers": [{"who": 4, "cue": "Police did not say"}], "sentence": 6,
    "quote": "Police did not say how many people died",
}  # fmt: skip
ENDS = "somebody of the claim is not in the cast, or not mentioned in the text"
OWN = "chain: the origin of CLAIMED_BY is the group that takes responsibility"


def proposed(
    *claims: Mapping[str, object], cast: list[dict[str, object]] = PEOPLE
) -> Proposals:
    content = answered(*claims, cast=cast)
    answer = ModelAnswer(custom_id="mill", content=content)
    return proposals_from(article(TEXT), NOBODY, [answer])


def the_one(claim: Mapping[str, object], **keys: object) -> Claim:
    found = proposed({**claim, **keys})
    assert found.reasons == {}
    return found.claims[0]


@pytest.mark.parametrize(
    ("key", "said", "field", "meant"),
    [
        ("valid", 2031, "valid", "2031"),
        ("valid", "2031", "valid", "2031"),
        ("valid", "June 6, 2031", "valid", "2031-06-06"),
        ("valid", "June 2031", "valid", "2031-06"),
        ("valid", "", "valid", None),
        ("valid", "2031-06-06T10:00", "valid", "2031-06-06"),
        ("valid", "Friday, June 6, 2031", "valid", "2031-06-06"),
        ("valid", "2029 to present", "valid", "2029/.."),
        ("valid", "on Friday", "valid", "2031-06-06"),
        ("valid", "unknown", "valid", None),
        ("valid", "null", "valid", None),
        ("kind", "None", "kind", None),
        ("relation", "led by", "relation", "LED_BY"),
        ("polarity", "Affirmed", "polarity", "affirmed"),
        ("modality", " Suspected", "modality", "suspected"),
        ("role", "Leader", "role", "leader"),
        ("former", "true", "former", True),
        ("former", 1, "former", True),
        ("former", "false", "former", False),
        ("former", 0, "former", False),
        ("role", ["leader"], "role", "leader"),
        ("object", "6", "object", "person/omar-haddad"),
        ("subject", 5.0, "subject", "group/northern-front"),
        ("value", {}, "value", None),
        ("speakers", {}, "origin", "org/publisher-mill"),
    ],
)
def test_a_sensible_form_is_read(
    key: str, said: object, field: str, meant: object
) -> None:
    assert getattr(the_one(LED, **{key: said}), field) == meant


@pytest.mark.parametrize(
    ("key", "said", "reason"),
    [
        ("valid", {"from": 2030}, "valid: is no text of up to 300 characters"),
        ("former", "perhaps", "former: is neither true nor false"),
        ("role", ["leader", "chief"], "role: is no text of up to 300 characters"),
        ("note", "x" * 3000, "note: is no text of up to 2000 characters"),
        ("modality", ["stated", "alleged"], "modality: something else is unknown"),
        ("object", "Omar Haddad", ENDS),
        ("object", 0, ENDS),
        ("object", 5.5, ENDS),
        ("value", 3, "value: LED_BY joins two entities: write object, not value"),
        ("speakers", "police", "a claim has not the right form"),
        ("speakers", {"who": "police"}, ENDS),
        ("replies", "the first", "a claim has not the right form"),
        ("replies", {"to": 1}, "replies: says not which claim is answered, or not how"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    key: str, said: object, reason: str
) -> None:
    found = proposed({**LED, key: said})
    assert found.claims == () and found.reasons == {reason: 1}


def test_what_lies_beyond_the_most_entries_is_told() -> None:
    found = proposed(*[LED] * (MOST + 2))
    assert found.reasons['"claims" has more than 2000 entries'] == 2


@pytest.mark.parametrize("speakers", [{"who": 4, "cue": "police said"}, [4], 4, "4"])
def test_one_speaker_may_stand_there_without_a_list(speakers: object) -> None:
    assert the_one(KILLED, speakers=speakers).origin == "org/unnamed-mill-police"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"min": 6, "max": 6.0}, Value(6, 6, "people")),
        ({"min": "6", "max": 6}, Value(6, 6, "people")),
        ({"min": 6}, Value(6, None, "people")),
        ({"max": 6, "about": "true"}, Value(None, 6, "people", about=True)),
        ({"min": "six", "max": "six"}, Value(6, 6, "people")),
        ({"min": "at least 25"}, Value(25, None, "people")),
        ({"min": "about 1,030", "max": 1030}, Value(1030, 1030, "people", about=True)),
        ("no fewer than 25", Value(25, None, "people")),
        ("Dozens", Value(24, None, "people")),
        (6, Value(6, 6, "people")),
        ([{"min": 6, "max": 6}], Value(6, 6, "people")),
    ],
)
def test_a_figure_means_the_same_in_each_form(said: object, meant: Value) -> None:
    assert the_one(KILLED, value=said).value == meant


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"min": "many", "max": 6}, "min: is no whole number"),
        ({"min": 6, "max": 6.5}, "max: is no whole number"),
        ({"min": 10**30, "max": 6}, "min: is no whole number"),
        ({"min": 6, "max": float("inf")}, "the answer is no JSON"),
        ({"on": 2031}, "value: must be a number"),
        ({"of": "people"}, "value: is missing"),
    ],
)
def test_a_figure_that_is_none_is_refused(said: object, reason: str) -> None:
    found = proposed({**KILLED, "value": said})
    assert [one.reason.partition(": {")[0] for one in found.refused] == [reason]


@pytest.mark.parametrize("said", ["Vehicle Bomb", {"is": "vehicle_bomb"}])
def test_a_word_of_a_list_is_read_however_it_looks(said: object) -> None:
    speakers = {"who": 4, "medium": "Press Conference"}
    method = {**KILLED, "relation": "METHOD", "value": said, "speakers": speakers}
    claim = the_one(method)
    assert claim.value == Value(word="vehicle-bomb")
    assert claim.chain[-1].medium == "press-conference"


@pytest.mark.parametrize("value", [None, {}, {"of": "people"}, {"min": None}])
def test_a_silence_has_no_figure_in_whatever_form(value: object) -> None:
    assert the_one(SILENT, value=value).value is None
    empty: object = {} if value else value
    method: dict[str, object] = {**SILENT, "relation": "METHOD", "value": empty}
    assert the_one(method).value is None


def test_a_denial_says_what_it_denies() -> None:
    denied = {**SILENT, "polarity": "denied", "reason": None, "speakers": [5]}
    denied |= {"sentence": 7, "quote": "The Northern Front denied any dead"}
    assert the_one(denied, value={"min": 1}).value == Value(1, None, "people")
    assert proposed(denied).reasons == {"value: is missing": 1}


def test_whoever_takes_responsibility_speaks_last_and_only_then() -> None:
    assert the_one(CLAIMED).origin == "group/northern-front"
    for claim in (UNVERIFIED, {**UNVERIFIED, "polarity": "denied", "reason": None}):
        found = proposed(claim)
        assert found.claims == ()
        assert [one.reason.partition(";")[0] for one in found.refused] == [OWN]
    own = the_one(UNVERIFIED, speakers=[{"who": 5}])
    assert (own.polarity, own.origin) == ("withheld", "group/northern-front")


def test_a_number_below_one_is_nobody() -> None:
    low = {**PEOPLE[3], "n": 0}
    found = proposed({**LED, "object": 0}, cast=[*PEOPLE[:3], low])
    assert found.claims == ()
    assert found.reasons == {"an entry of the cast has a number below 1": 1, ENDS: 1}
    assert the_one(KILLED, speakers=0).origin == "person/unspecified-mill"


def test_of_two_with_one_number_neither_is_taken() -> None:
    twin = {**PEOPLE[2], "n": 6}
    found = proposed(CLAIMED, LED, cast=[*PEOPLE, twin])
    assert [one.relation for one in found.claims] == ["CLAIMED_BY"]
    reason = "two entries of the cast have one number: neither is taken"
    assert found.reasons == {reason: 1, ENDS: 1}
    assert proposed(LED, cast=[*PEOPLE, PEOPLE[3]]).reasons == {}


@pytest.mark.parametrize(
    "date", ["2031-06-06", "June 6, 2031", 2031, "Friday", "a feast", [6.5]]
)
def test_the_date_of_an_attack_is_read_or_told(date: object) -> None:
    found = proposed(KILLED, cast=[{**CAST[0], "date": date}, CAST[3]])
    if date == [6.5]:
        reason = "an entry of the cast: date: is no text of up to 300 characters"
        assert found.reasons == {reason: 1, ENDS: 1}
        return
    begins = {"a feast": "undated"}.get(str(date), "2031")
    assert found.claims[0].subject.startswith(f"attack/{begins}")
    told = "the date of an attack in the cast cannot be read: it is taken without one"
    assert found.reasons == ({told: 1} if date == "a feast" else {})


def test_a_kind_that_is_none_is_told() -> None:
    found = proposed(CLAIMED, cast=[*PEOPLE[:2], {**PEOPLE[2], "kind": "loud"}])
    assert [one.kind for one in found.entities if one.id.startswith("group")] == [None]
    told = "the kind of an entry of the cast is unknown: it is taken without one"
    assert found.reasons == {told: 1}


def test_a_claim_is_answered_by_whatever_id_it_has() -> None:
    first = {**CLAIMED, "id": 1}
    found = proposed(first, {**LED, "replies": [{"to": 1, "how": "confirms"}]})
    reply = found.claims[1].reply
    assert reply is not None and reply.claim == found.claims[0].id


@pytest.mark.parametrize("names", ["NF", ["NF"], [None, "NF"]])
def test_a_short_form_counts_only_as_a_whole_word(names: object) -> None:
    cast = [*PEOPLE[:2], {**PEOPLE[2], "other_names": names}, PEOPLE[3]]
    content = answered(LED, cast=cast)
    for more, aliases in (("A conflict.", []), ("The NF grew.", ["NF"])):
        text = f"{TEXT}{more}\n"
        answer = ModelAnswer(custom_id="mill", content=content)
        found = proposals_from(article(text), NOBODY, [answer])
        front = next(one for one in found.entities if one.id.startswith("group"))
        assert [one.name for one in front.aliases] == aliases
