"""Three clocks: they hide claims, and alter none."""

from dataclasses import replace
from datetime import date, timedelta
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.case_keys import text, texts
from analysis.seeds_again import cases, read_again
from analysis.strategies_ledger import (
    DAYS,
    MOMENTS,
    PATIENT,
    TIMES,
    made,
    many_claims,
)
from claimgraph.analysis.clocks import Mode, as_of
from claimgraph.analysis.context import Proposition
from claimgraph.analysis.corroboration import corroboration
from claimgraph.dates import span
from claimgraph.errors import QueryError
from claimgraph.library import ask
from claimgraph.model import Claim
from claimgraph.store.base import Store

MODES = st.sampled_from(("possible", "certain"))
YEARS = st.sampled_from(("2019", "2020", "2020-02", "2021"))
KEYS = ("valid", "said", "loaded")
FIRST, LAST = date(2019, 1, 1), date(2021, 12, 31)


def spoken(said: str | None = None, valid: str | None = None) -> Claim:
    """A claim with only these times."""
    return made("ALLEGED_LINK", "group/hill", "group/river", said=said, valid=valid)


def loaded_at(moment: str | None) -> Claim:
    """A claim that was loaded then."""
    return replace(spoken(), loaded=moment)


def days_of(text: str) -> list[str]:
    """Every day that a text allows, from 2019 to 2021: open ends reach beyond."""
    found = span(text)
    first, last = found.earliest or str(FIRST), found.latest or str(LAST)
    every = (FIRST + timedelta(days=one) for one in range((LAST - FIRST).days + 1))
    return [str(day) for day in every if first <= str(day) <= last]


@PATIENT
@given(many_claims(), st.none() | YEARS | DAYS, st.none() | DAYS, st.none() | MOMENTS)
def test_certain_is_part_of_possible(
    claims: list[Claim], valid: str | None, said: str | None, loaded: str | None
) -> None:
    certain = as_of(claims, valid, said, loaded, "certain")
    assert set(certain) <= set(as_of(claims, valid, said, loaded, "possible"))


@PATIENT
@given(many_claims(), st.tuples(DAYS, DAYS).map(sorted), MODES)
def test_what_was_said_and_what_was_loaded_only_grows(
    claims: list[Claim], days: list[str], mode: Mode
) -> None:
    early, late = days
    assert set(as_of(claims, said=early, mode=mode)) <= set(
        as_of(claims, said=late, mode=mode)
    )
    assert set(as_of(claims, loaded=early, mode=mode)) <= set(
        as_of(claims, loaded=late, mode=mode)
    )


@PATIENT
@given(many_claims(), YEARS | DAYS, DAYS, DAYS | MOMENTS, MODES)
def test_filters_commute_and_the_claims_stay_as_they_are(
    claims: list[Claim], valid: str, said: str, loaded: str, mode: Mode
) -> None:
    at_once = as_of(claims, valid, said, loaded, mode)
    said_first = as_of(as_of(claims, said=said, mode=mode), loaded=loaded, mode=mode)
    assert as_of(said_first, valid=valid, mode=mode) == at_once
    valid_first = as_of(as_of(claims, valid=valid, mode=mode), said=said, mode=mode)
    assert as_of(valid_first, loaded=loaded, mode=mode) == at_once
    assert as_of(claims[::-1], valid, said, loaded, mode) == at_once
    own = {id(claim) for claim in claims}
    assert all(id(claim) in own for claim in at_once)
    assert [claim.id for claim in at_once] == sorted(claim.id for claim in at_once)
    everything = sorted(claims, key=lambda claim: claim.id)
    assert list(as_of(claims, mode=mode)) == everything


@PATIENT
@given(many_claims(), DAYS, MODES)
def test_an_old_article_loaded_today_changes_no_view_of_yesterday(
    claims: list[Claim], said: str, mode: Mode
) -> None:
    old = replace(made("PART_OF", "group/hill", "group/river", said=said, start=99))
    late = replace(old, loaded="2020-03-01T00:00:00Z")
    before = as_of(claims, loaded="2020-02-29", mode=mode)
    assert as_of([*claims, late], loaded="2020-02-29", mode=mode) == before
    now = as_of([*claims, late], said=said, mode=mode)
    assert set(now) - set(as_of(claims, said=said, mode=mode)) == {late}


@PATIENT
@given(TIMES, DAYS)
def test_said_is_what_some_or_all_days_of_the_range_give(when: str, day: str) -> None:
    fits = [one <= day for one in days_of(when)]
    possible = bool(as_of([spoken(said=when)], said=day))
    assert possible == any(fits)
    whole = None not in (span(when).earliest, span(when).latest) or when[0] == "."
    sure = all(fits) and whole and not when.endswith("~")
    assert bool(as_of([spoken(said=when)], said=day, mode="certain")) == sure


@PATIENT
@given(TIMES, DAYS)
def test_valid_is_what_the_range_gives(when: str, day: str) -> None:
    possible = bool(as_of([spoken(valid=when)], valid=day))
    assert possible == (day in days_of(when))
    several = when.startswith("[") and len(days_of(when)) > 1
    open_end = None in (span(when).earliest, span(when).latest)
    sure = possible and not several and not open_end and not when.endswith("~")
    assert bool(as_of([spoken(valid=when)], valid=day, mode="certain")) == sure


@pytest.mark.parametrize(
    ("valid", "at", "possible", "certain"),
    [
        (None, "2020-02-01", True, False),
        ("2020", "2020-02-01", True, True),
        ("2020", "2020-02", True, True),
        ("2020-02", "2020", True, False),
        ("2020-02-01/..", "2020-02-01", True, False),
        ("2020-02-02/..", "2020-02-01", False, False),
        ("../2020-02-01", "2020-02-01", True, False),
        ("../2020-01-31", "2020-02-01", False, False),
        ("2020-02-01~", "2020-02-01", True, False),
        ("[2020-01..2020-03]", "2020-02-01", True, False),
        ("[2020-02-01]", "2020-02-01", True, True),
        ("2020-01/2020-03", "2020-02-01", True, True),
    ],
)
def test_what_holds_at_a_day(
    valid: str | None, at: str, possible: bool, certain: bool
) -> None:
    claim = spoken(valid=valid)
    assert bool(as_of([claim], valid=at)) == possible
    assert bool(as_of([claim], valid=at, mode="certain")) == certain


@pytest.mark.parametrize(
    ("said", "by", "possible", "certain"),
    [
        (None, "2020-02-01", True, False),
        ("[2020-02-01..]", "2020-02-01", True, False),
        ("[2020-02-02..]", "2020-02-01", False, False),
        ("2020-02", "2020-02-01", True, False),
        ("2020-02", "2020-02", True, True),
        ("2020-02-01~", "2020-02-01", True, False),
        ("../2020-02-01", "2020-02-01", True, True),
        ("../2020-02-03", "2020-02-01", True, False),
    ],
)
def test_what_was_said_by_a_day(
    said: str | None, by: str, possible: bool, certain: bool
) -> None:
    claim = spoken(said=said)
    assert bool(as_of([claim], said=by)) == possible
    assert bool(as_of([claim], said=by, mode="certain")) == certain


@pytest.mark.parametrize(
    ("loaded", "by", "known"),
    [
        ("2026-11-22T23:59:59Z", "2026-11-22", True),
        ("2026-11-22T23:59:59Z", "2026-11-21", False),
        ("2026-11-22T23:59:59Z", "2026-11", True),
        ("2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z", True),
        ("2026-11-22T10:00:01Z", "2026-11-22T10:00:00Z", False),
        ("2026-11-22T10:00:00Z", "2026-11-22 10:00", True),
        ("2026-11-22T10:00:00Z", "2026-11-22T11:00+02:00", False),
        ("2026-11-22T10:00:00Z", "2026-11-22T09:00-02:00", True),
        (None, "9999-12-31", False),
    ],
)
def test_what_was_loaded_by_a_moment(loaded: str | None, by: str, known: bool) -> None:
    assert bool(as_of([loaded_at(loaded)], loaded=by)) == known
    assert bool(as_of([loaded_at(loaded)], loaded=by, mode="certain")) == known


@pytest.mark.parametrize("key", ["valid", "said", "loaded"])
@pytest.mark.parametrize(
    "words", ["", "yesterday", "2020-02-30", "2020/..", "2020~", "[2019..2020]", "٢٠٢٠"]
)
def test_what_is_no_exact_date_is_refused(key: str, words: str) -> None:
    valid, said, loaded = (words if key == one else None for one in KEYS)
    with pytest.raises(
        QueryError, match=r"expected is a day, month or year|leave it out: 2020-02"
    ) as found:
        as_of([], valid, said, loaded)
    assert found.value.key == key


@pytest.mark.parametrize(
    "words",
    ["2020-02-01T", "2020-02-01T25:00", "0001-01-01T00:00+14:00", "2020-02-01T1\x00"],
)
def test_what_is_no_moment_is_refused(words: str) -> None:
    with pytest.raises(QueryError, match="2021-08-26T12:00:00Z") as found:
        as_of([], loaded=words)
    assert found.value.key == "loaded"


def test_what_is_no_mode_is_refused() -> None:
    with pytest.raises(QueryError, match="possible, certain"):
        as_of([], mode=cast(Mode, "maybe"))


@pytest.mark.longer_served
def test_the_seeds_give_what_the_cases_say(seeds_store: Store) -> None:
    claim_set, known = read_again(seeds_store)
    for case in cases("clocks"):
        relation, *ends = texts(case, "proposition")
        what = Proposition(relation, *sorted(ends))
        mode = cast(Mode, case.get("mode", "possible"))
        seen = as_of(
            claim_set.claims, text(case, "valid"), text(case, "said"), mode=mode
        )
        found = corroboration(seen, known, what, text(case, "polarity") or "affirmed")
        assert found.independent == case["independent"], case
        if "supporting" in case:
            assert list(found.supporting) == texts(case, "supporting"), case
        assert set(texts(case, "holds")) <= set(found.supporting), case
        assert not set(found.supporting) & set(texts(case, "not")), case


@pytest.mark.longer_served
@pytest.mark.parametrize("mode", ["possible", "certain"])
@pytest.mark.parametrize("day", ["2015-06-01", "2020-09-12", "2021-08-26"])
def test_the_library_sees_the_same_claims(
    seeds_store: Store, day: str, mode: Mode
) -> None:
    claim_set, _ = read_again(seeds_store)
    asked = {"date": day, "mode": mode, "limit": 10_000}
    rows = ask(seeds_store, "time/valid-at", asked)
    at = rows.columns.index("claim")
    valid = as_of(claim_set.claims, valid=day, mode=mode)
    assert sorted(str(row[at]) for row in rows.rows) == [one.id for one in valid]
    rows = ask(seeds_store, "time/said-by", asked)
    at = rows.columns.index("claim_ids")
    said = [
        one.id
        for one in as_of(claim_set.claims, said=day, mode=mode)
        if one.relation == "ALLEGED_LINK"
        and one.polarity == "affirmed"
        and one.modality != "hypothetical"
    ]
    ids = [str(one) for row in rows.rows for one in cast("list[object]", row[at])]
    assert sorted(ids) == said


def test_the_library_knows_the_same_claims(seeds_store: Store) -> None:
    claim_set, _ = read_again(seeds_store)
    today = max(claim.loaded or "" for claim in claim_set.claims)[:10]
    day_before = str(date.fromisoformat(today) - timedelta(days=1))
    for day in (today, day_before):
        rows = ask(seeds_store, "time/known-by", {"date": day})
        counts = [cast(int, row[rows.columns.index("claims")]) for row in rows.rows]
        assert sum(counts) == len(as_of(claim_set.claims, loaded=day))
    assert len(as_of(claim_set.claims, loaded=today)) == len(claim_set.claims)
