"""Values as Cypher literals, out of which no text can break."""

import re
from collections.abc import Mapping
from typing import cast

from claimgraph.cypher import Step

PARAMETER = re.compile(r"\$([a-z0-9_]+)")
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


def inlined(step: Step) -> str:
    """A step on one line, its parameters as literals in front.

    The text of the step is our own; a value is never looked at for parameters.
    """
    names = sorted(step.parameters)
    held = [f"{literal(step.parameters[name])} AS p_{name}" for name in names]
    query = PARAMETER.sub(r"p_\1", step.query)
    return f"WITH {', '.join(held)} {query}" if held else query


def literal(value: object) -> str:
    """A value as Cypher reads it back.

    >>> print(literal({"end": 3, "names": ["it's", None, True]}))
    {`end`: 3, `names`: ['it\\'s', null, true]}
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
        case Mapping():
            pairs = cast("Mapping[str, object]", value).items()
            held = (f"`{key}`: {literal(one)}" for key, one in pairs)
            return f"{{{', '.join(held)}}}"
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
