"""What is read from a graph is what was loaded into it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from claimgraph import readback, show, status
from claimgraph.batches import BATCH
from claimgraph.cypher import Step, lookups
from claimgraph.errors import StoreError
from claimgraph.loaders import find_loader
from claimgraph.loading import forget, load
from claimgraph.model import Batch
from claimgraph.readback import read, read_claims, read_texts
from claimgraph.store.base import Store
from graph_snapshot import assert_equal, loaded_times, snapshot
from jsonl_files import dataset, write_lines
from market import CASES


def test_every_field_comes_back(fresh_store: Store) -> None:
    batches = list(find_loader("corpus").read(CASES / "market"))
    load(batches, fresh_store)
    found: dict[str, Batch] = {one.article.id: one for one in read(fresh_store)}
    assert found.keys() == {"alpha", "beta", "gamma"}
    for batch in batches:
        again = found[batch.article.id]
        accepted = [one for one in batch.claims if one.review != "rejected"]
        assert again.article == batch.article
        assert set(again.claims) == set(accepted)
        own = {one.id: one for one in batch.entities}
        assert {one.id: one for one in again.entities}.items() >= {
            (key, one) for key, one in own.items() if key != "person/only-rejected"
        }
        assert again.judgements is not None
        assert batch.judgements is not None
        assert set(again.judgements) == set(batch.judgements)
    times = loaded_times(fresh_store)
    claims = [claim for batch in found.values() for claim in batch.claims]
    assert {claim.id: claim.loaded for claim in claims} == times


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_a_dataset_is_read_in_pages(
    fresh_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_lines(tmp_path / "big.claims.jsonl", dataset(1200))
    load(find_loader("claims_jsonl").read(path), fresh_store)
    shapes = [(len(one.claims), one.first, one.last) for one in read(fresh_store)]
    assert shapes == [(BATCH, True, False), (29, False, True), (1, True, True)]
    asked: list[str] = []

    def noted(store: Store, articles: Sequence[str]) -> dict[str, str | None]:
        asked.extend(articles)
        return read_texts(store, articles)

    monkeypatch.setattr(readback, "read_texts", noted)
    assert len(list(read(fresh_store))) == 3
    assert len(asked) == len(set(asked)) == 2
    whole = snapshot(fresh_store)
    load(list(read(fresh_store)), fresh_store)
    assert_equal(fresh_store, whole)


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_long_text_is_not_held_for_each_claim(
    fresh_store: Store, tmp_path: Path
) -> None:
    """ArcadeDB refuses to sort rows of more than 512 MB together."""
    lines = dataset(400, tail="x" * 2_000_000)
    path = write_lines(tmp_path / "long.claims.jsonl", lines)
    load(find_loader("claims_jsonl").read(path), fresh_store)
    found = [len(one.claims) for one in read(fresh_store)]
    assert found == [343, 1]


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
def test_claims_come_in_the_order_that_was_asked(fresh_store: Store) -> None:
    load(find_loader("corpus").read(CASES / "market"), fresh_store)
    ids = sorted(loaded_times(fresh_store), reverse=True)
    asked = [ids[0], "0" * 20, *ids[1:]]
    assert [claim.id for claim in read_claims(fresh_store, asked)] == ids
    assert list(read_claims(fresh_store, [])) == []


def test_article_that_goes_meanwhile_is_told(
    fresh_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(find_loader("corpus").read(CASES / "market"), fresh_store)
    monkeypatch.setattr(readback, "LETTERS", 1)
    batches = read(fresh_store)
    next(batches)
    for row in fresh_store.read(lookups.ARTICLES)[1:]:
        forget(fresh_store, str(row["id"]))
    with pytest.raises(StoreError, match="taken out of the graph meanwhile"):
        list(batches)


def test_claim_without_its_speakers_is_told(fresh_store: Store) -> None:
    load(find_loader("corpus").read(CASES / "market"), fresh_store)
    one, *others = sorted(loaded_times(fresh_store))
    mute = "MATCH (c:Claim {id: $id})-[r:SAID_BY]->() DELETE r"
    fresh_store.write([Step(mute, {"id": one})])
    assert [claim.id for claim in read_claims(fresh_store, [one, *others])] == others
    for command in (lambda: list(read(fresh_store)), lambda: show(fresh_store, one)):
        with pytest.raises(StoreError, match="then `claimgraph status --verify`"):
            command()
    found = status(fresh_store, verify=True).verification
    assert found is not None
    told = [line for line in found.differences if line.endswith("it is not whole")]
    assert [line.split()[1] for line in told] == [one]
