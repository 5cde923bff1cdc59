"""How the dead and wounded together, methods and days of death go together."""

import pytest

from analysis.paper import given_by, rows_of
from analysis.strategies_values import ATTACK, SERIES
from claimgraph.analysis.discrepancies import Discrepancy
from claimgraph.model import Claim, Value

Figures = tuple[str, int, int | None]


def figure(origin: str, relation: str, low: int, high: int | None) -> Claim:
    """A claim of one origin on a number of people."""
    return given_by(origin, relation, ATTACK, value=Value(low, high, of="people"))


def row_of(attribute: str, *claims: Claim) -> Discrepancy:
    """The row of everybody for one attribute."""
    [row] = [one for one in rows_of(*claims) if one.attribute == attribute]
    return row


@pytest.mark.parametrize(
    ("parts", "verdict", "words"),
    [
        (
            [("KILLED", 4, 4), ("WOUNDED", 5, 5)],
            "agree",
            "4 killed + 5 wounded: 9",
        ),
        ([("KILLED", 4, 4), ("WOUNDED", 4, 4)], "conflict", "4 killed + 4 wounded: 8"),
        ([("KILLED", 4, 4)], "compatible", "4 killed: at least 4"),
        ([("KILLED", 10, 10)], "conflict", "10 killed: at least 10"),
        ([("KILLED", 2, None), ("WOUNDED", 3, 3)], "compatible", "at least 5"),
    ],
)
def test_nine_casualties_beside_dead_and_wounded(
    parts: list[Figures], verdict: str, words: str
) -> None:
    joint = figure("person/ann", "CASUALTIES", 9, 9)
    row = row_of("CASUALTIES", joint, *(figure("person/bob", *one) for one in parts))
    assert (row.verdict, row.independent) == (verdict, 2)
    assert any(words in value.words for value in row.values)


def test_casualties_say_nothing_of_the_dead_alone() -> None:
    joint = figure("person/ann", "CASUALTIES", 9, 9)
    row = row_of("KILLED", joint, figure("person/bob", "KILLED", 12, 12))
    assert (row.verdict, row.independent) == ("single", 1)


def test_a_source_s_own_figure_comes_before_the_sum_of_its_parts() -> None:
    claims = [
        figure("person/bob", *one)
        for one in (("CASUALTIES", 9, 9), ("KILLED", 3, 3), ("WOUNDED", 4, 4))
    ]
    row = row_of("CASUALTIES", *claims)
    assert [value.words for value in row.values] == ["9"]


def method(origin: str, word: str, subject: str = ATTACK) -> Claim:
    """A claim of one origin on how an attack was done."""
    return given_by(origin, "METHOD", subject, value=Value(word=word))


def test_methods_of_two_sources() -> None:
    ann, bob = method("person/ann", "shooting"), method("person/bob", "suicide-bombing")
    assert row_of("METHOD", ann).verdict == "single"
    assert row_of("METHOD", ann, method("person/bob", "shooting")).verdict == "agree"
    row = row_of("METHOD", ann, bob)
    assert row.verdict == "undecided"
    assert "one attack can be done by several methods" in row.why
    row = row_of("METHOD", ann, bob, method("person/bob", "shooting"))
    assert row.verdict == "compatible"
    assert row.why.endswith("one of them names further methods.")
    both = [method(f"person/{one}", one, SERIES) for one in ("shooting", "arson")]
    assert row_of("METHOD", *both).verdict == "compatible"


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (("2018", "2018-09-03"), "compatible"),
        (("2018", "2014"), "conflict"),
        (("2018", "2018"), "agree"),
        (("[..2020-05-07]", "2018"), "compatible"),
        (("2018", None), "compatible"),
    ],
)
def test_days_of_death(days: tuple[str, str | None], verdict: str) -> None:
    one, other = days
    row = row_of(
        "DIED",
        given_by("person/ann", "DIED", "person/zed", value=Value(on=one)),
        given_by(
            "person/bob", "DIED", "person/zed", value=Value(on=other) if other else None
        ),
    )
    assert row.verdict == verdict


def test_best_estimate_is_told_and_decides_nothing() -> None:
    wide = Value(20, 40, of="people", best=25)
    claims = (
        given_by("person/ann", "KILLED", ATTACK, value=wide),
        figure("person/bob", "KILLED", 38, 38),
    )
    row = row_of("KILLED", *claims)
    assert row.verdict == "compatible"
    assert "20 to 40, its best estimate 25" in row.why
