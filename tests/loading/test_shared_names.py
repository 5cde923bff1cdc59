"""Corpora that share names: one graph, in whatever order they come and go."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.loading import forget
from claimgraph.store.base import Store
from examples import examples
from graph_snapshot import assert_equal, snapshot
from own_graphs import few, own_store
from places import NEO4J
from shared_corpora import Corpus, families, load_articles, write_corpus

fewest = settings(few, max_examples=examples(4))
Family = dict[str, list[Corpus]]


def wander(family: Family, store: Store, data: st.DataObject, root: Path) -> None:
    """Loads and forgets at random, and compares with what is left, loaded at once."""
    empty = snapshot(store)
    state = dict.fromkeys(family, 0)
    held: set[str] = set()
    for _ in range(data.draw(st.integers(2, 7))):
        name = data.draw(st.sampled_from(sorted(family)))
        stems = sorted(family[name][state[name]].articles)
        own = sorted(stem for stem in held if stem.startswith(name))
        deed = data.draw(st.sampled_from(("load", "load one", "forget", "edit")))
        if deed == "forget" and own:
            gone = data.draw(st.sampled_from(own))
            forget(store, gone)
            held.remove(gone)
        elif deed == "edit":
            for stem in own:
                forget(store, stem)
            held -= {*own}
            state[name] = 1 - state[name]
            write_corpus(root, family[name][state[name]])
        elif deed == "load":
            load_articles(root / name, store)
            held |= {*stems}
        elif deed == "load one":
            stem = data.draw(st.sampled_from(stems))
            load_articles(root / name, store, [stem])
            held.add(stem)
    # who had the older names of a corpus at hand comes again, in any order
    again = data.draw(st.permutations(sorted(held)))
    for stem in again:
        load_articles(root / stem.partition("-")[0], store, [stem])
    with own_store() as other:
        for stem in sorted(held):
            load_articles(root / stem.partition("-")[0], other, [stem])
        whole = snapshot(other)
    assert_equal(store, whole)
    for stem in again:
        forget(store, stem)
    assert_equal(store, empty)


def begin(family: Family, root: Path) -> None:
    """Writes the first state of each corpus."""
    for states in family.values():
        write_corpus(root, states[0])


@pytest.mark.slow
@few
@given(families(), st.data())
def test_one_graph_in_whatever_order(family: Family, data: st.DataObject) -> None:
    with own_store() as store, tempfile.TemporaryDirectory() as folder:
        begin(family, Path(folder))
        wander(family, store, data, Path(folder))


@pytest.mark.slow
@pytest.mark.parametrize("fresh_store", [NEO4J], indirect=True)
@fewest
@given(family=families(), data=st.data())
def test_one_graph_in_whatever_order_on_a_server(
    fresh_store: Store, family: Family, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        begin(family, Path(folder))
        wander(family, fresh_store, data, Path(folder))


@pytest.mark.slow
@few
@given(families(), st.permutations(("ann", "bob", "names")), st.data())
def test_forgetting_a_corpus_leaves_what_the_others_say(
    family: Family, order: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(order))
    with tempfile.TemporaryDirectory() as folder:
        begin(family, Path(folder))
        with own_store() as store:
            for name in order:
                load_articles(Path(folder) / name, store)
            for stem in family[gone][0].articles:
                forget(store, stem)
            with own_store() as other:
                for name in sorted({*order} - {gone}):
                    load_articles(Path(folder) / name, other)
                whole = snapshot(other)
            assert_equal(store, whole)
