"""The drawing of when: a lane for each origin group, on one clock at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from markupsafe import Markup

from claimgraph.dates import span
from claimgraph.reports.document import TimeMark
from claimgraph.reports.forms.html.axis import (
    LEFT,
    RIGHT,
    Axis,
    axis_of,
    day_number,
    round_days,
)
from claimgraph.reports.forms.html.figures import (
    SMALL,
    WIDE,
    Drawing,
    Legend,
    digits_label,
    legend_sample,
    linked_shapes,
    name_label,
    svg_drawing,
)
from claimgraph.reports.forms.html.index import Index
from claimgraph.reports.forms.html.markup import element

ROW, TOP = 18.0, 30.0
LEAST, DIGIT = 10.0, 0.65  # the shortest bar; a digit's width in parts of its size
TIMES = "\N{MULTIPLICATION SIGN}"
CLOCKS = {
    "said": "When it was said",
    "valid": "For which time it is said to hold",
}
RANGES = {"said": "some day in a range", "valid": "all or part of a range"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Claims of one lane with the same days and the same sign; x from left to right."""

    claims: tuple[str, ...]
    numbers: tuple[int, ...]
    polarity: str
    first: int | None
    last: int | None
    approximate: bool
    published: tuple[int, ...]

    @property
    def label(self) -> str:
        """The number of the claim, or how many there are."""
        many = len(self.numbers)
        return str(self.numbers[0]) if many == 1 else f"{TIMES}{many}"


Lane = tuple[str, list[Mark]]


def clock_figure(clock: str, marks: Sequence[TimeMark], index: Index) -> Drawing | None:
    """The strip of one clock with its undated claims; None where there are no marks."""
    found = [
        mark for mark in marks if mark.clock == clock and mark.claim in index.lines
    ]
    if not found:
        return None
    undated = tuple(mark.claim for mark in found if not (mark.first or mark.last))
    dated = [mark for mark in found if mark.first or mark.last]
    if not dated:
        return Drawing(f"time-{clock}", CLOCKS[clock], None, undated=undated)
    caption = f"{CLOCKS[clock]}, in a lane for each group of origins"
    svg = clock_drawing(clock, dated, index)
    return Drawing(f"time-{clock}", caption, svg, (marks_legend(clock),), undated)


def clock_drawing(clock: str, dated: Sequence[TimeMark], index: Index) -> Markup:
    """The drawing of one clock."""
    lanes = marks_by_lane(dated, index)
    axis = axis_of(days_of(dated))
    shapes: list[Markup] = []
    y = TOP
    for name, marks in lanes:
        rows = list(packed_rows(marks, axis))
        height = ROW * len(rows) + 6
        shapes.append(lane_shapes(name, y, height))
        for row, in_row in enumerate(rows):
            middle = y + 3 + ROW * (row + 0.5)
            shapes += (mark_shapes(mark, axis, middle, name, index) for mark in in_row)
        y += height
    return svg_drawing(
        f"time-{clock}",
        CLOCKS[clock],
        f"{len(dated)} claims in {len(lanes)} lanes; each mark leads to its claim.",
        y + 8,
        *scale_shapes(axis, y),
        *shapes,
    )


def marks_by_lane(
    dated: Sequence[TimeMark], index: Index
) -> list[tuple[str, list[Mark]]]:
    """The marks of each lane, by their days; lanes by their first mark."""
    found: dict[str, dict[tuple[object, ...], list[TimeMark]]] = {}
    for mark in dated:
        sign = index.sign(mark.claim)
        key = (mark.first or "", mark.last or "~", mark.approximate, sign)
        found.setdefault(mark.lane, {}).setdefault(key, []).append(mark)
    lanes: list[Lane] = []
    for name, by_days in found.items():
        marks = (merged_mark(alike, index) for alike in by_days.values())
        lanes.append((name, sorted(marks, key=mark_order)))
    return sorted(lanes, key=lambda one: (mark_order(one[1][0]), one[0]))


def merged_mark(alike: Sequence[TimeMark], index: Index) -> Mark:
    """One mark of all that are alike."""
    lines = index.numbered_lines(mark.claim for mark in alike)
    first, last = alike[0].first, alike[0].last
    printed = {day for mark in alike if (day := publication_day(mark)) is not None}
    return Mark(
        claims=tuple(line.id for line in lines),
        numbers=tuple(line.number for line in lines),
        polarity=index.sign(lines[0].id),
        first=None if first is None else day_number(first),
        last=None if last is None else day_number(last),
        approximate=alike[0].approximate,
        published=tuple(sorted(printed)),
    )


def mark_order(mark: Mark) -> tuple[int, int, tuple[int, ...]]:
    """By first day, then by last, then by number."""
    start = mark.first if mark.first is not None else mark.last or 0
    return start, mark.last or start, mark.numbers


def publication_day(mark: TimeMark) -> int | None:
    """The earliest day of publication, as a number."""
    earliest = span(mark.published).earliest if mark.published else None
    return day_number(earliest) if earliest else None


def days_of(dated: Sequence[TimeMark]) -> Iterator[int]:
    """All days that the axis has to hold, those of publication with them."""
    for one in dated:
        yield from (day_number(day) for day in (one.first, one.last) if day)
        printed = publication_day(one)
        if printed is not None:
            yield printed


def packed_rows(marks: Sequence[Mark], axis: Axis) -> list[list[Mark]]:
    """Rows of marks that do not touch each other, each mark in the first with room."""
    room = RowRoom(len(marks))
    rows: list[list[Mark]] = []
    for mark in marks:
        left, right = mark_reach(mark, axis)
        at = room.take(left, right + 6)
        if at == len(rows):
            rows.append([])
        rows[at].append(mark)
    return rows


class RowRoom:
    """How far rows are filled: a tree of the least in each half, the halves of it, …

    So the first row with room is found without a look at all those before it.
    """

    def __init__(self, most: int) -> None:
        self.leaves = 1 << max(most - 1, 0).bit_length()
        self.least = [-inf] * (2 * self.leaves)

    def take(self, left: float, right: float) -> int:
        """The first row that is free from `left` on, which is filled up to `right`."""
        at = 1
        while at < self.leaves:
            at = 2 * at + (self.least[2 * at] > left)
        row = at - self.leaves
        self.least[at] = right
        while at > 1:
            at //= 2
            self.least[at] = min(self.least[2 * at : 2 * at + 2])
        return row


def mark_ends(mark: Mark, axis: Axis) -> tuple[float, float]:
    """Where a mark begins and ends, without its label; open ends reach the edge."""
    start = LEFT if mark.first is None else axis.x(mark.first)
    end = RIGHT if mark.last is None else axis.x(mark.last)
    return start, max(end, start)


def mark_reach(mark: Mark, axis: Axis) -> tuple[float, float]:
    """The room that a mark takes, with its label on the left."""
    start, end = mark_ends(mark, axis)
    return start - 9 - len(mark.label) * DIGIT * SMALL, end + 7


def mark_shapes(mark: Mark, axis: Axis, y: float, name: str, index: Index) -> Markup:
    """A point, or a bar with arrows at its open ends, with ticks of publication."""
    start, end = mark_ends(mark, axis)
    ticks = [
        element("path", d=f"M{axis.x(day):.1f} {y - 8:.1f}v16", class_="tick")
        for day in mark.published
    ]
    one_day = mark.first == mark.last
    shapes = [day_point(start, y)] if one_day else range_bar(mark, start, end, y)
    about = " about" if mark.approximate else ""
    return linked_shapes(
        index,
        mark.claims,
        mark.label,
        f"{name},{about} {day_text(mark.first)} to {day_text(mark.last)}",
        *ticks,
        element("g", *shapes, class_=f"mark {mark.polarity}{about}"),
        digits_label(mark.label, start - 8, y + 4, "end"),
    )


def day_text(day: int | None) -> str:
    """A day as it is written, or that it is open."""
    return "open" if day is None else date.fromordinal(day).isoformat()


def day_point(x: float, y: float) -> Markup:
    """A single day."""
    return element("circle", cx=x, cy=y, r=4.5)


def range_bar(mark: Mark, start: float, end: float, y: float) -> Iterator[Markup]:
    """A range of days; an open end is an arrow that is not filled."""
    if end - start < LEAST:
        start, end = (start + end - LEAST) / 2, (start + end + LEAST) / 2
    from_x = start + (8 if mark.first is None else 0)
    to_x = end - (8 if mark.last is None else 0)
    width = max(to_x - from_x, 2.0)
    yield element("rect", x=from_x, y=y - 3, width=width, height=6, rx=2)
    if mark.first is None:
        yield open_arrow(f"M{from_x:.1f} {y - 5:.1f}l-8 5l8 5z")
    if mark.last is None:
        yield open_arrow(f"M{to_x:.1f} {y - 5:.1f}l8 5l-8 5z")


def open_arrow(path: str) -> Markup:
    """The head of an open end."""
    return element("path", d=path, class_="open")


def lane_shapes(name: str, y: float, height: float) -> Markup:
    """The name of a lane and a line below it."""
    return element(
        "g",
        element("title", name),
        name_label(name, "lane", 4, y + 3, 190, 18),
        element("path", d=f"M4 {y + height:.1f}H{WIDE - 4}", class_="rule"),
    )


def scale_shapes(axis: Axis, bottom: float) -> Iterator[Markup]:
    """Ticks at round days, with their names above."""
    for day, name in round_days(axis):
        x = axis.x(day.toordinal())
        yield element("path", d=f"M{x:.1f} {TOP - 6:.1f}V{bottom:.1f}", class_="rule")
        yield digits_label(name, x, TOP - 12, "middle", "scale")


def marks_legend(clock: str) -> Legend:
    """What marks, colours, arrows and ticks mean."""
    point = day_point(22, 7)
    line = element("rect", x=2, y=4, width=30, height=6, rx=2)
    arrow = open_arrow("M32 2l8 5l-8 5z")
    tick = element("path", d="M22 0v14", class_="tick")
    return Legend(
        "Marks",
        (
            (sample_mark("affirmed", point), "one day, affirmed"),
            (sample_mark("denied", point), "denied"),
            (sample_mark("withheld", point), "withheld"),
            (sample_mark("affirmed proposed", point), "pale: only proposed"),
            (sample_mark("affirmed", line), RANGES[clock]),
            (sample_mark("affirmed", line, arrow), "open end"),
            (sample_mark("affirmed about", line), "about then"),
            (legend_sample(tick), "published"),
            (Markup(f"{TIMES}3"), "three claims alike; a number is a claim's"),
        ),
    )


def sample_mark(sign: str, *shapes: Markup) -> Markup:
    """A mark for the legend."""
    return legend_sample(element("g", *shapes, class_=f"mark {sign}"))
