"""What every drawing has: a frame, a description, labels and a way to the claims."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from claimgraph.reports.forms.html.index import Index
from claimgraph.reports.forms.html.markup import element

WIDE = 960
SMALL = 11.5


@dataclass(frozen=True, slots=True)
class Legend:
    """Samples of what is drawn, each with its meaning."""

    title: str
    entries: tuple[tuple[Markup, str], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with its legends; `undated` are claims that it has no place for."""

    key: str
    caption: str
    svg: Markup | None
    legends: tuple[Legend, ...] = ()
    undated: tuple[str, ...] = ()


def svg_drawing(
    key: str, title: str, description: str, height: float, *shapes: str
) -> Markup:
    """An SVG of the common width, with a title and a description to be read aloud."""
    return element(
        "svg",
        element("title", title, id=f"{key}-name"),
        element("desc", description, id=f"{key}-about"),
        *shapes,
        viewBox=f"0 0 {WIDE} {height:.0f}",
        role="group",
        aria_labelledby=f"{key}-name",
        aria_describedby=f"{key}-about",
    )


def linked_shapes(
    index: Index, claims: Iterable[str], seen: str, label: str, *shapes: str
) -> Markup:
    """Shapes that show their claims' quotes when chosen, and lead to the first card.

    `seen` is the text among the shapes: who is read the name must know it by that.
    """
    found = tuple(claims)
    lines = index.numbered_lines(found)
    tooltip = f"{label}\n{index.tooltip(found)}"
    return element(
        "a",
        element("title", tooltip),
        *shapes,
        href=f"#claim-{lines[0].number}" if lines else None,
        aria_label=f"{seen}. {cut_short(tooltip)}",
    )


def cut_short(text: str, most: int = 400) -> str:
    """The beginning of a text that is read aloud."""
    return text if len(text) <= most else f"{text[:most]}…"


def name_label(
    text: str, class_: str, x: float, y: float, width: float, height: float
) -> Markup:
    """A name in a frame of its own, where the browser breaks and cuts it.

    Only the browser knows how wide the letters of any language are in its fonts.
    """
    return element(
        "foreignObject",
        element("div", element("span", text, dir="auto"), class_=f"label {class_}"),
        x=x,
        y=y,
        width=width,
        height=height,
    )


def digits_label(
    text: str, x: float, y: float, anchor: str, class_: str | None = None
) -> Markup:
    """Digits on one line, which are of about the same width in all fonts."""
    return element(
        "text", text, x=x, y=y, font_size=SMALL, text_anchor=anchor, class_=class_
    )


def legend_sample(*shapes: str) -> Markup:
    """A small drawing for a legend, which says nothing by itself."""
    return element(
        "svg",
        *shapes,
        viewBox="0 0 44 14",
        width=44,
        height=14,
        aria_hidden="true",
        focusable="false",
    )
