"""What stands in a GraphML file, element by element."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse

from claimgraph.exports.features import Finding
from claimgraph.exports.verify.shared.drawing import drawn

SPACE = "{http://graphml.graphdrawing.org/xmlns}"
Keys = Mapping[str, tuple[str, str]]


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each edge and node that is a claim."""
    keys: dict[str, tuple[str, str]] = {}
    for _, element in iterparse(target, events=("end",)):
        if element.tag == f"{SPACE}key":
            name, kind = (element.get(one, "") for one in ("attr.name", "attr.type"))
            keys[element.get("id", "")] = (name, kind)
        elif element.tag == f"{SPACE}edge":
            ends = (element.get("source", ""), element.get("target"))
            yield from drawn(values(element, keys), *ends)
            element.clear()
        elif element.tag == f"{SPACE}node":
            held = values(element, keys)
            yield from drawn(held, str(held.get("subject")), None)
            element.clear()


def values(element: Element, keys: Keys) -> dict[str, object]:
    """The data of an element by the names of their keys."""
    found: dict[str, object] = {}
    for data in element.iter(f"{SPACE}data"):
        name, kind = keys[data.get("key", "")]
        found[name] = typed(kind, data.text or "")
    return found


def typed(kind: str, text: str) -> object:
    """A text as the type that its key declares."""
    if kind in ("int", "long"):
        return int(text)
    if kind in ("float", "double"):
        return float(text)
    return text.lower() == "true" if kind == "boolean" else text
