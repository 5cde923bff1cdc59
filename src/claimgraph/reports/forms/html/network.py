"""The drawing of who is said to be tied to whom, one line per proposition and sign."""

from collections.abc import Iterable, Iterator

from claimgraph.reports.document import DrawnLine, Pictures
from claimgraph.reports.forms.html.figures import (
    SMALL,
    chosen,
    drawing,
    figure,
    key_of,
    lettering,
    sample,
)
from claimgraph.reports.forms.html.index import MINUS, Index, words
from claimgraph.reports.forms.html.layout import Bend, Box, Level, Plan, plan
from claimgraph.reports.forms.html.lettering import cut, seen, wrap
from claimgraph.reports.forms.html.markup import Markup, element, joined, name_of
from claimgraph.reports.forms.html.sections import framed, paragraph

DASHES = {
    "stated": None,
    "alleged": "14 6",
    "suspected": "6 5",
    "possible": "1 6",
    "hypothetical": "1 12",
}
WIDTHS = (1.2, 1.6, 3.2, 4.8, 6.4)  # by independent count, from 0 to 4 and more
BETWEEN = 2.4  # two lines of a contested proposition
SIGNS = {"affirmed": "+", "denied": MINUS, "withheld": "~"}
LEVELS = ("relation", "polarity", "strongest modality", "independent", "contested")


def network(pictures: Pictures, index: Index) -> Markup | None:
    """The drawing with its legend and the same as a table; None where it is empty."""
    if not pictures.lines:
        return None
    made = plan(pictures)
    names = {node.id: node.name for node in pictures.nodes}
    svg = drawing(
        "network",
        "Network of claims",
        f"{len(pictures.lines)} lines between {len(pictures.nodes)} nodes; "
        "the table below says the same.",
        made.height,
        *(line(level, made, names, index) for level in made.levels),
        *map(box, made.boxes),
    )
    left_out = (
        paragraph(f"{pictures.left_out} more nodes are left out, to keep it readable.")
        if pictures.left_out
        else None
    )
    caption = "Who is said to be tied to whom: a line is what somebody says"
    return figure(svg, caption, legend(pictures), left_out, as_table(pictures, index))


def line(level: Level, made: Plan, names: dict[str, str], index: Index) -> Markup:
    """A line with its bends and its label, which leads to its claims."""
    drawn = level.line
    path = course(level, [bend for bend in made.bends if bend.level is level])
    label = labelled(level)
    room = level.to_x - level.from_x - 16
    text = cut(label, room, SMALL)
    middle = (level.from_x + level.to_x) / 2
    told = (
        f"{names.get(drawn.left, drawn.left)} — {words(drawn.relation)} —"
        f" {names.get(drawn.right, drawn.right)}: {drawn.polarity}, {drawn.modality},"
        f" {drawn.independent} independent{', contested' if drawn.contested else ''}"
    )
    return chosen(
        index,
        drawn.claims,
        text,
        told,
        element("path", d=path, class_="reach"),
        *strokes(drawn, path),
        lettering(
            text, middle, level.y - wide_of(drawn) / 2 - 4, size=SMALL, anchor="middle"
        ),
    )


def labelled(level: Level) -> str:
    """The sign, the relation with its direction, and how many say so independently."""
    drawn = level.line
    name = words(drawn.relation)
    if drawn.directed:
        rightwards = drawn.left == level.left
        name = f"{name} →" if rightwards else f"← {name}"
    count = f" · {drawn.independent}" if drawn.polarity != "withheld" else ""
    return f"{SIGNS.get(drawn.polarity, '')} {name}{count}"


def course(level: Level, bends: Iterable[Bend]) -> str:
    """The path of a line, from the box on its left to the one on its right."""
    path = f"M{level.from_x:.1f} {level.y:.1f}H{level.to_x:.1f}"
    for bend in bends:
        half = (bend.x + bend.to_x) / 2
        path += (
            f"M{bend.x:.1f} {bend.y:.1f}C{half:.1f} {bend.y:.1f}"
            f" {half:.1f} {bend.to_y:.1f} {bend.to_x:.1f} {bend.to_y:.1f}"
        )
    return path


def strokes(drawn: DrawnLine, path: str) -> Iterator[Markup]:
    """Colour by polarity, dash by modality, width by independent count, or double."""
    yield element(
        "path",
        d=path,
        class_=f"line {drawn.polarity}",
        stroke_width=wide_of(drawn),
        stroke_dasharray=DASHES.get(drawn.modality),
    )
    if drawn.contested:
        yield element("path", d=path, class_="between", stroke_width=BETWEEN)


def wide_of(drawn: DrawnLine) -> float:
    """How wide a line is, both of a double one together."""
    wide = WIDTHS[min(drawn.independent, 4)]
    return wide + 2 * BETWEEN if drawn.contested else wide


def box(one: Box) -> Markup:
    """A node with its name on as many lines as there is room for."""
    size = 13.0
    most = 3 if one.height >= 58 else 2
    # the letters of a subject are bold
    room = (one.width - 16) * (0.92 if one.node.subject else 1)
    lines = wrap(one.node.name, room, size, most)
    top = one.y - (len(lines) - 1) * 8 + 4.5
    shown = [
        lettering(
            text, one.x + one.width / 2, top + at * 16, size=size, anchor="middle"
        )
        for at, text in enumerate(lines)
    ]
    return element(
        "g",
        element("title", f"{seen(one.node.name)} ({one.node.id})"),
        element(
            "rect",
            x=one.x,
            y=one.y - one.height / 2,
            width=one.width,
            height=one.height,
            rx=5,
        ),
        *shown,
        class_="node subject" if one.node.subject else "node",
    )


def legend(pictures: Pictures) -> Markup:
    """What colours, dashes, widths and doubles mean; there always is one."""
    colours = [
        (stroke(polarity), f"{mark} {polarity}") for polarity, mark in SIGNS.items()
    ]
    dashes = [(stroke("affirmed", dash), name) for name, dash in DASHES.items()]
    widths = [
        (stroke("affirmed", None, wide), f"{count}{'' if count < 4 else ' or more'}")
        for count, wide in enumerate(WIDTHS)
        if count
    ]
    double = joined(stroke("affirmed", None, WIDTHS[1], contested=True))
    return joined(
        key_of("Colour: polarity", colours),
        key_of("Dash: strongest modality", dashes),
        key_of("Width: independent sources", widths),
        key_of("Double", [(double, "contested: others say the opposite")]),
    )


def stroke(
    polarity: str,
    dash: str | None = None,
    wide: float = 2.4,
    *,
    contested: bool = False,
) -> Markup:
    """A short line for the legend."""
    path = "M1 7H43"
    outer = wide + 2 * BETWEEN if contested else wide
    inner = element("path", d=path, class_="between", stroke_width=BETWEEN)
    return sample(
        element(
            "path",
            d=path,
            class_=f"line {polarity}",
            stroke_width=outer,
            stroke_dasharray=dash,
        ),
        inner if contested else "",
    )


def as_table(pictures: Pictures, index: Index) -> Markup:
    """All lines of the drawing in words."""
    names = {node.id: node.name for node in pictures.nodes}
    rows = [
        element(
            "tr",
            element("th", name_of(names.get(one.left, one.left)), scope="row"),
            element("td", words(one.relation)),
            element("td", name_of(names.get(one.right, one.right))),
            element("td", one.polarity),
            element("td", one.modality),
            element("td", str(one.independent)),
            element("td", "yes" if one.contested else "no"),
            element("td", index.links(one.claims)),
        )
        for one in pictures.lines
    ]
    columns = (
        "From",
        "Relation",
        "To",
        *[one.capitalize() for one in LEVELS[1:]],
        "Claims",
    )
    return element(
        "details",
        element("summary", "The same as a table"),
        framed("The lines of the drawing", columns, rows),
    )
