"""Where the boxes and lines of a network go: columns in which nothing can overlap."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimgraph.reports.document import DrawnLine, DrawnNode, Pictures

# a line with its relation above it and its speakers below
ROW = 44.0
GAP = 14.0
LEAST = 42.0
TOP = 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its left edge, its middle line and its size."""

    node: DrawnNode
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Level:
    """The level piece of a line, which carries its label; x from left to right.

    `left` is the node on the left; `bends_left` and `bends_right` name the box to
    which an end bends, None where the end touches its box.
    """

    line: DrawnLine
    left: str
    y: float
    from_x: float
    to_x: float
    bends_left: str | None = None
    bends_right: str | None = None


@dataclass(frozen=True, slots=True)
class Bend:
    """A curve from the end of a level piece to the edge of a box."""

    level: Level
    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(slots=True)
class Layout:
    """All boxes and lines of a drawing, and how high it is."""

    boxes: list[Box] = field(default_factory=list[Box])
    levels: list[Level] = field(default_factory=list[Level])
    bends: list[Bend] = field(default_factory=list[Bend])
    height: float = TOP

    def stack(
        self, node: DrawnNode, x: float, width: float, top: float, rows: int
    ) -> Box:
        """A box as high as its rows need, below a height."""
        height = max(LEAST, ROW * rows)
        box = Box(node, x, top + height / 2, width, height)
        self.boxes.append(box)
        self.height = max(self.height, top + height + GAP)
        return box

    def place(self, node: DrawnNode, x: float, width: float, top: float = 0) -> None:
        """The box to which levels bend: in the middle of them, high enough for all."""
        found = [
            one for one in self.levels if node.id in (one.bends_left, one.bends_right)
        ]
        ends = max(
            sum(one.bends_left == node.id for one in found),
            sum(one.bends_right == node.id for one in found),
        )
        heights = [one.y for one in found] or [top + TOP + LEAST]
        box = Box(
            node, x, (min(heights) + max(heights)) / 2, width, max(64.0, 10.0 * ends)
        )
        self.boxes.append(box)
        self.height = max(self.height, box.y + box.height / 2 + GAP)
        self.bend([one for one in found if one.bends_left == node.id], box, x + width)
        self.bend([one for one in found if one.bends_right == node.id], box, x)

    def bend(self, levels: Sequence[Level], box: Box, edge: float) -> None:
        """Spread the ends of levels over one edge of a box, in their order."""
        ordered = sorted(levels, key=lambda one: one.y)
        room = box.height - 16
        step = min(14.0, room / max(len(ordered) - 1, 1))
        for at, one in enumerate(ordered):
            y = box.y + (at - (len(ordered) - 1) / 2) * step
            end = one.from_x if edge <= one.from_x else one.to_x
            self.bends.append(Bend(one, end, one.y, edge, y))


def network_layout(pictures: Pictures) -> Layout:
    """Boxes between two subjects, around one, or hub by hub where there is none."""
    ends = Counter(end for line in pictures.lines for end in (line.left, line.right))
    subjects = [node for node in pictures.nodes if node.subject]
    if len(subjects) == 2 and all(ends[node.id] for node in subjects):
        return layout_between(subjects[0], subjects[1], pictures)
    central = [node for node in subjects if ends[node.id]]
    if len(central) == 1:
        return layout_around(central[0], pictures)
    return layout_by_hubs(pictures, ends)


def lines_between(pictures: Pictures, one: str, other: str) -> list[DrawnLine]:
    """The lines that join two nodes, in the order given."""
    return [line for line in pictures.lines if {line.left, line.right} == {one, other}]


def layout_between(left: DrawnNode, right: DrawnNode, pictures: Pictures) -> Layout:
    """Two subjects at the sides, their own lines above, third parties below."""
    made = Layout()
    for line in lines_between(pictures, left.id, right.id):
        y = made.height + 24
        made.levels.append(Level(line, left.id, y, 240, 720, left.id, right.id))
        made.height += ROW
    made.height += GAP
    for node in pictures.nodes:
        to_left = lines_between(pictures, left.id, node.id)
        to_right = lines_between(pictures, node.id, right.id)
        if node in (left, right) or not (to_left or to_right):
            continue
        rows = max(len(to_left), len(to_right))
        box = made.stack(node, 405, 150, made.height, rows)
        for line, y in zip(to_left, row_heights(box, len(to_left)), strict=True):
            made.levels.append(Level(line, left.id, y, 205, 405, left.id))
        for line, y in zip(to_right, row_heights(box, len(to_right)), strict=True):
            made.levels.append(Level(line, node.id, y, 555, 755, None, right.id))
    made.place(left, 10, 140)
    made.place(right, 810, 140)
    return made


def layout_around(subject: DrawnNode, pictures: Pictures) -> Layout:
    """One subject in the middle, its neighbours in a column on either side."""
    made = Layout()
    tops = [TOP, TOP]
    for node in pictures.nodes:
        lines = lines_between(pictures, subject.id, node.id)
        if node == subject or not lines:
            continue
        side = 0 if tops[0] <= tops[1] else 1
        box = made.stack(node, (10, 800)[side], 150, tops[side], len(lines))
        tops[side] += box.height + GAP
        for line, y in zip(lines, row_heights(box, len(lines)), strict=True):
            made.levels.append(
                Level(line, subject.id, y, 600, 800, subject.id, None)
                if side
                else Level(line, node.id, y, 160, 360, None, subject.id)
            )
    made.place(subject, 410, 140)
    return made


def layout_by_hubs(pictures: Pictures, ends: Counter[str]) -> Layout:
    """The nodes with most lines on the left, each with all that it is joined to."""
    made = Layout()
    drawn: set[frozenset[str]] = set()
    ranked = sorted(pictures.nodes, key=lambda node: (-ends[node.id], node.id))
    for hub in ranked:
        top = made.height
        others = [
            (node, lines)
            for node in ranked
            if node != hub and frozenset((hub.id, node.id)) not in drawn
            if (lines := lines_between(pictures, hub.id, node.id))
        ]
        for node, lines in others:
            drawn.add(frozenset((hub.id, node.id)))
            box = made.stack(node, 690, 250, made.height, len(lines))
            made.levels += (
                Level(line, hub.id, y, 340, 690, hub.id)
                for line, y in zip(lines, row_heights(box, len(lines)), strict=True)
            )
        if others:
            made.place(hub, 10, 220, top)
            made.height += GAP
    return made


def row_heights(box: Box, rows: int) -> list[float]:
    """The heights at which so many lines touch a box."""
    return [box.y + (at - (rows - 1) / 2) * ROW + 1 for at in range(rows)]
