"""What a graph holds, taken by a process of its own: a damaged store may end it.

    python -m soak.picture STORE FILE

Exit code 1 and one line where the graph says by itself that it cannot be read.
"""

import os
import pickle
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from claimgraph.errors import ClaimgraphError
from claimgraph.library import ask, questions
from claimgraph.store import open_store
from claimgraph.store.base import Store
from graph_snapshot import Snapshot, miscounts, snapshot


@dataclass(frozen=True, slots=True)
class Picture:
    """Every node and edge, what the questions of `health/` find, wrong counts."""

    whole: Snapshot
    health: dict[str, int]
    miscounts: list[str]

    def unlike(self, honest: "Picture") -> list[str]:
        """What it lacks (-) and what it has too much (+) of an honest one."""
        found = self.whole.unlike(honest.whole)
        if self.health != honest.health:
            found.append(f"health: {self.health}, not {honest.health}")
        return found + self.miscounts


def take(target: str) -> Picture:
    """The picture of a store."""
    with opened(target, create=False) as store:
        health = {
            one.name: len(ask(store, one.name, {}))
            for one in questions()
            if one.name.startswith("health/")
        }
        return Picture(snapshot(store), health, miscounts(store))


def opened(target: str, *, create: bool = True) -> Store:
    """A store as commands open it: on a server with what the environment says."""
    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    password = os.environ.get("NEO4J_PASSWORD", "")
    return open_store(target, user=user, password=password, create=create)


def stored(path: Path) -> Picture:
    """A picture out of its file, which this module has written."""
    return cast(Picture, pickle.loads(path.read_bytes()))


def main(target: str, path: str) -> None:
    """Write the picture of a store."""
    # by its full name: what is pickled has to be found again
    from soak import picture

    try:
        taken = picture.take(target)
    except ClaimgraphError as error:
        sys.exit(f"picture: {error}")
    Path(path).write_bytes(pickle.dumps(taken))


if __name__ == "__main__":
    main(*sys.argv[1:])
