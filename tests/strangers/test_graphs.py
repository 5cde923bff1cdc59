"""igraph, graphology and Gephi find the nodes and edges that we wrote."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from claimgraph.exports.drawing import VALUE
from claimgraph.exports.wording import COLOURS
from export_cases import seeds
from outside_tools import STRANGERS, java_output, output, script

pytestmark = pytest.mark.slow

Written = Callable[[str], Path]
IGRAPH = """
import json, sys, igraph
found = igraph.Graph.Read_GraphML(sys.argv[1])
held = {name: found.es[name] for name in found.es.attributes()}
rows = [dict(zip(held, row)) for row in zip(*held.values())]
print(json.dumps({"nodes": found.vcount(), "edges": rows}))
"""


def tied() -> dict[str, tuple[str, str]]:
    """Relation and polarity of each claim of the seeds that has two ends."""
    return {
        one.id: (one.relation, one.polarity)
        for batch in seeds()
        for one in batch.claims
        if one.object is not None
    }


def node_count() -> int:
    """The ends of claims, and the claims that are nodes because they lack an object."""
    claims = [one for batch in seeds() for one in batch.claims]
    ends = {end for one in claims for end in (one.subject, one.object) if end}
    return len(ends) + sum(one.object is None for one in claims)


def found_ties(edges: Sequence[Mapping[str, object]]) -> dict[str, tuple[str, str]]:
    """Relation and polarity of each edge that is a claim, by the claim's id."""
    return {
        str(one["claim"]): (str(one["relation"]), str(one["polarity"]))
        for one in edges
        if one.get("claim")
    }


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_gephi_merges_no_claim_into_its_denial(
    name: str, gephi: Path, written: Written
) -> None:
    """As Gephi imports a file when nobody changes a setting."""
    program = str(STRANGERS / "gephi" / "Gephi.java")
    lines = java_output(gephi, program, str(written(name))).splitlines()
    found = {tuple(line.split("\t")) for line in lines}
    wanted = {
        (
            *(one.subject, str(one.object), f"{one.relation} {one.polarity}"),
            *(one.polarity, COLOURS[one.polarity]),
        )
        for batch in seeds()
        for one in batch.claims
        if one.object is not None
    }
    assert len(lines) == len(found)
    assert {one for one in found if one[2] != VALUE} == wanted


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_graphology_finds_every_claim(
    name: str, node: Path, written: Written, hostile: Written
) -> None:
    found = json.loads(script(node, "graphs.mjs", str(written(name))))
    assert found_ties(found["edges"]) == tied()
    assert len(found["nodes"]) == node_count()
    odd = json.loads(script(node, "graphs.mjs", str(hostile(name))))
    names = {one.get("name") for one in odd["nodes"]}
    assert any("<b>&" in str(one) for one in names)


def test_igraph_finds_every_claim(python: Path, written: Written) -> None:
    command = [str(python / "python"), "-c", IGRAPH, str(written("graphml"))]
    found = json.loads(output(command))
    assert found_ties(found["edges"]) == tied()
    assert found["nodes"] == node_count()
