"""Who belongs to whom, who holds or backs whom: looked up once for each speaker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.analysis.bonds import Bond
from claimgraph.analysis.context import Context
from claimgraph.schema.types import Family

Tied = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Membership:
    """The bodies of a speaker: those of every day with one claim, and the others."""

    always: Mapping[str, str]
    dated: tuple[Bond, ...]
    every: frozenset[str]


class Ties:
    """The ties of a context by both ends, so that a hub costs no more than others."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.memberships: dict[str, Membership] = {}
        self.tied: dict[tuple[Family, str], Tied] = {}

    def membership(self, speaker: str) -> Membership:
        """The bodies of a speaker."""
        found = self.memberships.get(speaker)
        if found is None:
            bonds = self.context.bodies(speaker, None)
            always: dict[str, str] = {}
            for bond in bonds:
                if bond.valid is None:
                    always.setdefault(bond.right, bond.claim)
            dated = tuple(bond for bond in bonds if bond.right not in always)
            found = Membership(always, dated, frozenset(always))
            self.memberships[speaker] = found
        return found

    def bodies(self, speaker: str, day: str | None) -> frozenset[str]:
        """The bodies to which a speaker is said to belong on a day."""
        found = self.membership(speaker)
        if not found.dated:
            return found.every
        return found.every | {one.right for one in found.dated if one.may_hold(day)}

    def belonging(self, speaker: str, body: str, day: str | None) -> list[str]:
        """One claim that puts a speaker into a body on a day; none for any other."""
        found = self.membership(speaker)
        if body in found.always:
            return [found.always[body]]
        claims = (bond for bond in found.dated if bond.right == body)
        return [bond.claim for bond in claims if bond.may_hold(day)][:1]

    def others(self, family: Family, left: str) -> Tied:
        """The other ends of the ties of an id, each with its claims."""
        found = self.tied.get((family, left))
        if found is None:
            bonds = self.context.ties[family].get(left, ())
            found = self.tied[family, left] = by_right(bonds)
        return found


def by_right(bonds: Iterable[Bond]) -> Tied:
    """The claims of ties by their right end."""
    found: dict[str, list[str]] = {}
    for bond in bonds:
        found.setdefault(bond.right, []).append(bond.claim)
    return {right: tuple(claims) for right, claims in sorted(found.items())}
