"""Places in raw text are found as the model counts them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Retelling, TextSpan, Zone
from claimgraph.passages import (
    gap,
    line_beginning,
    line_numbers,
    locate_cue,
    locate_quote,
    occurrences,
    retelling_span,
    zone_span,
)

SHORT = st.text("ab \n", max_size=30)


@given(SHORT, st.text("ab \n", min_size=1, max_size=3))
def test_occurrences_are_counted_without_overlap(text: str, words: str) -> None:
    found = [match.start() for match in re.finditer(re.escape(words), text)]
    assert occurrences(text, words) == found


@given(SHORT, st.text("ab \n", min_size=1, max_size=3), st.integers(-1, 5))
def test_a_quote_stands_at_its_place(text: str, quote: str, nth: int) -> None:
    found = locate_quote(text, quote, nth)
    if 1 <= nth <= text.count(quote):
        assert found is not None
        assert text[found.start : found.end] == quote
        assert text.count(quote, 0, found.start) == nth - 1
    else:
        assert found is None


@given(SHORT, st.text("ab \n", min_size=1, max_size=3))
def test_a_quote_without_nth_stands_once(text: str, quote: str) -> None:
    found = locate_quote(text, quote, None)
    assert (found is not None) == (text.count(quote) == 1)


@given(SHORT, st.text("ab ", min_size=1, max_size=2), st.integers(0, 25))
def test_a_cue_is_the_nearest_one(text: str, cue: str, start: int) -> None:
    quote = TextSpan(start, start + 5)
    found = locate_cue(text, cue, None, quote)
    places = occurrences(text, cue)
    assert (found is None) == (not places)
    if found is not None:
        distance = gap(found.start, found.end, quote)
        others = [(gap(at, at + len(cue), quote), at) for at in places]
        assert (distance, found.start) == min(others)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [(TextSpan(5, 10), 5), (TextSpan(2, 4), 0), (TextSpan(13, 15), 12), (None, 0)],
)
def test_a_cue_inside_the_quote_is_at_no_distance(
    quote: TextSpan | None, expected: int
) -> None:
    found = locate_cue("said ,said,,said", "said", None, quote)
    assert found is not None
    assert found.start == {5: 6}.get(expected, expected)


def test_a_tie_goes_to_the_earlier_cue() -> None:
    assert locate_cue("x..quote..x", "x", None, TextSpan(3, 8)) == TextSpan(0, 1)
    assert locate_cue("x..quote..x", "x", 2, TextSpan(3, 8)) == TextSpan(10, 11)
    assert locate_cue("x..quote..x", "x", 3, TextSpan(3, 8)) is None


@given(SHORT)
def test_lines_are_counted_from_one(text: str) -> None:
    starts = list(range(len(text)))
    expected = [text.count("\n", 0, at) + 1 for at in starts]
    assert line_numbers(text, starts) == expected


TEXT = "Top\nmiddle Top\nCOMMENTS (2)\nfirst\nlast\nafter"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (Zone("comments", "COMMENTS"), "COMMENTS (2)\nfirst\nlast\nafter"),
        (Zone("comments", "COMMENTS", "last"), "COMMENTS (2)\nfirst\nlast"),
        (Zone("credit", "Top", "Top"), "Top"),
        (Zone("credit", "(2)"), None),
        (Zone("credit", "first", "Top"), None),
        (Zone("credit", ""), None),
    ],
)
def test_a_zone_begins_with_a_line(zone: Zone, words: str | None) -> None:
    found = zone_span(TEXT, zone)
    assert (TEXT[found.start : found.end] if found else None) == words


def test_a_zone_may_begin_with_the_text() -> None:
    assert line_beginning("\ufeffTop\nnext", "\ufeffTop") == 0
    assert line_beginning("a\r\nb", "b") == 3


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, TEXT),
        ("middle", None, TEXT[4:]),
        ("middle", "Top", "middle Top"),
        (None, "middle", "Top\nmiddle"),
        ("last", "first", None),
        ("nowhere", None, None),
    ],
)
def test_a_retelling_is_a_passage(
    first: str | None, last: str | None, words: str | None
) -> None:
    found = retelling_span(TEXT, Retelling("other", first, last))
    assert (TEXT[found.start : found.end] if found else None) == words
