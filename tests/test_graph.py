"""What a claim, an entity and an article become in the graph."""

from dataclasses import replace
from typing import cast

import pytest

from claimgraph.captions import named_entity
from claimgraph.graph import (
    ClaimRows,
    Row,
    article_row,
    build,
    days_of,
    entity_row,
    work_id,
)
from claimgraph.identity import Identity
from claimgraph.model import (
    Alias,
    Cell,
    Claim,
    Entity,
    Reply,
    Retelling,
    Value,
    Work,
    XPath,
    Zone,
)
from claimgraph.schema import load_schema
from small_batch import BAND, BUREAU, CELL, GUILD, MARKET, OFFICERS, small_batch

LOADED = "2026-11-22T12:00:00Z"
NAMES = {one.id: named_entity(one) for one in small_batch().entities}
BLAMED, DATED, DENIED, LINKED, _ = small_batch().claims


def rows_of(*claims: Claim, same: dict[str, str] | None = None) -> ClaimRows:
    """The rows of claims, some ids judged to be one."""
    return build(claims, NAMES, Identity(same or {}), LOADED, load_schema())


def props(row: Row) -> Row:
    """The properties of a row."""
    return cast("Row", row["props"])


def test_node_and_edge_carry_the_same_provenance() -> None:
    rows = rows_of(BLAMED)
    [node], [edge] = rows.nodes, rows.edges["ATTRIBUTED_TO"]
    own = {"id", "digest", "proposition", "name"}
    shared = {key: value for key, value in props(node).items() if key not in own}
    assert props(edge) == shared | {"claim": BLAMED.id, "caption": "Bureau"}
    assert props(node)["name"] == "Bureau says: River Cell carried out market bombing"
    assert shared["chain"] == "Gazette > Bureau"
    assert (shared["origin"], shared["origin_id"]) == ("Bureau", BUREAU)
    assert (shared["hops"], shared["said"]) == (2, "2020-05-02")
    assert (edge["subject"], edge["object"]) == (MARKET, CELL)


@pytest.mark.parametrize(
    ("claim", "edge"),
    [
        (BLAMED, "ATTRIBUTED_TO"),
        (DENIED, "DENIED"),
        (replace(LINKED, polarity="withheld", reason="silent"), "WITHHELD"),
        (LINKED, "ALLEGED_LINK"),
    ],
)
def test_the_polarity_is_the_type_of_the_edge(claim: Claim, edge: str) -> None:
    assert rows_of(claim).edges.keys() == {edge}


@pytest.mark.parametrize(
    "claim",
    [
        DATED,
        replace(BLAMED, object=None, polarity="withheld", reason="silent"),
        replace(BLAMED, relation="KILLED", object=None, value=Value(min=1, of="men")),
    ],
)
def test_a_claim_without_object_is_a_node_alone(claim: Claim) -> None:
    rows = rows_of(claim)
    assert (len(rows.nodes), rows.edges, len(rows.hops)) == (1, {}, 2)


def test_a_rejected_claim_is_nowhere() -> None:
    assert rows_of(replace(BLAMED, review="rejected")) == ClaimRows([], {}, [])


def test_edges_hang_on_the_id_that_stands_and_keep_the_id_as_written() -> None:
    rows = rows_of(LINKED, same={CELL: GUILD, OFFICERS: BUREAU})
    [edge] = rows.edges["ALLEGED_LINK"]
    assert (edge["subject"], edge["object"]) == (GUILD, BAND)
    assert props(edge)["subject_id"] == CELL
    assert [hop["holder"] for hop in rows.hops] == ["org/gazette", BUREAU]
    assert props(rows.hops[1])["holder_id"] == OFFICERS


def test_a_claim_whose_ends_are_one_has_no_edge() -> None:
    rows = rows_of(LINKED, same={CELL: BAND})
    assert rows.edges == {}
    assert rows.nodes[0]["subject"] == rows.nodes[0]["object"] == BAND


def test_what_is_absent_is_no_property() -> None:
    [node] = rows_of(BLAMED).nodes
    assert not {"reason", "kind", "former", "valid", "note", "label", "value_min"} & (
        props(node).keys()
    )
    assert None not in props(node).values()


def test_all_that_was_written_is_there() -> None:
    whole = replace(
        BLAMED,
        former=True,
        reply=Reply("x#y", "disputes"),
        label="l",
        selector=Cell(3, "gname"),
    )
    [node] = rows_of(whole).nodes
    expected = {"former": True, "reply_claim": "x#y", "reply_how": "disputes"}
    expected |= {"label": "l", "row": 3, "column": "gname"}
    assert expected.items() <= props(node).items()
    assert "start" not in props(node)
    [node] = rows_of(replace(whole, selector=XPath("/a"))).nodes
    assert props(node)["xpath"] == "/a"


def test_each_date_has_two_ends() -> None:
    names = ("valid", "said", "on")
    found = days_of({"valid": "2020-05-07/..", "said": None, "on": "2021-24"}, names)
    assert found == {
        "valid_from": "2020-05-07",
        "valid_to": None,
        "said_from": None,
        "said_to": None,
        "on_from": "2021-12-01",
        "on_to": "2022-02-28",
    }


def test_the_time_of_loading_is_kept() -> None:
    again = replace(BLAMED, loaded="2001-01-01T00:00:00Z")
    stamps = [cast("Row", row["dates"]) for row in rows_of(BLAMED, again).nodes]
    loaded = [stamp["loaded"] for stamp in stamps]
    assert loaded == [LOADED, "2001-01-01T00:00:00Z"]


def test_an_entity_keeps_names_marks_and_ids() -> None:
    aliases = (Alias("A"), Alias("B", True, True), Alias("C", ambiguous=True))
    entity = Entity(
        id=CELL, name="Cell", aliases=aliases, ids=(("UN", "1"), ("wikidata", "Q1"))
    )
    plain = entity_row(Entity(id=CELL, name="Cell"))
    row = entity_row(entity)
    assert row.pop("digest") != plain.pop("digest")
    assert row == {
        "id": CELL,
        "name": "Cell",
        "names": "Cell\nA\nB\nC",
        "aliases": ["A", "B", "C"],
        "alias_marks": ["", "exact,ambiguous", "ambiguous"],
        "outside_ids": ["UN=1", "wikidata=Q1"],
    }
    assert plain == {
        "id": CELL,
        "name": "Cell",
        "names": "Cell",
    }


def test_an_article_keeps_zones_and_retellings_as_lists() -> None:
    work = Work("The Haqqanis", "org/foreign-policy")
    article = replace(
        small_batch().article,
        zones=(Zone("advert", "Buy"), Zone("comments", "Say", "end")),
        retells=(Retelling("other", "a", "b"), Retelling(work)),
    )
    expected = {
        "zone_kinds": ["advert", "comments"],
        "zone_froms": ["Buy", "Say"],
        "zone_tos": ["", "end"],
        "retells_works": ["other", "outside/the-haqqanis-882eda"],
        "retells_froms": ["a", ""],
        "retells_tos": ["b", ""],
    }
    row = article_row(article)
    assert {key: row[key] for key in expected} == expected


def test_works_of_one_title_differ_by_publisher_and_date() -> None:
    works = [Work("T"), Work("T", "org/a"), Work("T", None, "2020"), Work("\u0627")]
    assert len({work_id(work) for work in works}) == 4
    assert work_id(works[3]).startswith("outside/work-")
