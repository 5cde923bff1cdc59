"""Counts of hits, and what they come to."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

# how often articles are drawn for an interval, and where the drawing begins
DRAWS, SEED = 1000, 4
# the share of draws that lies below an interval, and above it
TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims are coded, how many proposed, and how many of both are hits."""

    hits: int = 0
    coded: int = 0
    proposed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.hits + other.hits,
            self.coded + other.coded,
            self.proposed + other.proposed,
        )

    @property
    def precision(self) -> float | None:
        """Which share of what is proposed is a hit; None where nothing is."""
        return self.hits / self.proposed if self.proposed else None

    @property
    def recall(self) -> float | None:
        """Which share of what is coded is a hit; None where nothing is."""
        return self.hits / self.coded if self.coded else None

    @property
    def f(self) -> float | None:
        """The harmonic mean of both.

        >>> Tally(hits=1, coded=2, proposed=2).f
        0.5
        """
        both = self.coded + self.proposed
        return 2 * self.hits / both if both else None


@dataclass(frozen=True, slots=True)
class Portion:
    """How many of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Portion") -> "Portion":
        return Portion(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float | None:
        """The share; None of nothing."""
        return self.right / self.of if self.of else None


def interval(tallies: Sequence[Tally]) -> tuple[float, float] | None:
    """Between which values the F of 95 in 100 draws of whole articles lies.

    A draw without such claims says nothing. None for fewer than two articles with any:
    nothing can be drawn.
    """
    if sum(one.f is not None for one in tallies) < 2:
        return None
    sums = (
        sum((tallies[at] for at in drawn), Tally()).f for drawn in draws(len(tallies))
    )
    return bounds([f for f in sums if f is not None])


def difference(
    one: Sequence[Tally], other: Sequence[Tally]
) -> tuple[float, float] | None:
    """Between which values F of one less F of the other lies, on the same draws."""
    if len(one) < 2 or len(one) != len(other):
        return None
    found: list[float] = []
    for drawn in draws(len(one)):
        pair = [sum((side[at] for at in drawn), Tally()).f for side in (one, other)]
        found.append((pair[0] or 0.0) - (pair[1] or 0.0))
    return bounds(found)


@cache
def draws(number: int) -> list[list[int]]:
    """The articles of each draw, the same at every run."""
    chance = random.Random(SEED)
    return [chance.choices(range(number), k=number) for _ in range(DRAWS)]


def bounds(values: Sequence[float]) -> tuple[float, float]:
    """The values that leave a tail out at either end."""
    ranked, out = sorted(values), int(len(values) * TAIL)
    return ranked[out], ranked[-1 - out]


def b_cubed(
    pairs: Sequence[tuple[str, str]],
) -> tuple[float, float, float] | None:
    """Precision, recall and F of clusters, each item with its two clusters.

    B-cubed, by Bagga and Baldwin (Algorithms for Scoring Coreference Chains, 1998):
    for each item, the share of its proposed cluster that is in its coded one, and of
    its coded cluster that is in its proposed one. None without items.

    >>> b_cubed([("a", "x"), ("a", "y")])
    (1.0, 0.5, 0.6666666666666666)
    """
    if not pairs:
        return None
    both = Counter(pairs)
    coded, proposed = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    precision = sum(both[pair] / proposed[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / coded[pair[0]] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)
