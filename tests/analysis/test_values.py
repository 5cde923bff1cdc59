"""How two values go together: ranges, classes, days, places, leaders."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.paper import given_by, rows_of, toll
from analysis.strategies_values import ATTACK, SERIES
from claimgraph.analysis.totals import ACROSS
from claimgraph.analysis.values import ALIASES, EVERYBODY, sure_days
from claimgraph.model import Claim, Value
from examples import examples

TRIES = settings(max_examples=examples(120))
OPEN = 10**9


@TRIES
@given(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()),
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()),
)
def test_two_origins_agree_fit_or_conflict_by_their_ranges(
    one: tuple[int, int, bool], other: tuple[int, int, bool]
) -> None:
    ranges = [(low, None if open_ else low + more) for low, more, open_ in (one, other)]
    rows = rows_of(
        *(toll(f"person/p{at}", low, high) for at, (low, high) in enumerate(ranges))
    )
    (low, high), (least, most) = ranges
    overlap = low <= (OPEN if most is None else most) and least <= (
        OPEN if high is None else high
    )
    expected = "compatible" if overlap else "conflict"
    assert rows[0].verdict == ("agree" if ranges[0] == ranges[1] else expected)
    swapped = rows_of(
        *(
            toll(f"person/p{at}", low, high)
            for at, (low, high) in enumerate(reversed(ranges))
        )
    )
    assert swapped[0].verdict == rows[0].verdict


@pytest.mark.parametrize(
    ("ranges", "verdict"),
    [
        ([(10, 10), (10, 10), (50, 50)], "conflict"),
        ([(10, 10), (8, 12), (10, 10)], "compatible"),
        ([(10, None), (12, 12), (20, None)], "conflict"),
        ([(10, 10), (10, 10), (10, 10)], "agree"),
    ],
)
def test_the_worst_pair_of_origins_decides(
    ranges: list[tuple[int, int | None]], verdict: str
) -> None:
    for ordered in permutations(ranges):
        rows = rows_of(
            *(toll(f"person/p{at}", *both) for at, both in enumerate(ordered))
        )
        assert (rows[0].verdict, rows[0].independent) == (verdict, 3)


def test_thousands_of_origins_are_compared_by_what_they_give() -> None:
    claims = [toll(f"person/p{one}", 10 + one % 5, None) for one in range(3_000)]
    [row] = rows_of(*claims)
    assert (row.verdict, row.independent) == ("compatible", 3_000)
    assert "596 more" in row.why
    [row] = rows_of(*claims, toll("person/ann", 9, 9))
    assert row.verdict == "conflict"


AFGHANS, TROOPS = "60 Afghans", "13 US troops"


def classes(origin: str) -> tuple[Claim, Claim]:
    """Two classes side by side in one sentence."""
    return (
        toll(origin, 60, 60, "Afghans", AFGHANS),
        toll(origin, 13, 13, "US troops", TROOPS),
    )


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (171, None, "undecided"),
        (73, 73, "compatible"),
        (73, None, "compatible"),
        (100, 100, "undecided"),
        (50, 60, "conflict"),
    ],
)
def test_parts_are_compared_with_a_total_in_both_readings(
    low: int, high: int | None, verdict: str
) -> None:
    rows = rows_of(*classes("person/ann"), toll("person/bob", low, high))
    total = next(row for row in rows if row.of == EVERYBODY)
    assert total.verdict == verdict
    [sum_] = [value for value in total.values if value.if_all]
    assert (sum_.min, sum_.max, sum_.if_all) == (73, None, (73, 73))
    assert "at least 73, or exactly 73 if these are all" in sum_.words
    if verdict == "undecided":
        assert "if the classes are not all" in total.why and "if they are all" in (
            total.why
        )


def test_a_source_with_a_total_of_its_own_is_not_added_up() -> None:
    rows = rows_of(*classes("person/ann"), toll("person/ann", 90, 90))
    total = next(row for row in rows if row.of == EVERYBODY)
    assert total.verdict == "single" and [one.min for one in total.values] == [90]


def test_classes_that_may_overlap_or_stand_apart_are_not_added_up() -> None:
    assert "women" in ACROSS
    apart = (
        toll("person/ann", 7, 7, "Afghans", "7 Afghans"),
        toll("person/ann", 5, 5, "women", "5 women"),
        toll("person/bob", 80, 80),
    )
    total = next(row for row in rows_of(*apart) if row.of == EVERYBODY)
    assert [one.min for one in total.values] == [7, 80]
    elsewhere = (
        toll("person/ann", 60, 60, "Afghans", AFGHANS),
        toll("person/ann", 9, 9, "fighters", "9 fighters"),
        toll("person/bob", 80, 80),
    )
    total = next(row for row in rows_of(*elsewhere) if row.of == EVERYBODY)
    assert [one.min for one in total.values] == [60, 80]


def test_no_total_is_made_where_nobody_gives_one() -> None:
    rows = rows_of(*classes("person/ann"), toll("person/bob", 5, 5, "Afghans"))
    assert [row.of for row in rows] == ["afghans", "us troops"]
    assert [row.verdict for row in rows] == ["conflict", "single"]


def test_words_for_the_same_people_are_one_class() -> None:
    rows = rows_of(
        toll("person/ann", 9, 9, "US  Soldiers"), toll("person/bob", 9, 9, "us troops")
    )
    assert [(row.of, row.verdict) for row in rows] == [("us troops", "agree")]
    assert all(one == " ".join(one.casefold().split()) for one in ALIASES)
    assert not ALIASES.keys() & set(ALIASES.values())


def test_about_fits_with_what_it_may_hide_and_with_no_more() -> None:
    for other, verdict in ((64, "compatible"), (90, "conflict")):
        rows = rows_of(
            toll("person/ann", 60, 60, about=True), toll("person/bob", other, other)
        )
        assert rows[0].verdict == verdict


PLACE_CASES = [
    (["place/town"], ["place/town"], "agree"),
    (["place/square"], ["place/land"], "compatible"),
    (["place/square"], ["place/harbour"], "conflict"),
    (["place/square"], ["place/abroad"], "conflict"),
    (["place/square"], ["place/lost"], "undecided"),
    (["place/ring"], ["place/round"], "compatible"),
    (["place/square", "place/harbour"], ["place/harbour"], "compatible"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), PLACE_CASES)
def test_places_in_places_fit(left: list[str], right: list[str], verdict: str) -> None:
    for one, other in ((left, right), (right, left)):
        claims = [
            *(given_by("person/ann", "LOCATED_IN", ATTACK, target=at) for at in one),
            *(given_by("person/bob", "LOCATED_IN", ATTACK, target=at) for at in other),
        ]
        assert rows_of(*claims)[0].verdict == verdict


def test_a_series_has_many_places_and_days() -> None:
    claims = (
        given_by("person/ann", "LOCATED_IN", SERIES, target="place/square"),
        given_by("person/bob", "LOCATED_IN", SERIES, target="place/abroad"),
        given_by("person/ann", "OCCURRED_ON", SERIES, value=Value(on="2020")),
        given_by("person/bob", "OCCURRED_ON", SERIES, value=Value(on="2021")),
    )
    assert {row.verdict for row in rows_of(*claims)} == {"compatible"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("2020", "2021-06-01", "compatible"),
        ("2021-06-01", "2021-01-01/2021-12-31", "conflict"),
        ("2021", "2021-06-01", "undecided"),
        (None, "2021-06-01", "undecided"),
        (None, None, "undecided"),
    ],
)
def test_two_leaders_conflict_only_at_one_time(
    one: str | None, other: str | None, verdict: str
) -> None:
    for left, right in ((one, other), (other, one)):
        rows = rows_of(
            given_by(
                "org/one", "LED_BY", "group/river", target="person/cid", valid=left
            ),
            given_by(
                "org/two", "LED_BY", "group/river", target="person/dan", valid=right
            ),
        )
        assert rows[0].verdict == verdict


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2021-06-01", ("2021-06-01", "2021-06-01")),
        ("2015-07/2016-05-21", ("2015-07-31", "2016-05-21")),
        ("2016-05-21/..", ("2016-05-21", "2016-05-21")),
        ("../2016-05-21", ("2016-05-21", "2016-05-21")),
        ("2021-08/..", None),
        ("2021-08", None),
        ("2021-06-01~", None),
        ("[2020-03-25..2020-12-31]", None),
    ],
)
def test_days_that_are_sure(edtf: str, days: tuple[str, str] | None) -> None:
    assert sure_days(edtf) == days


def test_hostile_words_stay_words() -> None:
    of = "<b>\u202epeople|\x1b[31m" * 500
    rows = rows_of(toll("person/ann", 1, 1, of), toll("person/bob", 2, 2, of))
    assert [row.verdict for row in rows] == ["conflict"]
