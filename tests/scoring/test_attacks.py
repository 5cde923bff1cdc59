"""Which attacks of two codings are one."""

import pytest

from claimgraph.scoring.attacks import AttackTraits, same_attack, told_words, traits
from claimgraph.scoring.coded import coded_articles
from small_batch import MARKET, small_batch

DAY, MONTH = ("2020-03-25", "2020-03-25"), ("2020-03-01", "2020-03-31")
LATER = ("2020-05-01", "2020-05-31")


def told(
    words: str = "",
    days: tuple[str, str] | None = None,
    place: str = "",
    series: bool | None = None,
) -> AttackTraits:
    """What is told of an attack; every place is a city."""
    return AttackTraits(
        days=() if days is None else (days,),
        words=frozenset(words.split()),
        areas=frozenset({"veshti", "tarim"}),
        places=frozenset(filter(None, [place])),
        place_kinds=frozenset({"city"} if place else ()),
        series=series,
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (told("temple", DAY), told("temple", MONTH), True),
        (told("temple", DAY), told("temple", LATER), False),
        (told("temple", DAY), told("temple"), True),
        (told("temple"), told("market"), False),
        (told("temple", DAY, "veshti"), told("shrine", DAY, "veshti"), True),
        (told("temple", DAY, "veshti"), told("shrine", DAY, "tarim"), False),
        (told("temple", DAY), told("shrine", MONTH), False),
        # an area in a name tells where, not what
        (told("veshti temple"), told("veshti market"), False),
        (told("veshti temple"), told("veshti"), True),
        (told("temple", place="veshti"), told(place="veshti"), True),
        (told("temple"), told(), False),
        (told(), told(), True),
        (told(series=True), told("temple", series=True), True),
        (told("temple", series=True), told("temple", series=False), False),
        (told("temple", DAY, series=True), told("temple", DAY, series=False), True),
    ],
)
def test_attacks_are_one_by_day_target_and_place(
    one: AttackTraits, other: AttackTraits, same: bool
) -> None:
    assert same_attack(one, other) is same_attack(other, one) is same


def test_what_is_told_of_an_attack() -> None:
    (coded,) = coded_articles([small_batch()])
    found = traits(coded, MARKET)
    assert found.days == (("2020-05-01", "2020-05-01"),)
    assert found.words == {"market"}
    assert traits(coded, "attack/2019-07-harbour").days == (
        ("2019-07-01", "2019-07-31"),
    )
    assert traits(coded, "attack/undated-harbour").days == ()
    assert traits(coded, "attack/2019-02-31-harbour").days == ()


def test_doers_and_common_words_are_no_targets() -> None:
    assert told_words(["Attacks of May 2020 on two temples"]) == {"temple"}
    assert told_words(["series of bombings"]) == set()
