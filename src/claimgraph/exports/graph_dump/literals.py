"""Values as Cypher literals, out of which no text can break."""

import re
from typing import cast

ESCAPES = {
    "\\": "\\\\",
    "'": "\\'",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
SPECIAL = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u2028\u2029]")


def literal(value: object) -> str:
    """A value as Cypher reads it back.

    >>> print(literal([3, "it's", None, True]))
    [3, 'it\\'s', null, true]
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return repr(value).replace("e+", "e")
        case str():
            return text(value)
        case list() | tuple():
            items = cast("list[object]", value)
            return f"[{', '.join(map(literal, items))}]"
        case _:
            raise TypeError(f"no literal for {type(value).__name__}")


def text(value: str) -> str:
    r"""A text in single quotes, on one line.

    Neo4j reads `\u0027` before it looks for the ends of texts. A backslash in front of
    a u is therefore the end of one text, and the u begins the next.

    >>> print(text("\\u0027 it's"))
    '\\' + 'u0027 it\'s'
    """
    escaped = SPECIAL.sub(lambda found: escape(found[0]), value)
    parts = re.split(r"(?<=\\\\)(?=u)", escaped) if "\\u" in value else [escaped]
    return " + ".join(f"'{part}'" for part in parts)


def escape(character: str) -> str:
    """A character that cannot stand in a text as it is."""
    return ESCAPES.get(character) or f"\\u{ord(character):04X}"
