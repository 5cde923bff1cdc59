"""Questions of the library through claimgraph and through the bare engine, in turn.

python benchmarks/asking.py STORE
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import LiteralString, cast

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session

from claimgraph.library import ask, check_arguments, find_question
from claimgraph.store import open_store
from claimgraph.store.arcade import ArcadeStore
from claimgraph.store.base import Store
from questions import QUESTIONS, question_name

ROUNDS = 15
Run = Callable[[], int]


def bare_embedded(store: ArcadeStore) -> Callable[[str, dict[str, object]], Run]:
    """The engine's own call, in the database that the store has open."""
    database = store.opened()

    def made(text: str, values: dict[str, object]) -> Run:
        return lambda: len(database.query("opencypher", text, values).to_list())

    return made


def opened(driver: Driver) -> Session:
    """A session; the driver leaves the options of session() without types."""
    return driver.session()  # pyright: ignore[reportUnknownMemberType]


def bare_bolt(address: str) -> Callable[[str, dict[str, object]], Run]:
    """The driver's own call."""
    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    # The driver leaves the options of these two without types.
    driver = GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        address,
        auth=(user, os.environ["NEO4J_PASSWORD"]),
        notifications_min_severity="OFF",
    )

    def made(text: str, values: dict[str, object]) -> Run:
        def work(transaction: ManagedTransaction) -> int:
            found = transaction.run(cast(LiteralString, cast(object, text)), values)
            return len([row.data() for row in found])

        def run() -> int:
            with opened(driver) as session:
                return session.execute_read(work)

        return run

    return made


def timed(run: Run) -> tuple[float, int]:
    """Milliseconds and rows."""
    began = time.perf_counter()
    rows = run()
    return (time.perf_counter() - began) * 1000, rows


def compare(ours: Run, bare: Run) -> dict[str, object]:
    """Medians of both and of the ratio of each pair; the first call is not counted."""
    pairs: list[tuple[float, float]] = []
    rows = 0
    for number in range(ROUNDS + 1):
        (first, rows), (second, same) = timed(ours), timed(bare)
        if rows != same:
            raise SystemExit(f"{rows} rows and {same} rows for one question")
        if number:
            pairs.append((first, second))
    return {
        "rows": rows,
        "ours": statistics.median(first for first, _ in pairs),
        "bare": statistics.median(second for _, second in pairs),
        "ratio": statistics.median(second / first for first, second in pairs),
    }


def answers(store: Store, name: str) -> Run:
    """The question asked through the library."""
    return lambda: len(ask(store, question_name(name), QUESTIONS[name]).rows)


def main() -> None:
    """Ask everything and print what it took as JSON."""
    target = sys.argv[1]
    password = os.environ.get("NEO4J_PASSWORD") if "://" in target else None
    user = os.environ.get("NEO4J_USERNAME")
    found: dict[str, object] = {}
    with open_store(target, user=user, password=password, create=False) as store:
        if isinstance(store, ArcadeStore):
            bare_call = bare_embedded(store)
        else:
            bare_call = bare_bolt(target)
        for name, arguments in QUESTIONS.items():
            question = find_question(question_name(name))
            values = check_arguments(question, arguments)
            bare = bare_call(question.text, values)
            found[name] = compare(answers(store, name), bare)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
