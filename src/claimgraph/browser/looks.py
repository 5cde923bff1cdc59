"""Colours and widths: of nodes by what they are, of edges by what is said.

An edge takes its colour from what its relation means in `schema/relations/`, so a new
relation has one without a line here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from claimgraph.schema.types import Family, RelationType

CAPTION = "{caption}"
INK = "#1b1d1f"


@dataclass(frozen=True, slots=True)
class NodeLook:
    """How a kind of node is drawn: filling, rim, diameter and caption."""

    fill: str
    rim: str
    size: int = 76
    caption: str = "{name}"
    letters: int = 10


@dataclass(frozen=True, slots=True)
class EdgeLook:
    """How an edge is drawn, and what such edges say, for a legend."""

    colour: str
    width: int
    means: str
    caption: str = CAPTION
    # of the name of the type, beside the picture
    ink: str = "#ffffff"


# in this order: what stands further down wins where a node has several labels
NODES: Mapping[str, NodeLook] = {
    "Entity": NodeLook("#d5d9dd", "#8a939c"),
    "Group": NodeLook("#f7b267", "#b35900", 84),
    "Person": NodeLook("#a8cdf5", "#0969da"),
    "Attack": NodeLook("#ef9a9a", "#82071e", 100),
    "Organization": NodeLook("#cdb9ee", "#6639ba"),
    "State": NodeLook("#9bd8d5", "#1b7c83", 66),
    "Community": NodeLook("#dfc79a", "#7d4e00"),
    "Place": NodeLook("#cfd6dc", "#57606a", 60),
    "Unnamed": NodeLook("#ffffff", "#57606a", 84),
    "Claim": NodeLook("#fff3bf", "#c9a227", 100, letters=8),
    "Article": NodeLook("#dbe7c9", "#5c7a29", 84, "{title}"),
    "Judgement": NodeLook("#eeeeee", "#8a939c", 50, "{verdict}"),
    "Graph": NodeLook("#f4f4f4", "#c4c4c4", 30),
}
# so wide that Browser writes the caption into the line, instead of making a gap for it
DENIED = EdgeLook("#fa5252", 10, "denied: somebody says that it is not so", ink=INK)
WITHHELD = EdgeLook(
    "#f59f00", 10, "withheld: somebody pointedly does not say it", ink=INK
)
CLAIMED = EdgeLook("#2b9348", 4, "a group takes responsibility for an attack")
ATTRIBUTED = EdgeLook("#1864ab", 3, "somebody else says who did it")
LINKED = EdgeLook("#862e9c", 2, "two sides are linked")
ABOUT = EdgeLook("#868e96", 1, "what an attack hit, and where")
OTHER = EdgeLook("#495057", 2, "anything else; the caption names it")
TIES: Mapping[Family, EdgeLook] = {
    "affiliation": EdgeLook("#a17c00", 2, "somebody leads or belongs to a body"),
    "parts": EdgeLook("#5c4813", 2, "a body is part of another"),
    "custody": EdgeLook("#c2255c", 2, "somebody is held"),
    "rivals": EdgeLook("#000000", 2, "two sides are rivals"),
    "supporters": EdgeLook("#0b7285", 2, "one side helps another"),
}
STRUCTURE = EdgeLook("#ced4da", 1, "how a claim hangs together", "<type>", INK)
SAID = EdgeLook(
    "#adb5bd", 1, "who passes it on, and who says it", "{hop}. {stance}", INK
)


def edge_look(relation: RelationType) -> EdgeLook:
    """How affirmed claims of a relation between two entities are drawn."""
    if relation.tie is not None:
        return TIES[relation.tie.family]
    if relation.source == ("Attack",):
        if relation.actor is None:
            return ABOUT
        return CLAIMED if relation.target == ("Group",) else ATTRIBUTED
    if relation.symmetric:
        return LINKED
    named = f"{relation.name.lower().replace('_', ' ')}: {CAPTION}"
    return EdgeLook(OTHER.colour, OTHER.width, OTHER.means, named)


def legend() -> list[EdgeLook]:
    """The sorts of edges, what is denied and withheld first."""
    first = [DENIED, WITHHELD, CLAIMED, ATTRIBUTED, LINKED]
    return [*first, *TIES.values(), ABOUT, OTHER, SAID]
