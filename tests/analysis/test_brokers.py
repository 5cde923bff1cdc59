"""Who stands between the others: the figures against their definitions."""

from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.paper import PAPER, given_by
from analysis.strategies_analysis import Story, stories
from analysis.view_graph import view_graph
from claimgraph.analysis import brokers as module
from claimgraph.analysis import communities as parts
from claimgraph.analysis.brokers import MARKED, MEASURES, Broker, brokers
from claimgraph.analysis.communities import communities
from claimgraph.analysis.network import VIEWS, View
from examples import examples

TRIES = settings(max_examples=examples(60))


def value(row: Broker, measure: str, view: str) -> tuple[float, int]:
    """The value and the rank of one figure."""
    return next(
        (one.value, one.rank)
        for one in row.figures
        if (one.measure, one.view) == (measure, view)
    )


def plain_betweenness(graph: "nx.Graph[str]", entity: str) -> float:
    """The share of shortest ways between others through one, way by way."""
    others = [one for one in graph if one != entity]
    total = 0.0
    for one, other in combinations(others, 2):
        if not nx.has_path(graph, one, other):
            continue
        ways = list(nx.all_shortest_paths(graph, one, other, weight="distance"))
        total += sum(entity in way for way in ways) / len(ways)
    pairs = len(others) * (len(others) - 1) / 2
    return total / pairs if pairs else 0.0


@TRIES
@given(stories(), st.booleans())
def test_every_figure_is_what_it_says(story: Story, widen: bool) -> None:
    known = story.context()
    found = brokers(story.claims, known, widen)
    for view in VIEWS:
        graph = view_graph(story.claims, known, view=view, widen=widen)
        assert {row.entity for row in found.rows} == set(graph.nodes)
        for row in found.rows:
            lines = graph[row.entity]
            weights = sum(line["weight"] for line in lines.values())
            assert value(row, "degree", view)[0] == len(lines)
            assert value(row, "weighted-degree", view)[0] == weights
            expected = plain_betweenness(graph, row.entity)
            assert abs(value(row, "betweenness", view)[0] - expected) < 1e-6


@TRIES
@given(stories())
def test_ranks_changes_and_marks_follow_from_the_values(story: Story) -> None:
    found = brokers(story.claims, story.context())
    for measure in MEASURES:
        for view in VIEWS:
            values = [value(row, measure, view) for row in found.rows]
            for number, rank in values:
                assert rank == 1 + sum(other > number for other, _ in values)
    for row in found.rows:
        for change in row.changes:
            ranks = [value(row, change.measure, one)[1] for one in ("all", change.view)]
            assert change.change == ranks[1] - ranks[0]
        moved = {
            one.measure
            for one in row.changes
            if one.view == "uncontested" and abs(one.change) > MARKED
        }
        assert set(row.marks) == moved


@TRIES
@given(stories(), st.booleans(), st.randoms(use_true_random=False))
def test_order_changes_nothing(story: Story, widen: bool, chance: Random) -> None:
    known = story.context()
    mixed = chance.sample(story.claims, len(story.claims))
    assert brokers(mixed, known, widen) == brokers(story.claims, known, widen)


@TRIES
@given(stories())
def test_figures_are_of_strong_claims_only(story: Story) -> None:
    known = story.context()
    spoken = [one for one in story.claims if one.polarity != "withheld"]
    assert brokers(spoken, known) == brokers(story.claims, known)
    by_id = {one.id: one for one in story.claims}
    for row in brokers(story.claims, known).rows:
        assert {by_id[one].polarity for one in row.claims} == {"affirmed"}


@TRIES
@given(stories(), st.sampled_from(VIEWS))
def test_communities_are_a_division_of_who_has_a_line(story: Story, view: View) -> None:
    known = story.context()
    graph = view_graph(story.claims, known, view=view)
    found = communities(graph, module.SEED)
    lined = sorted(one for one in graph if graph.degree(one))
    for those in (found.louvain, found.greedy):
        assert sorted(one for part in those for one in part) == lined
    assert (found.alike is None) == (len(lined) < 2)
    if found.louvain == found.greedy and lined:
        assert found.alike == 1


def test_two_clusters_with_one_bridge_are_seen() -> None:
    cliques = [[f"group/{side}{number}" for number in range(4)] for side in "ab"]
    pairs = [pair for those in cliques for pair in combinations(those, 2)]
    pairs.append(("group/a0", "group/b0"))
    claims = [given_by("org/x", "ALLEGED_LINK", one, target=to) for one, to in pairs]
    known = Story(tuple(claims), {PAPER.id: PAPER}, {}).context()
    found = brokers(claims, known)
    assert {found.rows[0].entity, found.rows[1].entity} == {"group/a0", "group/b0"}
    seen = found.views[0].communities
    expected = tuple(tuple(those) for those in cliques)
    assert (seen.louvain, seen.greedy, seen.alike) == (expected, expected, 1.0)


def test_well_supported_edges_are_short() -> None:
    speakers = [f"person/p{number}" for number in range(3)]
    claims = [
        given_by(one, "ALLEGED_LINK", "group/b", target=end)
        for one in speakers
        for end in ("group/a", "group/c")
    ]
    claims.append(given_by("org/x", "ALLEGED_LINK", "group/a", target="group/c"))
    known = Story(tuple(claims), {PAPER.id: PAPER}, {}).context()
    found = {row.entity: row for row in brokers(claims, known).rows}
    assert value(found["group/b"], "betweenness", "all") == (1.0, 1)
    assert value(found["group/b"], "weighted-degree", "all") == (6.0, 1)
    assert value(found["group/a"], "betweenness", "all") == (0.0, 2)
    again = claims[-1:] * 9
    assert brokers([*claims, *again], known) == brokers(claims, known)


def test_a_large_network_is_estimated_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "EXACT", 5)
    monkeypatch.setattr(module, "PIVOTS", 3)
    claims = [
        given_by("org/x", "ALLEGED_LINK", f"group/{one}", target=f"group/{one + 1}")
        for one in range(9)
    ]
    known = Story(tuple(claims), {PAPER.id: PAPER}, {}).context()
    found = brokers(claims, known)
    assert found.pivots == 3
    assert found == brokers(claims[::-1], known)


def test_a_network_too_large_to_check_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_CHECKED", 2)
    claims = [
        given_by("org/x", "ALLEGED_LINK", f"group/{one}", target=f"group/{one + 1}")
        for one in range(3)
    ]
    known = Story(tuple(claims), {PAPER.id: PAPER}, {}).context()
    found = brokers(claims, known).views[0].communities
    assert found.louvain and found.louvain_modularity is not None
    assert (found.greedy, found.greedy_modularity, found.alike) == ((), None, None)


def test_nobody_at_all() -> None:
    found = brokers((), Story((), {}, {}).context())
    assert found.rows == () and [one.lines for one in found.views] == [0, 0, 0]
