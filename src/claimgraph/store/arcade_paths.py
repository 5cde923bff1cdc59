"""Paths that the embedded engine returns as places on its disk, by their ids and types.

It gives `(#90:1)-[#37:12]->(#119:23)`, a text, whichever way the edge goes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from claimgraph.store.base import Row
from claimgraph.store.values import (
    PathSteps,
    edge_words,
    is_row,
    node_words,
)
from claimgraph.type_guards import is_list, is_map

PLACE = r"#\d+:\d+"
PATH = re.compile(rf"\({PLACE}\)(?:-\[{PLACE}\]->\({PLACE}\))*")
# a variable for a path: only then is a text that looks like one a path
NAMES_PATH = re.compile(r"\w\s*=\s*(?:\w+\s*)?\(")
AT_ONCE = 1000
ELEMENTS = "SELECT @rid AS rid, @type AS type, id, @out AS tail FROM [{places}]"
Ask = Callable[[str], Iterable[Row]]


def with_paths(rows: list[Row], query: str, ask: Ask) -> list[Row]:
    """The rows, with each path as ids and types, for which their elements are asked."""
    if not NAMES_PATH.search(query):
        return rows
    texts = {text for row in rows for text in path_texts(row)}
    places = sorted({place for text in texts for place in re.findall(PLACE, text)})
    elements: dict[str, Row] = {}
    for at in range(0, len(places), AT_ONCE):
        listed = ", ".join(places[at : at + AT_ONCE])
        for element in ask(ELEMENTS.format(places=listed)):
            elements[str(element["rid"])] = element
    return [path_map(row, elements) for row in rows] if elements else rows


def path_texts(value: object) -> Iterator[str]:
    """All texts in a value that look like a path."""
    if is_map(value) or is_list(value):
        for one in value.values() if is_map(value) else value:
            yield from path_texts(one)
    elif isinstance(value, str) and PATH.fullmatch(value):
        yield value


def path_map(row: Row, elements: Mapping[str, Row]) -> Row:
    """A row or a map with its paths as ids and types."""
    return {key: path_value(value, elements) for key, value in row.items()}


def path_value(value: object, elements: Mapping[str, Row]) -> object:
    """A value with its paths as ids and types."""
    if is_row(value):
        return path_map(value, elements)
    if is_list(value):
        return [path_value(one, elements) for one in value]
    if not isinstance(value, str) or not PATH.fullmatch(value):
        return value
    places = re.findall(PLACE, value)
    if not all(place in elements for place in places):
        return value
    return PathSteps(step_words(places, elements))


def step_words(places: Sequence[str], elements: Mapping[str, Row]) -> Iterator[str]:
    """The words of nodes and edges in turn; an edge goes forward from its tail."""
    for at, place in enumerate(places):
        element = elements[place]
        if at % 2:
            forward = str(element["tail"]) == places[at - 1]
            yield edge_words(str(element["type"]), forward=forward)
        else:
            yield node_words(element["id"], str(element["type"]).split("~"))
