"""How long the decisions of a session take, and how long the rest may take by that."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from claimgraph.errors import number_of

# decisions before anything is told of those to come
LEAST = 5
# after so many seconds at one card somebody was called away
BREAK = 300.0


@dataclass(slots=True)
class Pace:
    """The seconds that each decision took from its card on; breaks are counted."""

    clock: Callable[[], float] = time.monotonic
    since: float = 0.0
    taken: list[float] = field(default_factory=list[float])
    breaks: int = 0

    def begin(self) -> None:
        """A card is shown."""
        self.since = self.clock()

    def decided(self) -> None:
        """What was shown is decided."""
        seconds = self.clock() - self.since
        if seconds < BREAK:
            self.taken.append(seconds)
        else:
            self.breaks += 1

    def left_words(self, number: int) -> str:
        """How long so many more may take; empty before there are enough decisions.

        >>> Pace(taken=[6.0, 9.0, 10.0, 10.0, 12.0]).left_words(30)
        'about 5 min left'
        """
        if len(self.taken) < LEAST:
            return ""
        minutes = median(self.taken) * number / 60
        amount = f"about {minutes:.0f} min" if minutes >= 1 else "under a minute"
        return f"{amount} left"

    def told(self) -> str:
        """How many were decided in which time; empty where none was.

        >>> Pace(taken=[6.0, 9.0], breaks=1).told()
        '3 decisions in 15 s, without 1 break: half of them within 8 s each'
        >>> Pace(breaks=1).told()
        '1 decision, after a break'
        """
        decisions = number_of(len(self.taken) + self.breaks, "decision")
        if not self.taken:
            return f"{decisions}, after a break" if self.breaks else ""
        without = f", without {number_of(self.breaks, 'break')}" if self.breaks else ""
        half = f": half of them within {median(self.taken):.0f} s each"
        return f"{decisions} in {seconds_words(sum(self.taken))}{without}{half}"


def seconds_words(seconds: float) -> str:
    """A span of time as people say it.

    >>> seconds_words(42), seconds_words(365)
    ('42 s', '6 min 5 s')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
