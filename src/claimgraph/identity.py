"""Which id stands for which: what the judgements of people come to, and no more."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from claimgraph.errors import Problem
from claimgraph.model import Judgement, Where


@dataclass(frozen=True, slots=True)
class Identity:
    """The classes of ids that were judged to be one.

    `standings` maps each joined id to the one of its class on which edges hang; ids
    that nobody joined stand for themselves.
    """

    standings: Mapping[str, str] = field(default_factory=dict[str, str])

    def canonical(self, entity_id: str) -> str:
        """The id that stands for this one in the graph."""
        return self.standings.get(entity_id, entity_id)

    def classes(self) -> dict[str, set[str]]:
        """The ids that judgements made one, by the one that stands for them."""
        found: dict[str, set[str]] = {}
        for one, standing in self.standings.items():
            found.setdefault(standing, {standing}).add(one)
        return found

    def changed(self, other: "Identity") -> list[str]:
        """The ids that stand under another id there, sorted."""
        both = self.standings.keys() | other.standings.keys()
        return sorted(
            one for one in both if self.canonical(one) != other.canonical(one)
        )


def resolve(
    judgements: Iterable[Judgement], present: Collection[str] | None = None
) -> tuple[Identity, list[Problem]]:
    """The classes that `same` makes; a class with a `different` pair is a problem.

    Of a class the smallest id stands that is `present` (in the graph); None: any.
    """
    listed = sorted(judgements, key=lambda judgement: judgement.id)
    parents: dict[str, str] = {}

    def root(one: str) -> str:
        while parents.get(one, one) != one:
            one = parents[one]
        return one

    for judgement in listed:
        if judgement.verdict == "same":
            left, right = sorted((root(judgement.left), root(judgement.right)))
            parents[left] = parents[right] = left
            parents.setdefault(judgement.left, left)
            parents.setdefault(judgement.right, left)
    problems = [
        clash(judgement)
        for judgement in listed
        if judgement.verdict == "different"
        and root(judgement.left) == root(judgement.right)
    ]
    roots = {one: root(one) for one in sorted(parents)}
    standing: dict[str, str] = {}
    for one, first in roots.items():
        if present is None or one in present:
            standing.setdefault(first, one)
    return Identity({one: standing.get(roots[one], roots[one]) for one in roots}), (
        problems
    )


def clash(judgement: Judgement) -> Problem:
    """What to say of a pair that was judged different and joined all the same."""
    where = judgement.where or Where(judgement.id)
    reason = (
        f"{judgement.left} and {judgement.right} are judged different by "
        f"{judgement.who}, but other judgements make them one: take one back"
    )
    return where.problem("verdict", reason)
