"""What a score is made of: pairs, values, sentences, intervals, clusters."""

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Polarity, TextSpan, Value
from claimgraph.scoring.coded import coded_articles
from claimgraph.scoring.pairs import ClaimMatcher, one_to_one, values_same
from claimgraph.scoring.sentences import sentence_starts, sentences_of
from claimgraph.scoring.tally import Tally, b_cubed, difference, interval
from small_batch import TEXT, small_batch

SMALL = coded_articles([small_batch()])
FORMS = [
    (Value(min=3, max=3, of="men"), Value(min=3, max=3, of="soldiers"), True),
    (Value(min=3), Value(min=3, max=3), False),
    (Value(on="2020-03"), Value(on="2020-03-25"), True),
    (Value(on="2020-03"), Value(on="2020-04-25"), False),
    (Value(word="rocket"), Value(word="drone"), False),
    (Value(word="rocket"), None, False),
]


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(10, 16))))
def test_as_many_pairs_as_there_can_be(edges: set[tuple[int, int]]) -> None:
    left, right = range(7), range(10, 17)
    pairs = one_to_one(
        left, right, lambda a, b: (a, b) in edges, lambda a, b: a * b % 3
    )
    assert set(pairs) <= edges
    assert (
        len({one for one, _ in pairs}) == len({two for _, two in pairs}) == len(pairs)
    )
    graph: nx.Graph[int] = nx.Graph(edges)
    best = nx.bipartite.maximum_matching(graph, {one for one, _ in edges})
    assert len(pairs) == len(best) // 2


@pytest.mark.parametrize(("one", "two", "same"), FORMS)
def test_values(one: Value, two: Value | None, same: bool) -> None:
    assert values_same(one, two) is same


@pytest.mark.parametrize("polarity", ["affirmed", "denied", "withheld"])
def test_a_denial_need_not_say_how_many(polarity: Polarity) -> None:
    batch = small_batch()
    told = [one for one in batch.claims if one.value is not None]
    claims = tuple(replace(one, polarity=polarity) for one in told)
    bare = tuple(replace(one, value=None) for one in claims)
    whole, open_ones = (
        coded_articles([replace(batch, claims=each)])[0] for each in (claims, bare)
    )
    matcher = ClaimMatcher(whole, open_ones)
    met = [matcher.fits(at, at, "mention-att") for at in range(len(claims))]
    assert met == [polarity != "affirmed"] * len(claims) != []


def test_sentences() -> None:
    starts = sentence_starts(TEXT)
    assert [TEXT[at : at + 3] for at in starts] == ["The", "The", "Two", "The"]
    span = TextSpan(60, 80)
    claim = replace(SMALL[0].claims[0], selector=span)
    assert sentences_of(claim, starts) == {1, 2}
    text = "He met Gen. Roe of the U.S. Army at 3.5 km. He left."
    assert sentence_starts(text) == (0, text.index("He left"))
    assert sentence_starts("") == (0,)


def test_intervals_draw_articles_and_are_the_same_at_every_run() -> None:
    tallies = [Tally(1, 2, 2), Tally(4, 4, 5), Tally(0, 3, 1), Tally()]
    low, high = interval(tallies) or (0, 0)
    whole = sum(tallies, Tally()).f or 0
    assert 0 <= low < whole < high <= 1
    assert interval(tallies) == (low, high)
    assert interval(tallies[:1]) is None
    assert difference(tallies, tallies) == (0, 0)


def test_b_cubed_of_the_paper() -> None:
    # figure 1 of the paper: 12 mentions, two wrong ways to throw entities together
    key = "aaaaabbccccc"
    small = b_cubed(list(zip(key, "aaaaabbbbbbb", strict=True)))
    large = b_cubed(list(zip(key, "aaaaabbaaaaa", strict=True)))
    assert small is not None and large is not None
    assert (round(small[0], 2), small[1]) == (0.76, 1)
    assert (round(large[0], 2), large[1]) == (0.58, 1)
