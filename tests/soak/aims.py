"""How many tries are wanted of what, in all runs together."""

from collections.abc import Iterable
from dataclasses import dataclass

from soak.tally import Kind


@dataclass(frozen=True, slots=True)
class Aim:
    """So many tries of the kinds whose names begin so."""

    words: str
    begins: str
    tries: int

    def covers(self, name: str) -> bool:
        """Whether tries of a kind count for it."""
        return name.startswith(self.begins)


AIMS = (
    Aim("kills, folder", "kill/folder/", 200),
    Aim("of these, while a graph is made", "kill/folder/make", 60),
    Aim("kills, Neo4j", "kill/Neo4j/", 100),
    Aim("races", "race/", 100),
    Aim("mutated inputs", "input/", 100_000),
    Aim("full disks", "disk/", 30),
    Aim("damaged store files", "damage/", 50),
)


def too_low(kinds: Iterable[Kind]) -> list[str]:
    """The aims that kinds do not reach with all that is wanted of each."""
    goals = [(kind.name, kind.goal) for kind in kinds]
    return [
        aim.words
        for aim in AIMS
        if sum(goal for name, goal in goals if aim.covers(name)) < aim.tries
    ]
