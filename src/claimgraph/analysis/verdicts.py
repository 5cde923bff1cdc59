"""How the values of independent origins go together, and why, in plain words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

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
        pairs = [
            self.between(groups[one], groups[other])
            for one, other in combinations(sorted(groups), 2)
        ]
        self.worst = max(pairs, key=lambda pair: rank(pair.outcome), default=None)

    def between(self, left: Sequence[GivenValue], right: Sequence[GivenValue]) -> Pair:
        """The worst pair of two groups.

        Of places it is the best: who names several lays the attack in all of them.
        """
        pairs = [
            Pair(compare(one, other, self.scale, self.context), one, other)
            for one, other in product(left, right)
        ]
        if self.scale.attribute != "LOCATED_IN":
            return max(pairs, key=lambda pair: rank(pair.outcome))
        best = min(pairs, key=lambda pair: rank(pair.outcome))
        several = len(left) > 1 or len(right) > 1
        if best.outcome == "equal" and several:
            return self.with_several(best, left, right)
        return best

    def with_several(
        self, best: Pair, left: Sequence[GivenValue], right: Sequence[GivenValue]
    ) -> Pair:
        """Equal only where both groups name the same places."""
        places = [{value.place for value in values} for values in (left, right)]
        return best if places[0] == places[1] else Pair("fits", best.left, best.right)

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
        names = ", ".join(self.context.name(origin) for origin in value.origins)
        return f"{value.words} ({names})"

    def why_fits(self, pair: Pair) -> str:
        """What makes two values that differ fit."""
        times = times_of(pair.left, pair.right, self.scale)
        if times == "apart":
            return ": they are for different times"
        if self.scale.attribute == "LOCATED_IN" and not self.scale.of_series:
            return self.why_places_fit(pair)
        if self.scale.of_series and not self.scale.is_number:
            return ": a series has many places and days"
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
        if self.scale.attribute == "LOCATED_IN":
            return "nobody tells how these places lie to each other"
        if self.scale.attribute == "OCCURRED_ON":
            return "a day that is not sure may be the other one or not"
        return (
            "they can both hold if the classes are not all, and cannot if they are all"
        )


def rank(outcome: Outcome) -> int:
    """0 is the best outcome."""
    return OUTCOMES.index(outcome)
