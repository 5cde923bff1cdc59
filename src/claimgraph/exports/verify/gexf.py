"""What stands in a GEXF file, element by element."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse

from claimgraph.exports.features import Finding
from claimgraph.exports.verify.shared.drawing import drawn

SPACE = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"
Kinds = dict[str, tuple[str, str]]


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each edge and node that is a claim."""
    kinds: dict[str, Kinds] = {kind: attributes(target, kind) for kind in KINDS}
    for _, element in iterparse(target, events=("end",)):
        kind = element.tag.removeprefix(SPACE)
        if kind not in KINDS:
            continue
        held = values(element, kinds[kind])
        if kind == "edge":
            ends = (element.get("source", ""), element.get("target"))
            if disagrees(element, held):
                held.pop("valid", None)
            yield from drawn(held, *ends)
        else:
            yield from drawn(held, str(held.get("subject")), None)
        element.clear()


KINDS = ("node", "edge")


def attributes(target: Path, kind: str) -> Kinds:
    """Title and type of each attribute; they stand in front or behind, as it comes."""
    found: Kinds = {}
    for _, element in iterparse(target, events=("end",)):
        if element.tag == f"{SPACE}attributes" and element.get("class") == kind:
            for one in element.iter(f"{SPACE}attribute"):
                name, form = one.get("title", ""), one.get("type", "")
                found[one.get("id", "")] = (name, form)
        elif element.tag in (f"{SPACE}node", f"{SPACE}edge"):
            element.clear()
    return found


def disagrees(element: Element, held: dict[str, object]) -> bool:
    """Whether the time line shows other days than the claim gives."""
    days = (element.get("start"), element.get("end"))
    return days != (held.get("valid_from"), held.get("valid_to"))


def values(element: Element, kinds: Kinds) -> dict[str, object]:
    """The attributes of an element by their titles, and its label."""
    found: dict[str, object] = {}
    for one in element.iter(f"{SPACE}attvalue"):
        name, form = kinds[one.get("for", "")]
        found[name] = typed(form, one.get("value", ""))
    if element.get("label") is not None:
        found["label"] = element.get("label")
    found["colour"] = painted(element)
    return found


def painted(element: Element) -> str | None:
    """The colour that Gephi shows."""
    one = element.find(f"{VIZ}color")
    if one is None:
        return None
    return "#" + "".join(f"{int(one.get(part, '0')):02x}" for part in "rgb")


def typed(form: str, text: str) -> object:
    """A text as the type that its attribute declares."""
    if form in ("integer", "long"):
        return int(text)
    if form in ("float", "double"):
        return float(text)
    return text.lower() == "true" if form == "boolean" else text
