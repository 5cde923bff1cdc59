"""Which voices must fall before nobody is left who says it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import counts_as
from claimgraph.model import Claim

Holders = Literal["any", "inner"]
# A proposition with thousands of claims and long chains has more combinations than
# anybody can wait for: each size may look at so many chains, one or two seconds' worth.
MOST_LOOKED_AT = 5_000_000


@dataclass(frozen=True, slots=True)
class FragilitySets:
    """All minimal sets of holders without whom a proposition has no support.

    `sets` are sorted by size; `smallest` is the size of the first, None where there is
    none of at most `searched_to` holders. `searched_to` is below the size that was
    asked for only where the search had to stop: up to it the sets are complete.
    `claims` is the support that was searched.
    """

    proposition: Proposition
    sets: tuple[tuple[str, ...], ...]
    smallest: int | None
    searched_to: int
    holders: Holders = "any"
    claims: tuple[str, ...] = ()


def is_support(claim: Claim) -> bool:
    """Whether a claim speaks for its proposition: affirmed, counted, and accepted."""
    return claim.polarity == "affirmed" and counts_as(claim) == "support"


def fragility(
    claims: Iterable[Claim],
    context: Context,
    proposition: Proposition,
    k: int = 3,
    holders: Holders = "any",
) -> FragilitySets:
    """The minimal sets of at most `k` holders that break a proposition.

    A set breaks it when every supporting claim has one of them in its chain; `inner`
    leaves out hop 1 of claims that have further hops. Without support no set is
    reported. Each size looks at no more than `MOST_LOOKED_AT` chains, then stops.
    """
    support = [
        claim
        for claim in claims
        if is_support(claim) and context.proposition(claim) == proposition
    ]
    found, searched_to = minimal_sets(
        {speakers(claim, context, holders) for claim in support}, k
    )
    return FragilitySets(
        proposition=proposition,
        sets=tuple(found),
        smallest=len(found[0]) if found else None,
        searched_to=searched_to,
        holders=holders,
        claims=tuple(sorted(claim.id for claim in support)),
    )


def speakers(claim: Claim, context: Context, holders: Holders) -> frozenset[str]:
    """The holders of a chain; `inner`: without hop 1 where others follow."""
    chain = context.holders(claim)
    return frozenset(chain[1:] if holders == "inner" and len(chain) > 1 else chain)


def minimal_sets(
    groups: Iterable[frozenset[str]], k: int
) -> tuple[list[tuple[str, ...]], int]:
    """All minimal sets of at most k that meet every group, and the size searched to.

    Search tree for hitting sets, branching over the smallest group that is not met
    (Reiter 1987, "A theory of diagnosis from first principles", section 4).
    """
    search = Search(groups)
    found: list[tuple[str, ...]] = []
    for size in range(1, k + 1) if search.groups else ():
        try:
            found += sorted(search.of_size(size))
        except TooMuchError:
            return found, size - 1
    return found, k


class TooMuchError(Exception):
    """More combinations than one search may try; never leaves this module."""


class Search:
    """The groups that a set must meet, the smallest first."""

    def __init__(self, groups: Iterable[frozenset[str]]) -> None:
        self.groups = sorted(
            {group for group in groups if group},
            key=lambda group: (len(group), sorted(group)),
        )
        self.looked_at = 0

    def of_size(self, size: int) -> list[tuple[str, ...]]:
        """The minimal sets of exactly that size; TooMuchError where it takes long."""
        self.looked_at = 0
        sets = self.branch(frozenset(), self.groups, frozenset(), size)
        return [tuple(sorted(one)) for one in sets if self.is_minimal(one)]

    def branch(
        self,
        chosen: frozenset[str],
        left: Sequence[frozenset[str]],
        barred: frozenset[str],
        more: int,
    ) -> Iterator[frozenset[str]]:
        """Each way to meet the groups that are left with exactly so many more.

        A holder that an earlier branch took is barred from the later ones, so that no
        set is found twice.
        """
        if not left and not more:
            yield chosen
        if not left or self.needs_over(more, left):
            return
        for holder in sorted(left[0] - barred):
            self.looked_at += len(left)
            if self.looked_at > MOST_LOOKED_AT:
                raise TooMuchError
            rest = [group for group in left if holder not in group]
            yield from self.branch(chosen | {holder}, rest, barred, more - 1)
            barred |= {holder}

    def needs_over(self, most: int, left: Sequence[frozenset[str]]) -> bool:
        """Whether more than so many of the groups have no member in common."""
        met: set[str] = set()
        apart = 0
        for group in left:
            self.looked_at += 1
            if met.isdisjoint(group):
                met |= group
                apart += 1
                if apart > most:
                    return True
        return False

    def is_minimal(self, members: frozenset[str]) -> bool:
        """Whether each member alone meets some group."""
        self.looked_at += len(self.groups)
        needed: set[str] = set()
        for group in self.groups:
            met = group & members
            if len(met) == 1:
                needed |= met
        return needed == set(members)


def falls_without(
    claims: Iterable[Claim], context: Context, x: str
) -> tuple[Proposition, ...]:
    """The propositions that have support, all of it through one holder at any hop."""
    holder = context.canonical(x)
    with_others: set[Proposition] = set()
    with_holder: set[Proposition] = set()
    for claim in claims:
        if is_support(claim):
            through = holder in context.holders(claim)
            kept = with_holder if through else with_others
            kept.add(context.proposition(claim))
    return tuple(sorted(with_holder - with_others, key=lambda one: one.order))
