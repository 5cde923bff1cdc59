"""A load whose ground was taken away is planned again, a few times, and then told."""

from pathlib import Path

import pytest

from claimgraph.errors import StoreChangedError
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.loading.graph_view import GraphView
from claimgraph.store.base import Planner, Store
from graph_snapshot import snapshot
from market import copy_market
from own_graphs import picture

# how often one batch is tried
TRIES = 4


class Refusals:
    """Lets a store refuse some changes, planned but not written, after a first look."""

    def __init__(
        self, store: Store, number: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.calls = self.looks = 0
        change, read = type(store).change, GraphView.read_judgements

        def refuse(self_: Store, plan: Planner) -> int:
            self.calls += 1
            if 1 < self.calls <= number + 1:
                plan(-self.calls)
                raise StoreChangedError("taken away: load again")
            return change(self_, plan)

        def look(view: GraphView) -> object:
            self.looks += 1
            return read(view)

        monkeypatch.setattr(type(store), "change", refuse)
        monkeypatch.setattr(GraphView, "read_judgements", look)


def test_a_load_is_planned_again_a_few_times(
    fresh_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = list(find_loader("corpus").read(copy_market(tmp_path / "market")))
    refusals = Refusals(fresh_store, TRIES - 1, monkeypatch)
    load(batches, fresh_store)
    # a look, the refused tries, and the one that writes the three articles
    assert refusals.calls == 1 + TRIES - 1 + 1
    # once at first, and anew for each try after the first refusal and after the last
    assert refusals.looks >= TRIES
    monkeypatch.undo()
    assert snapshot(fresh_store).unlike(picture(batches)) == []


def test_a_load_that_never_gets_through_is_told(
    fresh_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = list(find_loader("corpus").read(copy_market(tmp_path / "market")))
    refusals = Refusals(fresh_store, TRIES, monkeypatch)
    with pytest.raises(StoreChangedError, match="load again"):
        load(batches, fresh_store)
    assert refusals.calls == 1 + TRIES
    monkeypatch.undo()
    assert fresh_store.read("MATCH (n:Entity) RETURN count(n) AS n") == [{"n": 0}]
