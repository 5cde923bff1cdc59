"""Claims JSONL: what is wrong is told with its line, and never loaded."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest

from claimgraph.errors import LoaderError
from claimgraph.gate import check
from claimgraph.model import Cell, Pointer, XPath
from claimgraph.schema import load_schema
from jsonl_files import (
    HEAD,
    Line,
    article,
    claim,
    dataset,
    entity,
    problems_of,
    read,
    sha,
    write_lines,
)

NOWHERE = {"row": 0, "column": "a"}, {"row": 2**64, "column": "a"}, {"xpath": " "}
TEXT = "Cell A raided a mill."
BASE: tuple[Line, ...] = (
    HEAD,
    entity("org/gazette", "Gazette"),
    entity("group/a", "Cell A", aliases=["the Cell"]),
    entity("group/b", "Cell B"),
    article("one", TEXT),
    claim("one", "group/a", "group/b", 7),
)


def with_line(scratch: Path, number: int, line: Line | str | bytes) -> Path:
    """The base file with another line at a place, counted from 1."""
    lines = [json.dumps(one).encode() for one in BASE]
    raw = json.dumps(line) if isinstance(line, dict) else line
    lines[number - 1] = raw.encode() if isinstance(raw, str) else raw
    path = scratch / "one.claims.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def changed(number: int, kind: str, **keys: object) -> Line:
    """A line of the base file with other keys."""
    return {kind: cast("Line", BASE[number - 1][kind]) | keys}


def test_the_base_file_is_sound(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "one.claims.jsonl", BASE)
    [batch] = read(path)
    assert check(batch, load_schema()) == []
    assert (batch.article.corpus, batch.judgements) == ("big", ())
    assert (batch.first, batch.last) == (True, True)


def test_a_dataset_comes_in_batches(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "big.claims.jsonl", dataset(2500))
    shapes = [(len(b.claims), b.first, b.last) for b in read(path)]
    assert shapes == [
        (1000, True, False),
        (1000, False, False),
        (2500 - 357 - 2000, False, True),
        (1, True, True),
    ]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"{", "is not one JSON object"),
        (b"[]", "is not one JSON object"),
        (b"{}", "must be an object with one key"),
        (b'{"claim": {}, "entity": {}}', "must be an object with one key"),
        (b'{"claims": {}}', "'claims' is no kind of line"),
        (b'{"claim": []}', "must be a block of keys and values"),
        (b'{"claim": {"note": "a", "note": "b"}}', "the key 'note' stands twice"),
        (b'{"claim": {"note": "\\u0000"}}', "note: holds a NUL at 0: take it out"),
        (b'{"claim": {"note": "\\ud800"}}', "note: holds half a character (U+D800)"),
        (b'{"claim": {"\\udfff": 1}}', "holds half a character (U+DFFF)"),
        (b'{"claim": {"note": "\xff"}}', "is not one JSON object: 'utf-8'"),
        (b'{"claim": {"confidence": NaN}}', "NaN is no number"),
        (b'{"claim": {"confidence": -Infinity}}', "-Infinity is no number"),
        (b'{"claim": {"start": ' + b"9" * 5000 + b"}}", "is not one JSON object"),
        (b'{"claim": ' + b"[" * 900 + b"]" * 900 + b"}", "nested deeper than 20"),
        (b'{"claim": ' + b"[" * 99999 + b"]" * 99999 + b"}", "is nested too deep"),
        (b'{"claim": ' + b'{"a":' * 500 + b"1" + b"}" * 501, "nested deeper than 20"),
    ],
)
def test_a_line_that_is_no_claim_is_a_problem(
    raw: bytes, told: str, tmp_path: Path
) -> None:
    found = problems_of(with_line(tmp_path, 6, raw))
    assert len(found) == 1
    assert found[0].startswith("6: ")
    assert told in found[0]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"relatoin": "x"}, "relatoin: is no key here (nearest: relation)"),
        ({"id": "0" * 20}, "id: 00000000000000000000 is written, but worked out it"),
        ({"digest": "0" * 20}, "digest: 00000000000000000000 is written"),
        ({"proposition": "x"}, "proposition: x is written"),
        ({"said": "2020"}, "said: 2020 is written, but worked out it is None"),
        ({"loaded": "2020-01-01"}, "loaded: '2020-01-01' is no time"),
        (
            {"subject_names": ["Cell A"]},
            "subject_names: are not those of group/a",
        ),
        ({"object_names": ["B"]}, "object_names: are not those of group/b: Cell B"),
        ({"article": "two"}, "article: two is not the article above it"),
        ({"start": 8, "end": 14}, "quote: at 8-14 the text says 'aided '"),
        ({"start": -14, "end": -8}, "quote: -14--8 cannot be the place of 6"),
        (
            {"start": 2**70, "end": 2**70 + 6},
            "quote: 1180591620717411303430 is no offset",
        ),
        ({"start": 7.0}, "start: must be a whole number"),
        ({"start": True}, "start: must be a whole number"),
        ({"confidence": 2}, "confidence: 2.0 is not 0..1"),
        ({"confidence": 1e400}, "is not one JSON object: Infinity is no number"),
        ({"confidence": 10**400}, "confidence: "),
        ({"label": ""}, "label: '' is no label"),
        ({"label": "a#b"}, "label: 'a#b' is no label"),
        ({"label": "0" * 20}, "label: '00000000000000000000' is no label"),
        ({"chain": [{"holder": "org/gazete"}]}, "must begin with org/gazette"),
        (
            {"chain": [{"holder": "org/gazette", "name": "G"}]},
            "chain[0].name: is not that of org/gazette: Gazette",
        ),
        (
            {"chain": [{"holder": "org/gazette"}, {"holder": "group/a", "cue": ""}]},
            "chain[1].cue: is empty",
        ),
    ],
)
def test_a_claim_is_checked(keys: Line, told: str, tmp_path: Path) -> None:
    found = problems_of(with_line(tmp_path, 6, changed(6, "claim", **keys)))
    assert len(found) == 1, found
    assert found[0].startswith(f"6: {told}") or told in found[0]
    assert found[0].startswith("6: ")


def test_a_name_on_a_hop_that_is_right_passes(tmp_path: Path) -> None:
    keys: Line = {"chain": [{"holder": "org/gazette", "name": "Gazette"}]}
    keys |= {"subject_names": ["Cell A", "the Cell"], "object_names": ["Cell B"]}
    keys |= {"loaded": "2020-01-02T03:04:05Z"}
    path = with_line(tmp_path, 6, changed(6, "claim", **keys))
    assert problems_of(path) == []
    assert read(path)[0].claims[0].loaded == "2020-01-02T03:04:05Z"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"id": "One"}, "'One' is no stem"),
        ({"id": "a" * 300}, "has 300 characters"),
        ({"sha256": ""}, "sha256: '' is no SHA-256"),
        ({"sha256": sha("x")}, "sha256: is not the digest of the text"),
        ({"rejected": -1}, "rejected: -1 is no number"),
        ({"rejected": 2**64}, "rejected: 18446744073709551616 is no number"),
        ({"zones": [{"kind": "advert", "from": "Cell", "to": ""}]}, "zones[0].to: is"),
        ({"retells": [{"work": "x", "from": ""}]}, "retells[0].from: is empty"),
        ({"published": "2020-02-30"}, "published: 2020-02-30 is no date"),
    ],
)
def test_an_article_is_checked(keys: Line, told: str, tmp_path: Path) -> None:
    found = problems_of(with_line(tmp_path, 5, changed(5, "article", **keys)))
    assert any(one.startswith("5: ") and told in one for one in found), found


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"name": "x" * 2000}, "name: has 2000 characters"),
        ({"name": "two\nlines"}, "name: 'two\\nlines' is no name"),
        ({"name": " "}, "name: ' ' is no name"),
        ({"ids": {"a=b": "c"}}, "ids: a=b=c is no id elsewhere"),
        ({"lat": 1.0}, "lat: is only for places"),
        (
            {"aliases": [{"name": "x", "case": "exakt"}]},
            "case: must be exact, not 'exakt'",
        ),
    ],
)
def test_an_entity_is_checked(keys: Line, told: str, tmp_path: Path) -> None:
    found = problems_of(with_line(tmp_path, 3, changed(3, "entity", **keys)))
    assert any(one.startswith("3: ") and told in one for one in found), found


@pytest.mark.parametrize(
    "raw", ["", "{}", '{"claimgraph": 3}', '{"claimgraph": true}', "[" * 99999, "\xff"]
)
def test_a_file_without_its_head_is_refused(raw: str, tmp_path: Path) -> None:
    path = tmp_path / "one.claims.jsonl"
    path.write_bytes(raw.encode("latin-1"))
    with pytest.raises(LoaderError, match="the first line must be"):
        read(path)
    with pytest.raises(LoaderError, match="holds no article"):
        read(write_lines(path, BASE[:4]))


def test_the_problem_of_an_only_article_is_told(tmp_path: Path) -> None:
    found = problems_of(with_line(tmp_path, 5, changed(5, "article", titel="x")))
    assert found == [
        "5: titel: is no key here (nearest: title)",
        "6: article: one is not the article above it",
    ]


def test_claims_of_an_article_stand_together(tmp_path: Path) -> None:
    again = [article("two", "They raided."), *BASE[4:]]
    path = write_lines(tmp_path / "one.claims.jsonl", [*BASE, *again])
    assert problems_of(path) == [
        "8: id: one stands here a second time: its claims must be together"
    ]


def test_an_article_without_text_is_not_checked_word_for_word(tmp_path: Path) -> None:
    lines: list[Line] = [*BASE[:4], article("one", None, kind="dataset")]
    lines += [claim("one", "group/a", "group/b", 2**40)]
    path = write_lines(tmp_path / "one.claims.jsonl", lines)
    assert problems_of(path) == []
    assert not read(path)[0].article.quote_checked
    lines[-1] = claim("one", "group/a", "group/b", -1)
    path = write_lines(path, lines)
    assert problems_of(path) == ["6: quote: -1-5 cannot be the place of 6 characters"]


@pytest.mark.parametrize(
    ("place", "selector"),
    [
        ({"row": 3, "column": "gname"}, Cell(3, "gname")),
        ({"xpath": "/list/entry[2]"}, XPath("/list/entry[2]")),
        ({"pointer": "/values/2/value"}, Pointer("/values/2/value")),
    ],
)
def test_tables_and_xml_are_told_apart_from_texts(
    place: Mapping[str, object], selector: object, tmp_path: Path
) -> None:
    line = cast("Line", claim("one", "group/a", "group/b", 0)["claim"])
    block = {key: value for key, value in line.items() if key not in ("start", "end")}
    lines: list[Line] = [
        *BASE[:4],
        article("one", None),
        {"claim": block | dict(place)},
    ]
    path = write_lines(tmp_path / "one.claims.jsonl", lines)
    assert problems_of(path) == []
    assert read(path)[0].claims[0].selector == selector
    lines = [*BASE[:5], {"claim": block | dict(place)}]
    path = write_lines(path, lines)
    [told] = problems_of(path)
    assert told.startswith("6: quote: is in a table or XML, where no quote can be")


@pytest.mark.parametrize("place", [*NOWHERE, {"pointer": "a"}])
def test_no_place_outside_a_table(place: Line, tmp_path: Path) -> None:
    line = cast("Line", claim("one", "group/a", "group/b", 0)["claim"])
    block = {key: value for key, value in line.items() if key not in ("start", "end")}
    lines: list[Line] = [*BASE[:4], article("one", None), {"claim": block | place}]
    assert len(problems_of(write_lines(tmp_path / "x.jsonl", lines))) == 1


def test_a_compressed_file_says_the_same(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    plain = write_lines(tmp_path / "one.claims.jsonl", BASE)
    packed = tmp_path / "two.claims.jsonl.zst"
    packed.write_bytes(zstandard.ZstdCompressor().compress(plain.read_bytes()))
    assert read(packed) == read(plain)


def test_judgements_go_to_their_corpora(tmp_path: Path) -> None:
    line = {"left": "group/a", "right": "group/b", "verdict": "unsure"}
    line |= {"who": "ann", "when": "2020", "why": "why"}
    other = article("two", "They raided.", corpus="other")
    lines: list[Line] = [
        *BASE,
        {"judgement": line},
        other,
        {"judgement": line | {"corpus": "big"}},
    ]
    path = write_lines(tmp_path / "one.claims.jsonl", lines[:-1])
    batches = read(path)
    judged = {b.article.corpus: b.judgements for b in batches if b.judgements}
    assert judged.keys() == {"big"}
    assert [len(b.claims) for b in batches] == [1, 0, 0]
    assert batches[1].judgements == ()
    lines[-1] = {"judgement": line | {"corpus": "third"}}
    assert problems_of(write_lines(path, lines)) == [
        "9: corpus: 'third' is no corpus of an article in this file"
    ]
