"""Judgements make classes of ids, in any order, and come apart again."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.identity import Identity, resolve
from claimgraph.ids import judgement_id
from claimgraph.model import Judgement, Verdict

IDS = [f"group/{letter}" for letter in "abcdefg"]
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=8)


def judged(left: str, right: str, verdict: Verdict = "same") -> Judgement:
    """A judgement of ann."""
    return Judgement(
        id=judgement_id(left, right, verdict, "ann", "2020"),
        left=left,
        right=right,
        verdict=verdict,
        who="ann",
        when="2020",
        why="why",
    )


def classes(pairs: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """The class of each id, worked out the slow way."""
    found = {one: {one} for one in IDS}
    for _ in pairs:
        for left, right in pairs:
            both = found[left] | found[right]
            for one in both:
                found[one] = both
    return found


@given(PAIRS, st.sets(st.sampled_from(IDS)))
def test_the_smallest_that_is_there_stands(
    pairs: list[tuple[str, str]], present: set[str]
) -> None:
    identity, problems = resolve([judged(*pair) for pair in pairs], present)
    assert problems == []
    for one, members in classes(pairs).items():
        there = members & present
        assert identity.canonical(one) == min(there or members)


@given(PAIRS)
def test_the_order_of_judgements_does_not_matter(pairs: list[tuple[str, str]]) -> None:
    listed = [judged(*pair) for pair in pairs]
    assert resolve(listed) == resolve(listed[::-1])


@given(PAIRS, st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)))
def test_a_different_pair_in_a_class_is_a_problem(
    pairs: list[tuple[str, str]], apart: tuple[str, str]
) -> None:
    listed = [judged(*pair) for pair in pairs] + [judged(*apart, "different")]
    _, problems = resolve(listed)
    assert bool(problems) == (apart[1] in classes(pairs)[apart[0]])


def test_unsure_joins_nothing() -> None:
    assert resolve([judged("group/a", "group/b", "unsure")]) == (Identity(), [])


def test_what_changed_is_told() -> None:
    before, _ = resolve([judged("group/b", "group/c")])
    after, _ = resolve([judged("group/b", "group/c"), judged("group/a", "group/b")])
    assert before.changed(after) == ["group/b", "group/c"]
    assert before.changed(before) == []
    assert after.changed(Identity()) == ["group/b", "group/c"]


def test_a_chain_of_ten_thousand_is_one_class() -> None:
    listed = [judged(f"group/{n:05}", f"group/{n + 1:05}") for n in range(10_000)]
    identity, _ = resolve(listed)
    assert set(identity.standings.values()) == {"group/00000"}
