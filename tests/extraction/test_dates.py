"""What dates mean, told from Thursday 7 May 2020; wrong is worse than silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.dates import span
from claimgraph.extraction.dates.dates import dates_in
from claimgraph.extraction.text.normalise import working_text
from claimgraph.model import TextSpan

TODAY = "2020-05-07"
CASES = {
    "on March 25": "2020-03-25",
    "on 25 March": "2020-03-25",
    "on the 25th of March": "2020-03-25",
    "on March 25, 2019, rebels": "2019-03-25",
    "on Dec. 3": "2019-12-03",
    "on Wednesday (May 6)": "2020-05-06",
    "on Tuesday, 5 May 2020": "2020-05-05",
    "on 2018-02-03": "2018-02-03",
    "on 25/03/2020": "2020-03-25",
    "on March 25 last year": "2019-03-25",
    "SAN JUAN, 12 JAN 90 (AGENCY)": "1990-01-12",
    "on May 3-5": "2020-05-03/2020-05-05",
    "in March": "2020-03",
    "in March, gunmen": "2020-03",
    "in July": "2019-07",
    "last September": "2019-09",
    "last May": "2019-05",
    "in March last year": "2019-03",
    "in late March": "[2020-03-21..2020-03-31]",
    "in early February 2019": "[2019-02-01..2019-02-10]",
    "at the end of February": "[2020-02-21..2020-02-29]",
    "in mid-2019": "[2019-05..2019-08]",
    "late last year": "[2019-10..2019-12]",
    "early this year": "[2020-01..2020-03]",
    "earlier this year": "[2020-01..2020-05]",
    "last month": "2020-04",
    "earlier this month": "[2020-05-01..2020-05-07]",
    "last year": "2019",
    "last week": "[2020-04-27..2020-05-03]",
    "over the weekend": "[2020-05-02..2020-05-03]",
    "on Thursday": "2020-05-07",
    "Tuesday's blast": "2020-05-05",
    "last Thursday": "2020-04-30",
    "on Friday night": "2020-05-01",
    "on Monday last week": "2020-04-27",
    "yesterday": "2020-05-06",
    "the day before yesterday": "2020-05-05",
    "this morning": "2020-05-07",
    "two days ago": "2020-05-05",
    "three weeks ago": "[2020-04-13..2020-04-19]",
    "six months ago": "2019-11",
    "a year ago": "2019",
    "in the past three months": "2020-02/2020-05",
    "in the last 24 hours": "2020-05-06/2020-05-07",
    "in the first three months of the year": "2020-01/2020-03",
    "on the 3rd": "2020-05-03",
    "on the 25th": "2020-04-25",
    "since 2015": "2015",
    "in the 1990s": "199X",
    "from 2001 to 2014": "2001/2014",
    "between 3 March and 5 April": "2020-03-03/2020-04-05",
    "last summer": "2019-22",
    "in the summer of 2018": "2018-22",
}
SILENT = [
    "The rebels may march every Friday",
    "It will be held on Friday",
    "May said she had no answer",
    "It cost $2019 and 2,019 came",
    "in 12,2020 cases, room 2019",
    "on Good Friday",
    "on 03/04/2020",
    "on February 30",
    "two days earlier",
    "the second March of the league",
    "talks are scheduled for June 3",
]


def read(text: str, published: str | None = TODAY) -> list[str]:
    found = dates_in(text, [TextSpan(0, len(text))], published)
    return [one.day for one in found]


@pytest.mark.parametrize("text", CASES)
def test_a_date(text: str) -> None:
    assert read(f"The market was hit {text}") == [CASES[text]]


@pytest.mark.parametrize("text", SILENT)
def test_no_date(text: str) -> None:
    assert read(text) == []


def test_dates_that_lean_on_another() -> None:
    text = (
        "It was on March 25. Two days earlier a bus was hit, and a van the day before."
    )
    assert read(text) == ["2020-03-25", "2020-03-23", "2020-03-22"]


def test_what_stands_before_a_date_is_told() -> None:
    text = "Since March the Front has waited; until May 3 it was quiet."
    found = dates_in(text, [TextSpan(0, len(text))], TODAY)
    assert [(one.day, one.sense) for one in found] == [
        ("2020-03", "since"),
        ("2020-05-03", "until"),
    ]
    assert [text[one.span.start : one.span.end] for one in found] == ["March", "May 3"]


@pytest.mark.parametrize("published", ["2020", "2020-05"])
def test_a_weekday_is_of_the_month_or_year_of_the_article(published: str) -> None:
    text = "on Friday, last Friday, every Friday, Friday last week and on 3 May 2019"
    assert read(text, published) == [published, "2019-05-03"]
    assert read("It will be held on Friday", published) == []


def test_a_weekday_needs_to_know_when() -> None:
    assert read("on Friday, and on 3 May 2019", None) == ["2019-05-03"]


def test_a_month_needs_a_year() -> None:
    assert read("in March", None) == []
    assert read("in March", "2020") == ["2020-03"]


def test_a_month_has_the_year_that_the_text_gave_it() -> None:
    text = "They shot nine in January 2015. On January 9 he took hostages."
    assert read(text) == ["2015-01", "2015-01-09"]
    assert read(text, None) == ["2015-01", "2015-01-09"]
    # that of the article's own month is not in doubt
    assert read("It began on May 2, 2016. On May 3 it ended.") == [
        "2016-05-02",
        "2020-05-03",
    ]


PIECES = """
on in the last 3 31 May March friday Friday's early late year 2020 two days ago earlier
week - , ( ) since until to first months of 0 999 Feb. summer 9999
"""
words = st.sampled_from(PIECES.split())


@given(
    st.lists(words, max_size=12),
    st.sampled_from([TODAY, None, "0001-01-01", "9999-12-31", "2020", "nonsense"]),
)
def test_whatever_is_read_is_a_date_at_its_place(
    said: list[str], published: str | None
) -> None:
    text, end = " ".join(said), 0
    for one in dates_in(text, [TextSpan(0, len(text))], published):
        assert span(one.day).text == one.day
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@pytest.mark.parametrize("piece", ["May ", "2020-", "early ", "3 ", "the past ", "a"])
def test_long_texts_are_read_once(piece: str) -> None:
    text = working_text(piece * 30_000)
    dates_in(text, [TextSpan(0, len(text))], TODAY)
