"""Days along a timeline, and the round ones that are named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claimgraph.reports.forms.html.figures import WIDE

LEFT, RIGHT = 232.0, WIDE - 24.0
TICKS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from the first to the last, spread over the drawing."""

    first: int
    last: int

    def x(self, day: int) -> float:
        """Where a day is."""
        return LEFT + (day - self.first) / (self.last - self.first) * (RIGHT - LEFT)


def day_number(day: str) -> int:
    """A day as a number."""
    return date.fromisoformat(day).toordinal()


def axis_of(days: Iterable[int]) -> Axis:
    """From before the first day to after the last, with room for labels."""
    found = sorted(days)
    room = max((found[-1] - found[0]) // 30, 20)
    least, most = date.min.toordinal(), date.max.toordinal()
    return Axis(max(found[0] - room, least), min(found[-1] + room, most))


def round_days(axis: Axis) -> list[tuple[date, str]]:
    """The beginnings of months, quarters, years or more: at most twelve of them."""
    first, last = date.fromordinal(axis.first), date.fromordinal(axis.last)
    months = (last.year - first.year) * 12 + last.month - first.month
    for step in (1, 3, 6):
        if months / step <= 11:
            count = range(first.year * 12 + first.month, last.year * 12 + last.month)
            days = [date(at // 12, at % 12 + 1, 1) for at in count if at % step == 0]
            return [(day, day.isoformat()[:7]) for day in days]
    step = next((one for one in TICKS if months / 12 / one <= 11), 1000)
    years = range(first.year // step * step + step, last.year + 1, step)
    return [(date(year, 1, 1), str(year)) for year in years]
