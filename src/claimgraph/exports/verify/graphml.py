"""What stands in a GraphML file, element by element."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse

from claimgraph.exports.verify import Finding
from claimgraph.exports.verify.shared.drawing import (
    Attributes,
    attribute_value,
    drawn_claims,
)

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each edge and node that is a claim."""
    keys: dict[str, tuple[str, str]] = {}
    for _, element in iterparse(target, events=("end",)):
        if element.tag == f"{SPACE}key":
            name, kind = (element.get(one, "") for one in ("attr.name", "attr.type"))
            keys[element.get("id", "")] = (name, kind)
        elif element.tag == f"{SPACE}edge":
            ends = (element.get("source", ""), element.get("target"))
            held = element_values(element, keys)
            if element.get("label") != held.get("kind"):
                held.pop("kind", None)
            yield from drawn_claims(held, *ends)
            element.clear()
        elif element.tag == f"{SPACE}node":
            held = element_values(element, keys)
            yield from drawn_claims(held, str(held.get("subject")), None)
            element.clear()


def element_values(element: Element, keys: Attributes) -> dict[str, object]:
    """The data of an element by the names of their keys."""
    found: dict[str, object] = {}
    for data in element.iter(f"{SPACE}data"):
        name, kind = keys[data.get("key", "")]
        found[name] = attribute_value(kind, data.text or "")
    parts = [int(str(found.pop(part, 0))) for part in "rgb"]
    if found.get("colour") != f"#{bytes(parts).hex()}":
        # Gephi shows the three numbers
        found.pop("colour", None)
    return found
