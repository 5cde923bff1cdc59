"""What passes the gate, a store takes: hostile values at every key of every line."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from claimgraph.gate import Gate
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from claimgraph.yaml_file import read_yaml
from jsonl_files import Line, article, claim, closed_lines, entity, sha, write_lines

CASES = Path(__file__).parents[1] / "cases" / "gate-lines"
TEXT = "Officials said Cell A raided a mill."
HOSTILE = (
    *(2**63, 2**70, -1, -(2**70), 0, 1.5, 1e308, True, "", " ", "\t", "x" * 40_000),
    *("é" * 9_000, "2026-19-28T19:57:19Z", "0000-01-01T00:00:00Z", "2020-02-30"),
    *("2026-01-01T24:00:00Z", "9999-12-31T23:59:59Z", "a/../b", "\u2028", "'; --"),
)
Path_ = tuple[str | int, ...]


def base() -> list[Line]:
    """A sound file that has every key that a line may have, or nearly so."""
    header: Line = {"kind": "news", "published": "2020", "language": "en", "note": "n"}
    header |= {
        "published_why": "why",
        "url": "https://example.org",
        "author": "person/o",
    }
    header |= {"source_sha256": sha("x"), "marking": "TLP:CLEAR", "rejected": 1}
    header |= {"retells": [{"work": {"title": "W", "publisher": "P"}}, {"work": "w"}]}
    header |= {"zones": [], "quote_checked": True}
    chain = [
        {"holder": "org/gazette"},
        {"holder": "person/o", "cue": "Officials said", "cue_start": 0, "cue_end": 14}
        | {"said": "2020", "medium": "statement", "stance": "asserts"},
    ]
    keys: Line = {"chain": chain, "loaded": "2026-11-22T12:00:00Z", "label": "one"}
    keys |= {"valid": "2020", "valid_words": "then", "by": "hand", "confidence": 0.5}
    keys |= {"grade": "A1", "note": "n", "former": False, "polarity": "affirmed"}
    keys |= {"replies_to": {"claim": "x#y", "how": "confirms"}, "modality": "stated"}
    counted: Line = {"relation": "KILLED", "object": None, "label": "two"}
    counted |= {"value": {"min": 1, "max": 2, "of": "men", "about": True}}
    judged = {"left": "group/a", "right": "group/b", "verdict": "unsure", "who": "ann"}
    lines: list[Line] = [
        entity("org/gazette", "Gazette", kind="outlet"),
        entity("person/o", "An official"),
        entity("group/a", "A", aliases=[{"name": "AA", "ambiguous": True}], by="hand"),
        entity("group/b", "B", description="d", ids={"un": "1"}, unnamed=True),
        entity("attack/x", "raid"),
        entity("place/p", "P", lat=1.0, lon=2.0),
        article("one", TEXT, **header),
        claim("one", "group/a", "group/b", 22, **keys),
        claim("one", "attack/x", "", 22, **counted),
        claim("one", "attack/x", "place/p", 22, relation="LOCATED_IN"),
        {"judgement": {**judged, "when": "2020", "why": "why", "corpus": "big"}},
    ]
    block = cast("Line", lines[8]["claim"])
    block.pop("object")
    return closed_lines(lines)


def paths_in(block: object, above: Path_ = ()) -> Iterator[Path_]:
    """The places of all values that are neither blocks nor lists."""
    if isinstance(block, dict):
        for key, held in cast("Line", block).items():
            yield from paths_in(held, (*above, key))
    elif isinstance(block, list):
        for index, held in enumerate(cast("list[object]", block)):
            yield from paths_in(held, (*above, index))
    else:
        yield above


def changed(lines: list[Line], path: Path_, value: object) -> list[Line]:
    """The lines with another value at a place."""
    other = copy.deepcopy(lines)
    held: object = other
    for part in path[:-1]:
        held = cast("dict[str | int, object]", held)[part]
    cast("dict[str | int, object]", held)[path[-1]] = value
    return other


def problems_in(path: Path) -> list[str]:
    """What the gate has against a file."""
    batches = find_loader("claims_jsonl").read(path)
    found = [one for batch in batches for one in Gate(load_schema()).problems(batch)]
    return [f"{one.key}: {one.reason}" for one in found]


@pytest.mark.longer_served
@pytest.mark.slow
def test_what_passes_the_gate_a_store_takes(fresh_store: Store, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "odd.claims.jsonl", base())
    assert problems_in(path) == []
    lines, loader, passed = base(), find_loader("claims_jsonl"), 0
    for place in list(paths_in(lines[1:-1])):
        for value in HOSTILE:
            write_lines(
                path, changed(lines, (cast("int", place[0]) + 1, *place[1:]), value)
            )
            if problems_in(path):
                continue
            passed += 1
            load(loader.read(path), fresh_store)
    assert passed > 100


def case_lines() -> list[dict[str, object]]:
    """The cases of all files."""
    return [
        cast("dict[str, object]", one)
        for path in sorted(CASES.glob("*.yaml"))
        for one in cast("list[object]", read_yaml(path).plain)
    ]


@pytest.mark.parametrize("case", case_lines(), ids=lambda one: str(one["rule"]))
def test_case(case: dict[str, object], tmp_path: Path) -> None:
    place = tuple(cast("list[str | int]", case["at"]))
    value = json.loads(cast("str", case["value"]))
    path = write_lines(tmp_path / "x.claims.jsonl", changed(base(), place, value))
    assert problems_in(path) == case["problems"]


def test_there_are_cases() -> None:
    assert len(case_lines()) >= 15


def test_chain_that_is_left_out_has_no_numbered_speakers(tmp_path: Path) -> None:
    lines = changed(base(), (8, "claim", "chain"), [])
    lines = changed(lines, (7, "article", "publisher"), "org/nobody")
    path = write_lines(tmp_path / "x.claims.jsonl", lines)
    keys = [one.partition(":")[0] for one in problems_in(path)]
    assert keys == ["publisher", "chain.holder", "chain", "chain"]


def test_a_claim_of_another_article_is_told(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "x.claims.jsonl", base())
    [batch] = find_loader("claims_jsonl").read(path)
    claims = (replace(batch.claims[0], article="two"), *batch.claims[1:])
    [problem] = Gate(load_schema()).problems(replace(batch, claims=claims))
    assert problem.reason == "two is not one, which it came with"
