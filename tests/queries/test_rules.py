"""What counts and what does not, where the seeds have no example of it."""

import re
from dataclasses import replace
from typing import cast

import pytest

import claimgraph
from claimgraph.library import Question, ask, find_question, questions
from claimgraph.model import Claim, Hop
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from queries.made_claims import ANNA, BORIS, CLARA, HIDDEN, claim, load_claims
from small_batch import BAND, BUREAU, CELL, GUILD, MARKET, OFFICERS

PLAZA = "attack/a-market"
# what the made claims have no example of
EMPTY = {
    *("attacks/disputed", "attacks/claimed-and-attributed-elsewhere"),
    *("sources/relays", "sources/retold-articles", "people/unnamed-speakers"),
    # all is said in one article
    "attacks/told-by-several",
}
# what counts each speaker apart: a proposed claim of another one has no row
BY_SPEAKER = {"claims/same-origin-both-polarities", "sources/by-kind"}


def columns_of(question: Question) -> set[str]:
    """The names of the columns that a question returns."""
    return {column.name for column in question.columns}


def required(question: Question, given: dict[str, str]) -> dict[str, str]:
    """Those of the given arguments without which the question is not asked."""
    names = [one.name for one in question.parameters if one.required]
    return {name: given[name] for name in names}


def test_leaders_rival_at_one_time_only(fresh_store: Store) -> None:
    load_claims(
        fresh_store,
        replace(claim("LED_BY", CELL, ANNA), role="leader", valid="2020"),
        replace(claim("LED_BY", CELL, BORIS), valid="2020-06/2021-02"),
        replace(claim("LED_BY", CELL, CLARA), role="leader", valid="2021-01/.."),
    )
    rows = ask(fresh_store, "people/rival-leaders").rows
    assert [row[:5] for row in rows] == [
        ("River Cell", "Anna", "Boris", 1, 1),
        ("River Cell", "Boris", "Clara", 1, 1),
    ]


def test_former_and_hypothetical_leaders_rival_nobody(fresh_store: Store) -> None:
    load_claims(
        fresh_store,
        claim("LED_BY", CELL, ANNA),
        replace(claim("LED_BY", CELL, BORIS), former=True),
        replace(claim("LED_BY", CELL, CLARA), modality="hypothetical"),
    )
    assert ask(fresh_store, "people/rival-leaders").rows == []


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        ((BUREAU, HIDDEN), 1),
        ((HIDDEN,), 1),
        ((BUREAU, OFFICERS, HIDDEN), 2),
    ],
)
def test_hidden_speaker_is_no_second_origin(
    fresh_store: Store, origins: tuple[str, ...], expected: int
) -> None:
    links = [claim("ALLEGED_LINK", CELL, BAND, origin) for origin in origins]
    load_claims(fresh_store, *links)
    links_of = ask(fresh_store, "groups/links", {"group": CELL}).rows
    assert [row[1:3] for row in links_of] == [(len(origins), expected)]
    counted = ask(fresh_store, "claims/by-origin").rows
    assert [row[2:5] for row in counted] == [(len(origins), 1, expected)]
    edges = ask(fresh_store, "network/edge-list").rows
    assert [row[3:5] for row in edges] == [(len(origins), expected)]
    single = ask(fresh_store, "groups/single-origin-links").rows
    assert len(single) == (1 if expected == 1 else 0)


def test_hypothetical_claim_is_listed_but_not_counted(fresh_store: Store) -> None:
    load_claims(
        fresh_store,
        claim("ALLEGED_LINK", CELL, BAND),
        replace(claim("ALLEGED_LINK", CELL, BAND, OFFICERS), modality="hypothetical"),
    )
    links = ask(fresh_store, "groups/links", {"group": BAND}).rows
    assert [row[:3] for row in links] == [("River Cell", 1, 1)]
    pair = ask(fresh_store, "groups/pair", {"a": BAND, "b": CELL}).rows
    assert len(pair) == 2


def test_proposed_claims_are_counted_apart_or_left_out(fresh_store: Store) -> None:
    link = claim("ALLEGED_LINK", CELL, BAND)
    proposed = [
        replace(claim("ALLEGED_LINK", CELL, BAND, one), review="proposed")
        for one in (ANNA, BORIS)
    ]
    asked = {"group": CELL}
    load_claims(fresh_store, *proposed)
    assert ask(fresh_store, "groups/links", asked).rows == []
    listed = {"kind": None, **asked}
    assert len(ask(fresh_store, "groups/links-of-kind", listed)) == len(proposed)
    accepted = listed | {"accepted": True}
    assert ask(fresh_store, "groups/links-of-kind", accepted).rows == []
    load_claims(fresh_store, link, *proposed)
    (row,) = ask(fresh_store, "groups/links", asked)
    assert (row["claims"], row["origins"], row["proposed"]) == (1, 1, len(proposed))


@pytest.mark.longer_served
def test_what_counts_takes_accepted_claims_alone(fresh_store: Store) -> None:
    """Whatever is only proposed changes no count, and stands in a column of its own."""
    first = [
        *(claim("ALLEGED_LINK", CELL, BAND), claim("RIVAL_OF", CELL, BAND)),
        *(claim("ALLEGED_LINK", CELL, GUILD), claim("ALLEGED_LINK", BAND, GUILD)),
        *(claim("MEMBER_OF", ANNA, CELL), claim("MEMBER_OF", ANNA, BAND)),
        *(claim("LED_BY", CELL, BORIS), claim("LED_BY", CELL, CLARA)),
        *(claim("DETAINED_BY", ANNA, BUREAU), claim("ATTRIBUTED_TO", MARKET, CELL)),
        replace(claim("ALLEGED_LINK", CELL, BAND), polarity="denied"),
    ]
    counting = [one for one in questions() if "proposed" in columns_of(one)]
    given = {"a": CELL, "b": BAND, "group": CELL, "date": "2030-01-01"}

    def counts(load: list[Claim]) -> dict[str, list[dict[str, object]]]:
        load_claims(fresh_store, *load)
        return {
            one.name: [
                {name: row[name] for name in row if name != "proposed"}
                for row in ask(fresh_store, one.name, required(one, given))
            ]
            for one in counting
        }

    alone = counts(first)
    again = [
        replace(one, chain=claim(one.relation, CELL, BAND, OFFICERS).chain)
        for one in first
    ]
    proposed = [replace(one, review="proposed") for one in again]
    assert counts([*first, *proposed]) == alone
    filled = {name for name, rows in alone.items() if rows}
    assert {one.name for one in counting} - filled <= EMPTY
    told = {
        one.name
        for one in counting
        for row in ask(fresh_store, one.name, required(one, given))
        if row["proposed"]
    }
    assert filled - told <= BY_SPEAKER


def test_judgement_joins_what_is_asked(fresh_store: Store) -> None:
    other = "attack/a-market"
    load_claims(
        fresh_store,
        claim("ATTRIBUTED_TO", MARKET, CELL, ANNA),
        claim("ATTRIBUTED_TO", other, CELL, BORIS),
        same=(MARKET, other),
    )
    standing = ask(fresh_store, "attacks/attributions", {"attack": MARKET})
    written = ask(fresh_store, "attacks/attributions", {"attack": other})
    assert {row["origin"] for row in standing} == {"Anna", "Boris"}
    assert [row["origin"] for row in written] == ["Boris"]
    [unclaimed] = ask(fresh_store, "attacks/unclaimed")
    assert unclaimed["attack"] == "market bombing"
    assert (unclaimed["attributed_to"], unclaimed["attributions"]) == (
        ["River Cell"],
        2,
    )
    counted = ask(fresh_store, "claims/by-origin").rows
    assert [row[2:5] for row in counted] == [(2, 1, 2)]


def test_origins_that_are_one_count_once(fresh_store: Store) -> None:
    load_claims(
        fresh_store,
        claim("ALLEGED_LINK", CELL, BAND, ANNA),
        claim("ALLEGED_LINK", CELL, BAND, BORIS),
        same=(ANNA, BORIS),
    )
    links = ask(fresh_store, "groups/links", {"group": CELL}).rows
    assert [row[1:3] for row in links] == [(2, 1)]


def test_certain_leaves_out_what_is_approximate(fresh_store: Store) -> None:
    dated = claim("ALLEGED_LINK", CELL, BAND)
    publisher = dated.chain[0]
    claims = [
        replace(dated, chain=(publisher, Hop(who, "asserts", implicit=True, said=day)))
        for who, day in ((ANNA, "2020-05"), (BORIS, "2020-05-01~"), (CLARA, "2021"))
    ]
    load_claims(fresh_store, *claims)
    counts = [
        ask(fresh_store, "time/said-by", {"date": date, "mode": mode}).rows[0][2]
        for date, mode in (
            *(("2020-05-15", "possible"), ("2020-06-01", "certain")),
            *(("2021-02-01", "possible"), ("2021-12-31", "certain")),
        )
    ]
    assert counts == [2, 1, 3, 2]


@pytest.mark.longer_served
def test_steps_bound_the_neighbours(fresh_store: Store) -> None:
    load_claims(
        fresh_store,
        claim("MEMBER_OF", ANNA, CELL),
        claim("ALLEGED_LINK", CELL, BAND),
        claim("LED_BY", BAND, BORIS),
    )
    found = {
        steps: [
            (row[0], row[1], row[2])
            for row in ask(
                fresh_store, "network/neighbours", {"entity": ANNA, "steps": steps}
            ).rows
        ]
        for steps in (1, 2, 3)
    }
    cell = ("River Cell", 1, ["MEMBER_OF"])
    band = ("Hill Band", 2, ["ALLEGED_LINK", "MEMBER_OF"])
    boris = ("Boris", 3, ["ALLEGED_LINK", "LED_BY", "MEMBER_OF"])
    assert found == {1: [cell], 2: [cell, band], 3: [cell, band, boris]}
    steps = ask(fresh_store, "network/paths", {"from": BORIS, "to": ANNA})
    assert [(row["path"], row["step"], row["subject"]) for row in steps] == [
        (1, 1, "Hill Band"),
        (1, 2, "Hill Band"),
        (1, 3, "Anna"),
    ]
    assert {tuple(cast(list[str], row["nodes"])) for row in steps} == {
        ("Boris", "Hill Band", "River Cell", "Anna")
    }
    for few in ({"length": 2}, {"relation": "MEMBER_OF"}):
        asked = {"from": BORIS, "to": ANNA, **few}
        assert ask(fresh_store, "network/paths", asked).rows == []


@pytest.mark.parametrize(
    ("relation", "middle"),
    [("DESIGNATED_BY", BUREAU), ("DETAINED_BY", OFFICERS)],
    ids=["by a ban", "by one without a name"],
)
def test_nobody_is_tied_together(
    fresh_store: Store, relation: str, middle: str
) -> None:
    load_claims(
        fresh_store,
        claim(relation, CELL, middle),
        claim(relation, BAND, middle),
        claim("RIVAL_OF", BAND, GUILD),
    )
    between = {"from": CELL, "to": BAND}
    assert ask(fresh_store, "network/paths", between).rows == []
    assert ask(fresh_store, "network/paths", {"from": CELL, "to": GUILD}).rows == []
    near = ask(fresh_store, "network/neighbours", {"entity": CELL, "steps": 3})
    assert {row["entity_id"] for row in near} <= {middle}


@pytest.mark.parametrize("name", ["neighbours", "paths"])
def test_every_tie_there_is_is_walked(name: str) -> None:
    """The text lists types, since edges of any type take longer: none is left out."""
    text = find_question(f"network/{name}").text
    walked = re.findall(r"\[r?:([A-Z_|\s]+)\]", text)
    (ties,) = {re.sub(r"\s", "", one) for one in walked}
    with_object = {one.name for one in load_schema().relations.values() if one.target}
    no_ties = {"TARGETED", "LOCATED_IN", "DESIGNATED_BY"}
    assert set(ties.split("|")) == with_object - no_ties


def test_after_a_judgement_either_name_finds_the_one_that_stands(
    fresh_store: Store,
) -> None:
    made = [claim("ATTRIBUTED_TO", attack, CELL) for attack in (MARKET, PLAZA)]
    load_claims(fresh_store, *made, same=(MARKET, PLAZA))
    for name in ("the market attack", "market bombing", "Market"):
        assert claimgraph.find(fresh_store, name, "attack") == MARKET
    (row,) = claimgraph.named_entities(fresh_store, "market", "attack")
    assert (row["id"], row["name"]) == (MARKET, "market bombing")
    assert row["names"] == ["the market attack"]
    assert claimgraph.find(fresh_store, PLAZA, "attack") == PLAZA
