"""How the values of independent origins go together, and why, in plain words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, combinations_with_replacement, product

from claimgraph.analysis.context import Context
from claimgraph.analysis.values import (
    GivenValue,
    Outcome,
    Scale,
    compare,
    places_around,
    times_of,
)

# Best first: two groups of origins come to the worst of their pairs of values.
OUTCOMES: tuple[Outcome, ...] = ("equal", "fits", "unclear", "apart")
VERDICTS: Mapping[Outcome, str] = {
    "equal": "agree",
    "fits": "compatible",
    "unclear": "undecided",
    "apart": "conflict",
}
# Enough to know who is meant; all are in the values.
MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of two groups, and how they go together."""

    outcome: Outcome
    left: GivenValue
    right: GivenValue


class Comparison:
    """The values of each group of origins, compared with those of every other."""

    def __init__(
        self,
        scale: Scale,
        context: Context,
        groups: Mapping[str, Sequence[GivenValue]],
    ) -> None:
        self.scale, self.context, self.groups = scale, context, groups
        together = scale.compared in ("place", "word")
        self.worst = max(
            self.pairs_of_lists() if together else self.pairs(),
            key=lambda pair: rank(pair.outcome),
            default=None,
        )

    def pairs(self) -> Iterator[Pair]:
        """Each two values that two groups give, whoever they are, compared once.

        A thousand origins give few different values: so their number does not matter.
        """
        speakers: dict[tuple[object, ...], set[str]] = {}
        for key, values in sorted(self.groups.items()):
            for value in values:
                speakers.setdefault(sameness(value), set()).add(key)
        each = {
            sameness(value): value
            for value in one_a_value(
                one for those in self.groups.values() for one in those
            )
        }
        for one, other in combinations_with_replacement(each, 2):
            if len(speakers[one] | speakers[other]) > 1 and (
                one != other or len(speakers[one]) > 1
            ):
                yield self.pair(each[one], each[other])

    def pair(self, one: GivenValue, other: GivenValue) -> Pair:
        """Two values with how they go together."""
        return Pair(compare(one, other, self.scale, self.context), one, other)

    def pairs_of_lists(self) -> Iterator[Pair]:
        """The best pair of each two groups: who names several means them all.

        Places or methods; groups that name the same ones are one.
        """
        alike: dict[tuple[str, ...], list[Sequence[GivenValue]]] = {}
        for _, values in sorted(self.groups.items()):
            listed = tuple(sorted({value.place or value.words for value in values}))
            alike.setdefault(listed, []).append(values)
        for held in alike.values():
            if len(held) > 1:
                yield Pair("equal", held[0][0], held[1][0])
        for left, right in combinations(sorted(alike), 2):
            pairs = (
                self.pair(one, other)
                for one, other in product(alike[left][0], alike[right][0])
            )
            best = min(pairs, key=lambda pair: rank(pair.outcome))
            # Equal are only groups that name the same ones.
            yield replace(best, outcome="fits") if best.outcome == "equal" else best

    @property
    def verdict(self) -> str:
        """single, agree, compatible, conflict or undecided."""
        return "single" if self.worst is None else VERDICTS[self.worst.outcome]

    @property
    def why(self) -> str:
        """The verdict in words."""
        number = len(self.groups)
        if self.worst is None:
            return self.why_single(number)
        left, right = self.told(self.worst.left), self.told(self.worst.right)
        match self.worst.outcome:
            case "equal":
                return f"{number} independent origins give the same."
            case "fits":
                return f"{left} and {right} can both hold{self.why_fits(self.worst)}."
            case "apart":
                return f"{left} and {right} cannot both hold."
            case "unclear":
                return f"{left} and {right}: {self.readings(self.worst)}."

    def why_single(self, number: int) -> str:
        """One origin, or none that counts; one may give several values."""
        if not number:
            return "No origin that counts gives a value."
        values = [value.words for those in self.groups.values() for value in those]
        if len(set(values)) == 1:
            return "One independent origin gives it."
        return (
            "One independent origin gives several: " + "; ".join(sorted(values)) + "."
        )

    def told(self, value: GivenValue) -> str:
        """A value with those who give it."""
        names = [self.context.name(origin) for origin in value.origins[:MOST_NAMES]]
        if len(value.origins) > MOST_NAMES:
            names.append(f"{len(value.origins) - MOST_NAMES} more")
        return f"{value.words} ({', '.join(names)})"

    def why_fits(self, pair: Pair) -> str:
        """What makes two values that differ fit."""
        times = times_of(pair.left, pair.right, self.scale)
        if times == "apart":
            return ": they are for different times"
        if self.scale.compared == "place" and not self.scale.of_series:
            return self.why_places_fit(pair)
        if self.scale.of_series and not self.scale.is_number:
            return ": a series has many places and days, and is done in many ways"
        if self.scale.compared == "word":
            return ": one of them names further methods"
        return ": the ranges overlap"

    def why_places_fit(self, pair: Pair) -> str:
        """Which place lies in which."""
        one, other = pair.left.place or "", pair.right.place or ""
        if one == other:
            return ": one of them names further places"
        inner, outer = (one, other)
        if inner in places_around(outer, self.context):
            inner, outer = outer, inner
        return f": {self.context.name(inner)} lies in {self.context.name(outer)}"

    def readings(self, pair: Pair) -> str:
        """Both ways to read two values of which nobody can tell."""
        if times_of(pair.left, pair.right, self.scale) == "unknown":
            return (
                "if both are meant for one time they cannot both hold, if not they can"
            )
        if self.scale.compared == "place":
            return "nobody tells how these places lie to each other"
        if self.scale.compared == "word":
            return "one attack can be done by several methods"
        if self.scale.compared == "day":
            return "a day that is not sure may be the other one or not"
        return (
            "they can both hold if the classes are not all, and cannot if they are all"
        )


def rank(outcome: Outcome) -> int:
    """0 is the best outcome."""
    return OUTCOMES.index(outcome)


def sameness(value: GivenValue) -> tuple[object, ...]:
    """Equal for values that are the same for the same time."""
    return value.words, value.place, value.person, value.valid, value.if_all


def one_a_value(values: Iterable[GivenValue]) -> tuple[GivenValue, ...]:
    """Values that several groups give alike as one, by their ranges."""
    alike: dict[tuple[object, ...], list[GivenValue]] = {}
    for value in values:
        alike.setdefault(sameness(value), []).append(value)
    made = [
        replace(
            those[0],
            claims=tuple(sorted({one for each in those for one in each.claims})),
            origins=tuple(sorted({one for each in those for one in each.origins})),
            counted=any(each.counted for each in those),
        )
        for those in alike.values()
    ]
    return tuple(sorted(made, key=by_range))


def by_range(value: GivenValue) -> tuple[int, str, str, tuple[str, ...]]:
    """Values are sorted by their low end or first day, then by their words."""
    return value.min or 0, value.on_from or "", value.words, value.claims
