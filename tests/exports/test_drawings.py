"""GraphML and GEXF: counts, signs, dates, and texts that XML cannot hold."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from xml.etree import ElementTree

import networkx as nx
import pytest

from claimgraph.analysis.claim_set import gather
from claimgraph.analysis.context import context_of
from claimgraph.analysis.corroboration import corroborate_all
from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.run import write_export
from claimgraph.exports.selection import selected_batches
from claimgraph.ids import identified_claim
from claimgraph.model import Batch
from claimgraph.schema import load_schema
from export_cases import sample, seeds

FORMATS = ("graphml", "gexf")
PLAIN = ExportOptions()
BOTH = pytest.mark.parametrize("name", FORMATS)
Edge = dict[str, Any]
Drawn = tuple[str, str, Edge]


def written(
    name: str, batches: Iterable[Batch], folder: Path, options: ExportOptions = PLAIN
) -> Path:
    target = folder / f"out{find_format(name).suffix}"
    find_format(name).write(selected_batches(batches, options), target, options)
    return target


def read(name: str, target: Path) -> tuple[dict[str, Edge], list[Drawn]]:
    """Nodes and edges, as networkx reads them without our help."""
    graph = (
        nx.read_graphml(target, force_multigraph=True)
        if name == "graphml"
        else nx.read_gexf(target)
    )
    nodes = cast(
        "dict[str, Edge]", {one: dict(row) for one, row in graph.nodes.items()}
    )
    edges = [(str(a), str(b), dict(row)) for a, b, row in graph.edges(data=True)]
    return nodes, edges


@cache
def drawn_seeds(name: str) -> tuple[dict[str, Edge], list[Drawn]]:
    """Nodes and edges of the seeds; tests only read them."""
    with TemporaryDirectory() as folder:
        return read(name, written(name, seeds(), Path(folder)))


@BOTH
def test_counts_and_ends_are_those_of_the_source(name: str) -> None:
    claims = [claim for batch in seeds() for claim in batch.claims]
    nodes, edges = drawn_seeds(name)
    ends = {end for one in claims for end in (one.subject, one.object) if end}
    alone = {f"claim/{one.id}" for one in claims if one.object is None}
    assert nodes.keys() == ends | alone
    drawn = {row["claim"]: (a, b) for a, b, row in edges if "claim" in row}
    assert drawn == {one.id: (one.subject, one.object) for one in claims if one.object}
    assert len(edges) == len(claims)


@BOTH
def test_no_denied_or_withheld_claim_looks_affirmed(name: str) -> None:
    """By the polarity, by the label, and by the colour."""
    claims = {claim.id: claim for batch in seeds() for claim in batch.claims}
    nodes, edges = drawn_seeds(name)
    rows = [row for _, _, row in edges if "claim" in row]
    rows += [row for row in nodes.values() if "claim" in row]
    assert len(rows) == len(claims)
    for row in rows:
        claim = claims[row["claim"]]
        assert row["polarity"] == claim.polarity
        plain = row["label"] == claim.relation
        assert plain == (claim.polarity == "affirmed")
        assert (row["colour"] == "#1a7f37") == (claim.polarity == "affirmed")
        assert row["kind"] == f"{claim.relation} {claim.polarity}"
        assert row.get("claim_kind") == claim.kind
    assert len({row["colour"] for row in rows}) == 3


def test_gephi_finds_kind_and_colour_of_every_edge(tmp_path: Path) -> None:
    """By the attribute of GEXF, and by the three numbers of GraphML."""
    space = "{http://www.gexf.net/1.2draft}"
    found = ElementTree.parse(written("gexf", sample(), tmp_path)).iter(f"{space}edge")
    kinds = sorted(str(one.get("kind")) for one in found)
    _, edges = read("graphml", written("graphml", sample(), tmp_path))
    assert kinds == sorted(row["kind"] for _, _, row in edges)
    assert {"ALLEGED_LINK denied", "value"} < {*kinds}
    for _, _, row in edges:
        if "claim" in row:
            assert row["colour"] == "#{r:02x}{g:02x}{b:02x}".format(**row)


@BOTH
def test_texts_that_xml_cannot_hold_are_counted(name: str, tmp_path: Path) -> None:
    [batch] = sample()
    hostile = "a\x00\x08<b>&\"'\r\n\u202e\ufffe]]>\x85 end\n"
    claims = tuple(replace(one, quote=hostile) for one in batch.claims)
    entities = tuple(replace(one, name=f"\x1b{one.name}") for one in batch.entities)
    batches = [replace(batch, claims=claims, entities=entities)]
    target = tmp_path / f"out{find_format(name).suffix}"
    account = write_export(name, batches, target, PLAIN)
    quotes = {one.feature: one for one in account.features}["quote"]
    assert (quotes.reduced, quotes.lost) == (len(claims), 0)
    assert "U+FFFD" in quotes.why
    _, edges = read(name, target)
    shown = "a\ufffd\ufffd<b>&\"'\ufffd\n\u202e\ufffd]]>\ufffd end\n"
    assert {row["quote"] for _, _, row in edges if "quote" in row} == {shown}


@BOTH
def test_markup_and_line_ends_come_back_whole(name: str, tmp_path: Path) -> None:
    [batch] = sample()
    quote = "<x a='1'>&amp;\n\t]]> \u202e\U0001f600 "
    claims = tuple(replace(one, quote=quote) for one in batch.claims)
    target = tmp_path / f"out{find_format(name).suffix}"
    account = write_export(name, [replace(batch, claims=claims)], target, PLAIN)
    quotes = {one.feature: one for one in account.features}["quote"]
    assert (quotes.reduced, quotes.lost) == (0, 0)


def test_time_line_of_gexf_is_when_claims_held(tmp_path: Path) -> None:
    source = sample()
    target = written("gexf", source, tmp_path)
    text = target.read_text("utf-8")
    assert 'mode="dynamic"' in text and 'timeformat="date"' in text
    assert "lastmodified" not in text
    [first, *others] = [one for one in source[0].claims if one.object]
    _, edges = read("gexf", target)
    rows = {row["claim"]: row for _, _, row in edges if "claim" in row}
    assert rows[first.id]["start"] == "2020-05-01" and "end" not in rows[first.id]
    assert all("start" not in rows[one.id] for one in others if one.valid is None)
    assert all("char_start" in row for row in rows.values())


def test_edges_of_graphml_are_named_by_their_claims(tmp_path: Path) -> None:
    target = written("graphml", sample(), tmp_path)
    graph = cast("nx.MultiDiGraph[str]", nx.read_graphml(target, force_multigraph=True))
    named = {
        str(key): dict(row) for _, _, key, row in graph.edges(keys=True, data=True)
    }
    claims = [key for key, row in named.items() if row.get("claim") == key]
    assert len(claims) == sum(one.object is not None for one in sample()[0].claims)


@BOTH
def test_aggregate_has_the_counts_of_the_analysis(name: str, tmp_path: Path) -> None:
    source = seeds()
    target = written(name, source, tmp_path, ExportOptions(aggregate=True))
    _, edges = read(name, target)
    claim_set = gather(source)
    known = context_of(claim_set, load_schema())
    wanted = {
        (
            *(one.proposition.relation, one.proposition.subject, one.polarity),
            " ".join(sorted((*one.supporting, *one.hypothetical))),
        ): (one.independent, one.origins)
        for one in corroborate_all(claim_set.claims, known)
    }
    found = {
        (row["relation"], source, row["polarity"], row["claims"]): (
            row["independent"],
            row["origins"],
        )
        for source, _, row in edges
        if row["polarity"] != "withheld"
    }
    assert found == wanted
    told = [own for _, _, row in edges for own in row["claims"].split()]
    assert sorted(told) == [claim.id for claim in claim_set.claims]
    silent = [row for _, _, row in edges if row["polarity"] == "withheld"]
    assert silent and all("independent" not in row for row in silent)
    assert all(row["label"].startswith("WITHHELD ") for row in silent)


@BOTH
def test_aggregate_is_accounted_for(name: str, tmp_path: Path) -> None:
    target = tmp_path / f"out{find_format(name).suffix}"
    account = write_export(name, sample(), target, ExportOptions(aggregate=True))
    lost = {one.feature: one for one in account.features}
    assert account.claims.out == account.claims.given
    assert lost["polarity"].lost == lost["polarity"].reduced == 0
    assert lost["parallel_claims"].reduced == lost["parallel_claims"].given > 0
    assert lost["quote"].lost == lost["quote"].given


def test_parallel_claims_stay_apart(tmp_path: Path) -> None:
    [batch] = sample()
    article = batch.article
    again = [replace(one, note="again", former=not one.former) for one in batch.claims]
    claims = (
        *batch.claims,
        *(identified_claim(one, article, False) for one in again),
    )
    for name in FORMATS:
        _, edges = read(name, written(name, [replace(batch, claims=claims)], tmp_path))
        assert len(edges) == len({one.id for one in claims}) == 2 * len(batch.claims)
