"""Differences between a graph and what it should be, in words for people."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claimgraph.errors import ClaimgraphError

# lines of one sort that are shown; the others are counted
SHOWN = 20
# what can be wrong with a row that no load has written
UNFIT = (ClaimgraphError, ValueError)


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; the sort says of what, in the plural."""

    sort: str
    words: str


def some_lines(found: Iterable[Difference]) -> Iterator[str]:
    """A line for each, at most some twenty of a sort, then how many more there are."""
    numbers: Counter[str] = Counter()
    for one in found:
        numbers[one.sort] += 1
        if numbers[one.sort] <= SHOWN:
            yield one.words
    for sort, number in numbers.items():
        if number > SHOWN:
            yield f"and {number - SHOWN:,} more {sort}"


def going_on(
    what: str, check: Callable[[], Iterator[Difference]]
) -> Iterator[Difference]:
    """What a check finds; where the engine fails it, that is a difference as well."""
    try:
        yield from check()
    except UNFIT as error:
        yield Difference(f"failures to read {what}", f"{what} cannot be read: {error}")
