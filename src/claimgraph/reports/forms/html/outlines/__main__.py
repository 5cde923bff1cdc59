"""Make outlines.json of the TopoJSON of world-atlas: small enough to ship."""

import json
import sys
from collections.abc import Sequence
from itertools import accumulate
from math import hypot
from pathlib import Path
from typing import TypedDict, cast

from claimgraph.reports.forms.html.outlines import STEPS, Point

TOLERANCE = 0.04  # degrees that a simplified line may stray


class Transform(TypedDict):
    """How integers of TopoJSON become degrees."""

    scale: list[float]
    translate: list[float]


class Geometry(TypedDict):
    """A country: one polygon, or several."""

    type: str
    arcs: list[list[int]] | list[list[list[int]]]
    properties: dict[str, str]


class Countries(TypedDict):
    """The collection of all countries."""

    geometries: list[Geometry]


class Topology(TypedDict):
    """As much of TopoJSON as is used."""

    transform: Transform
    arcs: list[list[list[int]]]
    objects: dict[str, Countries]


def main(source: Path) -> None:
    """Write the outlines beside this module."""
    topology = cast(Topology, json.loads(source.read_text("utf-8")))
    arcs = [steps(simplify(points)) for points in degrees(topology)]
    countries = [
        (one["properties"]["name"], rings(one))
        for one in topology["objects"]["countries"]["geometries"]
    ]
    countries.sort()
    rows = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in arcs)
    text = (
        '{"arcs":[\n'
        + ",\n".join(rows)
        + '\n],"countries":'
        + json.dumps(countries, ensure_ascii=False, separators=(",", ":"))
        + "}\n"
    )
    Path(__file__).with_name("outlines.json").write_text(text, "utf-8")


def degrees(topology: Topology) -> list[list[Point]]:
    """Each arc as longitudes and latitudes."""
    wide, high = topology["transform"]["scale"]
    west, south = topology["transform"]["translate"]
    found: list[list[Point]] = []
    for arc in topology["arcs"]:
        across = accumulate(step[0] for step in arc)
        up = accumulate(step[1] for step in arc)
        pairs = zip(across, up, strict=True)
        found.append([(x * wide + west, y * high + south) for x, y in pairs])
    return found


def simplify(points: Sequence[Point]) -> list[Point]:
    """A line with fewer points, never further away (Douglas and Peucker, 1973)."""
    if len(points) < 3:
        return list(points)
    far, at = max(
        (distance(point, points[0], points[-1]), index)
        for index, point in enumerate(points)
    )
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return simplify(points[: at + 1])[:-1] + simplify(points[at:])


def distance(point: Point, first: Point, last: Point) -> float:
    """How far a point is from a line; from its one end where both are the same."""
    (x, y), (a, b), (c, d) = point, first, last
    length = hypot(c - a, d - b)
    if not length:
        return hypot(x - a, y - b)
    return abs((c - a) * (b - y) - (a - x) * (d - b)) / length


def steps(points: Sequence[Point]) -> list[int]:
    """A line as steps along x and y."""
    found: list[int] = []
    was = (0, 0)
    for x, y in points:
        now = (round(x * STEPS), round(y * STEPS))
        if now != was or not found:
            found += [now[0] - was[0], now[1] - was[1]]
            was = now
    return found


def rings(country: Geometry) -> list[list[int]]:
    """All rings of a country; holes are other countries, drawn after it or before."""
    if country["type"] == "Polygon":
        return cast(list[list[int]], country["arcs"])
    polygons = cast(list[list[list[int]]], country["arcs"])
    return [ring for polygon in polygons for ring in polygon]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
