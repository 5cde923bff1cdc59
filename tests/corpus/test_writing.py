"""Edits of a corpus: one change, one line; what was written reads back equal."""

import shutil
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest

from claimgraph.checking import check_corpus
from claimgraph.corpus.reading import read_article, read_corpus, stems
from claimgraph.corpus.writing import (
    set_review,
    write_claims,
    write_entities,
    write_sha256,
)
from claimgraph.errors import CorpusError
from claimgraph.model import Alias, Batch, Claim, Entity, Reply

SEEDS = Path(__file__).parents[2] / "seeds"
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


def test_a_review_changes_one_line(folder: Path) -> None:
    claim = article(folder).claims[3]
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.read_text("utf-8")
    assert set_review(folder, claim.id, "rejected") == path
    assert changes(before, path) == ([], ["review: rejected"])
    between = path.read_text("utf-8")
    set_review(folder, claim.id, "accepted")
    assert changes(between, path) == (["review: rejected"], ["review: accepted"])
    assert article(folder).claims == article(SEEDS).claims


def test_a_review_that_stands_already_writes_nothing(folder: Path) -> None:
    claim = article(folder).claims[0]
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.stat()
    set_review(folder, claim.id, claim.review)
    assert path.stat() == before


def test_reviews_refuse_the_unknown(folder: Path) -> None:
    with pytest.raises(CorpusError, match="no claim ffff"):
        set_review(folder, "ffff", "accepted")
    with pytest.raises(CorpusError, match="is none of"):
        set_review(folder, article(folder).claims[0].id, "maybe")


def test_a_digest_changes_one_line(folder: Path) -> None:
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.read_text("utf-8")
    write_sha256(folder, STEM, "0" * 64)
    (gone,), (came,) = changes(before, path)
    assert gone.startswith("sha256: ")
    assert came in (f"sha256: {'0' * 64}", f"sha256: '{'0' * 64}'")
    assert article(folder).article.sha256 == "0" * 64


def test_writing_what_stands_there_writes_nothing(folder: Path) -> None:
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.read_bytes()
    batch = article(folder)
    assert write_claims(folder, batch.article, batch.claims) == 0
    kept = [entity for entity in batch.entities if entity.where is not None]
    assert write_entities(folder, kept) == 0
    assert path.read_bytes() == before


def test_one_field_changes_one_line(folder: Path) -> None:
    batch = article(folder)
    claim = replace(batch.claims[2], grade="B2")
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.read_text("utf-8")
    assert write_claims(folder, batch.article, [claim]) == 1
    assert changes(before, path) == ([], ["grade: B2"])
    assert article(folder).claims[2].grade == "B2"


def test_a_hop_changes_in_its_place(folder: Path) -> None:
    batch = article(folder)
    claim = next(one for one in batch.claims if len(one.chain) == 2)
    hop = replace(claim.chain[1], said="2020-05-04", medium="call")
    wanted = replace(claim, chain=(claim.chain[0], hop))
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.read_text("utf-8")
    assert write_claims(folder, batch.article, [wanted]) == 1
    gone, came = changes(before, path)
    assert len(gone) <= 1
    assert all("2020-05-04" in line or "call" in line for line in came)
    held = {one.id: one for one in article(folder).claims}
    assert held[claim.id].chain[1] == hop


def stripped(claim: Claim) -> Claim:
    """The claim without what is worked out from the others."""
    return replace(claim, where=None)


@pytest.mark.parametrize("stem", stems(SEEDS))
def test_a_written_file_reads_back_equal(tmp_path: Path, stem: str) -> None:
    copy = tmp_path / "seeds"
    shutil.copytree(SEEDS, copy)
    path = copy / "claims" / f"{stem}.yaml"
    before = read_article(read_corpus(copy), stem)
    path.unlink()
    assert write_claims(copy, before.article, before.claims) == len(before.claims)
    after = read_article(read_corpus(copy), stem)
    assert after.problems == ()
    assert after.article == before.article
    assert [stripped(one) for one in after.claims] == list(before.claims)


def test_entities_read_back_equal(tmp_path: Path) -> None:
    entities = read_corpus(SEEDS).entities.values()
    shutil.copy(SEEDS / "corpus.yaml", tmp_path)
    assert write_entities(tmp_path, entities) == len(entities)
    assert read_corpus(tmp_path).entities == {one.id: one for one in entities}
    assert write_entities(tmp_path, entities) == 0


def test_an_entry_changes_only_where_it_differs(folder: Path) -> None:
    old = read_corpus(folder).entities["group/al-qaeda"]
    path = folder / "entities" / "groups.yaml"
    before = path.read_text("utf-8")
    odd = Entity(id="group/new", name="no: [x] # y", aliases=(Alias("2020", True),))
    kept = replace(old, description="a militant group")
    assert write_entities(folder, [kept, odd]) == 2
    gone, came = changes(before, path)
    assert gone == ["description: militant group"]
    assert came[0] == "description: a militant group"
    held = read_corpus(folder).entities
    assert (held["group/al-qaeda"], held["group/new"]) == (kept, odd)
    assert path.read_text("utf-8").startswith(before[: before.index("description")])
    with pytest.raises(CorpusError, match="begins with none of"):
        write_entities(folder, [Entity(id="planet/x", name="X")])


def test_new_claims_come_last_and_pass_the_gate(folder: Path) -> None:
    batch = article(folder)
    first = batch.claims[0]
    odd = "a note: with 'odd' \"signs\" # and\nlines — ünïcode"
    new = replace(first, modality="possible", note=odd, id="0" * 20, label=None)
    new = replace(new, polarity="denied", reply=Reply(first.id, "disputes"))
    path = folder / "claims" / f"{STEM}.yaml"
    before = path.read_text("utf-8")
    assert write_claims(folder, batch.article, [new]) == 1
    assert changes(before, path)[0] == []
    after = article(folder).claims
    assert after[:-1] == batch.claims
    assert (after[-1].note, after[-1].modality) == (odd, "possible")
    assert check_corpus(folder).problems == ()


def test_entries_go_into_a_file_that_only_explains_itself(tmp_path: Path) -> None:
    shutil.copy(SEEDS / "corpus.yaml", tmp_path)
    path = tmp_path / "entities" / "states.yaml"
    path.parent.mkdir()
    path.write_text("# One entry each\n", "utf-8")
    state = Entity(id="state/x", name="X")
    assert write_entities(tmp_path, [state]) == 1
    assert path.read_text("utf-8").startswith("# One entry each\n")
    assert read_corpus(tmp_path).entities == {"state/x": state}
