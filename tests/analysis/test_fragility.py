"""Whose voices must fall for a proposition to fall: the properties of U7."""

from itertools import combinations
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.seeds_again import cases, proposition, read_again
from analysis.strategies_analysis import (
    BLAME,
    LINK,
    PROPOSITIONS,
    SPEAKERS,
    Story,
    claim,
    stories,
    told_again,
)
from claimgraph.analysis import fragility as module
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.fragility import (
    FragilitySets,
    Holders,
    falls_without,
    fragility,
)
from claimgraph.model import Article, Claim, Hop
from claimgraph.store.base import Store
from examples import examples

TRIES = settings(max_examples=examples(120))
WHAT = st.sampled_from(PROPOSITIONS)
HOLDERS = st.sampled_from(("any", "inner"))


def support(story: Story, known: Context, what: Proposition) -> list[Claim]:
    """The claims that speak for a proposition."""
    return [
        one
        for one in story.claims
        if known.proposition(one) == what
        and one.polarity == "affirmed"
        and one.modality != "hypothetical"
    ]


def voices(one: Claim, known: Context, holders: str) -> set[str]:
    """Who speaks in a claim; the inner ones only, where there are any."""
    chain = known.holders(one)
    return set(chain[1:] if holders == "inner" and len(chain) > 1 else chain)


def breaks(members: set[str], spoken: list[set[str]]) -> bool:
    """Whether nobody else is left."""
    return bool(spoken) and all(members & one for one in spoken)


@TRIES
@given(stories(), WHAT, HOLDERS, st.integers(0, 3))
def test_they_are_all_minimal_sets(
    story: Story, what: Proposition, holders: Holders, k: int
) -> None:
    known = story.context()
    found = fragility(story.claims, known, what, k, holders)
    spoken = [voices(one, known, holders) for one in support(story, known, what)]
    everyone = sorted({one for those in spoken for one in those})
    expected: list[set[str]] = []
    for size in range(1, k + 1):
        for members in combinations(everyone, size):
            smaller = any(one <= set(members) for one in expected)
            if not smaller and breaks(set(members), spoken):
                expected.append(set(members))
    assert [set(one) for one in found.sets] == expected
    assert found.searched_to == k
    assert found.smallest == (len(expected[0]) if expected else None)
    assert found.claims == tuple(sorted(o.id for o in support(story, known, what)))


@TRIES
@given(stories(), WHAT, HOLDERS)
def test_no_set_holds_another_and_all_members_are_needed(
    story: Story, what: Proposition, holders: Holders
) -> None:
    known = story.context()
    sets = fragility(story.claims, known, what, 3, holders).sets
    spoken = [voices(one, known, holders) for one in support(story, known, what)]
    for one in sets:
        assert breaks(set(one), spoken)
        assert not any(breaks(set(one) - {member}, spoken) for member in one)
        assert not any(set(other) < set(one) for other in sets)


@TRIES
@given(stories(), WHAT, st.sampled_from(SPEAKERS))
def test_after_one_more_claim_every_new_set_holds_an_old_one(
    story: Story, what: Proposition, speaker: str
) -> None:
    known = story.context()
    backing = support(story, known, what)
    if not backing:
        return
    sentence = "A paper that nobody knew before has a word to say about it too."
    where = told_again(backing[0], "fifth", sentence, None)
    more = claim(where, what, (Hop(speaker, "asserts"),), quote=sentence)
    old = fragility(story.claims, known, what)
    new = fragility((*story.claims, more), known, what)
    for one in new.sets:
        assert any(set(other) <= set(one) for other in old.sets)


@TRIES
@given(stories(), WHAT, HOLDERS, st.randoms(use_true_random=False))
def test_order_and_withheld_or_denied_claims_change_nothing(
    story: Story, what: Proposition, holders: Holders, chance: Random
) -> None:
    known = story.context()
    found = fragility(story.claims, known, what, 3, holders)
    mixed = chance.sample(story.claims, len(story.claims))
    assert fragility(mixed, known, what, 3, holders) == found
    affirmed = [one for one in story.claims if one.polarity == "affirmed"]
    assert fragility(affirmed, known, what, 3, holders) == found


@TRIES
@given(stories(), st.sampled_from(SPEAKERS))
def test_what_falls_without_a_holder_has_no_support_left(
    story: Story, speaker: str
) -> None:
    known = story.context()
    fallen = falls_without(story.claims, known, speaker)
    assert fallen == falls_without(tuple(reversed(story.claims)), known, speaker)
    for what in {known.proposition(one) for one in story.claims}:
        backing = support(story, known, what)
        left = [one for one in backing if speaker not in known.holders(one)]
        assert (what in fallen) == bool(backing and not left)


def test_a_search_that_takes_too_long_says_how_far_it_came(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    groups = [
        frozenset(f"person/{left}-{right}" for right in range(30)) | {"org/paper"}
        for left in range(40)
    ]
    pairs = [frozenset({"org/paper", f"person/{one}-0"}) for one in range(40)]
    assert module.minimal_sets(pairs, 3) == ([("org/paper",)], 3)
    monkeypatch.setattr(module, "MOST_LOOKED_AT", 60)
    assert module.minimal_sets(groups, 3) == ([], 0)


def test_a_hub_with_thousands_of_speakers_is_answered() -> None:
    groups = [
        frozenset({f"person/{one}", f"person/{one + 1}", f"org/{one % 7}"})
        for one in range(20_000)
    ]
    assert module.minimal_sets(groups, 3) == ([], 3)
    found, reached = module.minimal_sets(groups, 7)
    assert reached == 7 and found == [tuple(f"org/{one}" for one in range(7))]


def test_no_support_has_no_sets() -> None:
    story = Story((), {}, {})
    found = fragility((), story.context(), LINK)
    assert found == FragilitySets(LINK, (), None, 3)


def test_names_that_attack_are_only_names() -> None:
    ids = ("person/a|b", "person/<b>", "person/\u202eright", "person/" + "x" * 999)
    where = Article(id="paper", corpus="made-up", title="paper", sha256="0")
    one = claim(where, BLAME, [Hop(each, "asserts") for each in ids])
    story = Story((one,), {where.id: where}, {})
    found = fragility(story.claims, story.context(), BLAME)
    assert {member for members in found.sets for member in members} > set(ids)


def test_the_seeds_give_what_the_cases_say(seeds_store: Store) -> None:
    held, known = read_again(seeds_store)
    for case in cases("fragility"):
        k, holders = cast("int", case.get("k", 3)), case.get("holders", "any")
        found = fragility(
            held.claims, known, proposition(case), k, cast("Holders", holders)
        )
        assert [list(one) for one in found.sets] == case["sets"], case
        assert found.searched_to == k
