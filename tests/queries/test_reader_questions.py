"""What readers ask, where the seeds have no example of it."""

from dataclasses import replace

import pytest

from claimgraph.library import Rows, ask
from claimgraph.model import Claim, Modality, Value
from claimgraph.store.base import Store
from queries.made_claims import ANNA, BORIS, CLARA, claim, load_claims
from small_batch import BAND, BUREAU, CELL, GUILD, MARKET, OFFICERS


def picked(answer: Rows, *columns: str) -> list[tuple[object, ...]]:
    """The rows, with those columns only."""
    return [tuple(row[name] for name in columns) for row in answer]


def valued(relation: str, value: Value, origin: str = BUREAU) -> Claim:
    """A claim with a value on the market bombing, or on Anna."""
    subject = ANNA if relation == "DIED" else MARKET
    return replace(claim(relation, subject, BAND, origin), object=None, value=value)


def test_the_dead_are_killed_or_died(fresh_store: Store) -> None:
    load_claims(
        fresh_store,
        valued("DIED", Value(on="2020-04")),
        replace(claim("KILLED_BY", BORIS, CELL), valid="2021-06-01"),
        claim("KILLED_BY", CLARA, BAND),
    )
    columns = ("who", "how", "by_whom", "valid", "valid_latest")
    assert picked(ask(fresh_store, "people/deaths"), *columns) == [
        ("Anna", "died", None, "2020-04", "2020-04-30"),
        ("Boris", "killed", "River Cell", "2021-06-01", "2021-06-01"),
        ("Clara", "killed", "Hill Band", None, None),
    ]
    early = {"from": "2020-04-15", "to": "2020-05-01"}
    assert picked(ask(fresh_store, "people/deaths", early), "who") == [("Anna",)]


def test_a_party_speaks_by_its_people(fresh_store: Store) -> None:
    link = replace(claim("ALLEGED_LINK", CELL, BAND), polarity="denied")
    doubted = claim("RIVAL_OF", CELL, GUILD, OFFICERS)
    passed_on = replace(
        doubted,
        chain=(
            doubted.chain[0],
            replace(doubted.chain[1], holder=BORIS, stance="doubts"),
            doubted.chain[1],
        ),
    )
    load_claims(
        fresh_store,
        replace(claim("MEMBER_OF", ANNA, BAND), role="spokesman"),
        claim("LED_BY", BAND, BORIS),
        replace(claim("MEMBER_OF", CLARA, BAND), former=True),
        *(replace(link, chain=claim("PART_OF", CELL, BAND, one).chain)
          for one in (BAND, ANNA, CLARA, OFFICERS)),
        passed_on,
    )  # fmt: skip
    found = ask(fresh_store, "claims/denied-by", {"party": BAND})
    assert picked(found, "speaker", "does") == [
        ("Anna", "denies"),
        ("Hill Band", "denies"),
        ("Boris", "doubts"),
    ]


def test_events_between_groups_and_methods(fresh_store: Store) -> None:
    load_claims(
        fresh_store,
        replace(claim("SPLIT_FROM", CELL, BAND), valid="2020"),
        claim("PLEDGED_TO", CELL, GUILD),
        valued("METHOD", Value(word="rocket")),
    )
    events = ask(fresh_store, "groups/splits-and-pledges", {"group": CELL})
    assert picked(events, "left", "relation", "right", "valid") == [
        ("River Cell", "SPLIT_FROM", "Hill Band", "2020"),
        ("River Cell", "PLEDGED_TO", "Mill Guild", None),
    ]
    for asked, number in (({}, 1), ({"method": "drone"}, 0), ({"attack": MARKET}, 1)):
        assert len(ask(fresh_store, "attacks/methods", asked)) == number
    told = ask(fresh_store, "claims/about", {"entity": MARKET})
    assert picked(told, "relation", "other") == [("METHOD", "rocket")]


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        (Value(min=30, max=30, of="people"), ["cannot both hold"] * 2),
        (Value(min=20, of="people"), ["can both hold"] * 2),
        (Value(min=25, max=25, of="People"), []),
        (Value(min=9, max=9, of="guards"), []),
    ],
)
def test_figures_differ_where_the_same_are_counted(
    fresh_store: Store, other: Value, differ: list[str]
) -> None:
    load_claims(
        fresh_store,
        valued("KILLED", Value(min=25, max=25, of="people")),
        valued("KILLED", other, GUILD),
    )
    found = ask(fresh_store, "attacks/differing-figures")
    assert [row["differ"] for row in found] == differ


def test_dates_differ_also_where_one_is_open(fresh_store: Store) -> None:
    dates = ("2020-05-01", "[..2020-04-30]", "2020-05")
    load_claims(
        fresh_store, *(valued("OCCURRED_ON", Value(on=one)) for one in dates[:2])
    )
    found = ask(fresh_store, "attacks/differing-dates")
    assert {row["differ"] for row in found} == {"cannot both hold"}
    load_claims(
        fresh_store, *(valued("OCCURRED_ON", Value(on=one)) for one in dates[::2])
    )
    found = ask(fresh_store, "attacks/differing-dates")
    assert {row["differ"] for row in found} == {"can both hold"}


def test_casualties_stand_beside_the_killed_and_are_no_figure_of_theirs(
    fresh_store: Store,
) -> None:
    together = valued("CASUALTIES", Value(min=9, max=9, of="people"))
    killed = valued("KILLED", Value(min=11, max=11, of="people"))
    load_claims(fresh_store, together)
    assert list(ask(fresh_store, "attacks/differing-figures")) == []
    load_claims(fresh_store, together, killed)
    found = ask(fresh_store, "attacks/differing-figures")
    assert picked(found, "relation", "figure", "differ") == [
        ("CASUALTIES", "9 people", None),
        ("KILLED", "11 people", None),
    ]


def test_whoever_is_held_there_is_said_of_a_place(fresh_store: Store) -> None:
    place = "place/small-town"
    arrest = replace(claim("DETAINED_BY", ANNA, BUREAU), place=place)
    load_claims(fresh_store, arrest, claim("KILLED_BY", BORIS, CELL))
    found = ask(fresh_store, "claims/about", {"entity": place})
    assert picked(found, "relation", "direction", "other") == [
        ("DETAINED_BY", "place", "Anna")
    ]


@pytest.mark.parametrize(
    ("modality", "does"), [("stated", "denies"), ("hypothetical", "rules out")]
)
def test_a_pledge_is_no_plain_denial(
    fresh_store: Store, modality: Modality, does: str
) -> None:
    link = replace(claim("SUPPORTED_BY", CELL, BAND, BAND), polarity="denied")
    load_claims(fresh_store, replace(link, modality=modality))
    found = ask(fresh_store, "claims/denied-by", {"party": BAND})
    assert picked(found, "does") == [(does,)]
