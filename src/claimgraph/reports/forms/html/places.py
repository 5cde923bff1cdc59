"""The drawing of where: attacks at places with coordinates, on shipped outlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, hypot, radians

from claimgraph.reports.document import MapMark
from claimgraph.reports.forms.html.figures import (
    SMALL,
    WIDE,
    chosen,
    drawing,
    figure,
    lettering,
)
from claimgraph.reports.forms.html.index import Index
from claimgraph.reports.forms.html.lettering import width
from claimgraph.reports.forms.html.markup import Markup, element, joined, name_of
from claimgraph.reports.forms.html.outlines import Point, Window, lands
from claimgraph.reports.forms.html.sections import paragraph

HIGH = 520.0
CLOSE = 27.0  # marks nearer than this are one
LEAST = 9.0  # degrees of latitude that a map shows at least
SOURCE = (
    "Outlines: Natural Earth 1:50m, public domain. Borders are drawn as they are there"
    " and settle nothing. A place without coordinates is put at the nearest one around"
    " it that has some."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A window of the world and how its degrees become a drawing."""

    window: Window
    across: float
    up: float

    def at(self, point: Point) -> Point:
        """Where a point is drawn."""
        return (
            (point[0] - self.window.west) * self.across,
            (self.window.north - point[1]) * self.up,
        )


@dataclass(slots=True)
class Cluster:
    """Marks too close to be told apart, where the first of them is."""

    x: float
    y: float
    marks: list[MapMark]


def chart(marks: Sequence[MapMark], index: Index) -> Markup | None:
    """The map with a list of what is where; None where no place has coordinates."""
    if not marks:
        return None
    sheet = sheet_of(marks)
    clusters = list(clustered(marks, sheet))
    svg = drawing(
        "map",
        "Map of attacks",
        f"{len(marks)} attacks at {len(clusters)} places, as in the list below.",
        HIGH,
        *ground(sheet, clusters),
        *(spot(one, at, index) for at, one in enumerate(clusters, 1)),
    )
    items = [element("li", *listed(one, index)) for one in clusters]
    caption = "Where attacks are said to have happened"
    return figure(
        svg, caption, element("ol", *items, class_="places"), paragraph(SOURCE)
    )


def sheet_of(marks: Sequence[MapMark]) -> Sheet:
    """A window around all marks with room at the edges, in the shape of the drawing."""
    norths, easts = [one.lat for one in marks], [one.lon for one in marks]
    middle = ((min(easts) + max(easts)) / 2, (min(norths) + max(norths)) / 2)
    squeeze = max(cos(radians(middle[1])), 0.2)
    tall = max(
        LEAST,
        (max(norths) - min(norths)) * 1.4,
        (max(easts) - min(easts)) * 1.4 * squeeze * HIGH / WIDE,
    )
    broad = tall * WIDE / HIGH / squeeze
    window = Window(
        middle[0] - broad / 2,
        middle[1] - tall / 2,
        middle[0] + broad / 2,
        middle[1] + tall / 2,
    )
    return Sheet(window, WIDE / broad, HIGH / tall)


def clustered(marks: Sequence[MapMark], sheet: Sheet) -> list[Cluster]:
    """Marks by where they are drawn; each joins the first that is close."""
    found: list[Cluster] = []
    for mark in sorted(marks, key=lambda one: (-one.lat, one.lon, one.attack)):
        x, y = sheet.at((mark.lon, mark.lat))
        near = (one for one in found if hypot(one.x - x, one.y - y) < CLOSE)
        cluster = next(near, None)
        if cluster is None:
            found.append(Cluster(x, y, [mark]))
        else:
            cluster.marks.append(mark)
    return found


def ground(sheet: Sheet, clusters: Sequence[Cluster]) -> Iterator[Markup]:
    """Countries with their names where there is room."""
    taken = [(one.x, one.y, 0.0) for one in clusters]
    yield element("rect", x=0, y=0, width=WIDE, height=HIGH, class_="sea")
    largest: dict[str, list[Point]] = {}
    for land in lands(sheet.window):
        points = [sheet.at(point) for point in land.points]
        yield element("path", d=outline(points), class_="land")
        if size(points) > size(largest.get(land.country, [])):
            largest[land.country] = points
    for country, points in largest.items():
        wide = width(country, SMALL) * 1.15
        at = roomiest(points, wide, taken)
        if at is not None:
            taken.append((*at, wide))
            yield lettering(country, *at, size=SMALL, anchor="middle", class_="country")


def size(points: Sequence[Point]) -> float:
    """The area inside a ring, by the shoelace formula."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return abs(sum(a * d - b * c for (a, b), (c, d) in pairs)) / 2


def roomiest(
    points: Sequence[Point], wide: float, taken: Sequence[tuple[float, float, float]]
) -> Point | None:
    """The place of a name in a ring, furthest from borders and marks; None: no room."""
    best: tuple[float, float, float] | None = None
    half = wide / 2 + 8
    rows = steps(max(low(points, 1), 20), min(high(points, 1), HIGH - 12), 14)
    for x in steps(low(points, 0) + half, high(points, 0) - half, 24):
        for y in rows:
            if any(
                abs(x - left) < (wide + other) / 2 + 20 and abs(y - top) < 26
                for left, top, other in taken
            ):
                continue
            ends = [(x + side * wide / 2, y - 4.0) for side in (-1, 0, 1)]
            if not all(is_inside(end, points) for end in ends):
                continue
            room = min(hypot(a - c, b - d) for a, b in ends for c, d in points)
            room = min(room, y, HIGH - y)
            best = max(best or (0, 0, 0), (room, float(-x), float(-y)))
    return None if best is None or best[0] < 12 else (-best[1], -best[2])


def low(points: Sequence[Point], axis: int) -> float:
    """The smallest coordinate along an axis."""
    return min(point[axis] for point in points)


def high(points: Sequence[Point], axis: int) -> float:
    """The largest coordinate along an axis."""
    return max(point[axis] for point in points)


def steps(first: float, last: float, step: int) -> range:
    """Whole numbers from the first to the last, so far apart."""
    return range(ceil(first), floor(last) + 1, step)


def is_inside(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a ray to the right of a point meets a ring an odd number of times."""
    x, y = point
    inside = False
    for (a, b), (c, d) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            inside = not inside
    return inside


def outline(points: Sequence[Point]) -> str:
    """A closed path."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def spot(cluster: Cluster, number: int, index: Index) -> Markup:
    """A numbered circle that leads to its claims."""
    claims = [claim for mark in cluster.marks for claim in mark.claims]
    names = ", ".join(sorted({mark.name for mark in cluster.marks}))
    return chosen(
        index,
        claims,
        str(number),
        names,
        element("circle", cx=cluster.x, cy=cluster.y, r=12, class_="spot"),
        lettering(
            str(number), cluster.x, cluster.y + 4.5, anchor="middle", class_="in-spot"
        ),
    )


def listed(cluster: Cluster, index: Index) -> Iterator[Markup]:
    """The attacks of a mark, each with its places and their claims."""
    attack = ""
    for mark in sorted(cluster.marks, key=lambda one: (one.attack, one.place_name)):
        if mark.attack != attack:
            yield joined("; " if attack else None, name_of(mark.name), ": ")
        else:
            yield joined(", ")
        attack = mark.attack
        yield joined(name_of(mark.place_name), index.links(mark.claims))
