"""Files of one JSON object a line: what is on a line, or why it cannot be taken."""

import json
import re
from typing import NoReturn, cast

from claimgraph.characters import unfit_reason
from claimgraph.errors import Problem
from claimgraph.model import Where

DEEPEST = 20
# bytes of a line that stand in no text: what has more makes a thousand times as much
MOST_BESIDE = 2**20
TEXT = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


class LineError(ValueError):
    """A line says what JSON, or a graph, cannot hold."""


def parsed_line(raw: bytes, where: Where) -> dict[str, object] | Problem:
    """The object on a line; a problem for anything that a graph could not keep.

    Refused: duplicate keys, NaN and infinities, NUL, lone surrogates, deep nesting, and
    more beside texts than any line needs.
    """
    if len(raw) > MOST_BESIDE and bytes_beside_texts(raw) > MOST_BESIDE:
        most = f"{MOST_BESIDE // 2**20} MB"
        return where.problem("", f"holds more than {most} beside its texts")
    try:
        held: object = DECODER.decode(raw.decode("utf-8"))
    except RecursionError:
        return where.problem("", "is nested too deep")
    except ValueError as error:
        return where.problem("", f"is not one JSON object: {str(error)[:200]}")
    if not isinstance(held, dict):
        return where.problem("", "is not one JSON object")
    block = cast("dict[str, object]", held)
    # what a graph cannot hold comes in by an escape or by nesting; most have none
    if b"\\u" in raw or raw.count(b"{") + raw.count(b"[") >= DEEPEST:
        return bad_part(block, where) or block
    return block


def bytes_beside_texts(raw: bytes) -> int:
    """How many bytes of a line stand outside all texts in quotes.

    >>> bytes_beside_texts(b'{"a": "b, c"}')
    4
    """
    return len(raw) - sum(one.end() - one.start() for one in TEXT.finditer(raw))


def unlike_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; a key that stands twice is an error."""
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise LineError(f"the key {twice[:40]!r} stands twice")
    return found


def refuse(constant: str) -> NoReturn:
    """NaN and the infinities are no JSON."""
    raise LineError(f"{constant} is no number")


# made once: `json.loads` makes one for each line
DECODER = json.JSONDecoder(object_pairs_hook=unlike_keys, parse_constant=refuse)


def bad_part(block: object, where: Where) -> Problem | None:
    """The first text that no graph can store, or nesting beyond all forms."""
    queue: list[tuple[str, object, int]] = [("", block, 0)]
    while queue:
        key, held, depth = queue.pop()
        if isinstance(held, str):
            reason = unfit_reason(held)
            if reason is not None:
                return where.problem(key, reason)
        elif isinstance(held, dict | list):
            if depth == DEEPEST:
                return where.problem("", f"is nested deeper than {DEEPEST} levels")
            inner = parts(key, cast("object", held))
            queue += [(name, part, depth + 1) for name, part in inner]
    return None


def parts(key: str, block: object) -> list[tuple[str, object]]:
    """The parts of an object or a list, by the keys that lead to them.

    The keys of an object are looked at like values.
    """
    if isinstance(block, list):
        listed = cast("list[object]", block)
        return [(f"{key}[{index}]", part) for index, part in enumerate(listed)]
    pairs = cast("dict[str, object]", block).items()
    found = [(f"{key}.{name}".lstrip("."), part) for name, part in pairs]
    return found + [(key, name) for name, _ in pairs]
