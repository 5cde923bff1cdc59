"""What holds for every corpus, shown on made-up ones."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.loading import forget, load
from claimgraph.model import Batch, Claim
from claimgraph.readback import read
from claimgraph.store.base import Store
from examples import examples
from graph_snapshot import assert_equal, snapshot
from own_graphs import few, own_store, picture
from places import NEO4J
from strategies import corpora

fewest = settings(few, max_examples=examples(3))


def accepted(batch: Batch) -> list[Claim]:
    """The claims that reach the graph."""
    return [claim for claim in batch.claims if claim.review != "rejected"]


def check_store(batches: Sequence[Batch], store: Store) -> None:
    """Loading, reading back, loading again and forgetting, in one store."""
    empty = snapshot(store)
    load(batches, store)
    whole = snapshot(store)
    found = {batch.article.id: batch for batch in read(store)}
    assert found.keys() == {batch.article.id for batch in batches}
    for batch in batches:
        again = found[batch.article.id]
        assert again.article == batch.article
        key = str
        assert sorted(again.claims, key=key) == sorted(accepted(batch), key=key)
        assert again.judgements == batch.judgements
    load(batches, store)
    assert_equal(store, whole)
    load(list(found.values()), store)
    assert_equal(store, whole)
    for batch in batches:
        forget(store, batch.article.id)
    assert_equal(store, empty)


@pytest.mark.slow
@few
@given(corpora())
def test_what_was_loaded_is_read_back_and_forgotten(batches: list[Batch]) -> None:
    with own_store() as store:
        check_store(batches, store)


@pytest.mark.longer
@pytest.mark.slow
@pytest.mark.parametrize("fresh_store", [NEO4J], indirect=True)
@fewest
@given(batches=corpora())
def test_what_was_loaded_is_read_back_and_forgotten_on_a_server(
    fresh_store: Store, batches: list[Batch]
) -> None:
    check_store(batches, fresh_store)


@pytest.mark.slow
@few
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_loading_does_not_matter(
    batches: list[Batch], chance: Random
) -> None:
    shuffled = sorted(batches, key=lambda batch: chance.random())
    assert picture(shuffled).unlike(picture(batches)) == []


@pytest.mark.slow
@few
@given(corpora(), st.data())
def test_forgetting_is_as_if_it_had_never_been(
    batches: list[Batch], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from([one.article.id for one in batches])))
    kept = [batch for batch in batches if batch.article.id not in gone]
    assert picture(batches, gone=sorted(gone)).unlike(picture(kept)) == []


@pytest.mark.slow
@few
@given(corpora(), corpora())
def test_a_later_state_of_the_files_replaces_the_earlier(
    before: list[Batch], after: list[Batch]
) -> None:
    stems = {batch.article.id for batch in after}
    old = [batch for batch in before if batch.article.id in stems]
    assert picture(old, after).unlike(picture(after)) == []
