"""What every drawing has: a frame, a caption, a description and a way to the claims."""

from collections.abc import Iterable

from claimgraph.reports.forms.html.index import Index, anchor
from claimgraph.reports.forms.html.markup import Markup, element, joined

WIDE = 960
SIZE = 13.0
SMALL = 11.5


def drawing(
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


def figure(svg: Markup, caption: str, *below: str | None) -> Markup:
    """A drawing in a frame that may scroll sideways, a caption, and what goes below."""
    return element(
        "figure",
        element(
            "div",
            svg,
            class_="frame",
            tabindex="0",
            role="region",
            aria_label=f"Drawing: {caption}",
        ),
        element("p", "", class_="chosen", aria_live="polite"),
        *below,
        element("figcaption", caption),
    )


def chosen(
    index: Index, claims: Iterable[str], seen: str, label: str, *shapes: str
) -> Markup:
    """Shapes that show their claims' quotes when chosen, and lead to the first card.

    `seen` is the text among the shapes: who is read the name must know it by that.
    """
    found = tuple(claims)
    lines = index.numbered(found)
    told = f"{label}\n{index.tooltip(found)}"
    return element(
        "a",
        element("title", told),
        *shapes,
        href=anchor(lines[0]) if lines else None,
        aria_label=f"{seen}. {cut_short(told)}",
    )


def cut_short(text: str, most: int = 400) -> str:
    """The beginning of a text that is read aloud."""
    return text if len(text) <= most else f"{text[:most]}…"


def lettering(
    text: str,
    x: float,
    y: float,
    *,
    size: float = SIZE,
    anchor: str = "start",
    class_: str | None = None,
) -> Markup:
    """One line of text in a drawing."""
    return element(
        "text", text, x=x, y=y, font_size=size, text_anchor=anchor, class_=class_
    )


def key_of(title: str, items: Iterable[tuple[Markup, str]]) -> Markup:
    """A legend: a sample and its meaning, one by one."""
    entries = (element("li", sample, " ", text) for sample, text in items)
    return element(
        "div",
        element("span", title, class_="term"),
        element("ul", *entries),
        class_="key",
    )


def sample(*shapes: str) -> Markup:
    """A small drawing for a legend, which says nothing by itself."""
    return element(
        "svg",
        joined(*shapes),
        viewBox="0 0 44 14",
        width=44,
        height=14,
        aria_hidden="true",
        focusable="false",
    )
