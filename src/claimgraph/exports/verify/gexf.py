"""What stands in a GEXF file, element by element."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse

from claimgraph.exports.verify import Finding
from claimgraph.exports.verify.shared.drawing import (
    Attributes,
    attribute_value,
    drawn_claims,
)

SPACE = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"
KINDS = ("node", "edge")


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each edge and node that is a claim."""
    kinds = {kind: declared_attributes(target, kind) for kind in KINDS}
    for _, element in iterparse(target, events=("end",)):
        kind = element.tag.removeprefix(SPACE)
        if kind not in KINDS:
            continue
        held = element_values(element, kinds[kind])
        if kind == "edge":
            ends = (element.get("source", ""), element.get("target"))
            if element.get("kind") != held.get("kind"):
                held.pop("kind", None)
            if days_differ(element, held):
                held.pop("valid", None)
            yield from drawn_claims(held, *ends)
        else:
            yield from drawn_claims(held, str(held.get("subject")), None)
        element.clear()


def declared_attributes(target: Path, kind: str) -> Attributes:
    """Title and type of each attribute; they stand in front or behind, as it comes."""
    found: dict[str, tuple[str, str]] = {}
    for _, element in iterparse(target, events=("end",)):
        if element.tag == f"{SPACE}attributes" and element.get("class") == kind:
            for one in element.iter(f"{SPACE}attribute"):
                name, form = one.get("title", ""), one.get("type", "")
                found[one.get("id", "")] = (name, form)
        elif element.tag in (f"{SPACE}node", f"{SPACE}edge"):
            element.clear()
    return found


def days_differ(element: Element, held: dict[str, object]) -> bool:
    """Whether the time line shows other days than the claim gives."""
    days = (element.get("start"), element.get("end"))
    return days != (held.get("valid_from"), held.get("valid_to"))


def element_values(element: Element, kinds: Attributes) -> dict[str, object]:
    """The attributes of an element by their titles, and its label."""
    found: dict[str, object] = {}
    for one in element.iter(f"{SPACE}attvalue"):
        name, form = kinds[one.get("for", "")]
        found[name] = attribute_value(form, one.get("value", ""))
    if element.get("label") is not None:
        found["label"] = element.get("label")
    found["colour"] = shown_colour(element)
    return found


def shown_colour(element: Element) -> str | None:
    """The colour that Gephi shows."""
    one = element.find(f"{VIZ}color")
    if one is None:
        return None
    return "#" + "".join(f"{int(one.get(part, '0')):02x}" for part in "rgb")
