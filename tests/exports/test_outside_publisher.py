"""Who published a work outside the corpus is free text, unless it is an id of ours."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.exports import find_format, format_names
from claimgraph.exports.graph_dump import gather_graph
from claimgraph.exports.graph_dump.elements import Element, groups
from claimgraph.loaders import (
    find_loader,
    loader_for,
)
from claimgraph.model import Batch, Retelling, Work
from claimgraph.rdf.writing.quads import quads
from claimgraph.rdf.writing.terms import CG, Literal
from claimgraph.schema import load_schema
from export_cases import LOADED
from small_batch import BUREAU, small_batch
from strategies import NO_IDS
from verifying import ENDINGS, disagreements, write_plainly

WORKS = tuple(Work(f"Wire {at}", one) for at, one in enumerate((*NO_IDS, BUREAU)))
# the formats that a loader of ours takes: no later one may pass by
BACK = {name for name in format_names() if find_format(name).suffix.endswith(ENDINGS)}


def retelling_batch() -> Batch:
    """A small batch whose article retells works of such publishers."""
    batch = small_batch()
    return replace(
        batch,
        article=replace(batch.article, retells=tuple(map(Retelling, WORKS))),
        claims=tuple(replace(one, loaded=LOADED) for one in batch.claims),
    )


@pytest.mark.parametrize("name", format_names())
def test_every_format_holds_what_its_account_says(name: str, tmp_path: Path) -> None:
    batches = [retelling_batch()]
    target = write_plainly(name, batches, tmp_path)
    assert disagreements(name, target, batches) == []
    if name in BACK:
        [back] = find_loader(loader_for(target)).read(target)
        assert [item.work for item in back.article.retells] == [*WORKS]


def test_a_publisher_is_an_iri_only_where_it_is_an_entity() -> None:
    found = list(quads([retelling_batch()]))
    names = {term for _, verb, term, _ in found if verb == f"{CG}publisherName"}
    assert names == set(map(Literal, NO_IDS))
    outside = [
        term
        for subject, verb, term, _ in found
        if verb == f"{CG}publishedBy" and "/outside/" in subject
    ]
    assert [str(one).rpartition("org/")[2] for one in outside] == ["bureau"]


def test_no_edge_of_a_dump_lacks_an_end() -> None:
    with gather_graph([retelling_batch()]) as held:
        elements = [one for group in groups(held, load_schema()) for one in group]
    nodes = {one.ends[0] for one in elements if len(one.ends) == 1}
    edges = [one for one in elements if len(one.ends) == 2]
    assert [one for one in edges if not nodes.issuperset(one.ends)] == []
    assert [one.ends[1] for one in edges if is_outside(one)] == [BUREAU]


def is_outside(edge: Element) -> bool:
    """Whether an edge says who published a work outside."""
    return edge.table == "published_by" and edge.ends[0].startswith("outside/")
