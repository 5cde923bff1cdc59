"""A file that was cut is told, and retracts nothing of what it does not say."""

import io
import json
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import ClaimgraphError, GateError, LoaderError
from claimgraph.gate import Gate
from claimgraph.loaders import find_loader
from claimgraph.loading import Summary, load
from claimgraph.readback import read as read_back
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from jsonl_files import (
    HEAD,
    Line,
    article,
    claim,
    closed_lines,
    entity,
    problems_of,
    read,
    write_lines,
)

zstandard = pytest.importorskip("zstandard")
JUDGEMENT: Line = {
    "judgement": {"left": "group/a", "right": "group/b", "verdict": "unsure"}
    | {"who": "ann", "when": "2020", "why": "why", "corpus": "big"}
}
TWO: tuple[Line, ...] = (
    entity("org/gazette", "Gazette"),
    entity("group/a", "Cell A"),
    entity("group/b", "Cell B"),
    article("one", "They raided and raided."),
    claim("one", "group/a", "group/b", 5),
    claim("one", "group/a", "group/b", 16),
    article("two", "He raided, she raided."),
    claim("two", "group/a", "group/b", 3),
    claim("two", "group/b", "group/a", 15, relation="ALLEGED_LINK"),
    JUDGEMENT,
)


def bytes_of(lines: Iterable[Line]) -> bytes:
    """The lines as a file has them."""
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


WHOLE = bytes_of(closed_lines(TWO))
OLD = bytes_of([HEAD, *TWO])


def whole_articles(path: Path) -> list[str]:
    """The articles that come whole and pass the gate, up to the first error."""
    done: list[str] = []
    try:
        for batch in find_loader("claims_jsonl").read(path):
            if Gate(load_schema()).problems(batch):
                break
            done += [batch.article.id] * batch.last
    except ClaimgraphError as error:
        assert error.file == str(path)
    return done


@pytest.mark.parametrize("at", range(0, len(WHOLE) - 1, 11))
def test_no_cut_file_passes_for_a_whole_one(at: int, tmp_path: Path) -> None:
    path = tmp_path / "cut.claims.jsonl"
    path.write_bytes(WHOLE[:at])
    second = WHOLE.index(b'{"article": {"id": "two"')
    done = whole_articles(path)
    assert done in ([], ["one"])
    assert not done or at > second


def test_a_cut_at_every_line_end_is_told(tmp_path: Path) -> None:
    lines, path = closed_lines(TWO), tmp_path / "cut.claims.jsonl"
    for number in range(1, len(lines)):
        write_lines(path, lines[:number])
        found = problems_of(path)
        assert found[-1].startswith(f"{number}: : the file stops here"), found
    assert problems_of(write_lines(path, lines)) == []


@given(st.integers(0, len(WHOLE)), st.sampled_from([WHOLE, OLD]))
def test_a_zst_that_is_cut_has_no_end(
    tmp_path_factory: pytest.TempPathFactory, at: int, raw: bytes
) -> None:
    packed = frames(raw[:at]) + frames(raw[at:])
    path = tmp_path_factory.mktemp("cut") / "cut.claims.jsonl.zst"
    path.write_bytes(packed)
    assert whole_articles(path) == ["one", "two"]
    path.write_bytes(packed[:-1])
    with pytest.raises(LoaderError, match="is cut at byte"):
        read(path)
    assert whole_articles(path) in ([], ["one"])


def frames(raw: bytes) -> bytes:
    """The bytes in a frame, with a skippable one before it."""
    skipped = struct.pack("<II", 0x184D2A53, 4) + b"note"
    packed: bytes = zstandard.ZstdCompressor().compress(raw)
    return skipped + packed


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "it is empty"),
        (b"no zstd", "is no zstd file at byte 0"),
        (frames(WHOLE) + b"no frame", "is no zstd file at byte"),
        (frames(b"\n" * 10**9)[:-1], "unpacks to more than 1000 times"),
        (frames(OLD) + frames(b"x" * 10**8), "unpacks to more than 1000 times"),
    ],
)
def test_what_is_no_zstd_file_is_told(raw: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.claims.jsonl.zst"
    path.write_bytes(raw)
    with pytest.raises(LoaderError, match=told):
        read(path)


def test_files_that_are_joined_stay_whole(tmp_path: Path) -> None:
    other = [*TWO[:3], article("three", "It raided."), claim("three", *ENDS, 3)]
    parts = [closed_lines(TWO), closed_lines([*other, JUDGEMENT]), [HEAD, *LAST]]
    path = write_lines(tmp_path / "all.claims.jsonl", [one for p in parts for one in p])
    assert problems_of(path) == []
    batches = read(path)
    names = [batch.article.id for batch in batches]
    assert names == ["one", "two", "three", "four"]
    assert sum(len(batch.judgements or ()) for batch in batches) == 1
    for number, told in ((0, "begins a file before the one above"), (1, "comes after")):
        cut = parts[0][:-1] if number == 0 else [*parts[0], *LAST]
        write_lines(path, [*cut, *parts[1]])
        with pytest.raises((GateError, LoaderError), match=told):
            found = problems_of(path)
            raise GateError([], found[0])


ENDS = ("group/a", "group/b")
LAST: tuple[Line, ...] = (article("four", "I raided."), claim("four", *ENDS, 2))


@pytest.mark.parametrize("end", [0, 3, 5, True, 4.0, None, {}, "4"])
def test_an_end_that_counts_otherwise_is_told(end: object, tmp_path: Path) -> None:
    lines = closed_lines(TWO)[:-1]
    path = write_lines(tmp_path / "x.jsonl", [*lines, {"end": {"claims": end}}])
    found = problems_of(path)
    assert len(found) == 1
    assert found[0].startswith(f"{len(lines) + 1}: end: counts other claims than the 4")
    assert whole_articles(path) == ["one"]


def test_a_cut_file_retracts_nothing_of_its_article(
    fresh_store: Store, tmp_path: Path
) -> None:
    loader = find_loader("claims_jsonl")
    path = tmp_path / "full.claims.jsonl"
    path.write_bytes(WHOLE)
    load(loader.read(path), fresh_store)
    before = list(read_back(fresh_store))
    for at in (WHOLE.index(b'{"claim"', WHOLE.index(b'"two"')), WHOLE.index(b'{"end"')):
        path.write_bytes(WHOLE[:at])
        with pytest.raises(GateError, match="was cut"):
            load(loader.read(path), fresh_store)
        assert list(read_back(fresh_store)) == before
        packed = tmp_path / "full.claims.jsonl.zst"
        packed.write_bytes(zstandard.ZstdCompressor().compress(OLD[:at])[:-3])
        with pytest.raises(LoaderError, match="is cut"):
            load(loader.read(packed), fresh_store)
        assert list(read_back(fresh_store)) == before
    path.write_bytes(WHOLE)
    assert load(loader.read(path), fresh_store) == Summary(2, 0, 0, 4, 0)


@pytest.mark.parametrize("number", [len(WHOLE), len(WHOLE) - 30])
def test_standard_input_is_read_as_a_file(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WHOLE[:number])))
    assert whole_articles(Path("-")) == ["one", "two"][: 1 + (number == len(WHOLE))]
