"""Edits of a corpus: one change, one line; what was written reads back equal."""

import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from claimgraph.corpus.reading import read_article, read_corpus
from claimgraph.corpus.writing import write_sha256
from claimgraph.model import Batch
from places import SEEDS

STEM = "000_2c56f325ed44745d"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the seeds with one article, to write in."""
    copy = tmp_path / "seeds"
    for part in ("entities", "articles", "claims"):
        shutil.copytree(SEEDS / part, copy / part)
    shutil.copy(SEEDS / "corpus.yaml", copy)
    for part in ("articles", "claims"):
        for path in (copy / part).iterdir():
            if path.stem != STEM:
                path.unlink()
    return copy


def article(folder: Path) -> Batch:
    return read_article(read_corpus(folder), STEM)


def changes(before: str, path: Path) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    lines = list(
        unified_diff(before.splitlines(), path.read_text("utf-8").splitlines(), n=0)
    )[2:]
    gone = [line[1:].strip() for line in lines if line.startswith("-")]
    return gone, [line[1:].strip() for line in lines if line.startswith("+")]


def test_a_digest_changes_one_line(folder: Path) -> None:
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.read_text("utf-8")
    write_sha256(folder, STEM, "0" * 64)
    (gone,), (came,) = changes(before, path)
    assert gone.startswith("sha256: ")
    assert came in (f"sha256: {'0' * 64}", f"sha256: '{'0' * 64}'")
    assert article(folder).article.sha256 == "0" * 64
