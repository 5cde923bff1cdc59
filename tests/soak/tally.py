"""What the tries of a kind came to, and what a kind of attack is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Failure:
    """One try that failed: what is wrong first, the whole story, and what to keep."""

    kind: str
    seed: int
    fault: str
    story: str
    keep: tuple[Path, ...] = ()


@dataclass
class Tally:
    """So many tries; `missed` ones had no chance to fail and do not count.

    `loaded` are inputs that passed the gate, and damage that was named.
    """

    tries: int = 0
    missed: int = 0
    loaded: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of attack: the row of the table it counts in, and how many are wanted.

    `run` makes tries with the seed that it is given and those after it.
    """

    name: str
    row: str
    goal: int
    run: Callable[[int, int], Tally]
    at_once: int = 1
