"""What is drawn is what the claims say, no more, and counted as the analysis counts."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.analysis.context import Proposition
from claimgraph.analysis.corroboration import corroboration
from claimgraph.dates import span
from claimgraph.model import Entity
from claimgraph.reports.document import DrawnLine
from claimgraph.reports.document.pictures import draw, place_coordinates
from examples import examples
from report_cases import seeds

ISIS_K, HAQQANI = "group/islamic-state-khorasan", "group/haqqani-network"
AIRPORT = "attack/2021-08-26-kabul-airport"
NUMBERS = st.sets(st.integers(0, 623), max_size=60)


@given(NUMBERS)
@settings(max_examples=examples(30))
def test_each_proposition_and_polarity_is_one_line(chosen: set[int]) -> None:
    claim_set, around = seeds()
    claims = [claim_set.claims[at] for at in sorted(chosen)]
    found = draw(claims, around, (), most=1000)
    expected = {
        (around.proposition(claim), claim.polarity)
        for claim in claims
        if claim.object is not None
    }
    drawn = [key(line) for line in found.lines]
    assert set(drawn) == {one for one in expected if one[0].subject != one[0].object}
    assert max(Counter(drawn).values(), default=1) == 1
    assert found.left_out == 0
    for line in found.lines:
        proposition, polarity = key(line)
        alike = [one for one in claims if around.proposition(one) == proposition]
        assert set(line.claims) == {one.id for one in alike if one.polarity == polarity}
        counted = 0
        if polarity != "withheld":
            counted = corroboration(alike, around, proposition, polarity).independent
        assert line.independent == counted
        both = {"affirmed", "denied"} <= {one.polarity for one in alike}
        assert line.contested == (both and polarity != "withheld")


def key(line: DrawnLine) -> tuple[Proposition, str]:
    """What a line stands for."""
    return Proposition(line.relation, line.left, line.right), line.polarity


@given(NUMBERS)
@settings(max_examples=examples(30))
def test_every_claim_has_a_mark_on_either_clock(chosen: set[int]) -> None:
    claim_set, around = seeds()
    claims = [claim_set.claims[at] for at in sorted(chosen)]
    found = draw(claims, around, ())
    marks = {(one.clock, one.claim): one for one in found.marks}
    assert len(marks) == len(found.marks) == 2 * len(claims)
    for claim in claims:
        for clock, text in (("said", claim.said), ("valid", claim.valid)):
            mark = marks[clock, claim.id]
            days = span(text) if text else None
            assert mark.first == (days and days.earliest)
            assert mark.last == (days and days.latest)


@given(NUMBERS, st.integers(0, 6))
@settings(max_examples=examples(30))
def test_what_is_left_out_is_counted(chosen: set[int], most: int) -> None:
    claim_set, around = seeds()
    claims = [claim_set.claims[at] for at in sorted(chosen)]
    every = draw(claims, around, (), most=1000)
    some = draw(claims, around, (), most=most)
    met = {end for line in every.lines for end in (line.left, line.right)}
    assert some.left_out == max(len(met) - most, 0)
    assert set(some.lines) <= set(every.lines) and some.marks == every.marks


def test_seeds_give_the_counts_of_the_report() -> None:
    claim_set, around = seeds()
    found = draw(claim_set.claims, around, (ISIS_K, HAQQANI))
    lines = {
        line.polarity: line
        for line in found.lines
        if line.relation == "ALLEGED_LINK"
        and {line.left, line.right} == {ISIS_K, HAQQANI}
    }
    assert {name: line.independent for name, line in lines.items()} == {
        "affirmed": 6,
        "denied": 2,
    }
    assert all(line.contested and not line.directed for line in lines.values())
    assert [one.id for one in found.nodes if one.subject] == [ISIS_K, HAQQANI]
    ends = {node.id for node in found.nodes} - {ISIS_K, HAQQANI}
    for end in ends:
        joined = {line.left for line in found.lines if line.right == end}
        joined |= {line.right for line in found.lines if line.left == end}
        assert joined == {ISIS_K, HAQQANI}


def test_lane_of_a_spokesman_is_that_of_his_body() -> None:
    claim_set, around = seeds()
    found = draw(claim_set.claims, around, (ISIS_K, HAQQANI))
    origins = {claim.id: claim.origin for claim in claim_set.claims}
    lanes = {mark.lane for mark in found.marks if origins[mark.claim] == "org/nds"}
    assert lanes == {around.name("org/nds")}
    held = {m.lane for m in found.marks if origins[m.claim] == "person/aslam-farooqi"}
    assert held == {around.name("org/nds")}


def test_place_without_coordinates_is_at_the_nearest_around_it() -> None:
    claim_set, around = seeds()
    found = draw(claim_set.claims, around, (AIRPORT,))
    airport = around.entities["place/kabul-airport"]
    gate = [
        one for one in found.places if one.place == "place/kabul-airport-abbey-gate"
    ]
    assert {(one.lat, one.lon) for one in gate} == {(airport.lat, airport.lon)}
    assert {one.attack for one in gate} == {AIRPORT}


def test_places_inside_each_other_in_a_ring_have_no_coordinates() -> None:
    one = Entity(id="place/a", name="A", within="place/b")
    other = replace(one, id="place/b", within="place/a")
    assert place_coordinates("place/a", {"place/a": one, "place/b": other}) is None
