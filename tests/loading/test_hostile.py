"""Values that want to be code, or break what keeps them, stay values."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from claimgraph.errors import ClaimgraphError
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.readback import read
from claimgraph.store.base import Store
from graph_snapshot import assert_equal, snapshot
from jsonl_files import HEAD, Line, article, claim, entity, write_lines
from market import copy_market, edit_claim, load_folder

# each of them as a name, a quote, a note, a title, a count and a label's neighbour
TEXTS = (
    "'; MATCH (n) DETACH DELETE n; //",
    '"}) DETACH DELETE n WITH 1 AS one MATCH (m) //',
    "`) MATCH (n) SET n.name = 'owned' //",
    "$rows {id: $id} ${jndi:x} %s {0}",
    "\\u0027 \\' \\\\ \\",
    "\u202eright to left\u202c \u200f\u061c",
    "a\u0000d".replace("\u0000", "\u0001") + " \u007f \u0085 \u2028 \u2029",
    "\ufeffmark \ufffe \uffff \U0010ffff",
    "e\u0301 \u00e9 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u0130\u0131 \u1e9e",
    "null",
    "true",
    "2020-01-01",
    "2026-11-22T12:00Z",
    "NaN",
    " spaces \t and tabs ",
    "x" * 990,
)


def hostile_lines(texts: Iterable[str]) -> list[Line]:
    """An article for each text, with the text wherever a text may stand."""
    lines = [HEAD, entity("org/gazette", "Gazette"), entity("group/a", "A")]
    for number, text in enumerate(texts):
        stem, one = f"s{number}", f"group/h{number}"
        raw = f"They {text} raided."
        at = raw.index("raided")
        about = {"description": text, "ids": {"x": text}, "aliases": [f"alias {text}"]}
        lines.append(entity(one, f"name {text}", **about))
        lines.append(article(stem, raw, title=text, note=text, url=text))
        lines.append(claim(stem, one, "group/a", at, note=text, by=text))
        quote: Line = {"quote": text, "end": 5 + len(text), "valid_words": text}
        lines.append(claim(stem, "group/a", one, 5, **quote))
        count: Line = {"relation": "STRENGTH", "object": None}
        value = {"min": 0, "max": 2**63 - 1, "of": text}
        lines.append(claim(stem, one, "group/a", at, **count, value=value))
    return lines


def test_hostile_texts_come_back_as_they_went_in(
    fresh_store: Store, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "big.claims.jsonl", hostile_lines(TEXTS))
    batches = list(find_loader("claims_jsonl").read(path))
    load(batches, fresh_store)
    found = {batch.article.id: batch for batch in read(fresh_store)}
    assert len(found) == len(TEXTS)
    for batch in batches:
        again = found[batch.article.id]
        assert again.article == batch.article
        assert set(again.claims) == set(batch.claims)
        assert again.entities == batch.entities
    labels = fresh_store.read("MATCH (n) UNWIND labels(n) AS label RETURN label")
    known = {"Entity", "Group", "Organization", "Article", "Claim", "Graph"}
    assert {row["label"] for row in labels} == known
    before = snapshot(fresh_store)
    load(batches, fresh_store)
    assert_equal(fresh_store, before)


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("relation", "LED_BY]->() DELETE r //"),
        ("relation", "`DENIED`"),
        ("relation", "SUBJECT"),
        ("subject", "group/x'}) DETACH DELETE (n"),
        ("subject", "Entity:Group {id: 1}"),
        ("kind", "ties`]->()"),
        ("polarity", "denied) DETACH DELETE r"),
        ("label", "a' OR 1=1 #"),
        ("valid", "date() //"),
        ("quote", "\x01"),
        ("confidence", ".inf"),
        ("grade", "A1 OR B2"),
    ],
)
def test_no_label_and_no_type_comes_from_a_file(
    fresh_store: Store, tmp_path: Path, key: str, value: str
) -> None:
    folder = copy_market(tmp_path / "market")
    load_folder(folder, fresh_store)
    before = snapshot(fresh_store)
    try:
        edit_claim(folder, "alpha", 0, **{key: value})
        load_folder(folder, fresh_store)
    except ClaimgraphError as error:
        assert str(folder) in str(error)
    else:
        pytest.fail("it was loaded")
    assert_equal(fresh_store, before)


@pytest.mark.slow
@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_text_of_ten_megabytes_is_kept(fresh_store: Store, tmp_path: Path) -> None:
    text = "x" * 10_000_000 + " raided"
    lines = [HEAD, entity("org/gazette", "Gazette")]
    lines += [entity("group/a", "A"), entity("group/b", "B"), article("long", text)]
    lines.append(claim("long", "group/a", "group/b", 10_000_001))
    path = write_lines(tmp_path / "big.claims.jsonl", lines)
    load(find_loader("claims_jsonl").read(path), fresh_store)
    [batch] = read(fresh_store)
    assert batch.article.text == text
