"""Decisions in Claims JSONL: a word and the digest that follows from it."""

import json
from pathlib import Path

import pytest

from claimgraph.coding.names import directory
from claimgraph.corpus.reading import read_article, read_corpus
from claimgraph.definitions.blocks import entity_block
from claimgraph.errors import CorpusError
from claimgraph.exports.formats.claims import article_block, claim_block
from claimgraph.gate import check
from claimgraph.loaders import claims_jsonl
from claimgraph.reviewing.corrections import draft_of
from claimgraph.reviewing.desk import DecidedError, open_desk
from claimgraph.schema import load_schema
from review_corpus import CLAIMS, TEXT, river, the, write_corpus


def bulk(folder: Path) -> Path:
    """Two articles with their proposals in one file."""
    texts = {"a": (TEXT, CLAIMS), "b": (TEXT + "Again.\n", CLAIMS)}
    corpus = read_corpus(write_corpus(folder / "c", texts))
    lines: list[object] = [{"claimgraph": 2}]
    seen: set[str] = set()
    count = 0
    for stem in texts:
        batch = read_article(corpus, stem)
        new = [one for one in batch.entities if one.id not in seen]
        seen |= {one.id for one in new}
        lines += [{"entity": entity_block(one)} for one in new]
        lines.append({"article": article_block(batch.article)})
        lines += [{"claim": claim_block(one, {})} for one in batch.claims]
        count += len(batch.claims)
    lines.append({"end": {"claims": count}})
    path = folder / "out.claims.jsonl"
    path.write_text("".join(f"{json.dumps(one)}\n" for one in lines), "utf-8")
    return path


def test_a_decision_changes_its_line_alone(tmp_path: Path) -> None:
    path = bulk(tmp_path)
    before = path.read_bytes()
    desk = open_desk(path)
    assert len(desk.waiting()) == 10
    # both articles have one: the steps after it know of the first
    for _ in range(2):
        desk.decide(the("KILLED", desk), "accepted")
    desk.decide(the("PART_OF", desk), "rejected")
    after = path.read_bytes()
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    changed = [(json.loads(old), json.loads(new)) for old, new in pairs if old != new]
    assert len(changed) == 3
    for old, new in changed:
        assert old["claim"]["review"] == "proposed"
        differing = {
            key for key in old["claim"] if old["claim"][key] != new["claim"][key]
        }
        assert differing == {"review", "digest"}
    # the digests are right, or the gate would tell
    batches = list(claims_jsonl.read(path))
    assert [one for batch in batches for one in check(batch, load_schema())] == []
    for _ in range(3):
        desk.undo()
    assert path.read_bytes() == before


def test_all_of_a_rule_in_both_articles_is_one_step(tmp_path: Path) -> None:
    path = bulk(tmp_path)
    before = path.read_bytes()
    desk = open_desk(path)
    rule = [one.claim for one in desk.waiting() if "carried-out" in one.claim.by]
    desk.decide_all(rule, "accepted")
    assert len(open_desk(path).waiting()) == 6
    desk.undo()
    assert path.read_bytes() == before


def test_two_reviewers_of_one_file_lose_nothing(tmp_path: Path) -> None:
    path = bulk(tmp_path)
    mine, other = open_desk(path), open_desk(path)
    claim = the("KILLED", mine)
    other.decide(the("PART_OF", other), "rejected")
    mine.decide(claim, "accepted")
    with pytest.raises(DecidedError, match="somebody else accepted"):
        other.decide(claim, "rejected")
    other.undo()
    reviews = [one.review for one in open_desk(path).claims]
    assert (reviews.count("accepted"), reviews.count("rejected")) == (3, 0)


def test_in_a_corpus_it_stands_beside_the_others(tmp_path: Path) -> None:
    folder = river(tmp_path / "river")
    bulk(tmp_path).rename(folder / "claims" / "bulk.claims.jsonl")
    desk = open_desk(folder)
    assert len(desk.waiting()) == 10
    # the article that has a file of its own stands there
    assert [one.reason for one in desk.unread] == [
        "a is in another file of this corpus, too: left out here"
    ]


def test_an_edit_is_told_to_be_done_by_hand(tmp_path: Path) -> None:
    desk = open_desk(bulk(tmp_path))
    folder = river(tmp_path / "river")

    with pytest.raises(CorpusError, match="accepted or rejected"):
        draft_of(desk, the("KILLED", desk), directory(folder))


def test_what_is_no_claims_jsonl_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("{}\n", "utf-8")
    with pytest.raises(CorpusError, match="no Claims JSONL"):
        open_desk(path)
