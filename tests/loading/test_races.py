"""Two commands that change one graph of a server come to what one after the other does.

The second begins at a point of the first that is named here, not when luck has it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from claimgraph.cypher import Step
from claimgraph.errors import CorpusError, StoreChangedError
from claimgraph.loaders import find_loader
from claimgraph.loading import forget, load
from claimgraph.model import Batch
from claimgraph.store.base import Planner, Store
from claimgraph.store.bolt import BoltStore
from graph_snapshot import Snapshot, snapshot
from market import copy_market, drop_claims, judge, rename_corpus
from places import FolderPlace, ServerPlace

pytestmark = pytest.mark.longer

Command = Callable[[Store], object]
FIRST, LOOKED, PLANNED, LAST = POINTS = (
    "before it looks",
    "before it writes, after it has looked",
    "while it writes, after it has planned",
    "before its last change",
)
WAITING = """
SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked'
RETURN count(*) AS waiting
"""
SECONDS = 30.0


class Meeting(BoltStore):
    """A store in whose changes, at a named point, something else is begun."""

    point = ""
    last = 0
    changes = 0
    begin: Callable[[], None] = staticmethod(lambda: None)

    def change(self, plan: Planner) -> int:
        """The change of the store, with the meeting before it or in it."""
        self.changes += 1
        is_last = self.changes == self.last

        def steps(revision: int) -> Sequence[Step]:
            found = plan(revision)
            if is_last and self.point == PLANNED:
                self.begin()
            return found

        if (self.changes, self.point) in ((1, FIRST), (2, LOOKED)):
            self.begin()
        if is_last and self.point == LAST:
            self.begin()
        return super().change(steps)


def halves(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Each batch as two."""
    for batch in batches:
        middle = len(batch.claims) // 2
        first, second = batch.claims[:middle], batch.claims[middle:]
        yield replace(batch, claims=first, last=False)
        yield replace(batch, claims=second, first=False, judgements=None)


def load_halves(folder: Path, stem: str, store: Store) -> None:
    """Load one article of a folder in two batches."""
    path = folder / "claims" / f"{stem}.yaml"
    load(halves(find_loader("corpus").read(path)), store)


def forget_article(stem: str, store: Store) -> None:
    """Forget an article."""
    forget(store, stem)


def commands(scratch: Path) -> dict[str, Command]:
    """What may meet: all of them touch the same entities."""
    market = copy_market(scratch / "market")
    edited = copy_market(scratch / "edited")
    drop_claims(edited, "alpha", 1, 2, 3)
    judged = copy_market(scratch / "judged")
    judge(judged, "person/anna-miller", "person/boris-miller")
    other = rename_corpus(copy_market(scratch / "other"), "other", "x-")
    return {
        "begin": partial(load_halves, market, "alpha"),
        "load": partial(load_halves, market, "beta"),
        "re-load": partial(load_halves, edited, "alpha"),
        "judge": partial(load_halves, judged, "alpha"),
        "forget": partial(forget_article, "alpha"),
        "import": partial(load_halves, other, "x-alpha"),
    }


def run_all(store: Store, *run: Command) -> None:
    """Run commands one after the other; one may find nothing to do its work on."""
    for command in run:
        with suppress(CorpusError):
            command(store)


def outcome(scratch: Path, *run: Command) -> Snapshot:
    """What commands come to, one after the other, in a graph of their own."""
    number = len(list(scratch.glob("order-*")))
    with FolderPlace(str(scratch / f"order-{number}")).open() as store:
        store.prepare()
        run_all(store, *run)
        return snapshot(store)


def meet(server: ServerPlace, point: str, one: Command, other: Command) -> Snapshot:
    """What the graph holds when the other command begins at a point of the first."""
    begun: list[Future[None]] = []
    first = Meeting(server.target, user=server.user, password=server.password)
    with first, server.open() as second, server.open() as watcher:
        with ThreadPoolExecutor(1) as pool:

            def begin() -> None:
                if begun:
                    return
                begun.append(pool.submit(run_all, second, other))
                limit = time.monotonic() + SECONDS
                while not begun[0].done() and time.monotonic() < limit:
                    if watcher.read(WAITING)[0]["waiting"]:
                        break

            # The last change of a forget is its only one, of a load the third.
            first.last = 1 if is_forget(one) else 3
            first.begin, first.point = begin, point
            run_all(first, one)
            # A forget looks and writes in one change: nothing can come between.
            assert begun or (is_forget(one) and point == LOOKED)
            begin()
            begun[0].result(SECONDS)
        return snapshot(watcher)


def is_forget(command: Command) -> bool:
    """Whether a command makes only one change."""
    return isinstance(command, partial) and command.func is forget_article


NAMES = ("load", "re-load", "judge", "forget", "import")
QUICK = ("load", "forget")


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            one, other, marks=[] if {one, other} == {*QUICK} else [pytest.mark.slow]
        )
        for one in NAMES
        for other in NAMES
    ],
)
def test_two_commands_come_to_one_of_two_orders(
    one: str, other: str, neo4j_server: ServerPlace, tmp_path: Path
) -> None:
    known = commands(tmp_path)
    orders = [
        outcome(tmp_path, known["begin"], known[one], known[other]),
        outcome(tmp_path, known["begin"], known[other], known[one]),
    ]
    for point in POINTS:
        neo4j_server.wipe(bare=False)
        with neo4j_server.open() as store:
            store.prepare()
            known["begin"](store)
        found = meet(neo4j_server, point, known[one], known[other])
        differences = ["\n".join(found.unlike(order)) for order in orders]
        assert "" in differences, f"{point}:\n" + "\n\n".join(differences)
    neo4j_server.wipe(bare=False)


def test_what_a_stranger_takes_away_undoes_the_change(
    fresh_store: Store, tmp_path: Path
) -> None:
    folder = copy_market(tmp_path / "market")
    load_halves(folder, "alpha", fresh_store)
    before = snapshot(fresh_store)
    lost = "MATCH (n:Entity {id: $id}) DETACH DELETE n"
    link = (
        "MATCH (n:Entity {id: $id}) CREATE (n)-[:WITHIN]->(n) RETURN count(*) AS made"
    )
    asked = {"id": "nobody/there"}
    with pytest.raises(StoreChangedError, match="0 of 1 nodes or edges"):
        fresh_store.write(
            [Step("CREATE (:Entity {id: 'x'})", {}), Step(link, asked, makes=1)]
        )
    assert snapshot(fresh_store) == before
    tries: list[int] = []

    def steps(revision: int) -> Sequence[Step]:
        tries.append(revision)
        return [Step(lost, asked), Step(link, asked, makes=1)]

    with pytest.raises(StoreChangedError, match="load again"):
        fresh_store.change(steps)
    assert len(tries) == 1
    assert snapshot(fresh_store) == before
