"""The network of strong propositions: order-free, weighed by independent origins."""

from random import Random
from typing import cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.paper import PAPER, given_by
from analysis.seeds_again import cases, read_again
from analysis.strategies_analysis import BODIES, LINK, Story, stories
from analysis.view_graph import view_graph
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import corroboration
from claimgraph.analysis.edges import Edge, edges, widened_claims, widening
from claimgraph.analysis.network import (
    VIEWS,
    View,
    third_parties,
)
from claimgraph.analysis.strength import STRONG
from claimgraph.store.base import Store
from examples import examples

TRIES = settings(max_examples=examples(120))
VIEW = st.sampled_from(VIEWS)
ENDS = st.sampled_from((*BODIES, "group/hill", "attack/market", "person/ann"))


def strong(story: Story, known: Context, polarity: str) -> dict[Proposition, set[str]]:
    """The strong claims with two ends, by proposition."""
    found: dict[Proposition, set[str]] = {}
    for one in story.claims:
        ends = {known.canonical(end) for end in (one.subject, one.object) if end}
        if one.polarity == polarity and one.modality in STRONG and len(ends) == 2:
            found.setdefault(known.proposition(one), set()).add(one.id)
    return found


@TRIES
@given(stories())
def test_edges_are_the_strong_affirmed_propositions(story: Story) -> None:
    known = story.context()
    found = edges(story.claims, known)
    affirmed = strong(story, known, "affirmed")
    denied = strong(story, known, "denied")
    assert {edge.proposition: set(edge.claims) for edge in found} == affirmed
    for edge in found:
        assert set(edge.denied) == denied.get(edge.proposition, set())
        assert edge.contested == (edge.proposition in denied)
        assert not set(edge.denied) & set(edge.claims)


@TRIES
@given(stories())
def test_weight_is_the_independent_count(story: Story) -> None:
    known = story.context()
    graph = view_graph(story.claims, known)
    for left, right, held in graph.edges(data=True):
        for edge in cast("tuple[Edge, ...]", held["edges"]):
            counted = corroboration(story.claims, known, edge.proposition)
            assert edge.independent == counted.independent
            assert edge.ends == tuple(sorted((left, right)))
        best = max(edge.independent for edge in held["edges"])
        assert held["weight"] == best and held["distance"] == 1 / best


@TRIES
@given(stories(), VIEW, st.booleans(), st.randoms(use_true_random=False))
def test_order_changes_nothing(
    story: Story, view: View, widen: bool, chance: Random
) -> None:
    known = story.context()
    mixed = chance.sample(story.claims, len(story.claims))
    one = view_graph(story.claims, known, view=view, widen=widen)
    other = view_graph(mixed, known, view=view, widen=widen)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


@TRIES
@given(stories(), VIEW, st.booleans())
def test_what_is_denied_or_withheld_is_never_an_edge(
    story: Story, view: View, widen: bool
) -> None:
    known = story.context()
    polarity = {one.id: one.polarity for one in story.claims}
    graph = view_graph(story.claims, known, view=view, widen=widen)
    for _, _, held in graph.edges(data=True):
        for edge in cast("tuple[Edge, ...]", held["edges"]):
            assert {polarity[one] for one in edge.claims} == {"affirmed"}
    spoken = [one for one in story.claims if one.polarity != "withheld"]
    without = view_graph(spoken, known, view=view, widen=widen)
    assert list(graph.nodes(data=True)) == list(without.nodes(data=True))
    assert list(graph.edges(data=True)) == list(without.edges(data=True))


@TRIES
@given(stories())
def test_views_are_parts_of_the_whole(story: Story) -> None:
    known = story.context()
    whole, uncontested, corroborated = (
        view_graph(story.claims, known, view=view) for view in VIEWS
    )
    for graph in (uncontested, corroborated):
        assert set(graph.nodes) == set(whole.nodes)
        assert set(graph.edges) <= set(whole.edges)
    for _, _, held in uncontested.edges(data=True):
        assert not any(edge.contested for edge in held["edges"])
    for _, _, held in corroborated.edges(data=True):
        assert all(edge.independent >= 2 for edge in held["edges"])


@TRIES
@given(stories())
def test_widening_folds_a_part_into_one_whole_only(story: Story) -> None:
    known = story.context()
    how = widening(story.claims, known)
    inside: dict[str, set[str | None]] = {}
    for edge in edges(story.claims, known, ("PART_OF",)):
        said = edge.proposition
        inside.setdefault(said.subject, set()).add(said.object)
    folded = {one.part: one.whole for one in how.folded}
    assert folded.keys() | {one.part for one in how.apart} == inside.keys()
    assert not folded.keys() & {one.part for one in how.apart}
    for part, whole in folded.items():
        assert inside[part] == {whole}
    tops = how.tops()
    assert not set(tops.values()) & folded.keys()
    ids = [(one.id, one.polarity, one.chain) for one in story.claims]
    after = widened_claims(story.claims, known, how)
    assert [(one.id, one.polarity, one.chain) for one in after] == ids
    graph = view_graph(story.claims, known, widen=True)
    assert not set(graph.nodes) & folded.keys()


@TRIES
@given(stories(), ENDS, ENDS)
def test_third_parties_have_an_edge_to_both(
    story: Story, left: str, right: str
) -> None:
    assume(left != right)
    known = story.context()
    graph = view_graph(story.claims, known)
    found = third_parties(story.claims, known, left, right)
    both = [set(graph[one]) if one in graph else set[str]() for one in (left, right)]
    assert [one.entity for one in found] == sorted(both[0] & both[1] - {left, right})
    for one in found:
        assert one.with_left == graph[left][one.entity]["edges"]
        assert one.with_right == graph[right][one.entity]["edges"]
    swapped = third_parties(story.claims, known, right, left)
    assert [(one.with_right, one.with_left) for one in swapped] == [
        (one.with_left, one.with_right) for one in found
    ]


def test_parts_of_a_circle_stay_apart() -> None:
    names = ("group/a", "group/b", "group/c", "group/d")
    ties = [("group/a", "group/b"), ("group/b", "group/c"), ("group/c", "group/b")]
    ties.append(("group/d", "group/a"))
    claims = [given_by("org/x", "PART_OF", one, target=other) for one, other in ties]
    story = Story(tuple(claims), {PAPER.id: PAPER}, {})
    how = widening(claims, story.context())
    assert {one.part: one.reason for one in how.apart} == dict.fromkeys(
        names[1:3], "circle"
    )
    assert how.tops() == {"group/a": "group/b", "group/d": "group/b"}


def test_a_hostile_id_is_a_node_like_any_other() -> None:
    hostile = "group/<script>\u202e" + "x" * 500
    claims = [given_by("org/x", "ALLEGED_LINK", hostile, target="group/b")]
    known = Story(tuple(claims), {PAPER.id: PAPER}, {}).context()
    assert set(view_graph(claims, known).nodes) == {hostile, "group/b"}


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_network_is_one_too(view: View) -> None:
    known = Story((), {}, {}).context()
    assert not view_graph((), known, view=view).nodes
    assert third_parties((), known, LINK.subject, LINK.object or "") == ()


def test_the_seeds_give_what_the_cases_say(seeds_store: Store) -> None:
    held, known = read_again(seeds_store)
    for case in cases("network"):
        found = {
            one.entity: one
            for one in third_parties(
                held.claims, known, str(case["left"]), str(case["right"])
            )
        }
        third = found[str(case["third"])]
        for side, told in (
            ("with_left", third.with_left),
            ("with_right", third.with_right),
        ):
            counts = {edge.proposition.relation: edge.independent for edge in told}
            assert counts == case[side], case
