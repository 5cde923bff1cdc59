"""The drawing of when: a lane for each origin group, on one clock at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimgraph.dates import span
from claimgraph.reports.document import TimeMark
from claimgraph.reports.forms.html.axis import (
    LEFT,
    RIGHT,
    Axis,
    axis_of,
    number,
    round_days,
)
from claimgraph.reports.forms.html.figures import (
    SMALL,
    WIDE,
    chosen,
    drawing,
    figure,
    key_of,
    lettering,
    sample,
)
from claimgraph.reports.forms.html.index import Index
from claimgraph.reports.forms.html.lettering import cut, width
from claimgraph.reports.forms.html.markup import Markup, element, escaped, joined

ROW, TOP = 18.0, 30.0
LEAST = 10.0  # the shortest bar
TIMES = "\N{MULTIPLICATION SIGN}"
CLOCKS = {
    "said": "When it was said",
    "valid": "For which time it is said to hold",
}


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


def timeline(clock: str, marks: Sequence[TimeMark], index: Index) -> Markup | None:
    """The strip of one clock with its undated claims; None where there are no marks."""
    found = [
        mark for mark in marks if mark.clock == clock and mark.claim in index.lines
    ]
    if not found:
        return None
    undated = [mark.claim for mark in found if not (mark.first or mark.last)]
    dated = [mark for mark in found if mark.first or mark.last]
    rest = (
        element(
            "div",
            element("span", f"No day given ({len(undated)}): ", class_="term"),
            index.links(undated),
            class_="undated",
        )
        if undated
        else None
    )
    if not dated:
        return element("div", element("h3", CLOCKS[clock]), rest)
    caption = f"{CLOCKS[clock]}, in a lane for each group of origins"
    return figure(strip(clock, dated, index), caption, rest, legend(clock))


def strip(clock: str, dated: Sequence[TimeMark], index: Index) -> Markup:
    """The drawing of one clock."""
    lanes = by_lane(dated, index)
    axis = axis_of(days_of(dated))
    shapes: list[Markup] = []
    y = TOP
    for name, marks in lanes:
        rows = list(packed(marks, axis))
        height = ROW * len(rows) + 6
        shapes.append(lane(name, y, height))
        for row, in_row in enumerate(rows):
            middle = y + 3 + ROW * (row + 0.5)
            shapes += (drawn(mark, axis, middle, name, index) for mark in in_row)
        y += height
    return drawing(
        f"time-{clock}",
        CLOCKS[clock],
        f"{len(dated)} claims in {len(lanes)} lanes; each mark leads to its claim.",
        y + 8,
        *scale(axis, y),
        *shapes,
    )


def by_lane(dated: Sequence[TimeMark], index: Index) -> list[tuple[str, list[Mark]]]:
    """The marks of each lane, by their days; lanes by their first mark."""
    found: dict[str, dict[tuple[object, ...], list[TimeMark]]] = {}
    for mark in dated:
        sign = index.lines[mark.claim].polarity
        key = (mark.first or "", mark.last or "~", mark.approximate, sign)
        found.setdefault(mark.lane, {}).setdefault(key, []).append(mark)
    lanes = [
        (name, sorted((merged(alike, index) for alike in marks.values()), key=order))
        for name, marks in found.items()
    ]
    return sorted(lanes, key=lambda one: (order(one[1][0]), one[0]))


def merged(alike: Sequence[TimeMark], index: Index) -> Mark:
    """One mark of all that are alike."""
    lines = index.numbered(mark.claim for mark in alike)
    first, last = alike[0].first, alike[0].last
    printed = {day for mark in alike if (day := published(mark)) is not None}
    return Mark(
        claims=tuple(line.id for line in lines),
        numbers=tuple(line.number for line in lines),
        polarity=lines[0].polarity,
        first=None if first is None else number(first),
        last=None if last is None else number(last),
        approximate=alike[0].approximate,
        published=tuple(sorted(printed)),
    )


def order(mark: Mark) -> tuple[int, int, tuple[int, ...]]:
    """By first day, then by last, then by number."""
    start = mark.first if mark.first is not None else mark.last or 0
    return start, mark.last or start, mark.numbers


def published(mark: TimeMark) -> int | None:
    """The earliest day of publication, as a number."""
    earliest = span(mark.published).earliest if mark.published else None
    return number(earliest) if earliest else None


def days_of(dated: Sequence[TimeMark]) -> Iterator[int]:
    """All days that the axis has to hold, those of publication with them."""
    for one in dated:
        yield from (number(day) for day in (one.first, one.last) if day)
        printed = published(one)
        if printed is not None:
            yield printed


def packed(marks: Sequence[Mark], axis: Axis) -> list[list[Mark]]:
    """Rows of marks that do not touch each other."""
    rows: list[list[Mark]] = []
    free: list[float] = []
    for mark in marks:
        left, right = reach(mark, axis)
        at = next((row for row, x in enumerate(free) if x <= left), len(rows))
        if at == len(rows):
            rows.append([])
            free.append(0)
        rows[at].append(mark)
        free[at] = right + 6
    return rows


def ends(mark: Mark, axis: Axis) -> tuple[float, float]:
    """Where a mark begins and ends, without its label; open ends reach the edge."""
    start = LEFT if mark.first is None else axis.x(mark.first)
    end = RIGHT if mark.last is None else axis.x(mark.last)
    return start, max(end, start)


def reach(mark: Mark, axis: Axis) -> tuple[float, float]:
    """The room that a mark takes, with its label on the left."""
    start, end = ends(mark, axis)
    return start - 9 - width(mark.label, SMALL), end + 7


def drawn(mark: Mark, axis: Axis, y: float, name: str, index: Index) -> Markup:
    """A point, or a bar with arrows at its open ends, with ticks of publication."""
    start, end = ends(mark, axis)
    ticks = [
        element("path", d=f"M{axis.x(day):.1f} {y - 8:.1f}v16", class_="tick")
        for day in mark.published
    ]
    shape = point(start, y) if mark.first == mark.last else bar(mark, start, end, y)
    about = " about" if mark.approximate else ""
    return chosen(
        index,
        mark.claims,
        mark.label,
        f"{name},{about} {day_of(mark.first)} to {day_of(mark.last)}",
        *ticks,
        element("g", shape, class_=f"mark {mark.polarity}{about}"),
        lettering(mark.label, start - 8, y + 4, size=SMALL, anchor="end"),
    )


def day_of(day: int | None) -> str:
    """A day as it is written, or that it is open."""
    return "open" if day is None else date.fromordinal(day).isoformat()


def point(x: float, y: float) -> Markup:
    """A single day."""
    return element("circle", cx=x, cy=y, r=4.5)


def bar(mark: Mark, start: float, end: float, y: float) -> Markup:
    """A range of days; an open end is an arrow that is not filled."""
    if end - start < LEAST:
        start, end = (start + end - LEAST) / 2, (start + end + LEAST) / 2
    from_x = start + (8 if mark.first is None else 0)
    to_x = end - (8 if mark.last is None else 0)
    pieces = [
        element(
            "rect", x=from_x, y=y - 3, width=max(to_x - from_x, 2.0), height=6, rx=2
        )
    ]
    if mark.first is None:
        pieces.append(arrow(f"M{from_x:.1f} {y - 5:.1f}l-8 5l8 5z"))
    if mark.last is None:
        pieces.append(arrow(f"M{to_x:.1f} {y - 5:.1f}l8 5l-8 5z"))
    return joined(*pieces)


def arrow(path: str) -> Markup:
    """The head of an open end."""
    return element("path", d=path, class_="open")


def lane(name: str, y: float, height: float) -> Markup:
    """The name of a lane and a line below it."""
    return element(
        "g",
        element("title", name),
        lettering(cut(name, 195, 12.5), 4, y + 16, size=12.5, class_="lane"),
        element("path", d=f"M4 {y + height:.1f}H{WIDE - 4}", class_="rule"),
    )


def scale(axis: Axis, bottom: float) -> Iterator[Markup]:
    """Ticks at round days, with their names above."""
    for day, name in round_days(axis):
        x = axis.x(day.toordinal())
        yield element("path", d=f"M{x:.1f} {TOP - 6:.1f}V{bottom:.1f}", class_="rule")
        yield lettering(name, x, TOP - 12, size=SMALL, anchor="middle", class_="scale")


def legend(clock: str) -> Markup:
    """What marks, colours, arrows and ticks mean."""
    line = element("rect", x=2, y=4, width=30, height=6, rx=2)
    arrow_ = arrow("M32 2l8 5l-8 5z")
    samples = [
        (
            sample(element("g", point(22, 7), class_="mark affirmed")),
            "one day, affirmed",
        ),
        (sample(element("g", point(22, 7), class_="mark denied")), "denied"),
        (sample(element("g", point(22, 7), class_="mark withheld")), "withheld"),
        (sample(element("g", line, class_="mark affirmed")), "some day in a range"),
        (sample(element("g", line, arrow_, class_="mark affirmed")), "open end"),
        (sample(element("g", line, class_="mark affirmed about")), "about then"),
    ]
    if clock == "valid":
        samples[3] = (samples[3][0], "all or part of a range")
    samples.append((sample(element("path", d="M22 0v14", class_="tick")), "published"))
    samples.append((escaped(f"{TIMES}3"), "three claims alike; a number is a claim's"))
    return key_of("Marks", samples)
