"""Earliest and latest days against a brute-force reading of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))
LATE = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
FORMS = st.sampled_from([10, 7, 4])
SPANS = [
    ("2020-05-07/..", "2020-05-07", None),
    ("2020-05-07/", "2020-05-07", None),
    ("../2020-05", None, "2020-05-31"),
    ("/2020-05", None, "2020-05-31"),
    ("2020/2021-02", "2020-01-01", "2021-02-28"),
    ("[2021-10..2021-12]", "2021-10-01", "2021-12-31"),
    ("[2020-05-07..]", "2020-05-07", None),
    ("[..2020-02]", None, "2020-02-29"),
    ("[2020-05,2019-02-03]", "2019-02-03", "2020-05-31"),
    ("[2020-05, 2021..]", "2020-05-01", None),
    ("2021-21", "2021-03-01", "2021-05-31"),
    ("2021-22", "2021-06-01", "2021-08-31"),
    ("2021-23", "2021-09-01", "2021-11-30"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2021-XX", "2021-01-01", "2021-12-31"),
    ("2021-08-XX", "2021-08-01", "2021-08-31"),
    ("2021-XX-XX", "2021-01-01", "2021-12-31"),
    ("2020-02-29", "2020-02-29", "2020-02-29"),
]
BAD = [
    "",
    " ",
    "~",
    "[]",
    "/",
    "../..",
    "[..]",
    "2021-13",
    "2021-00",
    "2021-02-30",
    "2021-02-00",
    "2021-20",
    "2021-25",
    "2021-21-01",
    "202X-05",
    "2021-XX-05",
    "0000",
    "0000-24",
    "20210826",
    "2021-8-6",
    "2021-08-26T10:00:00",
    "2021/2020",
    "2021-05/2021-04-30",
    "[2021..2020]",
    "2020/2021/2022",
    "[2020",
    "2020]",
    "[2020,]",
    "August 2021",
    "٢٠٢١",
    "2021\n",
    "2021~~",
    "{2020..2021}",
]


def covered(prefix: str, around: date) -> tuple[str, str]:
    """The days near one day whose ISO text begins with the prefix, one by one."""
    near = [around + timedelta(days=step) for step in range(-400, 401)]
    found = [day.isoformat() for day in near if day.isoformat().startswith(prefix)]
    return found[0], found[-1]


@given(LATE, FORMS)
def test_day_month_and_year_cover_the_days_that_begin_with_them(
    day: date, form: int
) -> None:
    text = day.isoformat()[:form]
    found = span(text)
    assert (found.earliest, found.latest) == covered(text, day)


@given(LATE, LATE, FORMS, FORMS)
def test_interval_runs_from_the_first_day_to_the_last(
    first: date, last: date, form: int, other: int
) -> None:
    left, right = first.isoformat()[:form], last.isoformat()[:other]
    earliest, latest = covered(left, first)[0], covered(right, last)[1]
    for text in (f"{left}/{right}", f"[{left}..{right}]"):
        if latest < earliest:
            with pytest.raises(ClaimgraphError, match="ends before it begins"):
                span(text)
        else:
            assert (span(text).earliest, span(text).latest) == (earliest, latest)


@given(st.lists(LATE, min_size=1, max_size=5))
def test_set_runs_from_its_smallest_to_its_largest_member(days: list[date]) -> None:
    found = span(f"[{','.join(day.isoformat() for day in days)}]")
    assert found.earliest == min(days).isoformat()
    assert found.latest == max(days).isoformat()


@given(DAYS, st.sampled_from("~?%"))
def test_marks_widen_nothing(day: date, mark: str) -> None:
    plain, marked = span(day.isoformat()), span(day.isoformat() + mark)
    assert (plain.earliest, plain.latest) == (marked.earliest, marked.latest)
    assert marked.approximate and not plain.approximate


@given(st.text(alphabet="0123456789X-/.[],~ ", max_size=22))
def test_any_text_is_read_in_order_or_refused(text: str) -> None:
    try:
        found = span(text)
    except ClaimgraphError:
        return
    assert found.text == text
    if found.earliest and found.latest:
        first, last = map(date.fromisoformat, (found.earliest, found.latest))
        assert first <= last


@pytest.mark.parametrize(("text", "earliest", "latest"), SPANS)
def test_forms_of_the_model(
    text: str, earliest: str | None, latest: str | None
) -> None:
    found = span(text)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ClaimgraphError, match="is no date"):
        span(text)
