"""Near-copies: sentences of different origins that share most of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx.utils import UnionFind


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of an origin: an index of its claim, its shingles, and its home.

    `home` are all articles in which the origin supports the proposition: origins
    whose homes meet speak side by side.
    """

    index: int
    marks: frozenset[int]
    home: frozenset[str]


@dataclass(slots=True)
class PostingList:
    """The sentences that have one shingle, by the group that they are in."""

    homes: set[frozenset[str]] = field(default_factory=set[frozenset[str]])
    groups: dict[int, list[Spoken]] = field(default_factory=dict[int, list[Spoken]])

    def add(self, spoken: Spoken, groups: UnionFind[int]) -> None:
        """Put a sentence here."""
        self.homes.add(spoken.home)
        self.groups.setdefault(groups[spoken.index], []).append(spoken)

    def others(
        self, spoken: Spoken, groups: UnionFind[int]
    ) -> Iterator[tuple[int, list[Spoken]]]:
        """The sentences of every other group; none where all speak side by side."""
        if all(not spoken.home.isdisjoint(home) for home in self.homes):
            return
        for root in list(self.groups):
            now = groups[root]
            if now != root:
                moved = self.groups.pop(root)
                self.groups.setdefault(now, []).extend(moved)
        for root in list(self.groups):
            if root != groups[spoken.index]:
                yield root, self.groups[root]


def near_copies(
    sentences: Sequence[Spoken], groups: UnionFind[int], theta: float
) -> Iterator[tuple[int, int, float]]:
    """Pairs of sentences that connect two groups, each with the share of shingles.

    `groups` is changed as pairs come out. The share is that of the smaller set, at
    least `theta`. All connections are found: of a set of n shingles, any
    n - ceil(theta n) + 1 hold one of every set that shares enough with it (prefix
    filter; Chaudhuri, Ganti and Kaushik 2006), so only the rarest are looked up, in
    the sets that are as large or larger. What is in one group already is passed over
    as a whole: many copies of one sentence cost no more than their number.
    """
    rarity = Counter(mark for one in sentences for mark in one.marks)
    shelves: dict[int, PostingList] = {}
    for one in sorted(sentences, key=lambda one: (-len(one.marks), one.index)):
        marks = sorted(one.marks, key=lambda mark: (rarity[mark], mark))
        least = max(1, ceil(theta * len(marks) - 1e-9))
        seen: set[int] = set()
        for mark in marks[: len(marks) - least + 1]:
            if mark in shelves:
                yield from matches(one, shelves[mark], groups, theta, seen)
        for mark in marks:
            if rarity[mark] > 1:
                shelves.setdefault(mark, PostingList()).add(one, groups)


def matches(
    one: Spoken,
    shelf: PostingList,
    groups: UnionFind[int],
    theta: float,
    seen: set[int],
) -> Iterator[tuple[int, int, float]]:
    """The first near-copy in each other group of a shelf; it joins the groups."""
    for _, found in shelf.others(one, groups):
        for other in found:
            if other.index in seen or groups[one.index] == groups[other.index]:
                continue
            seen.add(other.index)
            if not one.home.isdisjoint(other.home):
                continue
            share = len(one.marks & other.marks) / len(one.marks)
            if share >= theta:
                groups.union(one.index, other.index)
                yield one.index, other.index, share
                break
