"""The outlines of countries: Natural Earth 1:50m, public domain, as the package ships.

`outlines.json` holds `arcs` (steps along x and y in fiftieths of a degree, the first
from 0, 0) and `countries` (a name and rings; a ring lists arcs, `~n` is arc n
reversed). It is made of the TopoJSON in the npm package world-atlas 2.0.2:
`python -m claimgraph.reports.forms.html.outlines countries-50m.json`.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TypedDict, cast

from claimgraph.resources import packaged

STEPS = 50  # in a degree
Point = tuple[float, float]


class Outlines(TypedDict):
    """The file as it is."""

    arcs: list[list[int]]
    countries: list[tuple[str, list[list[int]]]]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world in degrees, both ends inclusive."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Window") -> bool:
        """Whether two windows have anything in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@dataclass(frozen=True, slots=True)
class Land:
    """One ring of a country, cut at the window; points are (longitude, latitude)."""

    country: str
    points: tuple[Point, ...]


def lands(window: Window) -> Iterator[Land]:
    """What of each country lies in a window, in the order of the file."""
    for country, rings in load():
        for ring, around in rings:
            points = cut(ring, window) if window.meets(around) else []
            if len(points) > 2:
                yield Land(country, tuple(points))


@cache
def load() -> list[tuple[str, list[tuple[list[Point], Window]]]]:
    """All countries with their rings as points, each with the window around it."""
    path = packaged("reports", "forms", "html", "outlines", "outlines.json")
    shipped = cast(Outlines, json.loads(path.read_text("utf-8")))
    arcs = [list(walk(arc)) for arc in shipped["arcs"]]
    countries: list[tuple[str, list[tuple[list[Point], Window]]]] = []
    for name, rings in shipped["countries"]:
        lines = [[at for arc in ring for at in follow(arcs, arc)] for ring in rings]
        countries.append((name, [(line, around(line)) for line in lines]))
    return countries


def around(points: Sequence[Point]) -> Window:
    """The smallest window that holds all points."""
    easts, norths = [x for x, _ in points], [y for _, y in points]
    return Window(min(easts), min(norths), max(easts), max(norths))


def walk(steps: Sequence[int]) -> Iterator[Point]:
    """The points of an arc, in degrees."""
    across, up = accumulate(steps[0::2]), accumulate(steps[1::2])
    return ((x / STEPS, y / STEPS) for x, y in zip(across, up, strict=True))


def follow(arcs: Sequence[list[Point]], index: int) -> list[Point]:
    """The points of an arc in the direction in which a ring runs along it."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def cut(ring: Sequence[Point], window: Window) -> list[Point]:
    """The part of a ring inside a window (Sutherland and Hodgman, 1974)."""
    points = list(ring)
    for axis, edge, sign in (
        (0, window.west, 1),
        (0, window.east, -1),
        (1, window.south, 1),
        (1, window.north, -1),
    ):
        points = list(cut_at(points, axis, edge, sign))
    return points


def cut_at(
    points: Sequence[Point], axis: int, edge: float, sign: int
) -> Iterator[Point]:
    """The part of a ring on one side of a line along an axis."""
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        was = sign * (before[axis] - edge) >= 0
        inside = sign * (point[axis] - edge) >= 0
        if was != inside:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            x, y = (a + share * (b - a) for a, b in zip(before, point, strict=True))
            yield x, y
        if inside:
            yield point
