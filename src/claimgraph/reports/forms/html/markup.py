"""Elements of a drawing, well formed by construction; templates write the rest."""

from markupsafe import Markup, escape

from claimgraph.safe_text import visible

Attribute = str | int | float | None


def printable(text: str) -> str:
    r"""The text as every form shows it, with nothing that a page may not hold.

    >>> printable("a" + chr(0) + "b" + chr(0x202E))
    'a\\x00b\\u202e'
    """
    return visible(text, keep="\t\n\r")


def element(name: str, /, *children: str, **attributes: Attribute) -> Markup:
    """An element: text inside is escaped, an attribute of None is left out.

    An attribute's name is written with `_` for `-`, and with a `_` behind it where
    it is a word of Python.

    >>> print(element("a", "A < B", class_="x", href="#1", title=None))
    <a class="x" href="#1">A &lt; B</a>
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute_text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(escape_text(child) for child in children)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def escape_text(text: str) -> Markup:
    """Any text as markup that shows it; what is markup already stays."""
    return text if isinstance(text, Markup) else escape(printable(text))


def attribute_text(value: str | float) -> str:
    """A value between quotation marks; floats with one digit, so that bytes repeat."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(printable(str(value)))
