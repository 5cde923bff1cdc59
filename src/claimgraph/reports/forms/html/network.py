"""The drawing of who is said to be tied to whom, one line per proposition and sign."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from claimgraph.made_names import with_short_titles
from claimgraph.reports.document import DrawnLine, Pictures
from claimgraph.reports.document.wording import some_words
from claimgraph.reports.forms.html.figures import (
    Drawing,
    Legend,
    legend_sample,
    linked_shapes,
    name_label,
    svg_drawing,
)
from claimgraph.reports.forms.html.index import MINUS, Index, relation_words
from claimgraph.reports.forms.html.layout import Bend, Box, Level, network_layout
from claimgraph.reports.forms.html.markup import element
from claimgraph.safe_text import on_one_line

DASHES = {
    "stated": None,
    "alleged": "14 6",
    "suspected": "6 5",
    "possible": "1 6",
    "hypothetical": "1 12",
}
WIDTHS = (1.2, 1.6, 3.2, 4.8, 6.4)  # by independent count, from 0 to 4 and more
# of a line that nobody accepted, whatever its modality: dash and dot, and thin
PROPOSED = "9 5 0.1 5"
BETWEEN = 2.4  # two lines of a contested proposition
UNCOUNTED = "only proposed: nobody has accepted it, and it is in no count"
SIGNS = {"affirmed": "+", "denied": MINUS, "withheld": "~"}


def network_figure(pictures: Pictures, index: Index) -> Drawing | None:
    """The drawing with its legends; None where there is no line."""
    if not pictures.lines:
        return None
    layout = network_layout(pictures)
    svg = svg_drawing(
        "network",
        "Network of claims",
        f"{len(pictures.lines)} lines between {len(pictures.nodes)} nodes"
        f"{proposed_lines(pictures)}; the table below says the same.",
        layout.height,
        *(
            line_shapes(
                level, [one for one in layout.bends if one.level is level], index
            )
            for level in layout.levels
        ),
        *map(node_shapes, layout.boxes),
    )
    caption = "Who is said to be tied to whom: a line is what somebody says"
    proposed = any(line.only_proposed for line in pictures.lines)
    return Drawing("network", caption, svg, tuple(network_legends(proposed=proposed)))


def proposed_lines(pictures: Pictures) -> str:
    """How many of the lines nobody accepted."""
    number = sum(line.only_proposed for line in pictures.lines)
    return f", {number} of the lines only proposed" if number else ""


def line_shapes(level: Level, bends: Iterable[Bend], index: Index) -> Markup:
    """A line with its bends and its label, which leads to its claims."""
    drawn, names = level.line, index.names
    path = line_path(level, bends)
    label = line_label(level)
    spoken = [with_short_titles(on_one_line(one)) for one in drawn.speakers]
    who = some_words(spoken, 1)
    about = (
        f"{names.get(drawn.left, drawn.left)} — {relation_words(drawn.relation)} —"
        f" {names.get(drawn.right, drawn.right)}: {drawn.polarity}, {drawn.modality},"
        f" {counted_words(drawn)} ({some_words(drawn.speakers, 6)})"
        f"{', contested' if drawn.contested else ''}"
    )
    width = WIDTHS[min(drawn.independent, 4)]
    strokes = line_strokes(
        path,
        drawn.polarity,
        dash=PROPOSED if drawn.only_proposed else DASHES.get(drawn.modality),
        width=width,
        contested=drawn.contested,
    )
    room = level.to_x - level.from_x - 16
    half = outer_width(width, drawn.contested) / 2
    at = level.from_x + 8
    linked = linked_shapes(
        index,
        drawn.claims,
        label,
        about,
        element("path", d=path, class_="reach"),
        *strokes,
        name_label(label, "on-line", at, level.y - half - 17, room, 16),
    )
    # whoever is read the link aloud hears all speakers in its name
    below = name_label(who, "on-line who", at, level.y + half + 1, room, 14)
    return linked + below


def counted_words(drawn: DrawnLine) -> str:
    """On how many independent words a line stands, or that nobody accepted it."""
    if drawn.only_proposed:
        return "only proposed, in no count"
    more = f", {len(drawn.proposed)} more proposed" if drawn.proposed else ""
    return f"{drawn.independent} independent{more}"


def line_label(level: Level) -> str:
    """The sign, the relation with its direction, and whether it is only proposed."""
    drawn = level.line
    name = relation_words(drawn.relation)
    if drawn.directed:
        rightwards = drawn.left == level.left
        name = f"{name} →" if rightwards else f"← {name}"
    mark = " (proposed)" if drawn.only_proposed else ""
    return f"{SIGNS.get(drawn.polarity, '')} {name}{mark}"


def line_path(level: Level, bends: Iterable[Bend]) -> str:
    """The path of a line, from the box on its left to the one on its right."""
    path = f"M{level.from_x:.1f} {level.y:.1f}H{level.to_x:.1f}"
    for bend in bends:
        half = (bend.x + bend.to_x) / 2
        path += (
            f"M{bend.x:.1f} {bend.y:.1f}C{half:.1f} {bend.y:.1f}"
            f" {half:.1f} {bend.to_y:.1f} {bend.to_x:.1f} {bend.to_y:.1f}"
        )
    return path


def line_strokes(
    path: str,
    polarity: str,
    *,
    dash: str | None = None,
    width: float = 2.4,
    contested: bool = False,
) -> Iterator[Markup]:
    """Colour by polarity, dash by modality, width by independent count, or double."""
    yield element(
        "path",
        d=path,
        class_=f"line {polarity}",
        stroke_width=outer_width(width, contested),
        stroke_dasharray=dash,
    )
    if contested:
        yield element("path", d=path, class_="between", stroke_width=BETWEEN)


def outer_width(width: float, contested: bool) -> float:
    """How wide a line is, both of a double one together."""
    return width + 2 * BETWEEN if contested else width


def node_shapes(box: Box) -> Markup:
    """A node with its name on as many lines as there is room for."""
    left, top = box.x, box.y - box.height / 2
    lines = "three-lines" if box.height >= 58 else "two-lines"
    return element(
        "g",
        element("title", f"{on_one_line(box.node.name)} ({box.node.id})"),
        element("rect", x=left, y=top, width=box.width, height=box.height, rx=5),
        name_label(
            box.node.name, lines, left + 4, top + 2, box.width - 8, box.height - 4
        ),
        class_="node subject" if box.node.subject else "node",
    )


def network_legends(*, proposed: bool = False) -> Iterator[Legend]:
    """What colours, dashes, widths and doubles mean, and a dash with a dot."""
    colours = [(sample_line(sign), f"{mark} {sign}") for sign, mark in SIGNS.items()]
    dashes = [(sample_line(dash=dash), name) for name, dash in DASHES.items()]
    widths = [
        (sample_line(width=width), f"{count}{'' if count < 4 else ' or more'}")
        for count, width in enumerate(WIDTHS)
        if count
    ]
    double = sample_line(width=WIDTHS[1], contested=True)
    yield Legend("Colour: polarity", tuple(colours))
    yield Legend("Dash: strongest modality", tuple(dashes))
    yield Legend("Width: independent sources", tuple(widths))
    yield Legend("Double", ((double, "contested: others say the opposite"),))
    if proposed:
        sample = sample_line(dash=PROPOSED, width=WIDTHS[0])
        yield Legend("Dash and dot", ((sample, UNCOUNTED),))


def sample_line(
    polarity: str = "affirmed",
    *,
    dash: str | None = None,
    width: float = 2.4,
    contested: bool = False,
) -> Markup:
    """A short line for the legend."""
    strokes = line_strokes(
        "M1 7H43", polarity, dash=dash, width=width, contested=contested
    )
    return legend_sample(*strokes)
