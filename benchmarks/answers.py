"""How long the questions take through the library of either version.

    python benchmarks/answers.py STORE ROUNDS

Prints the median milliseconds of each as JSON, in the rounds after the first; nothing
for one that the engine cannot answer. It uses only names that both versions have.
"""

import json
import os
import statistics
import sys
import time

from claimgraph.errors import ClaimgraphError
from claimgraph.library import ask
from claimgraph.store import open_store
from claimgraph.store.base import Store
from questions import BARE, QUESTIONS, question_name


def milliseconds(store: Store, name: str) -> float:
    """What one answer takes; a name that is no question is a bare query's.

    Milliseconds of the processor where the engine is in this process.
    """
    clock = time.process_time if store.engine == "arcadedb" else time.perf_counter
    began = clock()
    if name in QUESTIONS:
        ask(store, question_name(name), QUESTIONS[name])
    else:
        store.read(*BARE[name])
    return (clock() - began) * 1000


def main() -> None:
    """Ask everything and print what it took."""
    target, rounds = sys.argv[1], int(sys.argv[2])
    password = os.environ.get("NEO4J_PASSWORD") if "://" in target else None
    user = os.environ.get("NEO4J_USERNAME")
    found: dict[str, float] = {}
    with open_store(target, user=user, password=password, create=False) as store:
        for name in (*QUESTIONS, *BARE):
            try:
                milliseconds(store, name)
            except ClaimgraphError:
                continue
            taken = [milliseconds(store, name) for _ in range(rounds)]
            found[name] = statistics.median(taken)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
