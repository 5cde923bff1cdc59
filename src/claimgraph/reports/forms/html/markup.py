"""HTML that is well formed by construction: whatever is not markup is escaped."""

import re
from html import escape

# not allowed in XML, or an error in HTML: they are shown as U+FFFD
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
VOID = {"br", "input", "meta"}
Attribute = str | int | float | bool | None


class Markup(str):
    """Text that is HTML already; only `element`, `joined` and `verbatim` make it."""

    __slots__ = ()


def printable(text: str) -> str:
    """The text with a replacement for each character that no page may hold.

    >>> printable("a" + chr(0) + "b")
    'a\ufffdb'
    """
    return UNPRINTABLE.sub("\ufffd", text)


def escaped(text: str) -> Markup:
    """Any text as markup that shows it."""
    if isinstance(text, Markup):
        return text
    return Markup(escape(printable(text)))


def element(name: str, /, *children: str | None, **attributes: Attribute) -> Markup:
    """An element: text inside is escaped, None and False are left out.

    An attribute's name is written with `_` for `-`, and with a `_` behind it where
    it is a word of Python.

    >>> element("a", "A < B", class_="x", href="#1", hidden=False)
    '<a class="x" href="#1">A &lt; B</a>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{joined(*children)}</{name}>")


def attribute(value: str | int | float) -> str:
    """A value between quotation marks; floats with one digit, so that bytes repeat."""
    if value is True:
        return ""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(printable(str(value)))


def joined(*children: str | None) -> Markup:
    """Several pieces one after the other."""
    return Markup("".join(escaped(child) for child in children if child is not None))


def name_of(text: str) -> Markup:
    """A name of somebody's, kept from changing the direction of what is around it."""
    return element("bdi", text)


def verbatim(text: str) -> Markup:
    """Our own CSS or script: never escaped, and so never with anything of a corpus."""
    return Markup(text)
